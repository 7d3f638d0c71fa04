/** Takes away what Build made, and nothing else. */
import { changeExcel } from './door';
import { look } from './inspect';
import { changeMark, removeMark, UNKNOWN_MARK, writeMark } from './mark';

/** The workbook keeps at least one sheet: an empty one is added where all are ours. */
export async function removeWorkbook(): Promise<void> {
  await changeExcel(async (context) => {
    const { mark, sheets, names, others } = await look(context);
    if (sheets.length === 0 && !mark) return;
    // Without it sheets are known by what goes first: where taking away is cut off, the mark tells what is left.
    const left = {
      ...(mark ?? UNKNOWN_MARK),
      sheetIds: sheets.map(({ id }) => id),
      names: names.map(({ name }) => name),
    };
    (mark ? changeMark : writeMark)(context, left);
    await context.sync();
    context.application.suspendApiCalculationUntilNextSync();
    if (others === 0 && sheets.length > 0) context.workbook.worksheets.add();
    for (const name of names) name.delete();
    for (const sheet of sheets) sheet.delete();
    removeMark(context);
    await context.sync();
  });
}
