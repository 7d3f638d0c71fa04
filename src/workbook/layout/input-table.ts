/** An input table on its sheet: units, header, rows, hints and bounds, all from the table's schema. */
import type { Column, TableSchema } from '../../tables/schemas/column';
import { area, relative, type Area, type Content, type Formula } from '../plan/cells';
import type { SheetDraft } from './sheet-draft';
import { shortSource } from './source-text';
import { FORMATS, formatOfInput, THIN_LINE } from './look';
import type { ValidationPlan, ValidationRule } from '../plan/plan';
import type { InputRow, InputValue } from '../practice/sample-tables';

/** A column of the table on the sheet: of the schema, a scenario, or the source. */
export interface SheetColumn {
  header: string;
  unit: string;
  /** Key of the row's cell. */
  key: string;
  /** What the schema says of it; null for columns that only people read. */
  column: Column | null;
  prompt: string;
  /** Where the schema does not tell: its cells hold numbers. */
  isNumeric?: boolean;
}

export const SOURCE_KEY = 'source';

export const schemaColumns = (schema: TableSchema): SheetColumn[] =>
  schema.columns.map((column) => ({
    header: column.header,
    unit: column.unit,
    key: column.key,
    column,
    prompt: column.note,
  }));

export const sourceColumn: SheetColumn = {
  header: 'Source',
  unit: '',
  key: SOURCE_KEY,
  column: null,
  prompt: 'Where the figures of this row come from, with a date; “assumption” where it is a guess.',
};

export interface PlacedTable {
  area: Area;
  /** The cells below a header. */
  data(key: string): Area;
  /** Where a header stands. */
  header(key: string): Area;
}

export interface InputTable {
  schema: TableSchema;
  columns: readonly SheetColumn[];
  /** At least one: a table in Excel has a row, if a blank one. */
  rows: readonly InputRow[];
  /** Row and column of the header's first cell; units stand in the row above. */
  row: number;
  column: number;
  /** Lists to choose from where the schema has none: programs, drivers. */
  lists?: Readonly<Record<string, ValidationRule>>;
  /** Formulas of columns that new rows get, too; an amount may be typed over one. */
  calculated?: Readonly<Record<string, Formula>>;
  /** Points; room for a header of two lines where nothing is said. */
  headerHeight?: number;
  /** Columns that name or explain and are not for typing. */
  labels?: readonly string[];
}

export function placeTable(table: InputTable): PlacedTable {
  const { columns, rows, row, column } = table;
  const position = (key: string): number => {
    const at = columns.findIndex((candidate) => candidate.key === key);
    if (at < 0) throw new Error(`${table.schema.title} has no column ${key}`);
    return column + at;
  };
  return {
    area: area(row, column, rows.length + 1, columns.length),
    data: (key) => area(row + 1, position(key), rows.length, 1),
    header: (key) => area(row, position(key)),
  };
}

export function drawTable(sheet: SheetDraft, table: InputTable): PlacedTable {
  const { schema, columns, rows, row, column } = table;
  const placed = placeTable(table);
  const value = (cells: InputRow, { key }: SheetColumn): InputValue =>
    key === SOURCE_KEY ? shortSource(cells.source) : (cells.cells[key] ?? null);

  sheet.put(row - 1, column, [columns.map(({ unit }) => unit)]);
  sheet.put(row, column, [columns.map(({ header }) => header)]);
  sheet.put(
    row + 1,
    column,
    rows.map((cells) => columns.map((sheetColumn): Content => value(cells, sheetColumn))),
  );
  sheet.table(
    schema.name,
    placed.area,
    Object.entries(table.calculated ?? {}).map(([key, { formula }]) => ({
      column: columns.findIndex((candidate) => candidate.key === key),
      formula,
    })),
  );

  sheet.format(area(row - 1, column, 1, columns.length), FORMATS.units);
  sheet.format(area(row, column, 1, columns.length), FORMATS.header, { wrap: true });
  sheet.height(row, table.headerHeight ?? TWO_LINES);
  columns.forEach((sheetColumn, i) => {
    const isNumber = holdsNumbers(sheetColumn);
    // A text beside a number needs a little air.
    const indent = !isNumber && i > 0 && holdsNumbers(columns[i - 1]) ? { indent: 1 } : {};
    const headerCell = area(row, column + i);
    const data = area(row + 1, column + i, rows.length, 1);
    if (!isNumber) sheet.format(headerCell, indent);
    if (isNumber) sheet.format(headerCell, { align: 'Right' }).format(area(row - 1, column + i), { align: 'Right' });
    if (sheetColumn.column) {
      sheet.format(
        data,
        FORMATS.input,
        {
          numberFormat: formatOfInput(sheetColumn.column),
          bottom: THIN_LINE,
          vertical: 'Center',
          align: isNumber ? 'Right' : 'Left',
        },
        indent,
      );
      if (table.labels?.includes(sheetColumn.key)) sheet.format(data, FORMATS.readOnly);
      sheet.validate(validationOf(sheetColumn, data, table.lists?.[sheetColumn.key]));
    } else {
      sheet.format(data, FORMATS.source, { bottom: THIN_LINE, vertical: 'Center' }, indent);
    }
  });
  for (const sheetColumn of columns) sheet.validate(explained(sheetColumn, placed.header(sheetColumn.key)));
  return placed;
}

