/** The workbook's verdict in words. The checks that fail for want of a forecast are no causes of their own. */
import type { Status } from '../workbook';

/** A slip on a sheet that was added, told with its cell, stops the answers on that sheet alone. */
export const stopsForecast = (finding: Status['findings'][number]): boolean =>
  finding.severity === 'error' && !('at' in finding);

export function lightText({
  findings,
  trouble,
  lightText: ofSheet,
}: Pick<Status, 'findings' | 'trouble' | 'lightText'>): string {
  const causes = findings.filter(stopsForecast).length;
  // What stands in Excel's way is told first: the findings may be of other inputs.
  if (trouble || causes === 0) return ofSheet;
  return causes === 1 ? 'One input stops the forecast' : `${causes} inputs stop the forecast`;
}
