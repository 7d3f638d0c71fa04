/**
 * The stretches of months in which no input moves. Values are worked out once a period and hold for all its
 * months: a forecast with two planned changes has three periods, however long it is.
 */
import type { Change } from '../model/model';

export interface Periods {
  months: number;
  count: number;
  /** First month of each period, counted from 0; and last the number of months, where the last one ends. */
  firstMonth: Int32Array;
  /** The period each month lies in. */
  ofMonth: Int32Array;
}

const ON_TIME = [0];

/** @param delays months by which rows come later than typed, their changes included; 0 for rows that are on time */
export function periodsOf(
  stages: readonly (readonly Change[])[],
  months: number,
  delays: readonly number[] = ON_TIME,
): Periods {
  const ofMonth = new Int32Array(months);
  // First a mark on each month that differs from the one before, then the marks counted up.
  for (const changes of stages) {
    for (const change of changes) {
      for (const delay of delays) {
        mark(ofMonth, firstInForce(change, delay));
        mark(ofMonth, firstAfter(change, delay));
      }
    }
  }
  for (let t = 1; t < months; t++) ofMonth[t] += ofMonth[t - 1];
  const count = ofMonth[months - 1] + 1;
  const firstMonth = new Int32Array(count + 1).fill(months);
  for (let t = months - 1; t >= 0; t--) firstMonth[ofMonth[t]] = t;
  return { months, count, firstMonth, ofMonth };
}

/** Whether values moved by these changes, too, stand still within the periods. */
export function standStill(
  { months, firstMonth, ofMonth }: Periods,
  changes: readonly Change[],
  delays: readonly number[] = ON_TIME,
): boolean {
  const isBound = (t: number) => t <= 0 || t >= months || firstMonth[ofMonth[t]] === t;
  return changes.every((change) =>
    delays.every((delay) => isBound(firstInForce(change, delay)) && isBound(firstAfter(change, delay))),
  );
}

/** Months counted from 0. */
const firstInForce = ({ fromMonth }: Change, delay: number): number => Math.ceil(fromMonth + delay) - 1;
const firstAfter = ({ toMonth }: Change, delay: number): number => Math.floor(toMonth + delay);

function mark(months: Int32Array, t: number): void {
  if (t > 0 && t < months.length) months[t] = 1;
}
