/**
 * Where the user is, and the way to what was written for them. While Excel is busy keys and clicks wait. Whoever has
 * gone on working meanwhile stays there: what they type next would otherwise stand on the new sheet, over its labels.
 */
import { changeExcel, isTyping } from './door';

/** The address of the active cell; null where Excel does not tell, as on a sheet that is a chart. */
export type Place = string | null;

export const placeOfUser = (context: Excel.RequestContext): Promise<Place> =>
  activeCell(context).catch((error: unknown) => {
    // What waits for the end of the typing is begun again by the door.
    if (isTyping(error)) throw error;
    return null;
  });

/** Brings the user there, unless they have left the place. What was written stands, whether or not Excel shows it. */
export const bringUser = (from: Place, go: (workbook: Excel.Workbook) => void): Promise<void> =>
  changeExcel(async (context) => {
    if (from === null || (await activeCell(context)) !== from) return;
    go(context.workbook);
    await context.sync();
  }).catch(() => undefined);

async function activeCell(context: Excel.RequestContext): Promise<string> {
  const cell = context.workbook.getActiveCell();
  cell.load('address');
  await context.sync();
  return cell.address;
}
