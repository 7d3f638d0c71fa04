/** The value of every input in every month, once planned changes and the scenario have moved it. */
import { increased, isCharged } from '../engine/inputs/cost-drivers';
import { sumOf } from '../engine/inputs/layout';
import type { Inputs } from '../engine/inputs/prepare';
import { activeIn, rowOf } from '../engine/month/actual';
import { dueAfter, partsOfOwed } from '../engine/month/owed';
import type { CostDriver, PayerDriver, ProgramDriver } from '../engine/model/drivers';
import type { ActualMonth, CostItem, Payer, Program } from '../engine/model/model';

const NOTHING_OWED = { open: 0, due: new Float64Array(0) } as const;

/** Rows are counted from 0 in their fixed order, months from 0. */
export class Drivers {
  readonly programs: readonly Program[];
  /** Payers, those of a program together. */
  readonly segments: readonly Payer[];
  readonly costItems: readonly CostItem[];

  /** Counted from 0. */
  readonly months: readonly number[];
  private readonly places: ReadonlyMap<Payer | CostItem, number>;

  constructor(private readonly inputs: Inputs) {
    this.programs = inputs.programs;
    this.segments = inputs.segments;
    this.costItems = inputs.costItems;
    this.months = Array.from({ length: inputs.months }, (_, t) => t);
    this.places = new Map<Payer | CostItem, number>(
      [...this.segments.entries(), ...this.costItems.entries()].map(([place, row]) => [row, place]),
    );
  }

  /** Where a payer or an item of the tables stands among the rows. */
  placeOf(row: Payer | CostItem): number {
    return this.places.get(row)!;
  }

  program(key: ProgramDriver, p: number, t: number): number {
    return this.inputs.program[key][this.firstCell(t) + p];
  }

  payer(key: PayerDriver, s: number, t: number): number {
    return this.inputs.payer[key][this.firstCell(t) + s];
  }

  /** Of a payer's revenue, the share that is ever collected: by Collected share, and by what a payment pattern adds to. */
  collectedShare(s: number, t: number): number {
    const { paymentPattern } = this.segments[s];
    return this.payer('collectedRate', s, t) * (paymentPattern === null ? 1 : sumOf(paymentPattern));
  }

  /** The parts of what a payer owes at the start, and pays, that come in month 1, 2, 3 … */
  partsOfOwed(s: number): Float64Array {
    return partsOfOwed(this.inputs, s);
  }

  /** The months that are over. */
  get monthsOver(): number {
    return this.inputs.actual?.months ?? 0;
  }

  /** A payer's month that is over; null where it is forecast. */
  actualMonth(s: number, t: number): ActualMonth | null {
    const { actual } = this.inputs;
    return actual && t < actual.months ? rowOf(actual, s, t) : null;
  }

  activeIn(row: ActualMonth): number {
    return activeIn(this.inputs, row);
  }

  /** A program's first month that is told, counted from 0; Infinity where it has none. */
  firstActualMonth(p: number): number {
    const { actual } = this.inputs;
    return actual && actual.begun[p] < actual.months ? actual.begun[p] : Infinity;
  }

  /** What a payer owes at the end of the months that are over, and what of it comes in from the month behind them on. */
  owedAfterActual(p: number, s: number): { open: number; due: Float64Array } {
    const { actual } = this.inputs;
    if (!actual || actual.begun[p] === actual.months) return NOTHING_OWED;
    return dueAfter(this.inputs, actual, s, this.partsOfOwed(s), actual.begun[p]);
  }

  cost(key: CostDriver, c: number, t: number): number {
    return this.inputs.cost[key][this.firstCell(t) + c];
  }

  /** Whether an item is there. */
  isCharged(c: number, t: number): boolean {
    return isCharged(this.inputs, c, t);
  }

  /** What the annual increases so far make of each dollar of an item. */
  increased(c: number, t: number): number {
    return increased(this.inputs, c, t);
  }

  /** The month of a program's launch; the number of months where it never launches. */
  launch(p: number): number {
    return this.inputs.launch[p];
  }

  openingPatients(p: number): number {
    return this.inputs.openingPatients[p];
  }

  /** Segments of a program. */
  payersOf(p: number): number[] {
    const { firstSegment } = this.inputs;
    return Array.from({ length: firstSegment[p + 1] - firstSegment[p] }, (_, i) => firstSegment[p] + i);
  }

  /** By the billing basis. */
  active(opening: number, stayed: number, closing: number): number {
    const { openingWeight, stayedWeight, closingWeight } = this.inputs.activeWeights;
    return opening * openingWeight + stayed * stayedWeight + closing * closingWeight;
  }

  /** Where the values of a month's period begin. */
  private firstCell(t: number): number {
    const { periods, cellsPerPeriod } = this.inputs;
    return periods.ofMonth[t] * cellsPerPeriod;
  }
}
