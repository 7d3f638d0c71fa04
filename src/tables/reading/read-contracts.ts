/** Reads the Contracts table, and agrees the terms of each contract for each of its performance years. */
import { allowedAmount } from '../../contracts/access-pay';
import { bandsText, type Bands } from '../../contracts/bands';
import { ContractError } from '../../contracts/book/contract-error';
import { agree, findModel, lastDay, type Agreement, type TakenTerm } from '../../contracts/book/find-terms';
import type { ContractKind, Model, Reading } from '../../contracts/book/model';
import { FEWEST_ASSIGNED } from '../../contracts/minimum-savings-rate';
import { MONTHS_OF_YEAR, type Contract } from '../../contracts/statement';
import type { ContractTerms, TermKey } from '../../contracts/terms';
import { error, note, type Finding, type PlaceMessage } from '../messages/finding';
import * as contractMessages from '../messages/contracts';
import * as messages from '../messages/tables';
import { cellsOf, wholeTable, type Place } from '../messages/place';
import { CONTRACTS, USUAL_MONTHS_TO_SETTLEMENT } from '../schemas/contracts';
import { TERMS } from '../schemas/contract-terms';
import type { Column } from '../schemas/column';
import { absentColumns } from './absent-columns';
import { MonthReader } from './months';
import { fold } from './nearest';
import { monthEndDate } from './rate-date';
import type { Range } from './read-model';
import { readSettings, type Settings } from './read-settings';
import { isGiven, type Table, type TableRow } from './read-table';
import { rememberedTable } from './remembered-table';

export interface SourcedContract extends Contract {
  row: number;
  /** What the effect of care on cost rests on. */
  careEvidence: string | null;
}

export interface ContractInputs {
  settings: Settings;
  contracts: readonly SourcedContract[];
  errors: readonly Finding[];
  findings: readonly Finding[];
}

export function readContracts(range: Range | null, settingsRange: Range | null): ContractInputs {
  const findings: Finding[] = [];
  const { settings, start } = readSettings(isGiven(settingsRange) ? settingsRange : null, findings);
  const table = readRows(range, findings);
  const unsaid = new Set<TermKey>();
  const contracts = table.rows.flatMap((row) => {
    const before = findings.length;
    const contract = readContract(row, settings, start, findings, unsaid);
    return findings.slice(before).some(isError) || hasOwnError(row, findings) ? [] : [contract];
  });
  refuseRepeats(table.rows, findings);
  const errors = findings.filter(isError);
  if (errors.length === 0) findings.push(...absences(table, contracts, unsaid));
  return { settings, contracts, errors, findings };
}

/** Columns that are not there: what all contracts take for them, and terms that no model gives either. */
function absences(
  { headers, positions }: Pick<Table, 'headers' | 'positions'>,
  contracts: readonly Contract[],
  unsaid: ReadonlySet<TermKey>,
): Finding[] {
  const terms = new Set<string>(TERMS.map(({ key }) => key));
  const hasAccess = contracts.some(({ kind }) => kind === 'access');
  const ofKinds = ({ key }: Column) =>
    !terms.has(key) && (hasAccess || (key !== 'attainment' && key !== 'withoutSubstitutes'));
  const lacking = TERMS.filter(({ key }) => unsaid.has(key) && !positions.has(key)).map(({ header }) => header);
  return [
    ...absentColumns([{ schema: CONTRACTS, headers }], ofKinds),
    ...(lacking.length ? [note(wholeTable(CONTRACTS), contractMessages.termsAbsent, lacking)] : []),
  ];
}

const isError = ({ severity }: Finding): boolean => severity === 'error';
const hasOwnError = ({ number }: TableRow, findings: readonly Finding[]): boolean =>
  findings.some((finding) => isError(finding) && finding.table === CONTRACTS.title && finding.row === number);

function readRows(range: Range | null, findings: Finding[]): Omit<Table, 'findings'> {
  if (!isGiven(range)) {
    findings.push(error(wholeTable(CONTRACTS), messages.tableMissing, CONTRACTS.name));
    return { rows: [], headers: [], positions: new Map() };
  }
  const { findings: found, ...table } = rememberedTable(CONTRACTS, range);
  findings.push(...found);
  if (table.rows.length === 0 && !found.some(isError)) findings.push(error(wholeTable(CONTRACTS), messages.tableEmpty));
  return table;
}

