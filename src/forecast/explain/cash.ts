/** The months whose revenue is paid in a month. */
import type { ExplainedMonth } from './explained-month';
import { row, type Row } from './row';

/** What a payer pays this month for an earlier one. */
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
  return Array.from({ length: m.t + 1 }, (_, origin) => {
    const delay = m.drivers.payer('daysToPay', s, origin) / 30;
    const whole = Math.floor(delay);
    const later = delay - whole;
    const waited = m.t - origin;
    const part = waited === whole ? 1 - later : waited === whole + 1 ? later : 0;
    const share =
      part === 1 && waited === 0
        ? ''
        : ` × ${Number((100 * part).toPrecision(4))}%, the part paid ${after(waited)}: Days to pay ÷ 30 is ${Number(delay.toPrecision(4))} months`;
    return {
      s,
      origin,
      part,
      share,
      dollars: m.payer(s, origin).revenue * m.drivers.payer('collectedRate', s, origin) * part,
    };
  }).filter(({ part, dollars }) => part > 0 && dollars > 0);
}

const after = (months: number): string =>
  months === 0 ? 'in the same month' : months === 1 ? 'after 1 month' : `after ${months} months`;

/** The figure by the month it was earned in. */
export function cashByOrigin(m: ExplainedMonth): Row[] {
  const all = m.programs.flatMap((p) => m.drivers.payersOf(p)).flatMap((s) => payments(m, s));
  const origins = [...new Set(all.map(({ origin }) => origin))].sort((a, b) => a - b);
  return origins.map((origin) =>
    row(
      `Cash of month ${origin + 1}`,
      all.reduce((sum, payment) => (payment.origin === origin ? sum + payment.dollars : sum), 0),
      '$',
      `Allowed revenue of month ${origin + 1} that is collected in month ${m.t + 1}`,
    ),
  );
}

export function cashRows(m: ExplainedMonth, p: number): Row[] {
  return m.drivers
    .payersOf(p)
    .flatMap((s) =>
      payments(m, s).flatMap(({ origin, share, dollars }) => [
        row(
          `Cash of month ${origin + 1}: ${m.payerName(s)}`,
          dollars,
          '$',
          `Allowed revenue × Collected share${share}`,
        ),
        m.ofPayer('Allowed revenue', '$', s, m.payer(s, origin).revenue, 'by payer', origin),
        m.inputs.ofPayer('collectedRate', s, { ofMonth: origin }),
        m.inputs.ofPayer('daysToPay', s, { ofMonth: origin }),
      ]),
    );
}
