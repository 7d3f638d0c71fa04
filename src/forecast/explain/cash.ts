/** The months whose revenue is paid in a month. */
import type { ExplainedMonth } from './explained-month';
import { row, type Row } from './row';

/** What a payer pays this month for this one or an earlier one. */
interface Payment {
  s: number;
  /** Month of service, counted from 0. */
  origin: number;
  /** Part of what is collected that comes this month. */
  part: number;
  /** In words. */
  share: string;
  dollars: number;
}

function payments(m: ExplainedMonth, s: number): Payment[] {
  return m
    .originsOf(s)
    .map((origin) => {
      const waited = m.t - origin;
      const { part, why } = partPaid(m, s, origin, waited);
      const share = part === 1 && waited === 0 ? '' : ` × ${percent(part)}, the part paid ${after(waited)}${why}`;
      return {
        s,
        origin,
        part,
        share,
        dollars: m.payer(s, origin).revenue * m.drivers.payer('collectedRate', s, origin) * part,
      };
    })
    .filter(({ part, dollars }) => part > 0 && dollars > 0);
}

/** By the payer's pattern, of what Collected share says; or by days to pay. */
function partPaid(m: ExplainedMonth, s: number, origin: number, waited: number): { part: number; why: string } {
  const { paymentPattern } = m.drivers.segments[s];
  if (paymentPattern !== null) return { part: paymentPattern[waited] ?? 0, why: ' by the Payment pattern' };
  const delay = m.drivers.payer('daysToPay', s, origin) / 30;
  const whole = Math.floor(delay);
  const later = delay - whole;
  return {
    part: waited === whole ? 1 - later : waited === whole + 1 ? later : 0,
    why: `: Days to pay ÷ 30 is ${Number(delay.toPrecision(4))} months`,
  };
}

const percent = (part: number): string => `${Number((100 * part).toPrecision(4))}%`;

/** What comes in this month of what a payer owes at the start, and the part it is of what is collected of that. */
function ofOwed(m: ExplainedMonth, s: number): { part: number; dollars: number } {
  const owed = m.owesFromTheStart(s) ? m.drivers.payer('openingReceivable', s, 0) : 0;
  const part = owed > 0 ? (m.drivers.partsOfOwed(s)[m.t] ?? 0) : 0;
  return { part, dollars: owed * m.drivers.collectedShare(s, 0) * part };
}

function owedRows(m: ExplainedMonth, s: number): Row[] {
  const { part, dollars } = ofOwed(m, s);
  if (dollars === 0) return [];
  return [
    row(
      `${OWED}: ${m.payerName(s)}`,
      dollars,
      '$',
      `Opening receivable × the share that is collected × ${percent(part)}, the part that comes in month ${m.t + 1} after even revenue before`,
    ),
    m.inputs.ofPayer('openingReceivable', s, { ofMonth: 0 }),
    m.inputs.ofPayer('collectedRate', s, { ofMonth: 0 }),
    m.inputs.untilPaid(s, { ofMonth: 0 }),
  ];
}

/** What is still owed of actual months. */
function dueRows(m: ExplainedMonth, p: number, s: number): Row[] {
  const due = m.drivers.dueAfterActual(p, s, m.t);
  if (due === 0) return [];
  return [
    row(
      `${m.dueName}: ${m.payerName(s)}`,
      due,
      '$',
      'Opening receivable + allowed revenue − bad debt − cash of the actual months, as the payer’s terms leave it for this month',
    ),
  ];
}

const OWED = 'Cash of the opening receivable';

const after = (months: number): string =>
  months === 0 ? 'in the same month' : months === 1 ? 'after 1 month' : `after ${months} months`;

/** The figure by the month it was earned in. */
export function cashByOrigin(m: ExplainedMonth): Row[] {
  const all = m.programs.flatMap((p) => m.drivers.payersOf(p)).flatMap((s) => payments(m, s));
  const origins = [...new Set(all.map(({ origin }) => origin))].sort((a, b) => a - b);
  const segments = m.programs.flatMap((p) => m.drivers.payersOf(p));
  const owed = segments.reduce((sum, s) => sum + ofOwed(m, s).dollars, 0);
  const ofStart = owed > 0 ? [row(OWED, owed, '$', `What comes in month ${m.t + 1} of the Opening receivable`)] : [];
  const ofMonths = origins.map((origin) =>
    row(
      `Cash of month ${origin + 1}`,
      all.reduce((sum, payment) => (payment.origin === origin ? sum + payment.dollars : sum), 0),
      '$',
      `Allowed revenue of month ${origin + 1} that is collected in month ${m.t + 1}`,
    ),
  );
  const ofActual = m.programs.flatMap((p) => m.drivers.payersOf(p).map((s) => m.drivers.dueAfterActual(p, s, m.t)));
  const due = ofActual.reduce((sum, dollars) => sum + dollars, 0);
  return [
    ...ofStart,
    ...(due > 0
      ? [row(m.dueName, due, '$', `What comes in month ${m.t + 1} of what was earned in actual months`)]
      : []),
    ...ofMonths,
  ];
}

export function cashRows(m: ExplainedMonth, p: number): Row[] {
  return m.drivers
    .payersOf(p)
    .flatMap((s) => [
      ...owedRows(m, s),
      ...dueRows(m, p, s),
      ...payments(m, s).flatMap(({ origin, share, dollars }) => [
        row(
          `Cash of month ${origin + 1}: ${m.payerName(s)}`,
          dollars,
          '$',
          `Allowed revenue × Collected share${share}`,
        ),
        m.ofPayer('Allowed revenue', '$', s, m.payer(s, origin).revenue, 'by payer', origin),
        m.inputs.ofPayer('collectedRate', s, { ofMonth: origin }),
        m.inputs.untilPaid(s, { ofMonth: origin }),
      ]),
    ]);
}
