/**
 * The one door to Excel: nobody else calls Excel.run. While somebody types in a cell Excel refuses every batch, or
 * puts it off where it is asked to and can; both are waiting, not failing, and whoever looks at the pane is told so.
 *
 * Work is begun again after a refusal, so it reads first and changes what it changes in its last sync; Build, which
 * cannot, takes back what it did.
 */

type Work<T> = (context: Excel.RequestContext) => Promise<T>;

const TYPING = 'InvalidOperationInCellEditMode';
const DENIED = 'AccessDenied';
/** Refusals that pass by themselves. A change may have been made all the same, so only readings are repeated. */
const PASSING: ReadonlySet<string> = new Set(['ActivityLimitReached', 'RequestAborted', 'Timeout']);
/** The window of another workbook is in front: as long as it is, Excel refuses names and selections (office-js 6365). */
const BEHIND: ReadonlySet<string> = new Set(['InvalidSelection']);
const MOST_ATTEMPTS = 6;

/** Milliseconds before the next attempt. */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 3000;
/** An answer that takes longer is waited for, as far as anybody can tell. */
const PATIENCE = 1500;

/** Reads, as often as it takes. */
export const readExcel = <T>(work: Work<T>): Promise<T> =>
  enter(work, {}, (code, attempt) => BEHIND.has(code) || (PASSING.has(code) && attempt < MOST_ATTEMPTS));

/** Changes what may as well be changed twice: tried again whatever Excel says. */
export const repeatExcel = <T>(work: Work<T>): Promise<T> =>
  enter(work, {}, (code, attempt) => BEHIND.has(code) || attempt < MOST_ATTEMPTS);

/** @param of objects of an earlier work, to be used again */
export const changeExcel = <T>(work: Work<T>, of?: Excel.RunOptions['previousObjects']): Promise<T> =>
  enter(work, of ? { previousObjects: of } : {}, () => false).catch(async (error: unknown) => {
    throw await naming(error);
  });

/**
 * Opens an .xlsx file in base64 as a new workbook beside this one, which stays as it is. Office.js waits by itself until
 * no cell is being typed in.
 */
export const openAsNewWorkbook = (base64: string): Promise<void> => Excel.createWorkbook(base64);

/** Whether Excel refused because somebody types in a cell: nothing of the batch was done. */
export const isTyping = (error: unknown): boolean => codeOf(error) === TYPING;

async function enter<T>(
  work: Work<T>,
  options: Excel.RunOptions,
  passes: (code: string, attempt: number) => boolean,
): Promise<T> {
  const visit = Symbol('visit');
  const late = setTimeout(() => waits(visit, true), PATIENCE);
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return await Excel.run({ ...options, delayForCellEdit: true }, work);
      } catch (error) {
        const typing = isTyping(error);
        if (!typing && !passes(codeOf(error), attempt)) throw error;
        if (typing) waits(visit, true);
        await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1))));
      }
    }
  } finally {
    clearTimeout(late);
    waits(visit, false);
  }
}

/** Excel does not say which sheet it may not change: those that are protected are told with its refusal. */
async function naming(error: unknown): Promise<unknown> {
  if (codeOf(error) !== DENIED) return error;
  const sheets = await readExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/protection/protected');
    await context.sync();
    return worksheets.items.filter(({ protection }) => protection.protected).map(({ name }) => name);
  }).catch(() => []);
  return Object.assign(error as object, { protectedSheets: sheets });
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const waiting = new Set<symbol>();
const listeners = new Set<() => void>();

function waits(visit: symbol, isWaiting: boolean): void {
  const before = waiting.size > 0;
  if (isWaiting) waiting.add(visit);
  else waiting.delete(visit);
  if (before !== waiting.size > 0) listeners.forEach((listener) => listener());
}

/** Whether something is waited for, and a way to hear when that changes; the result stops it. */
export const excelIsWaiting = (): boolean => waiting.size > 0;
export function onExcelWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