function refuseRepeats(rows: readonly TableRow[], findings: Finding[]): void {
  const first = new Map<string, number>();
  for (const { number, label, values } of rows) {
    if (typeof values.contract !== 'string') continue;
    const name = fold(values.contract);
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, number);
    else findings.push(error(cellsOf(CONTRACTS, number, label)('contract'), messages.rowTwice, earlier));
  }
}

type Cells = ReturnType<typeof cellsOf<keyof typeof CONTRACTS.header>>;

/** @param unsaid gathers terms of the row's kind that neither it nor its model gives */
function readContract(
  row: TableRow,
  settings: Settings,
  start: number | null,
  findings: Finding[],
  unsaid: Set<TermKey>,
): SourcedContract {
  const cell = cellsOf(CONTRACTS, row.number, row.label);
  const months = new MonthReader(CONTRACTS.title, start, findings);
  const contract = { ...row.values, row: row.number } as unknown as SourcedContract;
  contract.startMonth = months.read(row, CONTRACTS.column.startMonth);
  contract.endMonth = months.read(row, CONTRACTS.column.endMonth);
  if (contract.endMonth < contract.startMonth)
    findings.push(error(cell('endMonth'), messages.endsBeforeStart, CONTRACTS.header.startMonth));
  if (contract.startMonth > settings.months)
    findings.push(note(cell('startMonth'), contractMessages.startsBehindEnd, contract.startMonth, settings.months));
  contract.terms = [];
  // Rows with slips of their own have their findings; nothing is agreed on them.
  if (row.values.kind === null || Number.isNaN(contract.startMonth + contract.endMonth)) return contract;
  const typed = typedTerms(row, contract.kind, cell, findings);
  const agreements = agreed(row, contract, typed, settings, cell, findings);
  contract.terms = agreements.map(({ terms }) => terms);
  if (agreements.length) check(row, contract, agreements, cell, findings);
  for (const { taken } of agreements)
    for (const { key, kinds } of TERMS)
      if (kinds.includes(contract.kind) && !(key in typed) && !taken.some((term) => term.key === key)) unsaid.add(key);
  const hasSettlement = agreements.some(({ terms }) => settles(contract.kind, terms));
  if (hasSettlement && row.values.monthsToSettlement === null)
    findings.push(note(cell('monthsToSettlement'), contractMessages.settlementAssumed, USUAL_MONTHS_TO_SETTLEMENT));
  contract.monthsToSettlement ??= USUAL_MONTHS_TO_SETTLEMENT;
  contract.premiumPmpm ??= agreements[0]?.terms.feePmpm ?? 0;
  return contract;
}

/** Whether something is left to be settled after the months it belongs to. */
const settles = (kind: ContractKind, { withholdRate, sharingRate, bands }: ContractTerms): boolean =>
  kind === 'capitation' || kind === 'care fee' ? withholdRate > 0 || sharingRate > 0 || bands.length > 0 : true;

/** The row's own terms; one that its kind does not use is said. */
function typedTerms(row: TableRow, kind: ContractKind, cell: Cells, findings: Finding[]): Partial<ContractTerms> {
  const typed: Partial<ContractTerms> = {};
  for (const { key, kinds, means } of TERMS) {
    const value = row.values[key];
    if (value === null || value === undefined) continue;
    const place = cell(key as keyof typeof CONTRACTS.header);
    if (!kinds.includes(kind)) {
      findings.push(note(place, contractMessages.termUnused, kind));
      continue;
    }
    const meant = means ? means(value) : value;
    if (meant === undefined) findings.push(error(place, contractMessages.bandsUnreadable, String(value)));
    else Object.assign(typed, { [key]: meant });
  }
  return typed;
}

