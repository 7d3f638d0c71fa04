/** What is in the workbook already: sheets that are ours, and things in our way that are not. */
import { ADDED_SHEETS, type SheetSigns } from '../sheets/capabilities';
import { CATALOGUE } from '../sheets/catalogue';
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
  /** Our sheets that are known by what is on them, by the name they are planned with. */
  known: ReadonlyMap<string, Excel.Worksheet>;
  /** Sheets and names we made, and how many sheets in sight there are that we did not make. */
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
  worksheets.load('items/id,items/name,items/position,items/visibility');
  tables.load('items/name,items/worksheet/id,items/worksheet/name');
  names.load('items/name');
  const signs = [...CATALOGUE, ...ADDED_SHEETS].map((sheet) => ({ name: sheet.name, idOf: signOf(context, sheet) }));
  const mark = await readMark(context);

  const byId = new Map(worksheets.items.map((sheet) => [sheet.id, sheet]));
  const known = new Map(
    signs.flatMap(({ name, idOf }) => {
      const sheet = byId.get(idOf() ?? '');
      return sheet ? [[name, sheet] as const] : [];
    }),
  );
  const knownIds = [...known.values()].map(({ id }) => id);
  const isWhole = CATALOGUE.every(({ name }) => known.has(name)) && new Set(knownIds).size === knownIds.length;
  const begun = folded([...(mark?.building ?? []), ...(mark?.adding ?? [])]);
  const begunIds = worksheets.items.filter(({ name }) => begun.has(name.toLowerCase())).map(({ id }) => id);
  const marked = [...(mark?.sheetIds.filter((id) => byId.has(id)) ?? []), ...begunIds];
  const isCutOff = (mark?.building ?? []).length > 0;
  const ourIds = new Set(
    isWhole
      ? [...knownIds, ...begunIds]
      : !mark
        ? []
        : isCutOff
          ? [...marked, ...knownIds]
          : marked.length
            ? marked
            : knownIds,
  );
  const sheets = worksheets.items.filter(({ id }) => ourIds.has(id));
  const ourNames = folded(mark?.names ?? (isWhole ? [...NAMES_OF_BUILD, ...NAMES_ADDED] : []));
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
        .filter(({ name }) => !ourNames.has(name.toLowerCase()) && folded(NAMES_OF_BUILD).has(name.toLowerCase()))
        .map(({ name }) => `the name ${name}`),
    ],
    isCutOff,
    mark,
    known,
    sheets,
    names: names.items.filter(({ name }) => ourNames.has(name.toLowerCase())),
    others: worksheets.items.filter(({ id, visibility }) => !ourIds.has(id) && visibility === 'Visible').length,
  };
}

const folded = (list: readonly string[]) => new Set(list.map((name) => name.toLowerCase()));
const SHEET_NAMES = folded(CATALOGUE.map(({ name }) => name));
const TABLE_NAMES = folded(CATALOGUE.flatMap(({ tables = [] }) => tables));
const NAMES_OF_BUILD = CATALOGUE.flatMap(({ names = [] }) => names.map(({ name }) => name));
const NAMES_ADDED = ADDED_SHEETS.flatMap(({ names = [] }) => names.map(({ name }) => name));

/** By what a sheet is known: its table, or the cell of its first name. Loaded with the next sync, it gives the sheet's id. */
function signOf(context: Excel.RequestContext, { name, tables = [], names = [] }: SheetSigns): () => string | null {
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
