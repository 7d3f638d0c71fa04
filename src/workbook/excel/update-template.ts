/**
 * Brings a workbook of an earlier version up to the present one: columns that its input tables lack, input sheets that
 * it lacks, and formulas that asked for less. What is typed stays where it is; new columns are blank, which means what
 * it meant before there were any.
 */
import { EDITED_KEYS, EDITED_SCHEMAS, type EditedKey } from '../edits/tables-now';
import { FORMATS, formatOfInput } from '../layout/look';
import { points } from '../layout/print-area';
import { schemaColumns, validationOf } from '../layout/input-table';
import { area, isFormula, type Area } from '../plan/cells';
import { planWorkbook } from '../plan/plan-workbook';
import type { SheetPlan, SheetsPlan } from '../plan/plan';
import { TEMPLATE_VERSION } from '../plan/template-version';
import { SAMPLE_PRACTICE } from '../practice/practice';
import { callsAddin } from '../share/formula-parts';
import { isCalculated } from '../share/find-formulas';
import { missingColumns, type MissingColumn } from '../share/template-changes';
import { addPlanned } from './add-sheets';
import { changeExcel, readExcel } from './door';
import { look, type Surroundings } from './inspect';
import { loadBook, type LoadedBook } from './load-book';
import { changeMark } from './mark';
import { Refusal } from './refusal';
import { STORE_SHEET } from '../share/frozen-cells';
import { writeValidation } from './write-cells';

export interface TemplateState {
  /** The version of the template that the workbook was built from; blank where nobody knows. */
  built: string;
  present: string;
  /** What the workbook lacks, in words; none where it is up to date. */
  lacks: readonly string[];
}

/** Sheets whose formulas stand where they are planned, whatever the practice. */
const RESULT_SHEETS: readonly string[] = ['Forecast', 'Compare', 'Checks'];

interface Lacking {
  columns: { key: EditedKey; sheet: string; body: Area; headers: readonly string[]; missing: MissingColumn[] }[];
  sheets: SheetPlan[];
  formulas: { sheet: Excel.Worksheet; name: string; row: number; column: number; formula: string }[];
}

export const templateOf = (found: Surroundings, book: LoadedBook): TemplateState =>
  stateOf(found, lacking(book, found));

export interface UpdatedTemplate {
  done: readonly string[];
  added: readonly { table: string; header: string }[];
}

/** One thing after the other, so that what was begun and stopped can be begun again. */
export async function updateTemplate(): Promise<UpdatedTemplate> {
  const before = await readExcel(async (context) => {
    const found = await look(context);
    const book = await loadBook(context);
    if (book.sheets.some(({ name }) => name === STORE_SHEET))
      throw new Refusal('The formulas of this workbook stand as values. Bring them back first.');
    const lacks = lacking(book, found);
    return { state: stateOf(found, lacks), lacks };
  });
  const { sheets } = before.lacks;
  if (sheets.length > 0) await addPlanned(withNames(sheets));
  await changeExcel(async (context) => {
    const found = await look(context);
    const { columns, formulas } = lacking(await loadBook(context), found);
    const looks = await loadLooks(context, columns);
    context.application.suspendApiCalculationUntilNextSync();
    columns.forEach((each, i) => addColumns(context, each, looks[i]));
    for (const { sheet, row, column, formula } of formulas) sheet.getCell(row, column).formulas = [[formula]];
    if (found.mark) changeMark(context, { ...found.mark, template: TEMPLATE_VERSION });
    await context.sync();
  });
  return {
    done: before.state.lacks,
    added: before.lacks.columns.flatMap(({ key, missing }) =>
      missing.map(({ column: { header } }) => ({ table: EDITED_SCHEMAS[key].name, header })),
    ),
  };
}

