/** A contract with a named model, as a user tries it: its first performance year beside the margin of those months. */
import { capitalized } from '../capitalized';
import type { ContractKind, Model } from '../../contracts/book/model';
import { NO_END } from '../../contracts/book/model';
import { downsideOf, isLossLimited, timesCovered, worstCase } from '../../contracts/margin-pool';
import { contractStatement, MONTHS_OF_YEAR, type Contract, type ContractSeries } from '../../contracts/statement';
import type { IsoDate } from '../../rates/book';
import { forecastOf } from '../../forecast/forecast';
import { monthText } from '../../tables/calendar';
import { InputError } from '../../tables/messages/input-error';
import { readContracts } from '../../tables/reading/read-contracts';
import type { Range } from '../../tables/reading/read-model';
import { CONTRACTS } from '../../tables/schemas/contracts';
import type { TablesNow } from '../../workbook';
import type { TableNow } from '../../workbook/edits/tables-now';
import { monthName, percentText } from '../figures';

/** What a user says of a contract; null where nothing is said. */
export interface TriedContract {
  members: number | null;
  premiumPmpm: number | null;
  costPmpm: number | null;
  quality: number | null;
}

/** Fields of a kind of contract, and what stands in them until somebody types. */
export const EXAMPLES: Readonly<Record<ContractKind, TriedContract>> = {
  'shared savings': { members: 5000, premiumPmpm: 1110, costPmpm: 1058, quality: 0.8 },
  'risk bands': { members: 5000, premiumPmpm: 1110, costPmpm: 1058, quality: 0.8 },
  capitation: { members: 500, premiumPmpm: 850, costPmpm: 820, quality: 0.8 },
  access: { members: 100, premiumPmpm: null, costPmpm: null, quality: 0.6 },
  'care fee': { members: 1000, premiumPmpm: 20, costPmpm: null, quality: 0.8 },
};

export interface Tried {
  /** First and last month of the performance year: Jan 2027 to Dec 2027. */
  year: string;
  figures: Pick<
    Record<keyof ContractSeries, number>,
    'benchmark' | 'medicalCost' | 'savings' | 'share' | 'accrued' | 'paid' | 'medicalCostBorne' | 'margin'
  >;
  /** Losses of the year: with cost so much above what is expected, and at worst. */
  losses: readonly { name: string; loss: number; covered: number }[];
  isLimited: boolean;
  /** Of the same months; null where the workbook forecasts nothing. */
  margin: number | null;
  notes: readonly string[];
}

const ABOVE = 0.05;
const WORST = 0.2;
const LINES = [
  'benchmark',
  'medicalCost',
  'savings',
  'share',
  'accrued',
  'paid',
  'medicalCostBorne',
  'margin',
] as const;

const cellsOf = ({ headers, rows }: TableNow): Range =>
  [headers, ...rows.map(({ values }) => values)] as unknown as Range;

