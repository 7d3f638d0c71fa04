/** Opens and saves .xlsx files, and says what of them stays behind. */
import type { Grid } from '../grid/grid';
import type { ExcelHost } from '../host/excel-host';
import type { Workbook } from '../../xlsx';
import { download } from './save-file';

export interface XlsxFiles {
  /** Calculates what waits, then gives the file, and what of the workbook it does not hold. */
  save(): Promise<{ bytes: Uint8Array; leftOut: string[] }>;
  /** The add-in's copy of the workbook in formulas that need no add-in. */
  savePlain(): Promise<Uint8Array>;
  /** A workbook that an add-in makes beside this one, calculated; base64 is an .xlsx file. */
  another(base64: string): Promise<Uint8Array>;
  /** Opens the file as Excel does, with a new page of the add-in. Gives what of it is not shown. */
  open(bytes: Uint8Array): Promise<string[]>;
}

/** What the built add-in offers beside its page. */
const PLAIN_COPY = '/addin/plain-copy.js';

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
    async savePlain() {
      const plain = import(/* webpackIgnore: true */ PLAIN_COPY) as Promise<{ plainCopyOf(file: Workbook): Workbook }>;
      const [{ toXlsxOf }, { plainCopyOf }] = await Promise.all([load(), plain, host.settled()]);
      return toXlsxOf(plainCopyOf, grid, host.save().document);
    },
    async another(base64) {
      const { calculatedXlsx } = await load();
      return calculatedXlsx(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
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
export const byHand = ({ save, savePlain, another, open }: XlsxFiles, tell: (text: string) => void) => ({
  async save(): Promise<void> {
    await told(tell, async () => {
      const { bytes, leftOut } = await save();
      downloadXlsx(bytes, 'workbook.xlsx');
      return leftOut.length > 0 ? `Saved without ${leftOut.join(', ')}.` : '';
    });
  },
  async savePlain(): Promise<void> {
    tell('The copy is being calculated. It comes as a file.');
    await told(tell, async () => {
      downloadXlsx(await savePlain(), 'plain-copy.xlsx');
      return '';
    });
  },
  /** In Excel it has a window of its own; here it is a file. */
  async another(base64: string | null): Promise<void> {
    await told(tell, async () => {
      if (base64 === null) return 'In Excel a new workbook opens now in a window of its own. Here there is one window.';
      downloadXlsx(await another(base64), 'new-workbook.xlsx');
      return 'In Excel a new workbook opens now in a window of its own. Here it is the file new-workbook.xlsx: Options, Open .xlsx shows it.';
    });
  },
  async open(file: Blob): Promise<void> {
    await told(tell, async () => {
      const leftOut = await open(new Uint8Array(await file.arrayBuffer()));
      return leftOut.length > 0 ? `Opened without ${leftOut.join(', ')}.` : '';
    });
  },
});

const downloadXlsx = (bytes: Uint8Array, name: string): void => download(new Blob([bytes as BlobPart]), name);

async function told(tell: (text: string) => void, work: () => Promise<string>): Promise<void> {
  const text = await work().catch((reason: unknown) => (reason instanceof Error ? reason.message : String(reason)));
  if (text !== '') tell(text);
}