/** Takes the new columns out again, if nothing was typed into them; sheets and formulas change no figure and stay. */
export const undoUpdate = ({ added }: UpdatedTemplate): Promise<void> =>
  changeExcel(async (context) => {
    const tables = [...new Set(added.map(({ table }) => table))].map((name) => {
      const table = context.workbook.tables.getItem(name);
      const [header, body] = [table.getHeaderRowRange(), table.getDataBodyRange()];
      header.load('values');
      body.load('values');
      return { name, table, header, body };
    });
    await context.sync();
    const columns = tables.flatMap(({ name, table, header, body }) =>
      added
        .filter((each) => each.table === name)
        .map((each) => ({ ...each, on: table, body, at: header.values[0].indexOf(each.header) }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => b.at - a.at),
    );
    const filled = columns.find(({ body, at }) => body.values.some((row) => row[at] !== ''));
    if (filled) throw new Refusal(`Something was typed into the column ${filled.header} since, so nothing was undone.`);
    const looks = await loadLooks(
      context,
      tables.map(({ name, header }) => ({
        key: EDITED_KEYS.find((key) => EDITED_SCHEMAS[key].name === name)!,
        headers: header.values[0].map(String),
      })),
    );
    for (const { on, at } of columns) on.columns.getItemAt(at).delete();
    tables.forEach(({ name, table }, i) => {
      const gone = new Set(columns.filter(({ table: of }) => of === name).map(({ at }) => at));
      const kept = <T>(list: readonly T[]): T[] => list.filter((_, at) => !gone.has(at));
      const header = table.getHeaderRowRange();
      const units = kept(looks[i].units);
      header.getOffsetRange(-1, 0).values = [units];
      header.getOffsetRange(-1, units.length).getResizedRange(0, gone.size - units.length).values = [
        new Array<string>(gone.size).fill(''),
      ];
      kept(looks[i].widths).forEach((width, at) => (header.getCell(0, at).format.columnWidth = width));
    });
    await context.sync();
  });

function stateOf({ mark }: Surroundings, { columns, sheets, formulas }: Lacking): TemplateState {
  const names = [...new Set(formulas.map(({ name }) => name))];
  return {
    built: mark?.template ?? '',
    present: TEMPLATE_VERSION,
    lacks: [
      ...sheets.map(({ name }) => `The sheet ${name}: added, empty`),
      ...columns.map(
        ({ sheet, missing }) => `${sheet}: ${missing.map(({ column: { header } }) => header).join(', ')} added, blank`,
      ),
      ...names.map((name) => {
        const count = formulas.filter((each) => each.name === name).length;
        return `${name}: ${count} ${count === 1 ? 'formula' : 'formulas'} written as this version has them`;
      }),
    ],
  };
}

function lacking(book: LoadedBook, { known }: Surroundings): Lacking {
  const plan = planWorkbook(SAMPLE_PRACTICE);
  const tables = new Map(book.tables.map((table) => [table.name.toLowerCase(), table]));
  return {
    columns: EDITED_KEYS.flatMap((key) => {
      const table = tables.get(EDITED_SCHEMAS[key].name.toLowerCase());
      const missing = table ? missingColumns(EDITED_SCHEMAS[key], table.headers) : [];
      return missing.length > 0
        ? [{ key, sheet: table!.sheet, body: table!.body, headers: table!.headers, missing }]
        : [];
    }),
    // A sheet with the inputs of the practice itself is not made anew: what was typed there would be the sample’s.
    sheets: plan.sheets.filter(({ name }) => ADDED_EMPTY.includes(name) && !known.has(name)),
    formulas: plan.sheets.flatMap((sheetPlan) => {
      const sheet = known.get(sheetPlan.name);
      const loaded = sheet && book.sheets.find(({ name }) => name === sheet.name);
      if (!sheet || !loaded || !RESULT_SHEETS.includes(sheetPlan.name)) return [];
      return plannedFormulas(sheetPlan).flatMap(({ row, column, formula }) => {
        const now = loaded.formulas[row - loaded.row]?.[column - loaded.column];
        const value = loaded.values[row - loaded.row]?.[column - loaded.column];
        // What calls the add-in calls it with all that it is to know; a formula of the user's own in its place stays.
        const isOlder = isCalculated(now, value) && now !== formula && firstCall(now) === firstCall(formula);
        return isOlder ? [{ sheet, name: sheet.name, row, column, formula }] : [];
      });
    }),
  };
}

/** Input sheets that are empty in a new workbook. */
const ADDED_EMPTY: readonly string[] = ['Actuals'];

const plannedFormulas = ({ blocks }: SheetPlan) =>
  blocks.flatMap(({ row, column, contents }) =>
    contents.flatMap((cells, r) =>
      cells.flatMap((content, c) =>
        isFormula(content) && callsAddin(content.formula)
          ? [{ row: row + r, column: column + c, formula: content.formula }]
          : [],
      ),
    ),
  );

const firstCall = (formula: string): string => /PPPM\.([A-Z]+)\(/i.exec(formula)?.[1].toUpperCase() ?? '';

function withNames(sheets: readonly SheetPlan[]): SheetsPlan {
  const { names } = planWorkbook(SAMPLE_PRACTICE);
  const added = new Set(sheets.map(({ name }) => name));
  return { sheets, names: names.filter(({ sheet }) => added.has(sheet)) };
}

/** Units stand above the header, outside of the table, and widths belong to the sheet: both move along by hand. */
interface Look {
  units: unknown[];
  widths: number[];
}

async function loadLooks(
  context: Excel.RequestContext,
  columns: readonly Pick<Lacking['columns'][number], 'key' | 'headers'>[],
): Promise<Look[]> {
  const loaded = columns.map(({ key, headers }) => {
    const header = context.workbook.tables.getItem(EDITED_SCHEMAS[key].name).getHeaderRowRange();
    const units = header.getOffsetRange(-1, 0);
    units.load('values');
    const formats = headers.map((_, i) => {
      const { format } = header.getCell(0, i);
      format.load('columnWidth');
      return format;
    });
    return { units, formats };
  });
  await context.sync();
  return loaded.map(({ units, formats }) => ({
    units: [...(units.values as unknown[][])[0]],
    widths: formats.map(({ columnWidth }) => columnWidth),
  }));
}

const NEW_WIDTH = points(14);

/** From the last one on, so that the places of those before it stay. */
function addColumns(context: Excel.RequestContext, { key, body, missing }: Lacking['columns'][number], look: Look) {
  const schema = EDITED_SCHEMAS[key];
  const table = context.workbook.tables.getItem(schema.name);
  for (const { column, at } of [...missing].reverse()) {
    table.columns.add(at, undefined, column.header);
    look.units.splice(at, 0, column.unit);
    look.widths.splice(at, 0, NEW_WIDTH);
  }
  const header = table.getHeaderRowRange();
  const units = header.getOffsetRange(-1, 0);
  units.values = [look.units];
  const { italic, color, size } = FORMATS.units;
  Object.assign(units.format.font, { italic, color, size });
  look.widths.forEach((width, i) => (header.getCell(0, i).format.columnWidth = width));
  const described = new Map(schemaColumns(schema).map((each) => [each.key, each]));
  missing.forEach(({ column, at }, before) => {
    const place = at + before;
    units.getCell(0, place).format.horizontalAlignment = 'Right';
    const cells = table.getDataBodyRange().getColumn(place);
    cells.numberFormat = formatOfInput(column) as unknown as string[][];
    cells.format.fill.color = FORMATS.input.fill;
    cells.format.font.color = FORMATS.input.color;
    writeValidation(
      table.worksheet,
      validationOf(described.get(column.key)!, area(body.row, body.column + place, body.rows)),
    );
  });
}
