/** Opens and saves .xlsx files, and says what of them stays behind. */
import type { Grid } from '../grid/grid';
import type { ExcelHost } from '../host/excel-host';
import { download } from './save-file';

export interface XlsxFiles {
  /** Calculates what waits, then gives the file, and what of the workbook it does not hold. */
  save(): Promise<{ bytes: Uint8Array; leftOut: string[] }>;
  /** Opens the file as Excel does, with a new page of the add-in. Gives what of it is not shown. */
  open(bytes: Uint8Array): Promise<string[]>;
}

/** Null where the grid makes no files. */
export function xlsxFiles(
  grid: Grid,
  host: ExcelHost,
  { addins, another }: { addins(): readonly string[]; another(open: () => void): Promise<void> },
): XlsxFiles | null {
  if (!grid.stored) return null;
  const load = () => import(/* webpackChunkName: "xlsx" */ '../file/xlsx-file');
  return {
    async save() {
      const [{ toXlsx }] = await Promise.all([load(), host.settled()]);
      return toXlsx(grid, host.save().document, addins());
    },
    async open(bytes) {
      const { readFile, showXlsx } = await load();
      const { workbook, leftOut } = readFile(bytes);
      await another(() => host.keepBeside(showXlsx(workbook, grid)));
      return leftOut;
    },
  };
}

/** By hand: a download, a file that is chosen, and a line at the foot of the window for what is to be known. */
export const byHand = ({ save, open }: XlsxFiles, tell: (text: string) => void) => ({
  async save(): Promise<void> {
    await told(tell, async () => {
      const { bytes, leftOut } = await save();
      download(new Blob([bytes as BlobPart]), 'workbook.xlsx');
      return leftOut.length > 0 ? `Saved without ${leftOut.join(', ')}.` : '';
    });
  },
  async open(file: Blob): Promise<void> {
    await told(tell, async () => {
      const leftOut = await open(new Uint8Array(await file.arrayBuffer()));
      return leftOut.length > 0 ? `Opened without ${leftOut.join(', ')}.` : '';
    });
  },
});

async function told(tell: (text: string) => void, work: () => Promise<string>): Promise<void> {
  const text = await work().catch((reason: unknown) => (reason instanceof Error ? reason.message : String(reason)));
  if (text !== '') tell(text);
}
