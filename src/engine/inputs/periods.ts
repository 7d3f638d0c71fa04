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

export function periodsOf(stages: readonly (readonly Change[])[], months: number): Periods {
  const ofMonth = new Int32Array(months);
  // First a mark on each month that differs from the one before, then the marks counted up.
  for (const changes of stages) {
    for (const { fromMonth, toMonth } of changes) {
      mark(ofMonth, Math.ceil(fromMonth) - 1);
      mark(ofMonth, Math.floor(toMonth));
    }
  }
  for (let t = 1; t < months; t++) ofMonth[t] += ofMonth[t - 1];
  const count = ofMonth[months - 1] + 1;
  const firstMonth = new Int32Array(count + 1).fill(months);
  for (let t = months - 1; t >= 0; t--) firstMonth[ofMonth[t]] = t;
  return { months, count, firstMonth, ofMonth };
}

/** Where something may move in any month. */
export function everyMonth(months: number): Periods {
  const ofMonth = Int32Array.from({ length: months }, (_, t) => t);
  return { months, count: months, firstMonth: Int32Array.from({ length: months + 1 }, (_, t) => t), ofMonth };
}

function mark(months: Int32Array, t: number): void {
  if (t > 0 && t < months.length) months[t] = 1;
}
