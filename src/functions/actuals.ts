import { byMonth } from '../actuals/by-month';
import type { SummaryFigure } from '../actuals/rows';
import { COLUMNS } from '../actuals/reading/kinds';
import { readStacked } from '../actuals/reading/read-cells';
import type { Reading } from '../actuals/reading/read-table';
import { monthEndSerial } from '../tables/calendar';
import * as messages from '../tables/messages/exports';
import { InputError } from '../tables/messages/input-error';
import { asOfArgument } from './arguments/as-of';
import { pastedRows } from './arguments/pasted-rows';
import type { BillingBasis } from './enums';
import { isTrue, oneOf } from './arguments/text-argument';

const BASES = ['average', 'closing', 'retained'] as const;
/** The figures, as a monthly summary names them. */
const FIGURES = COLUMNS.summary.filter(({ holds }) => holds === 'figure' || holds === 'money');

/**
 * The months of a practice as they were, by program and payer, from pasted rows: a monthly summary, a roster, claims or minutes.
 *
 * Columns are found by their headers, in any order, in the words of EHR and billing exports. Tables of several kinds join by month: stack them with VSTACK, each with its header row. What the rows do not tell stays blank. A claim is a patient’s month in a program; cash is in the month of its decision date.
 *
 * Rows that cannot be used are set aside, never guessed; the column Note says how many, and report lists them.
 *
 * @customfunction ACTUALS
 * @category Actuals
 * @helpurl help/ACTUALS.html
 * @param rows The pasted rows with their header row, up to 400,000 cells.
 * @param [asOf] The last day told, e.g. 2026-06-30; blank = that of the latest enrollment or decision. A month that has not ended is left out.
 * @param [basis] Active patients of a month: average of opening and closing, closing, or retained; blank = average.
 * @param [report] TRUE lists the rows that were set aside instead: row, reason, what to do, and dollars.
 * @returns A header row, then a row a month, program and payer: month end, program, payer and figures.
 * @throws Rows that are none of the known kinds, or a column that can be read in two ways.
 * @example
 * =PPPM.ACTUALS({"Patient ID","Program","Payer","Enrolled","Disenrolled";"P1","CCM","Medicare","2026-04-10","";"P2","CCM","Medicare","2026-04-20","2026-05-15"}, "2026-05-31")
 * → {"Month","Program","Payer","Opening","New","Lost","Closing","Active","Billable","Claims submitted","Claims paid","Allowed","Cash","Minutes","Cost","Referrals","Waiting","Note";46142,"CCM","Medicare",0,2,0,2,1,"","","","","","","","","","";46173,"CCM","Medicare",2,0,1,1,1.5,"","","","","","","","","",""}
 */
export function actuals(rows: unknown[][], asOf?: number, basis?: BillingBasis, report?: boolean): unknown[][] {
  const readings = readStacked(pastedRows('rows', rows));
  if (isTrue('report', report)) return setAsideRows(readings);
  for (const { refused } of readings) if (refused !== null) throw new InputError(refused);
  const sources = readings.flatMap((reading) =>
    reading.rows === null || reading.rows.kind === 'aging' ? [] : [reading.rows],
  );
  if (sources.length === 0) throw new InputError(messages.agingHasNoMonths());
  const months = byMonth(sources, { asOf: asOfArgument(asOf), basis: oneOf('basis', basis, BASES, 'average') });
  const answer: unknown[][] = months.rows.map(({ month, program, payer, figures }) => [
    monthEndSerial(month),
    program,
    payer,
    ...FIGURES.map(({ key, holds }) => {
      const figure = figures[key as SummaryFigure];
      return figure === undefined ? '' : holds === 'money' ? figure / 100 : figure;
    }),
    '',
  ]);
  const header = ['Month', 'Program', 'Payer', ...FIGURES.map(({ header }) => header), 'Note'];
  const [aside, all] = [sum(readings, 'rowsAside'), sum(readings, 'rowsIn')];
  if (aside > 0) (answer[0] ??= header.map(() => ''))[header.length - 1] = messages.someSetAside(aside, all);
  return [header, ...answer];
}

const sum = (readings: readonly Reading[], key: 'rowsAside' | 'rowsIn'): number =>
  readings.reduce((total, { account }) => total + account[key], 0);

function setAsideRows(readings: readonly Reading[]): unknown[][] {
  const rows = readings.flatMap(({ refused, setAside }) =>
    refused === null
      ? setAside.map(({ row, reason, text, cents }) => [row, reason, text, cents / 100])
      : [['', 'not read', refused, '']],
  );
  return [
    ['Row', 'Reason', 'What to do', 'Dollars'],
    ...(rows.length ? rows : [['', 'No row was set aside.', '', '']]),
  ];
}
