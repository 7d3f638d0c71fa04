/**
 * Where things stand: rows in one fixed order, whatever order they were typed in, so that their order moves no figure;
 * and what a month does with a payer's inputs, side by side in a record.
 */
import { NOISE } from '../math/tolerances';
import { isCareUnit } from '../model/care-team';
import { COST_DRIVERS, type CostDriver } from '../model/drivers';
import type { CostItem, Model, Payer, Program } from '../model/model';

export const byName = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const programsInOrder = (a: Program, b: Program): number => byName(a.name, b.name);

const segmentsInOrder = (a: Payer, b: Payer): number => byName(a.program, b.program) || byName(a.payer, b.payer);

const itemsInOrder = (a: CostItem, b: CostItem): number =>
  byName(a.item, b.item) ||
  byName(a.program ?? '', b.program ?? '') ||
  byName(a.category, b.category) ||
  byName(a.basis, b.basis) ||
  byName(a.staffing, b.staffing) ||
  COST_DRIVERS.map(({ key }) => a[key as CostDriver] - b[key as CostDriver]).find(
    (difference) => difference !== 0 && !Number.isNaN(difference),
  ) ||
  0;

/** Rows that are in order already, as those of a forecast looked at once more, are left alone. */
function sorted<Row>(rows: readonly Row[], compare: (a: Row, b: Row) => number): readonly Row[] {
  for (let r = 1; r < rows.length; r++) if (compare(rows[r - 1], rows[r]) > 0) return rows.slice().sort(compare);
  return rows;
}

/** A model's rows in their fixed order; segments of a program stand together, firstSegment[p] up to firstSegment[p + 1]. */
export interface Rows {
  programs: readonly Program[];
  segments: readonly Payer[];
  costItems: readonly CostItem[];
  firstSegment: Int32Array;
  /** By segment: the parts of what is collected that come in after 0, 1, 2 … months; null where days to pay say when. */
  paymentParts: readonly (Float64Array | null)[];
  /** By cost item: the program that bears it; the number of programs stands for all of them together. */
  bearer: readonly number[];
  /** The cost items that are a care team bought by the unit. */
  careUnits: readonly number[];
}

export function inFixedOrder(model: Model): Rows {
  const programs = sorted(model.programs, programsInOrder);
  const segments = sorted(model.payers, segmentsInOrder);
  const costItems = sorted(model.costs, itemsInOrder);
  const firstSegment = new Int32Array(programs.length + 1);
  for (let p = 0, s = 0; p < programs.length; p++) {
    const { name } = programs[p];
    firstSegment[p] = s;
    while (s < segments.length && segments[s].program === name) s++;
    firstSegment[p + 1] = s;
  }
  const bearer: number[] = [];
  const careUnits: number[] = [];
  for (let c = 0; c < costItems.length; c++) {
    bearer.push(placeOf(costItems[c].program, programs));
    if (isCareUnit(costItems[c])) careUnits.push(c);
  }
  const paymentParts: (Float64Array | null)[] = [];
  for (let s = 0; s < segments.length; s++) {
    const { paymentPattern } = segments[s];
    paymentParts.push(paymentPattern && partsOf(paymentPattern));
  }
  return { programs, segments, costItems, firstSegment, paymentParts, bearer, careUnits };
}

/** What a payment pattern adds to: the share of what could be collected that is. */
export function sumOf(pattern: readonly number[]): number {
  let sum = 0;
  for (const share of pattern) sum += share;
  return 1 - sum < NOISE ? 1 : sum;
}

function partsOf(pattern: readonly number[]): Float64Array {
  const sum = sumOf(pattern);
  return Float64Array.from(pattern, (share) => share / sum);
}

/** A program's place; behind the last one that of all of them. */
function placeOf(name: string | null, programs: readonly Program[]): number {
  let p = 0;
  while (p < programs.length && programs[p].name !== name) p++;
  return p;
}

/** Fields of a segment's record in a period, which is at (period × segments + segment) × SEGMENT_FIELDS. */
export const SEGMENT = {
  shareOfPanel: 0,
  /** Multiplies the program's cause rates. */
  attritionFactor: 1,
  /** What no cause takes of the opening panel. */
  stayRate: 2,
  earlyDropOffRate: 3,
  realizationRate: 4,
  claimSuccessRate: 5,
  allowedPppm: 6,
  collectedRate: 7,
  /** Part of what is collected that comes one month after the rest. */
  laterShare: 8,
  /** Whole months until payment, no more than there are months. */
  monthsToPay: 9,
} as const;
export const SEGMENT_FIELDS = Object.keys(SEGMENT).length;
