/**
 * Event 10 for what payers owe where the forecast begins: at the start, or behind the months that are over. When it
 * comes in, and what of it is bad debt.
 */
import type { ActualMonths } from '../inputs/actual-months';
import { SEGMENT, SEGMENT_FIELDS } from '../inputs/layout';
import type { Inputs } from '../inputs/prepare';
import { DAYS_PER_MONTH } from '../math/calendar';
import { NOISE } from '../math/tolerances';
import { rowOf } from './actual';
import { MONTH, type Records } from './memory';

/** Adds what comes in of what a program's payers owe to its months. */
export function collectOwed(inputs: Inputs, { months: record, owedAtStart, fields }: Records, p: number): void {
  const { firstSegment, payer, segmentRates, months, actual } = inputs;
  const first = p * months * fields;
  owedAtStart[p] = 0;
  for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
    const owed = payer.openingReceivable[s];
    if (owed === 0 && actual === null) continue;
    owedAtStart[p] += owed;
    const collected = owed * segmentRates[s * SEGMENT_FIELDS + SEGMENT.collectedRate];
    record[first + MONTH.badDebt] += owed - collected;
    const parts = partsOfOwed(inputs, s);
    const isForecast = actual === null || actual.begun[p] === actual.months;
    // Before its first month that is told, a program has nothing but what comes in of what is owed.
    const end = Math.min(parts.length, isForecast ? months : actual.begun[p]);
    for (let t = 0; t < end; t++) record[first + t * fields + MONTH.cashCollected] += collected * parts[t];
    if (isForecast) continue;
    const { due, surplus } = dueAfter(inputs, actual, s, parts, actual.begun[p]);
    record[first + (actual.months - 1) * fields + MONTH.badDebt] -= surplus;
    for (let t = actual.months; t < months; t++)
      record[first + t * fields + MONTH.cashCollected] += due[t - actual.months];
  }
}

/**
 * What a payer still owes at the end of the months that are over comes in as their revenue would have: of each month's
 * what the payer's terms leave for later, all in the proportion of what is really owed.
 * @returns what is owed, what of it is due in each month behind them, and what has been paid beyond all that could be
 * collected
 */
export function dueAfter(
  inputs: Inputs,
  actual: ActualMonths,
  s: number,
  partsOfOwed: Float64Array,
  begun: number,
): { open: number; due: Float64Array; surplus: number } {
  const { payer, segmentRates, segments, paymentParts, periods } = inputs;
  const expected: number[] = [0];
  let all = 0,
    collectable = 0,
    paid = 0;
  const expect = (month: number, dollars: number) => {
    if (month < actual.months) return;
    expected[month - actual.months] = (expected[month - actual.months] ?? 0) + dollars;
    all += dollars;
  };
  const owed = payer.openingReceivable[s] * segmentRates[s * SEGMENT_FIELDS + SEGMENT.collectedRate];
  collectable += owed;
  partsOfOwed.forEach((part, t) => {
    expect(t, owed * part);
    if (t < begun) paid += owed * part;
  });
  for (let t = 0; t < actual.months; t++) {
    const row = rowOf(actual, s, t);
    if (!row) continue;
    const k = (periods.ofMonth[t] * segments.length + s) * SEGMENT_FIELDS;
    const collected = row.allowedRevenue * segmentRates[k + SEGMENT.collectedRate];
    collectable += collected;
    paid += row.cashCollected;
    const parts = paymentParts[s];
    if (parts) parts.forEach((part, j) => expect(t + j, collected * part));
    else {
      const whole = segmentRates[k + SEGMENT.monthsToPay];
      const later = collected * segmentRates[k + SEGMENT.laterShare];
      expect(t + whole, collected - later);
      expect(t + whole + 1, later);
    }
  }
  const open = collectable - paid;
  const isNothing = Math.abs(open) < NOISE * collectable;
  const due = new Float64Array(inputs.months - actual.months);
  if (open > 0 && !isNothing)
    for (let t = 0; t < due.length; t++) due[t] = all > 0 ? ((expected[t] ?? 0) / all) * open : t === 0 ? open : 0;
  return { open: isNothing ? 0 : Math.max(0, open), due, surplus: open < 0 && !isNothing ? -open : 0 };
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
