/** The checks that do not pass, as the sheet Checks names them. */
import { NAMES } from '../layout/names';

export interface FailedCheck {
  test: string;
  verdict: string;
  where: string;
}

/** Queued to be loaded with the next sync. A workbook of an earlier version has no name for its checks. */
export function loadChecks(context: Excel.RequestContext): Excel.Range {
  const range = context.workbook.names.getItemOrNullObject(NAMES.checks).getRangeOrNullObject();
  range.load('values');
  return range;
}

export function failedChecks(range: Excel.Range): FailedCheck[] {
  if (range.isNullObject) return [];
  return range.values
    .filter(([test, verdict]) => test !== '' && (verdict === 'REVIEW' || verdict === 'ERROR'))
    .map(([test, verdict, , , , where]) => ({ test: String(test), verdict: String(verdict), where: String(where) }));
}
