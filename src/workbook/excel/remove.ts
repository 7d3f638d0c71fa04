/** Takes away what Build made, and nothing else. */
import { look } from './inspect';
import { removeMark } from './mark';

/** Two syncs. The workbook keeps at least one sheet: an empty one is added where all are ours. */
export async function removeWorkbook(): Promise<void> {
  await Excel.run(async (context) => {
    const { mark, sheets, names, others } = await look(context);
    if (!mark) return;
    context.application.suspendApiCalculationUntilNextSync();
    if (others === 0 && sheets.length > 0) context.workbook.worksheets.add();
    for (const name of names) name.delete();
    for (const sheet of sheets) sheet.delete();
    removeMark(context);
    await context.sync();
  });
}
