/**
 * Gives every driver of every row its value in each period: the typed value, then the fee schedule and the planned
 * changes in force, then the scenario's adjustments, then the driver's bounds.
 *
 * The plan's own values are kept apart from what adjustments make of them, so that other adjustments of the same plan
 * cost no more than the drivers they move.
 */
import { upperBound, type Driver, type DriverKey } from '../model/drivers';
import type { Change, CostBasis } from '../model/model';
import { isInScope, moved, type Moves, type Scope } from './changes';
import type { Periods } from './periods';

/** A value that was held at a bound, over one or more months. */
export interface Clip {
  /** The driver, or the sum that was scaled back: cause rates, payer shares. */
  what: DriverKey | 'causeRates';
  program: string | null;
  payer: string | null;
  item: string | null;
  firstMonth: number;
  lastMonth: number;
  /** The value of the first month, before and after. */
  value: number;
  heldAt: number;
}

/** A row of inputs: whose it is. */
export interface InputRow extends Scope {
  /** Of a cost item. */
  basis: CostBasis | null;
}

/**
 * Values of one level's drivers. All values of a period, of whatever level, stand together in its cells:
 * `values[key][q * cellsPerPeriod + r]` is row r's value in period q.
 */
export type Expanded<K extends DriverKey> = Readonly<Record<K, Float64Array>>;

/** Rows beyond which they are sorted by program. */
const MANY = 100;

/** The drivers of programs, of payers or of cost items, with the rows that have them. Levels stand in the catalogue's order. */
export class Level {
  private byProgram: ReadonlyMap<string | null, readonly number[]> | null = null;

  constructor(
    readonly drivers: readonly Driver[],
    readonly rows: readonly InputRow[],
  ) {}

  /** Places of the rows that a change of one of the drivers touches. */
  inScope(change: Scope): readonly number[] {
    const { rows } = this;
    const places: number[] = [];
    // Most changes name a program, which has few of many rows; few rows are looked through faster than they are sorted.
    if (change.program !== null && rows.length > MANY) {
      for (const r of (this.byProgram ??= this.placesByProgram()).get(change.program) ?? [])
        if (isInScope(change, rows[r])) places.push(r);
    } else {
      for (let r = 0; r < rows.length; r++) if (isInScope(change, rows[r])) places.push(r);
    }
    return places;
  }

  private placesByProgram(): ReadonlyMap<string | null, readonly number[]> {
    const places = new Map<string | null, number[]>();
    this.rows.forEach(({ program }, r) => {
      const known = places.get(program);
      if (known) known.push(r);
      else places.set(program, [r]);
    });
    return places;
  }
}

export const cellsOf = (levels: readonly Level[]): number =>
  levels.reduce((cells, { drivers, rows }) => cells + drivers.length * rows.length, 0);

/** Lays typed values out as planned: from those of the first period to all periods, moved by the schedule and planned changes. */
export function movePlan(levels: readonly Level[], plan: Moves, periods: Periods, cells: Float64Array): void {
  const perPeriod = cells.length / periods.count;
  // The first period's cells stand for all of them, until a change says otherwise.
  for (let q = 1; q < periods.count; q++) cells.copyWithin(q * perPeriod, 0, perPeriod);
  let at = 0,
    place = 0;
  for (const level of levels) {
    const { drivers, rows } = level;
    for (let d = 0; d < drivers.length; d++, at += rows.length) {
      const moves = plan[place++];
      if (moves) move(cells, at, perPeriod, drivers[d], level, moves, periods);
    }
  }
}

/** Applies a scenario's adjustments to cells laid out as planned, and holds what either moved within its bounds. */
export function adjustPlan(
  levels: readonly Level[],
  plan: Moves,
  adjustments: Moves,
  periods: Periods,
  cells: Float64Array,
  clips: Clip[],
): void {
  let at = 0,
    place = 0;
  for (const level of levels) {
    const { drivers, rows } = level;
    for (let d = 0; d < drivers.length; d++, at += rows.length) {
      adjustPlanOf(drivers[d], level, at, plan[place], adjustments[place], periods, cells, clips);
      place++;
    }
  }
}

/** The same for one driver, whose values begin there among the cells. */
export function adjustPlanOf(
  driver: Driver,
  level: Level,
  at: number,
  planned: Moves[number],
  adjusting: Moves[number],
  periods: Periods,
  cells: Float64Array,
  clips: Clip[],
): void {
  if (!planned && !adjusting) return;
  const { rows } = level;
  const perPeriod = cells.length / periods.count;
  if (adjusting) move(cells, at, perPeriod, driver, level, adjusting, periods);
  if (!driver.isHeld) return;
  const touched = new Uint8Array(rows.length);
  for (const moves of [planned, adjusting])
    if (moves) for (const change of moves) for (const r of level.inScope(change)) touched[r] = 1;
  for (let r = 0; r < rows.length; r++) if (touched[r]) hold(cells, at + r, perPeriod, driver, rows[r], periods, clips);
}

/** A level's values by driver, where they begin among the cells. */
export function valuesOf<K extends DriverKey>(
  { drivers, rows }: Level,
  cells: Float64Array,
  first: number,
): Expanded<K> {
  const values = {} as Record<K, Float64Array>;
  for (let d = 0, at = first; d < drivers.length; d++, at += rows.length)
    values[drivers[d].key as K] = cells.subarray(at);
  return values;
}

/**
 * Moves the rows' values of a driver, month after month of the rows' own clocks or of the calendar. Change by change and
 * period by period, since the rows' values of one period stand side by side.
 */
export function move(
  values: Float64Array,
  first: number,
  stride: number,
  { keepsCalendar }: Driver,
  level: Level,
  moves: readonly Change[],
  { count, firstMonth }: Periods,
): void {
  const { rows } = level;
  for (let m = 0; m < moves.length; m++) {
    const change = moves[m];
    const inScope = level.inScope(change),
      scope = inScope.length;
    for (let at = 0, to; at < scope; at = to) {
      const delayMonths = keepsCalendar ? 0 : (rows[inScope[at]].delayMonths ?? 0);
      // Rows that are late by as much are moved in the same periods.
      to = at + 1;
      while (to < scope && (keepsCalendar || (rows[inScope[to]].delayMonths ?? 0) === delayMonths)) to++;
      // Periods begin and end with changes: those in which one is in force stand side by side.
      let q = 0;
      while (q < count && firstMonth[q] + 1 - delayMonths < change.fromMonth) q++;
      for (; q < count && firstMonth[q] + 1 - delayMonths <= change.toMonth; q++)
        for (let k = at; k < to; k++) {
          const i = first + q * stride + inScope[k];
          values[i] = moved(values[i], change);
        }
    }
  }
}

/** Holds one row's values of a driver within its bounds. */
function hold(
  values: Float64Array,
  first: number,
  stride: number,
  driver: Driver,
  { program, payer, item, basis }: InputRow,
  { count, firstMonth }: Periods,
  clips: Clip[],
): void {
  const { lower } = driver;
  const upper = upperBound(driver, basis);
  let clip: Clip | null = null;
  for (let q = 0, i = first; q < count; q++, i += stride) {
    const value = values[i];
    const held = Math.min(upper, Math.max(lower, value));
    if (held !== value) {
      const month = firstMonth[q] + 1;
      clip ??= { what: driver.key, program, payer, item, firstMonth: month, lastMonth: month, value, heldAt: held };
      clip.lastMonth = firstMonth[q + 1];
    }
    values[i] = held;
  }
  if (clip) clips.push(clip);
}
