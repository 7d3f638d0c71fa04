/** Sets print areas anew where the workbook has outgrown them: the lines that say so are on the sheets. */
import { columnNumber } from '../plan/cells';
import { NAMES } from '../layout/names';
import { changeExcel } from './door';
import { setPrintArea } from './set-page';

/** The cells with what is printed and what would have to be; whether the sheet has a page a year. */
const FOLLOWED = [
  { name: NAMES.forecastPrint, hasMonths: true },
  { name: NAMES.comparePrint, hasMonths: true },
  { name: NAMES.checksPrint, hasMonths: false },
] as const;

/** A sheet that outgrew what is printed of it. */
export interface Outgrown {
  name: string;
  needed: string;
  columns: number;
}

/** Loads; the sheets that outgrew their print areas, after a sync. A sheet that was deleted prints nothing. */
export function loadPrintAreas(context: Excel.RequestContext): () => Outgrown[] {
  const ranges = FOLLOWED.map(({ name, hasMonths }) => {
    const range = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
    range.load('values');
    return { name, hasMonths, range };
  });
  return () =>
    ranges.flatMap(({ name, hasMonths, range }): Outgrown[] => {
      if (range.isNullObject) return [];
      const [printed, needed] = range.values[0].map(String);
      const last = LAST_CELL.exec(needed);
      if (!last || printed === needed) return [];
      return [{ name, needed, columns: hasMonths ? columnNumber(last[1]) + 1 : 0 }];
    });
}

const LAST_CELL = /^A1:([A-Z]+)\d+$/;

export async function followPrintAreas(outgrown: readonly Outgrown[]): Promise<void> {
  if (outgrown.length === 0) return;
  await changeExcel(async (context) => {
    for (const { name, needed, columns } of outgrown) {
      const cells = context.workbook.names.getItem(name).getRange();
      cells.getCell(0, 0).values = [[needed]];
      setPrintArea(cells.worksheet, needed, columns);
    }
    await context.sync();
  });
}