/** The terms of each performance year within the forecast. */
function agreed(
  row: TableRow,
  { kind, startMonth, endMonth }: Contract,
  typed: Partial<ContractTerms>,
  { startMonth: start, months }: Settings,
  cell: Cells,
  findings: Finding[],
): Agreement[] {
  const name = row.values.model as string | null;
  const reading = row.values.reading as Reading;
  try {
    const model = name === null ? null : findModel(name, kind);
    if (start === null || !model) {
      const date = model ? lastDay(model) : '';
      if (model) findings.push(note(cell('model'), contractMessages.termsWithoutDates, date));
      return [agree(model, date, reading, typed)];
    }
    const years: Agreement[] = [];
    for (let first = startMonth; first <= Math.min(months, endMonth); first += MONTHS_OF_YEAR) {
      const last = Math.min(first + MONTHS_OF_YEAR - 1, endMonth);
      // It has to run until the year ends; the year's terms are those of its first month.
      agree(model, monthEndDate(start + last - 1), reading, typed);
      years.push(agree(model, monthEndDate(start + first - 1), reading, typed));
    }
    return years;
  } catch (problem) {
    if (!(problem instanceof ContractError)) throw problem;
    findings.push(error(cell('model'), contractMessages.modelProblem, problem.problem));
    return [];
  }
}

/** What no single cell can tell. */
function check(
  row: TableRow,
  contract: SourcedContract,
  agreements: readonly Agreement[],
  cell: Cells,
  findings: Finding[],
): void {
  const { kind, quality, careEffect, careEvidence, costPmpm } = contract;
  const [{ model, terms }] = agreements;
  const fail = (place: Place, message: PlaceMessage<[]>) => findings.push(error(place, message));
  if (careEffect !== 0 && careEvidence === null)
    findings.push(error(cell('careEffect'), contractMessages.effectWithoutEvidence, careEffect));
  if (kind === 'access') checkAccess(model, terms, cell, findings);
  else if (!row.values.premiumPmpm && terms.feePmpm === 0 && row.values.premiumPmpm !== 0)
    fail(cell('premiumPmpm'), contractMessages.amountMissing);
  const bearsCost = kind !== 'access' && (kind !== 'care fee' || terms.sharingRate > 0);
  if (bearsCost && costPmpm === 0 && !String(row.values.zeros ?? '').includes('costPmpm'))
    fail(cell('costPmpm'), contractMessages.costMissing);
  if (!bearsCost && costPmpm !== 0) findings.push(note(cell('costPmpm'), contractMessages.termUnused, kind));
  if (kind === 'shared savings' && !model && terms.sharingRate === 0 && terms.lossRate === 0)
    fail(cell('sharingRate'), contractMessages.termMissing);
  if (kind === 'risk bands' && terms.bands.length === 0) fail(cell('bands'), contractMessages.termMissing);
  if (terms.asksForQuality && terms.qualityStandard === null && quality === 0)
    findings.push(error(cell('quality'), contractMessages.qualityAsked, model!.name));
  if (terms.minimumSavingsRate === null && Math.max(terms.assignedMembers, contract.members) < FEWEST_ASSIGNED)
    findings.push(error(cell('members'), contractMessages.tooFewMembers, model!.name));
  if (terms.revenueLossLimitRate < Infinity && terms.participantRevenueRate === 0)
    findings.push(note(cell('participantRevenueRate'), contractMessages.revenueUnknown));
  if (terms.bidPmpm > 0 && terms.starRating === 0) fail(cell('starRating'), contractMessages.starsMissing);
  noteTerms(agreements, cell, findings);
}

function checkAccess(model: Model | null, terms: ContractTerms, cell: Cells, findings: Finding[]): void {
  if (!model) findings.push(error(cell('model'), contractMessages.trackMissing));
  else if (allowedAmount(terms) === null)
    findings.push(error(cell('carePeriod'), contractMessages.noPeriod, model.name));
}

/** Terms that are carried on past their last publication, and those on which sources differ: once each. */
function noteTerms(agreements: readonly Agreement[], cell: Cells, findings: Finding[]): void {
  const headers = new Map(TERMS.map(({ key, header }) => [key, header]));
  const seen = new Set<string>();
  for (const taken of agreements.flatMap((agreement) => agreement.taken)) {
    const header = headers.get(taken.key);
    if (header === undefined || seen.has(taken.key)) continue;
    if (taken.carriedFrom) findings.push(note(cell('model'), contractMessages.termCarried, header, taken.carriedFrom));
    if (taken.otherwise.length)
      findings.push(
        note(
          cell('reading'),
          contractMessages.otherReading,
          header,
          shown(taken.value),
          shown(taken.otherwise[0].value),
        ),
      );
    if (taken.carriedFrom || taken.otherwise.length) seen.add(taken.key);
  }
}

const shown = (value: TakenTerm['value']): string => (Array.isArray(value) ? bandsText(value as Bands) : String(value));
