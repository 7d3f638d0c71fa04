/** What a payer pays and when: the one place that tells cash apart by payer, and by what it is paid for. */
import { DAYS_PER_MONTH } from '../engine/math/calendar';
import type { PayerMonth } from './by-payer';
import type { Drivers } from './drivers';

/** A month of service, counted from 0; what is owed at the start; what is still owed of the months that are over. */
export type Origin = number | 'start' | 'over';

/**
 * @param month that it comes in, counted from 0
 * @param part of what is collected of the origin that comes then; of months that are over, of what is owed behind them
 */
export type Receive = (origin: Origin, month: number, part: number, dollars: number) => void;

/** Tells what a payer pays within the forecast, the months apart that are over: what came in then, their rows say. */
export function receipts(
  drivers: Drivers,
  months: readonly PayerMonth[],
  p: number,
  s: number,
  receive: Receive,
): void {
  const horizon = months.length;
  const begun = drivers.firstActualMonth(p);
  const owed = drivers.payer('openingReceivable', s, 0) * drivers.collectedShare(s, 0);
  if (owed > 0)
    drivers.partsOfOwed(s).forEach((part, t) => {
      // From the first month that is told, it is part of what is open.
      if (t < Math.min(begun, horizon)) receive('start', t, part, owed * part);
    });
  const { open, due } = drivers.owedAfterActual(p, s);
  due.forEach((dollars, i) => receive('over', drivers.monthsOver + i, open > 0 ? dollars / open : 0, dollars));

  const pattern = drivers.segments[s].paymentPattern;
  for (let t = 0; t < horizon; t++) {
    if (drivers.actualMonth(s, t)) continue;
    const collectable = months[t].revenue * drivers.payer('collectedRate', s, t);
    const pay = (wait: number, part: number) => {
      if (part > 0 && t + wait < horizon) receive(t, t + wait, part, collectable * part);
    };
    if (pattern !== null) pattern.forEach((part, wait) => pay(wait, part));
    else {
      const delay = drivers.payer('daysToPay', s, t) / DAYS_PER_MONTH;
      const whole = Math.floor(delay);
      pay(whole, 1 - (delay - whole));
      pay(whole + 1, delay - whole);
    }
  }
}

/** A payer's cash by month. */
export function cashOf(drivers: Drivers, months: readonly PayerMonth[], p: number, s: number): Float64Array {
  const cash = Float64Array.from(months, (_, t) => drivers.actualMonth(s, t)?.cashCollected ?? 0);
  receipts(drivers, months, p, s, (_, month, __, dollars) => (cash[month] += dollars));
  return cash;
}
