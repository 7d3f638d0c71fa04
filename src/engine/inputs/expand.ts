/**
 * Gives every driver of every row its value in each period: the typed value, then the planned changes in
 * force, then the scenario's adjustments, then the driver's bounds.
 */
import type { Driver, DriverKey } from '../model/drivers';
import type { Change, ChangeKind } from '../model/model';
import type { Periods } from './periods';
import { seriesBlock } from '../math/series-block';

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

/** Whose row it is, for the scope of changes. */
export interface Scope {
  program: string | null;
  payer: string | null;
  item: string | null;
  /** The row's own clock runs this many months behind. */
  delayMonths?: number;
}

const KIND_ORDER: Record<ChangeKind, number> = { set: 0, multiply: 1, add: 2 };

const namesGiven = (c: Change) => Number(c.program !== null) + Number(c.payer !== null) + Number(c.item !== null);

/** The order changes are worked through in, whatever order they were typed in. */
export const inWorkingOrder = (a: Change, b: Change): number =>
  a.fromMonth - b.fromMonth ||
  KIND_ORDER[a.change] - KIND_ORDER[b.change] ||
  namesGiven(a) - namesGiven(b) ||
  a.value - b.value ||
  a.toMonth - b.toMonth;

export const touches = (change: Change, key: DriverKey, row: Scope): boolean =>
  change.driver === key &&
  (change.program === null || change.program === row.program) &&
  (change.payer === null || change.payer === row.payer) &&
  (change.item === null || change.item === row.item);

const apply = (value: number, change: Change): number => {
  if (change.change === 'set') return change.value;
  if (!Number.isFinite(value)) return value; // no limit stays no limit
  return change.change === 'add' ? value + change.value : value * change.value;
};

/** Values of one level's drivers: `values[key][q × rows + r]` is row r's value in period q. */
export type Expanded<K extends DriverKey> = Record<K, Float64Array>;

export function expand<K extends DriverKey>(
  rows: readonly (Scope & { base: Readonly<Record<K, number>> })[],
  drivers: readonly (Driver & { key: DriverKey })[],
  stages: readonly (readonly Change[])[],
  periods: Periods,
  clips: Clip[],
): Expanded<K> {
  const count = rows.length;
  const sorted = stages.map((changes) => changes.slice().sort(inWorkingOrder));
  const values = {} as Expanded<K>;
  const series = seriesBlock(drivers.length, periods.count * count);
  drivers.forEach((driver, d) => expandDriver(series[d], driver));
  return values;

  function expandDriver(series: Float64Array, driver: Driver): void {
    const key = driver.key as K;
    for (let r = 0; r < count; r++) series[r] = rows[r].base[key];
    // The first period's row stands for all of them, until a change says otherwise.
    for (let filled = count; filled < series.length; filled *= 2) series.copyWithin(filled, 0, filled);
    const moves = sorted.flatMap((changes) => changes.filter((c) => c.driver === key));
    if (moves.length > 0) {
      for (let r = 0; r < count; r++) {
        const mine = moves.filter((c) => touches(c, key, rows[r]));
        if (mine.length > 0) moveOverTime(series, r, count, rows[r].base[key], mine, driver, rows[r], periods, clips);
      }
    }
    values[key] = series;
  }
}

function moveOverTime(
  series: Float64Array,
  row: number,
  count: number,
  base: number,
  changes: readonly Change[],
  driver: Driver,
  scope: Scope,
  { firstMonth }: Periods,
  clips: Clip[],
): void {
  let clip: Clip | null = null;
  for (let q = 0, i = row; i < series.length; q++, i += count) {
    const month = firstMonth[q] + 1;
    const own = month - (scope.delayMonths ?? 0);
    let value = base;
    for (const change of changes) if (change.fromMonth <= own && own <= change.toMonth) value = apply(value, change);
    const held = Math.min(driver.upper, Math.max(driver.lower, value));
    if (held !== value) {
      clip ??= {
        what: driver.key,
        program: scope.program,
        payer: scope.payer,
        item: scope.item,
        firstMonth: month,
        lastMonth: month,
        value,
        heldAt: held,
      };
      clip.lastMonth = firstMonth[q + 1];
    }
    series[i] = held;
  }
  if (clip) clips.push(clip);
}