/** @throws InputError with what stands in the way: a model that has ended, a figure that is missing */
export function tryContract(model: Model, typed: TriedContract, tables: TablesNow, scenario: string | null): Tried {
  const settingsCells = cellsOf(tables.settings);
  const start = firstMonth(settingsCells);
  const row = {
    [CONTRACTS.header.contract]: model.name,
    [CONTRACTS.header.kind]: model.kind,
    [CONTRACTS.header.model]: model.name,
    [CONTRACTS.header.members]: typed.members ?? '',
    [CONTRACTS.header.premiumPmpm]: typed.premiumPmpm ?? '',
    [CONTRACTS.header.costPmpm]: typed.costPmpm ?? '',
    [CONTRACTS.header.quality]: typed.quality ?? '',
    ...(model.kind === 'access' && {
      [CONTRACTS.header.attainment]: typed.quality ?? '',
      [CONTRACTS.header.withoutSubstitutes]: 1,
    }),
    ...(start === null ? {} : within(model, start)),
  };
  const { contracts, errors, findings, settings } = readContracts(
    [Object.keys(row), Object.values(row)] as Range,
    settingsCells,
  );
  const [first] = errors;
  if (first) throw new InputError(first.text.replace(/^Contracts, row 1 \([^)]*\)(, |: )/, ''));
  const [contract] = contracts;
  const from = contract.startMonth - 1;
  const months = Math.min(MONTHS_OF_YEAR, contract.endMonth - from, settings.months - from);
  const statement = contractStatement(contract, settings.months);
  const sum = (values: Float64Array) => values.slice(from, from + months).reduce((total, value) => total + value, 0);
  const margin = marginOf(tables, scenario, sum);
  const lossOf = (each: Contract) => sum(downsideOf([each], from + months).loss);
  const losses = [
    { name: 'Cost as expected', loss: lossOf(contract) },
    { name: `Cost ${ABOVE * 100}% higher`, loss: lossOf({ ...contract, costPmpm: contract.costPmpm * (1 + ABOVE) }) },
    { name: 'At worst', loss: lossOf(worstCase(contract, WORST)) },
  ];
  const name = (month: number) =>
    settings.startMonth === null ? `month ${month}` : monthName(settings.startMonth + month - 1);
  return {
    year: `${name(from + 1)} to ${name(from + months)}`,
    figures: Object.fromEntries(LINES.map((key) => [key, sum(statement[key])])) as Tried['figures'],
    losses: losses.map((each) => ({ ...each, covered: timesCovered(margin ?? 0, each.loss) })),
    isLimited: contract.terms.every((terms) => isLossLimited(contract.kind, terms)),
    margin,
    notes: findings
      .filter(({ text }) => !/^Contracts has no /.test(text))
      .map(({ text }) => capitalized(text.replace(/^Contracts, row 1 \([^)]*\)(, |: )/, ''))),
  };
}

/** The forecast's first month; null where months are only counted. */
function firstMonth(settings: Range): number | null {
  const { settings: read } = readContracts(null, settings);
  return read.startMonth;
}

/** The months in which a model runs, where that is not all of the forecast. */
function within({ from, to }: Model, start: number): Record<string, string> {
  const starts = from === null ? start : monthFrom(from);
  const isOver = to < `${monthText(start)}-01`;
  return {
    ...(starts > start && !isOver && { [CONTRACTS.header.startMonth]: monthText(starts) }),
    ...(to < NO_END && !isOver && { [CONTRACTS.header.endMonth]: to.slice(0, 7) }),
  };
}

/** The first whole month from a day on. */
function monthFrom(date: IsoDate): number {
  const [year, month, day] = date.split('-').map(Number);
  return year * 12 + month - 1 + (day > 1 ? 1 : 0);
}

function marginOf(tables: TablesNow, scenario: string | null, sum: (values: Float64Array) => number): number | null {
  const keys = ['panel', 'payerMix', 'costs', 'settings', 'scenarios', 'changes', 'actuals'] as const;
  const ranges = Object.fromEntries(keys.map((key) => [key, cellsOf(tables[key])]));
  try {
    const { series } = forecastOf(ranges as unknown as Parameters<typeof forecastOf>[0]).statement(scenario, null);
    return sum(series.margin);
  } catch (error) {
    // Checks says why; a contract can be looked at all the same.
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** When a model runs, beside a day: it has ended, and what follows it; it starts later; or it runs. */
export function runsText({ from, to, follows }: Model, today: IsoDate): string {
  if (to < today) return `Ended ${to}${follows ? `; ${follows} follows` : ''}.`;
  const end = to < NO_END ? `, until ${to}` : '';
  if (from !== null && from > today) return `Starts ${from}${end}.`;
  return to < NO_END ? `Runs until ${to}.` : 'Runs.';
}

/** Terms that are not final. */
export const proposedTerms = ({ terms }: Model): string[] =>
  terms
    .filter(({ status }) => status === 'proposed')
    .map(
      ({ key, value, from }) =>
        `${CONTRACTS.header[key as keyof typeof CONTRACTS.header]} ${typeof value === 'number' ? percentText(value) : String(value)} from ${from}`,
    );
