/** What is paid in a month, by what it is paid for. */
import { DAYS_PER_MONTH } from '../../engine/math/calendar';
import { receipts, type Origin } from '../receipts';
import type { ExplainedMonth } from './explained-month';
import { row, type Row } from './row';

/** What a payer pays this month for this one or an earlier one. */
interface Payment {
  origin: Origin;
  /** Part of what is collected that comes this month. */
  part: number;
  dollars: number;
}

function payments(m: ExplainedMonth, p: number, s: number): Payment[] {
  const found: Payment[] = [];
  receipts(m.drivers, m.payerMonths[s], p, s, (origin, month, part, dollars) => {
    if (month === m.t && dollars > 0) found.push({ origin, part, dollars });
  });
  return found;
}

/** The part of what is collected of a month that comes now, and why, in words. */
function shareOf(m: ExplainedMonth, s: number, origin: number, part: number): string {
  const waited = m.t - origin;
  if (part === 1 && waited === 0) return '';
  const delay = m.drivers.payer('daysToPay', s, origin) / DAYS_PER_MONTH;
  const why =
    m.drivers.segments[s].paymentPattern !== null
      ? ' by the Payment pattern'
      : `: Days to pay ÷ 30 is ${Number(delay.toPrecision(4))} months`;
  return ` × ${percent(part)}, the part paid ${after(waited)}${why}`;
}

const percent = (part: number): string => `${Number((100 * part).toPrecision(4))}%`;

const OWED = 'Cash of the opening receivable';

const after = (months: number): string =>
  months === 0 ? 'in the same month' : months === 1 ? 'after 1 month' : `after ${months} months`;

const inOrder = (a: Origin, b: Origin): number => placeOf(a) - placeOf(b);
const placeOf = (origin: Origin): number => (origin === 'start' ? -2 : origin === 'over' ? -1 : origin);

/** The figure by what it is paid for. */
export function cashByOrigin(m: ExplainedMonth): Row[] {
  const all = m.programs.flatMap((p) => m.drivers.payersOf(p).flatMap((s) => payments(m, p, s)));
  const sums = new Map<Origin, number>();
  for (const { origin, dollars } of all) sums.set(origin, (sums.get(origin) ?? 0) + dollars);
  return [...sums]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([origin, dollars]) => row(nameOf(m, origin), dollars, '$', whatOf(m, origin)));
}

const nameOf = (m: ExplainedMonth, origin: Origin): string =>
  origin === 'start' ? OWED : origin === 'over' ? m.dueName : `Cash of month ${origin + 1}`;

function whatOf(m: ExplainedMonth, origin: Origin): string {
  const month = `month ${m.t + 1}`;
  if (origin === 'start') return `What comes in ${month} of the Opening receivable`;
  if (origin === 'over') return `What comes in ${month} of what was earned in actual months`;
  return `Allowed revenue of month ${origin + 1} that is collected in ${month}`;
}

export const cashRows = (m: ExplainedMonth, p: number): Row[] =>
  m.drivers.payersOf(p).flatMap((s) => payments(m, p, s).flatMap((payment) => paymentRows(m, s, payment)));

function paymentRows(m: ExplainedMonth, s: number, { origin, part, dollars }: Payment): Row[] {
  const paid = (how: string) => row(`${nameOf(m, origin)}: ${m.payerName(s)}`, dollars, '$', how);
  if (origin === 'over')
    return [
      paid(`Receivable of month ${m.drivers.monthsOver} × the part that is due in month ${m.t + 1}`),
      row(
        `Receivable of month ${m.drivers.monthsOver}: ${m.payerName(s)}`,
        dollars / part,
        '$',
        'Opening receivable + allowed revenue − bad debt − cash of the actual months',
      ),
      row(
        `Part due in month ${m.t + 1}: ${m.payerName(s)}`,
        part,
        '%',
        'Of what was earned, the parts that the payer’s terms leave for after the actual months: this month’s of all of them',
      ),
    ];
  if (origin === 'start')
    return [
      paid(
        `Opening receivable × the share that is collected × ${percent(part)}, the part that comes in month ${m.t + 1} after even revenue before`,
      ),
      m.inputs.ofPayer('openingReceivable', s, { ofMonth: 0 }),
      m.inputs.ofPayer('collectedRate', s, { ofMonth: 0 }),
      m.inputs.untilPaid(s, { ofMonth: 0 }),
    ];
  return [
    paid(`Allowed revenue × Collected share${shareOf(m, s, origin, part)}`),
    m.ofPayer('Allowed revenue', '$', s, m.payer(s, origin).revenue, 'by payer', origin),
    m.inputs.ofPayer('collectedRate', s, { ofMonth: origin }),
    m.inputs.untilPaid(s, { ofMonth: origin }),
  ];
}
