/**
 * Event 10 by a payment pattern. Most payers pay by days, which the innermost loop of a segment knows; one with a pattern
 * pays when its segment has been through all its months.
 */
import { MONTH, type Records } from './memory';

/** Takes what is collected of the segments before out of a program's record, so that the next one's stands there alone. */
export function setAside({ months: record, others, fields }: Records, p: number): void {
  const months = others.length;
  for (let t = 0, m = p * months * fields; t < months; t++, m += fields) {
    others[t] = record[m + MONTH.collectedRevenue];
    record[m + MONTH.collectedRevenue] = 0;
  }
}

/** Puts what is collected of the segment where its pattern says, as far as there are months; the others' comes back. */
export function payByPattern({ months: record, others, fields }: Records, p: number, parts: Float64Array): void {
  const months = others.length;
  const first = p * months * fields;
  for (let t = 0; t < months; t++) {
    const collected = record[first + t * fields + MONTH.collectedRevenue];
    for (let j = 0; j < parts.length && t + j < months; j++)
      record[first + (t + j) * fields + MONTH.cashCollected] += collected * parts[j];
    record[first + t * fields + MONTH.collectedRevenue] = others[t] + collected;
  }
}
