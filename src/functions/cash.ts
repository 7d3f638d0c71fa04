import { DAYS_PER_MONTH } from '../engine/math/calendar';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { exceeds } from '../tables/reading/bounds';
import { readPaymentPattern } from '../tables/reading/payment-pattern';
import { MOST_DAYS_TO_PAY } from '../tables/schemas/payer-mix';
import { MAX_MONTHS } from '../tables/schemas/settings';
import { layOut, directionOf } from './arguments/month-series';
import { ANY_NUMBER, between, hasManyCells, numbers, oneNumber, onlyCell, SHARE } from './arguments/number-grid';

/**
 * Cash received each month from revenue earned, by a payment pattern or days to pay.
 *
 * With d days to pay, m = d ÷ 30 months: the share 1 − (m − ⌊m⌋) arrives ⌊m⌋ months later, the rest one month after that. Cash due after the last month is not shown.
 *
 * @customfunction CASH
 * @category Reimbursement
 * @helpurl help/CASH.html
 * @param revenue Revenue by month in $: a row, a column, or a block with a row for each payer.
 * @param pattern Shares collected 0, 1, 2 … months later (two or more cells, adding to at most 1, or one text such as 20% 50% 30%), or one number: days to pay. Days that change by month go to Changes, as Days to pay.
 * @returns Cash in $ by month, in the shape of the revenue.
 * @throws A share outside 0 to 1, a pattern that adds to more than 1, days outside 0 to 1000 or between 0 and 1, or text.
 * @example
 * 45 days: half a month's revenue comes after one month, half after two.
 * =PPPM.CASH({1000,1000,1000,1000}, 45)
 * → {0,500,1000,1000}
 * @example
 * =PPPM.CASH({1000,2000,0}, {20%,50%,25%})
 * → {200,900,1250}
 * @example
 * As a Payment pattern is typed on Payer mix.
 * =PPPM.CASH({1000,2000,0}, "20% 50% 25%")
 * → {200,900,1250}
 */
export function cash(revenue: unknown[][], pattern: unknown[][]): number[][] {
  const earned = numbers('revenue', revenue, ANY_NUMBER);
  const shares = hasManyCells(pattern)
    ? patternShares(pattern)
    : typeof onlyCell(pattern) === 'string'
      ? typedShares(onlyCell(pattern) as string)
      : delayShares(daysToPay(pattern));
  const down = earned.columns === 1 && earned.rows > 1;
  const series = down ? 1 : earned.rows;
  const months = earned.values.length / series;
  const rows = Array.from({ length: series }, (_, s) => {
    const received = new Array<number>(months).fill(0);
    for (let t = 0; t < months; t++)
      for (let lag = 0; lag < shares.length && t + lag < months; lag++)
        received[t + lag] += earned.values[s * months + t] * shares[lag];
    return received;
  });
  return layOut(rows, down ? 'down' : 'across');
}

/** A text that is no pattern is refused as the number that it is not. */
function typedShares(text: string): Float64Array {
  const pattern = readPaymentPattern(text);
  if (pattern === 'exceeds one' || pattern === 'not a share') throw new InputError(messages.patternUnreadable(text));
  if (typeof pattern === 'string') return delayShares(daysToPay(text));
  if (pattern.length > MAX_MONTHS) throw new InputError(messages.patternTooLong(pattern.length, MAX_MONTHS));
  return Float64Array.from(pattern);
}

function patternShares(pattern: unknown): Float64Array {
  refuseDays(pattern);
  const shares = numbers('pattern', pattern, SHARE);
  directionOf([shares]);
  const total = shares.values.reduce((sum, share) => sum + share, 0);
  if (exceeds(total, 1)) throw new InputError(messages.patternExceedsOne(total));
  let length = shares.values.length;
  while (length > 0 && shares.values[length - 1] === 0) length--;
  if (length > MAX_MONTHS) throw new InputError(messages.patternTooLong(length, MAX_MONTHS));
  return shares.values.subarray(0, length);
}

/** @throws InputError for several numbers that are no shares, with or without percent signs: they are days. */
function refuseDays(pattern: unknown): void {
  const cells = (pattern as unknown[]).flat().filter((cell) => typeof cell === 'number');
  const total = cells.reduce((sum, cell) => sum + cell, 0);
  const isLevel = cells.length > 1 && cells[0] >= 10 && cells.every((cell) => cell === cells[0]);
  if (exceeds(total, 100) || isLevel) throw new InputError(messages.daysByMonth('pattern', cells));
}

/** @throws InputError for a fraction of a day: it was meant as a share. */
function daysToPay(pattern: unknown): number {
  const days = oneNumber('pattern', pattern, between(0, MOST_DAYS_TO_PAY));
  if (days > 0 && days < 1) throw new InputError(messages.daysAreAShare('pattern', days));
  return days;
}

function delayShares(days: number): Float64Array {
  const months = days / DAYS_PER_MONTH;
  const whole = Math.floor(months);
  const shares = new Float64Array(whole + 2);
  shares[whole] = 1 - (months - whole);
  shares[whole + 1] = months - whole;
  return shares;
}
