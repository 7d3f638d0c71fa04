/** A summary as a file of the kind that the add-in reads, and what is said of it. */
import Papa from 'papaparse';
import { readStatus } from '../actuals/reading/words';
import { MONTHLY } from '../tables/schemas/monthly';
import type { Summarized } from './summarize';

const monthText = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** Dollars of whole cents. */
const dollars = (cents: number | undefined): string => (cents === undefined ? '' : (cents / 100).toFixed(2));

export function csvOf({ rows }: Summarized): string {
  const keys = ['month', 'program', 'payer', 'billable', 'submitted', 'paid', 'allowed', 'cash'] as const;
  const data = rows.map(({ month, program, payer, figures: { billable, submitted, paid, allowed, cash } }) => [
    ...[monthText(month), program, payer, billable ?? '', submitted ?? '', paid ?? ''],
    ...[dollars(allowed), dollars(cash)],
  ]);
  return `${Papa.unparse([keys.map((key) => MONTHLY.header[key]), ...data])}\r\n`;
}

/** Lines in are lines used and lines set aside, with what they hold; nothing is left out without a word. */
export function saidOf({ asOf, lines, aside, rows, words }: Summarized): string[] {
  const count = (number: number) => number.toLocaleString('en-US');
  const unknown = words.status.filter((word) => word !== '' && readStatus(word) === null);
  return [
    `${count(lines.in)} lines read, ${count(lines.used)} used, as of ${monthText(asOf)}: ${count(rows.length)} months of a program and payer.`,
    ...(lines.repeated ? [`${count(lines.repeated)} set aside: the same as another line.`] : []),
    ...aside.map(
      ({ reason, lines, allowed, paid }) =>
        `${count(lines)} set aside: ${reason} (allowed $${dollars(allowed)}, paid $${dollars(paid)}).`,
    ),
    ...(unknown.length ? [`Status words that are not known: ${unknown.slice(0, 10).join(', ')}.`] : []),
  ];
}
