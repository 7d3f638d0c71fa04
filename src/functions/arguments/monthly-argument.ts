/** A monthly table by program and payer, as PPPM.ACTUALS and PPPM.MONTHLY give it. */
import { isDateSerial, monthIndexOfSerial } from '../../tables/calendar';
import { summaryOf } from '../../actuals/summary';
import { SUMMARY_FIGURES, type Summary } from '../../actuals/rows';
import * as argumentMessages from '../../tables/messages/arguments';
import * as messages from '../../tables/messages/estimates';
import { InputError } from '../../tables/messages/input-error';
import { isGiven, readTable } from '../../tables/reading/read-table';
import { MONTHLY } from '../../tables/schemas/monthly';
import { tableOf } from './model-arguments';

export interface MonthlyArgument {
  /** In dollars. Months are month indices, or numbers from 1 where they are only counted. */
  readonly summary: Summary;
  /** What is not read of it, and what is left out. */
  readonly notes: readonly string[];
}

/** Of each argument the table by its name. */
const SCHEMAS = new Map(['forecast', 'actual'].map((name) => [name, { ...MONTHLY, title: name }]));

/** @throws InputError with the first thing that is wrong in the table */
export function monthlyTable(name: 'forecast' | 'actual', argument: unknown): MonthlyArgument {
  const range = tableOf(argument);
  if (!isGiven(range)) throw new InputError(messages.noRows(name));
  const { rows, findings } = readTable(SCHEMAS.get(name)!, range);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length) throw new InputError(argumentMessages.findingsMore(errors[0].text, errors.length - 1));
  if (rows.length === 0) throw new InputError(messages.noRows(name));
  const summary = summaryOf(
    rows.map(({ values }) => ({
      month: monthOf(values.month as number),
      program: values.program as string,
      payer: (values.payer as string | null) ?? '',
      figures: Object.fromEntries(SUMMARY_FIGURES.map((key) => [key, values[key] as number])),
    })),
  );
  return { summary, notes: findings.map(({ text }) => text) };
}

const monthOf = (cell: number): number => (isDateSerial(cell) ? monthIndexOfSerial(cell) : cell);
