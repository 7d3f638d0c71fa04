import { lastMonthOf } from '../actuals/as-of';
import { readCells } from '../actuals/reading/read-cells';
import { IN_WORDS } from '../actuals/reading/read-table';
import { NOT_GIVEN } from '../actuals/rows';
import { triangle as triangleOf, TRIANGLE_BY } from '../actuals/triangle';
import { monthEndSerial } from '../tables/calendar';
import * as messages from '../tables/messages/exports';
import { InputError } from '../tables/messages/input-error';
import { asOfArgument } from './arguments/as-of';
import { pastedRows } from './arguments/pasted-rows';
import { oneOf } from './arguments/text-argument';
import type { TriangleBy } from './enums';

/**
 * Claims by month of service and delay in months, as running totals: what PPPM.COMPLETE completes.
 *
 * A delay is the months from service to decision. Cells after the as-of month are empty: nobody knows them yet. Rows of claims that cannot be used are set aside; PPPM.ACTUALS lists them.
 *
 * @customfunction TRIANGLE
 * @category Actuals
 * @helpurl help/TRIANGLE.html
 * @param rows Claims with their header row, up to 400,000 cells; the decision date is needed.
 * @param [by] What is added up: Paid, Allowed or Claims (patients’ months decided); blank = Paid.
 * @param [asOf] The last day told, e.g. 2026-06-30; blank = that of the latest decision. A month that has not ended is left out.
 * @returns A header row with the delays, then a row a month of service, by its last day.
 * @throws Rows that are no claims, or have no decision dates.
 * @example
 * =PPPM.TRIANGLE({"Claim ID","Patient ID","Service month","Program","Payer","Allowed","Paid","Status","Decision date";"C1","P1","2026-04","CCM","Medicare",66,52.8,"Paid","2026-04-28";"C2","P2","2026-04","CCM","Medicare",66,50,"Paid","2026-05-31"})
 * → {"Service month",0,1;46142,52.8,102.8;46173,0,""}
 */
export function triangle(rows: unknown[][], by?: TriangleBy, asOf?: number): unknown[][] {
  const reading = readCells(pastedRows('rows', rows));
  if (reading.refused !== null) throw new InputError(reading.refused);
  const claims = reading.rows!;
  if (claims.kind !== 'claims') throw new InputError(messages.claimsNeeded(IN_WORDS[claims.kind]));
  if (claims.decided.every((day) => day === NOT_GIVEN)) throw new InputError(messages.noDecisions());
  const what = oneOf('by', by, TRIANGLE_BY, 'Paid');
  const { months, totals } = triangleOf(claims, what, asOfArgument(asOf) ?? lastMonthOf([claims])!);
  const perUnit = what === 'Claims' ? 1 : 100;
  return [
    ['Service month', ...months.map((_, delay) => delay)],
    ...months.map((month, i) => [
      monthEndSerial(month),
      ...totals[i].map((total) => (total === null ? '' : total / perUnit)),
    ]),
  ];
}
