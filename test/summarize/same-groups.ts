/** Claims of a test, and what the pane’s own code makes of them: what every engine has to answer. */
import { byMonth } from '../../src/actuals/by-month';
import type { MonthRow } from '../../src/actuals/monthly';
import { readText } from '../../src/actuals/reading/csv';

/** Claims with several lines, reversals, repeats, blanks, totals and words of all kinds, drawn from a seed. */
export function claimsText(rows: number, seed: number): string {
  let state = seed;
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const of = <T>(list: readonly T[]): T => list[below(list.length)];
  const lines: string[] = [];
  for (let i = 0; i < rows; i++) {
    const month = below(18);
    const day = (after: number) => new Date(Date.UTC(2024, month, 1 + after)).toISOString().slice(0, 10);
    const status = of(['Paid', 'paid', 'Denied', 'pending', 'Overturned', 'Appealed', 'whatever', '']);
    const sign = below(20) === 0 ? -1 : 1;
    const cells = [
      ...[below(50) ? `C${below(rows)}` : '', below(60) ? below(300) : '', day(below(28))],
      ...[
        below(80) ? of(['CCM', 'RPM', 'ccm ']) : 'Total',
        below(80) ? of(['Medicare', 'medicare', '"Self-pay, cash"', "Blue's"]) : '',
      ],
      ...[of(['99490', '99439']), (sign * below(9000)) / 100, (sign * below(90_000)) / 1000, status],
      below(4) ? day(below(150) - 5) : '',
    ];
    const line = cells.join(',');
    lines.push(line);
    if (below(25) === 0) lines.push(line);
  }
  return `claim_id,patient_id,service_date,program,payer,code,allowed,paid,status,decision_date\n${lines.join('\n')}\n`;
}

/** The pane’s answer, in the order of an engine. */
export function paneAnswer(text: string, asOf: number | null) {
  const { rows, refused, account } = readText(text);
  if (!rows) throw new Error(refused ?? 'nothing');
  const months = byMonth([rows], { asOf });
  return { asOf: months.asOf, rows: inOrder(months.rows), used: account.rowsUsed, linesIn: account.rowsIn };
}

/** Names that are alike are spelled as one of them. */
export const inOrder = (rows: readonly MonthRow[]) =>
  rows
    .map(({ month, program, payer, figures }) => ({
      place: [program.toLowerCase(), payer.toLowerCase(), month].join('|'),
      figures,
    }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
