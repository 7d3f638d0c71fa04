/**
 * What is taken of drivers before rows are measured, from tables: the present inputs (Panel, Payer mix),
 * or ranges (Driver, Program, Payer, Low, Likely, High, Source), or several of these below each other. What none of them
 * gives is taken from what is published, or not at all.
 */
import type { BillingBasis } from '../../engine/model/model';
import { CAUSES } from './attrition';
import { patternOfDays } from './payment-pattern';
import {
  CV_STRENGTH,
  MULTIPLIER_STRENGTH,
  NO_PRIOR,
  publishedAmount,
  publishedShare,
  typedAmount,
  typedShare,
  type Prior,
} from './prior';
import type { PayerPrior, Priors, ProgramPrior } from './priors';
import { PUBLISHED } from './published';
import * as messages from '../../tables/messages/estimates';
import { InputError } from '../../tables/messages/input-error';
import type { Cell } from '../../tables/reading/cell';
import { isBlank, isZeroWord } from '../../tables/reading/cell';
import { headerKey } from '../../tables/reading/header-key';
import { fold } from '../../tables/reading/nearest';
import { nameText } from '../../tables/reading/read-table';
import { findDriver } from '../../tables/schemas/driver-names';

type DriverOfPrior = ProgramPrior | PayerPrior | 'daysToPay' | 'referrals' | 'enrollmentLimit';

const SHARES: readonly DriverOfPrior[] = [
  ...CAUSES,
  'earlyDropOffRate',
  'conversionRate',
  'realizationRate',
  'cleanClaimRate',
  'appealRate',
  'overturnRate',
  'collectedRate',
];
const OTHERS: readonly DriverOfPrior[] = [
  'attritionMultiplier',
  'allowedPppm',
  'serviceMinutes',
  'minutesCv',
  'daysToPay',
  'referrals',
  'enrollmentLimit',
];
const isOfPriors = (key: string): key is DriverOfPrior => ([...SHARES, ...OTHERS] as string[]).includes(key);

/** A driver as it is given: one figure, or a range. */
interface Given {
  readonly likely: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly source: string;
}

const PRESENT_INPUT = 'present input';
const keyOf = (driver: string, program: string, payer: string) => [driver, fold(program), fold(payer)].join('\n');

/** @throws InputError for a figure that is none, or a share outside 0 to 1 */
export function priorsOfTables(cells: Cells | null, basis: BillingBasis): Priors {
  const given = new Map<string, Given>();
  if (cells) readTables(cells, given);
  /** The most specific that is given; blank names stand for all. */
  const find = (driver: DriverOfPrior, program: string, payer: string): Given | undefined =>
    given.get(keyOf(driver, program, payer)) ??
    given.get(keyOf(driver, program, '')) ??
    given.get(keyOf(driver, '', payer)) ??
    given.get(keyOf(driver, '', ''));
  const figure = (driver: DriverOfPrior, program: string): number | null => find(driver, program, '')?.likely ?? null;
  return {
    basis,
    program: (driver, program) => priorOf(driver, find(driver, program, '')),
    payer: (driver, program, payer) => priorOf(driver, find(driver, program, payer)),
    pattern: (program, payer) => {
      const days = find('daysToPay', program, payer) ?? publishedOf('daysToPay')!;
      return { shares: patternOfDays(days.likely ?? (days.low! + days.high!) / 2), source: days.source };
    },
    enrollment: (program) => ({
      referrals: figure('referrals', program),
      limit: figure('enrollmentLimit', program) ?? Infinity,
      waitingLossRate: 0,
    }),
  };
}

function publishedOf(driver: DriverOfPrior): Given | undefined {
  const published = PUBLISHED[driver as keyof typeof PUBLISHED];
  return published && { likely: published.likely ?? null, ...published };
}

function priorOf(driver: ProgramPrior | PayerPrior, typed: Given | undefined): Prior {
  const given = typed ?? publishedOf(driver);
  if (driver === 'attritionMultiplier')
    return { mean: given?.likely ?? 1, strength: MULTIPLIER_STRENGTH, source: given?.source ?? '' };
  if (!given) return NO_PRIOR;
  const { likely, low, high, source } = given;
  const isRange = low !== null && high !== null;
  if (driver === 'minutesCv') return { mean: likely ?? (low! + high!) / 2, strength: CV_STRENGTH, source };
  const isShare = SHARES.includes(driver);
  if (!isRange) return (isShare ? typedShare : typedAmount)(likely!, source);
  return (isShare ? publishedShare : publishedAmount)({ low, high, likely: likely ?? undefined }, source);
}

type Cells = readonly (readonly Cell[])[];

/** Each table begins with a header row, which has the column Program or Driver. */
function readTables(range: Cells, given: Map<string, Given>): void {
  let columns: ReturnType<typeof columnsOf> | null = null;
  range.forEach((cells, row) => {
    const headers = cells.map((cell) => headerKey(nameText(cell)));
    if (headers.includes('program') || headers.includes('driver')) columns = columnsOf(cells.map(nameText));
    else if (!columns) {
      if (!cells.every(isBlank)) throw new InputError(messages.priorWithoutHeaders());
    } else readRow(cells, row, columns, given);
  });
}

const columnsOf = (headers: readonly string[]) => {
  const keys = headers.map(headerKey);
  const at = (name: string) => keys.indexOf(headerKey(name));
  return {
    headers,
    program: at('Program'),
    payer: at('Payer'),
    driver: at('Driver'),
    low: at('Low'),
    likely: at('Likely') >= 0 ? at('Likely') : at('Value'),
    high: at('High'),
    source: at('Source'),
  };
};

function readRow(
  cells: readonly Cell[],
  row: number,
  columns: ReturnType<typeof columnsOf>,
  given: Map<string, Given>,
): void {
  if (cells.every(isBlank)) return;
  const nameAt = (at: number) => (at < 0 ? '' : nameText(cells[at]));
  const [program, payer] = [nameAt(columns.program), nameAt(columns.payer)];
  const numberAt = (driver: DriverOfPrior, at: number): number | null => {
    const cell = at < 0 ? null : cells[at];
    if (isBlank(cell)) return null;
    if (isZeroWord(cell)) return 0;
    const most = SHARES.includes(driver) ? 1 : Infinity;
    if (typeof cell !== 'number' || !Number.isFinite(cell) || cell < 0 || cell > most)
      throw new InputError(messages.priorNotANumber(row + 1, columns.headers[at], cell, most));
    return cell;
  };
  if (columns.driver >= 0) {
    const key = findDriver(nameAt(columns.driver))?.driver.key;
    if (!key || !isOfPriors(key)) throw new InputError(messages.priorDriverUnknown(row + 1, nameAt(columns.driver)));
    const [low, likely, high] = [columns.low, columns.likely, columns.high].map((at) => numberAt(key, at));
    if (likely === null && (low === null || high === null || low > high))
      throw new InputError(messages.priorIncomplete(row + 1, nameAt(columns.driver)));
    given.set(keyOf(key, program, payer), { low, likely, high, source: nameAt(columns.source) || PRESENT_INPUT });
    return;
  }
  columns.headers.forEach((header, at) => {
    const key = findDriver(header)?.driver.key;
    if (!key || !isOfPriors(key)) return;
    const likely = numberAt(key, at);
    if (likely !== null)
      given.set(keyOf(key, program, payer), { low: null, likely, high: null, source: PRESENT_INPUT });
  });
}
