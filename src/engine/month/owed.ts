/** Event 10 for what payers owe at the start: when it comes in, and what of it is bad debt. */
import { SEGMENT, SEGMENT_FIELDS } from '../inputs/layout';
import type { Inputs } from '../inputs/prepare';
import { DAYS_PER_MONTH } from '../math/calendar';
import { MONTH, MONTH_FIELDS, type Memory } from './memory';

/** Adds what comes in of the opening receivable to the months of each program. */
export function collectOwed(inputs: Inputs, memory: Memory): void {
  const { programs, firstSegment, payer, segmentRates, months } = inputs;
  const { months: record, owedAtStart } = memory;
  owedAtStart.fill(0);
  for (let p = 0; p < programs.length; p++) {
    const first = p * months * MONTH_FIELDS;
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
      const owed = payer.openingReceivable[s];
      if (owed === 0) continue;
      const collected = owed * segmentRates[s * SEGMENT_FIELDS + SEGMENT.collectedRate];
      const parts = partsOfOwed(inputs, s);
      owedAtStart[p] += owed;
      record[first + MONTH.badDebt] += owed - collected;
      for (let t = 0; t < parts.length && t < months; t++)
        record[first + t * MONTH_FIELDS + MONTH.cashCollected] += collected * parts[t];
    }
  }
}

/**
 * The parts of what a payer owes at the start, and pays, that come in month 1, 2, 3 …: as what an even revenue of the
 * months before leaves open does.
 */
export function partsOfOwed({ paymentParts, payer }: Pick<Inputs, 'paymentParts' | 'payer'>, s: number): Float64Array {
  const open = paymentParts[s] ? openByPattern(paymentParts[s]) : openByDays(payer.daysToPay[s] / DAYS_PER_MONTH);
  let months = 0;
  for (const part of open) months += part;
  return months > 0 ? open.map((part) => part / months) : Float64Array.of(1);
}

/** Of a month's revenue, what is open after it, after the month behind it, and so on. */
function openByPattern(parts: Float64Array): Float64Array {
  const open = new Float64Array(parts.length - 1);
  for (let j = parts.length - 1, left = 0; j > 0; j--) open[j - 1] = left += parts[j];
  return open;
}

const openByDays = (delay: number): Float64Array =>
  Float64Array.from({ length: Math.ceil(delay) }, (_, j) => Math.min(1, delay - j));
