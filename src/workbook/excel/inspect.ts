/** What is in the workbook already: sheets that are ours, and things in our way that are not. */
import { loadMark, readMark, type Mark } from './mark';
import { CATALOGUE } from '../sheets/catalogue';

export interface Inspection {
  /** Names of the sheets we made. */
  ours: string[];
  /** What stands in our way, in words: sheets, tables and names that we did not make. */
  conflicts: string[];
}

export interface Surroundings extends Inspection {
  mark: Mark | null;
  /** Sheets and names we made, and how many sheets there are that we did not make. */
  sheets: Excel.Worksheet[];
  names: Excel.NamedItem[];
  others: number;
}

/** One sync. */
export async function look(context: Excel.RequestContext): Promise<Surroundings> {
  const { worksheets, tables, names } = context.workbook;
  const setting = loadMark(context);
  worksheets.load('items/id,items/name');
  tables.load('items/name,items/worksheet/id,items/worksheet/name');
  names.load('items/name');
  await context.sync();

  const mark = readMark(setting);
  const ourIds = new Set(mark?.sheetIds);
  const sheets = worksheets.items.filter(({ id }) => ourIds.has(id));
  const folded = (list: readonly string[]) => new Set(list.map((name) => name.toLowerCase()));
  const sheetNames = folded(CATALOGUE.map(({ name }) => name));
  const tableNames = folded(CATALOGUE.flatMap(({ tables = [] }) => tables));
  const nameNames = folded(CATALOGUE.flatMap(({ names = [] }) => names.map(({ name }) => name)));
  const ourNames = folded(mark?.names ?? []);
  const conflicts = [
    ...worksheets.items
      .filter(({ id, name }) => !ourIds.has(id) && sheetNames.has(name.toLowerCase()))
      .map(({ name }) => `the sheet ${name}`),
    ...tables.items
      .filter(({ name, worksheet }) => !ourIds.has(worksheet.id) && tableNames.has(name.toLowerCase()))
      .map(({ name, worksheet }) => `the table ${name} on ${worksheet.name}`),
    ...names.items
      .filter(({ name }) => !ourNames.has(name.toLowerCase()) && nameNames.has(name.toLowerCase()))
      .map(({ name }) => `the name ${name}`),
  ];
  return {
    ours: sheets.map(({ name }) => name),
    conflicts,
    mark,
    sheets,
    names: names.items.filter(({ name }) => ourNames.has(name.toLowerCase())),
    others: worksheets.items.length - sheets.length,
  };
}

export async function inspectWorkbook(): Promise<Inspection> {
  return Excel.run(async (context) => {
    const { ours, conflicts } = await look(context);
    return { ours, conflicts };
  });
}
