/** Tells the pane when the workbook has changed. */
import { changeExcel, repeatExcel } from './door';
import { look } from './inspect';

/** Milliseconds. Excel tells of one calculation sheet by sheet. */
const AFTER_CALCULATION = 150;
/** Figures follow an edit when Excel has calculated, and says so; where nothing reads the cell, or by hand, it does not. */
const AFTER_EDIT = 1000;

/**
 * Calls when our sheets have calculated or been edited and are quiet again, and at once when they begin to stir: what
 * was read of them may be old from then on. The result stops it.
 */
export async function watchWorkbook(onQuiet: () => void, onStir: () => void): Promise<() => void> {
  return repeatExcel(async (context) => {
    const ours = new Set((await look(context)).sheets.map(({ id }) => id));
    const heard = untilQuiet((sheetId) => ours.size === 0 || ours.has(sheetId), onQuiet, onStir);
    const { worksheets } = context.workbook;
    const handlers = [
      worksheets.onCalculated.add(heard.calculated),
      worksheets.onChanged.add(heard.edited),
      worksheets.onDeleted.add(heard.edited),
    ];
    await context.sync();

    return () => {
      heard.stop();
      // Handlers that Excel keeps tell what the next ones tell as well.
      changeExcel(async (same) => {
        handlers.forEach((handler) => handler.remove());
        await same.sync();
      }, handlers[0].context).catch(() => undefined);
    };
  });
}

/** What to do with events, so that one edit is told once. */
export function untilQuiet(isOurs: (sheetId: string) => boolean, onQuiet: () => void, onStir: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const after =
    (pause: number) =>
    async ({ worksheetId }: { worksheetId: string }): Promise<void> => {
      // Without a sheet id all sheets have calculated.
      if (worksheetId && !isOurs(worksheetId)) return;
      clearTimeout(timer);
      timer = setTimeout(onQuiet, pause);
      onStir();
    };
  return { calculated: after(AFTER_CALCULATION), edited: after(AFTER_EDIT), stop: () => clearTimeout(timer) };
}