const TWO_LINES = 34;

/** Whether a column's cells stand to the right: numbers, dates, and the values of settings and scenarios. */
const holdsNumbers = ({ column, isNumeric }: SheetColumn): boolean =>
  isNumeric ?? (column !== null && !['text', 'choice'].includes(column.type));

export const TITLE_LIMIT = 32;
const MESSAGE_LIMIT = 255;
export const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;

/** Excel takes titles of 32 characters: a unit that does not fit goes before the hint, and no word is cut. */
function titleOf({ header, unit }: SheetColumn): { title: string; rest: string } {
  const whole = unit ? `${header} (${unit})` : header;
  if (whole.length <= TITLE_LIMIT) return { title: whole, rest: '' };
  if (header.length <= TITLE_LIMIT) return { title: header, rest: `In ${unit}. ` };
  const words = header.slice(0, TITLE_LIMIT).replace(/\s+\S*$/, '');
  return { title: words, rest: `${whole}. ` };
}

const hint = ({ column, prompt }: SheetColumn): string =>
  cut(column?.fallbackText ? `${prompt} Blank = ${column.fallbackText}.` : prompt, MESSAGE_LIMIT);

export function validationOf(sheetColumn: SheetColumn, data: Area, list?: ValidationRule): ValidationPlan {
  const column = sheetColumn.column!;
  const first = relative(data.row, data.column);
  const { title, rest } = titleOf(sheetColumn);
  const allowed = allowedText(column);
  return {
    area: data,
    rule: list ?? ruleOf(column, first),
    prompt: { title, message: cut(`${rest}${hint(sheetColumn)}`, MESSAGE_LIMIT) },
    alert: {
      title: titleOf({ ...sheetColumn, unit: '' }).title,
      message: list ? 'This name is not in the list. Keep it all the same?' : allowed,
      style: list ? 'Warning' : 'Stop',
    },
  };
}

/** What a header means, for who selects it; it may be changed like any text. */
function explained(sheetColumn: SheetColumn, headerCell: Area): ValidationPlan {
  const { title, rest } = titleOf(sheetColumn);
  const message = cut(`${rest}${hint(sheetColumn)}`, MESSAGE_LIMIT);
  return {
    area: headerCell,
    rule: { kind: 'custom', formula: '=TRUE' },
    prompt: { title, message },
    alert: { title, message, style: 'Warning' },
  };
}

const LONGEST_TEXT = 255;

function ruleOf(column: Column, cell: string): ValidationRule {
  switch (column.type) {
    case 'choice':
      return { kind: 'list', source: column.choices };
    case 'text':
      return { kind: 'custom', formula: `=LEN(${cell})<=${LONGEST_TEXT}` };
    case 'month':
      return { kind: 'custom', formula: `=OR(${cell}="",ISNUMBER(${cell}))` };
    default: {
      const bounds = [`ISNUMBER(${cell})`];
      if (Number.isFinite(column.lower)) bounds.push(`${cell}>=${column.lower}`);
      if (Number.isFinite(column.upper)) bounds.push(`${cell}<=${column.upper}`);
      if (column.whole) bounds.push(`${cell}=INT(${cell})`);
      // The word zero is how a true zero is written where blank and 0 mean something else.
      const zero = column.lower <= 0 ? `,${cell}="zero"` : '';
      return {
        kind: 'custom',
        formula: `=OR(${cell}=""${zero},${bounds.length > 1 ? `AND(${bounds.join(',')})` : bounds[0]})`,
      };
    }
  }
}

function allowedText({ type, lower, upper, whole, fallback, fallbackText, choices }: Column): string {
  const blank = fallbackText ? `, or leave it blank: ${fallbackText}` : '';
  // Where blank and 0 mean something, a true zero needs its word.
  const zero = lower <= 0 && fallback !== undefined && fallback !== 0 ? ' Write the word zero for a true zero.' : '';
  switch (type) {
    case 'choice':
      return `Choose one of: ${choices.join(', ')}.`;
    case 'text':
      return `Give a text of at most ${LONGEST_TEXT} characters${blank}.`;
    case 'month':
      return `Give a date in the month, e.g. 2027-04-01, or a month number such as 4${blank}.`;
    case 'share':
      return `Give a share from ${lower * 100}% to ${upper * 100}%, e.g. 85%${blank}.${zero}`;
    default: {
      const bounds = Number.isFinite(lower)
        ? Number.isFinite(upper)
          ? ` from ${lower} to ${upper}`
          : ` of ${lower} or more`
        : '';
      return `Give a ${whole ? 'whole ' : ''}number${bounds}${blank}.${zero}`;
    }
  }
}
