/** What is in the workbook already: sheets that are ours, and things in our way that are not. */
import { CATALOGUE } from '../sheets/catalogue';
import type { Sheet } from '../sheets/sheet';
import { readExcel } from './door';
import { readMark, type Mark } from './mark';

export interface Inspection {
  /** Names of the sheets we made. */
  ours: string[];
  /** What stands in our way, in words: sheets, tables and names that we did not make. */
  conflicts: string[];
  /** A build was cut off: what is ours is not whole, whatever is there. */
  isCutOff: boolean;
}

export interface Surroundings extends Inspection {
  mark: Mark | null;
  /** Sheets and names we made, and how many sheets there are that we did not make. */
  sheets: Excel.Worksheet[];
  names: Excel.NamedItem[];
  others: number;
}

/**
 * Our sheets are known by what is on them: each by its table or the cell that its name points at, so that renamed
 * sheets, other sheet ids and a lost mark change nothing. Where some are missing the mark tells which of the others
 * are ours, by their ids if this Excel gave them, and else by what is on them again; of a build that was cut off, by
 * the names it gave them. Two syncs, or three.
 */
export async function look(context: Excel.RequestContext): Promise<Surroundings> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load('items/id,items/name');
  tables.load('items/name,items/worksheet/id,items/worksheet/name');
  names.load('items/name');
  const signs = CATALOGUE.map((sheet) => signOf(context, sheet));
  const mark = await readMark(context);

  const known = signs.flatMap((sign) => sign() ?? []);
  const isWhole = known.length === CATALOGUE.length && new Set(known).size === known.length;
  const there = new Set(worksheets.items.map(({ id }) => id));
  const begun = folded(mark?.building ?? []);
  const marked = [
    ...(mark?.sheetIds.filter((id) => there.has(id)) ?? []),
    ...worksheets.items.filter(({ name }) => begun.has(name.toLowerCase())).map(({ id }) => id),
  ];
  const isCutOff = begun.size > 0;
  const ourIds = new Set(
    isWhole ? known : !mark ? [] : isCutOff ? [...marked, ...known] : marked.length ? marked : known,
  );
  const sheets = worksheets.items.filter(({ id }) => ourIds.has(id));
  const nameNames = CATALOGUE.flatMap(({ names: named = [] }) => named.map(({ name }) => name));
  const ourNames = folded(mark?.names ?? (isWhole ? nameNames : []));
  return {
    ours: sheets.map(({ name }) => name),
    conflicts: [
      ...worksheets.items
        .filter(({ id, name }) => !ourIds.has(id) && SHEET_NAMES.has(name.toLowerCase()))
        .map(({ name }) => `the sheet ${name}`),
      ...tables.items
        .filter(({ name, worksheet }) => !ourIds.has(worksheet.id) && TABLE_NAMES.has(name.toLowerCase()))
        .map(({ name, worksheet }) => `the table ${name} on ${worksheet.name}`),
      ...names.items
        .filter(({ name }) => !ourNames.has(name.toLowerCase()) && folded(nameNames).has(name.toLowerCase()))
        .map(({ name }) => `the name ${name}`),
    ],
    isCutOff,
    mark,
    sheets,
    names: names.items.filter(({ name }) => ourNames.has(name.toLowerCase())),
    others: worksheets.items.length - sheets.length,
  };
}

const folded = (list: readonly string[]) => new Set(list.map((name) => name.toLowerCase()));
const SHEET_NAMES = folded(CATALOGUE.map(({ name }) => name));
const TABLE_NAMES = folded(CATALOGUE.flatMap(({ tables = [] }) => tables));

/** By what a sheet is known: its table, or the cell of its first name. Loaded with the next sync, it gives the sheet's id. */
function signOf(context: Excel.RequestContext, { name, tables = [], names = [] }: Sheet): () => string | null {
  const { workbook } = context;
  if (tables.length > 0) {
    const table = workbook.tables.getItemOrNullObject(tables[0]);
    table.load('worksheet/id');
    return () => (table.isNullObject ? null : table.worksheet.id);
  }
  if (names.length === 0) throw new Error(`Nothing tells the sheet ${name} from any other.`);
  const range = workbook.names.getItemOrNullObject(names[0].name).getRangeOrNullObject();
  range.load('worksheet/id');
  return () => (range.isNullObject ? null : range.worksheet.id);
}

export async function inspectWorkbook(): Promise<Inspection> {
  return readExcel(async (context) => {
    const { ours, conflicts, isCutOff } = await look(context);
    return { ours, conflicts, isCutOff };
  });
}
