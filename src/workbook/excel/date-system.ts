/** Workbooks that count their days from 1904: a forecast in them would be four years off, so none is built. */
import { DAY_OF_2000 } from '../sheets/checks/days-off';

export const DATES_FROM_1904 =
  'Nothing was built: this workbook counts dates from 1904, and the forecast would be four years off. Build in a new workbook, or turn off Use 1904 date system (File, Options, Advanced), which moves dates already typed.';

/** No member of Excel's tells it, a date does. To be asked after the next sync. */
export function countsFrom1904(context: Excel.RequestContext): () => boolean {
  const date = context.workbook.functions.date(2000, 1, 1);
  date.load('value');
  return () => date.value !== DAY_OF_2000;
}
