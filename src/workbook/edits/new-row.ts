/** A row as one who adds it to the table would have it: what is given, in the columns' formats, and formulas that all rows share. */
import { headerKey } from '../../tables/reading/header-key';
import { AMOUNT_OR_CODES, formatOfInput } from '../layout/look';
import { SOURCE_KEY, sourceColumn } from '../layout/input-table';
import { area, isFormula, type Content } from '../plan/cells';
import type { InputRow } from '../practice/sample-tables';
import { amountByCodes } from '../sheets/payer-mix';
import type { Step } from './edit';
import type { TableKey } from '../../tables/schemas/model-tables';
import { columnAt, isEmpty, type TableNow, type TablesNow } from './tables-now';
import { tableName } from './where';

/** Where a key's content goes: a column of the schema, or the source. */
export const positionOf = (table: TableNow, key: string): number =>
  key === SOURCE_KEY
    ? table.headers.findIndex((header) => headerKey(header) === headerKey(sourceColumn.header))
    : columnAt(table, key);

/** What keeps a row out of the table: a column that it needs and the table does not have; null where nothing does. */
export function lackingColumn(table: TableNow, { cells }: InputRow): string | null {
  const lacking = table.schema.columns.find(({ key }) => (cells[key] ?? null) !== null && columnAt(table, key) < 0);
  return lacking ? `${tableName(table)} lacks the column ${lacking.header}; add it first.` : null;
}

/** The formula that stands in all filled rows of a column, or null. */
function sharedFormula({ rows }: TableNow, column: number): Content {
  const [first] = rows;
  const content = first?.contents[column] ?? null;
  if (!isFormula(content)) return null;
  const isShared = rows.every(({ contents }) => {
    const other = contents[column];
    return isFormula(other) && other.formula === content.formula;
  });
  return isShared ? content : null;
}

/** The formula that shows what codes give, as other rows have it. */
export function amountFormula(table: TableNow, column: number): Content {
  const formulas = table.rows.map(({ contents }) => contents[column] ?? null).filter(isFormula);
  const isOfAll = formulas.every(({ formula }) => formula === formulas[0].formula);
  return formulas.length > 1 && isOfAll
    ? formulas[0]
    : amountByCodes(area(table.headerRow - 1, table.firstColumn + column));
}

/** @param at the table's row, counted from 0, that it is to be */
export function newRow(tables: TablesNow, key: TableKey, at: number, row: InputRow): Step {
  const table = tables[key];
  const contents: Content[] = table.headers.map((_, column) => sharedFormula(table, column));
  for (const [name, content] of Object.entries({ ...row.cells, [SOURCE_KEY]: row.source })) {
    const position = positionOf(table, name);
    if (position >= 0) contents[position] = content;
  }
  if (key === 'payerMix' && (row.cells['codes'] ?? null) !== null && (row.cells['allowedPppm'] ?? null) === null) {
    const column = columnAt(table, 'allowedPppm');
    if (column >= 0) contents[column] = amountFormula(table, column);
  }
  const formats = table.headers.map((_, position) => table.rows[0]?.formats[position] ?? 'General');
  for (const column of table.schema.columns) {
    const position = columnAt(table, column.key);
    if (position >= 0) formats[position] = formatOfInput(column);
  }
  if (key === 'payerMix' && columnAt(table, 'allowedPppm') >= 0)
    formats[columnAt(table, 'allowedPppm')] = AMOUNT_OR_CODES;
  if (row.cells['basis'] === 'percent of cash') formats[columnAt(table, 'amount')] = '0.0%';
  // The one blank row of a table without contents is the one to fill.
  return { what: 'insert row', table: key, at: isEmpty(table) ? 0 : at, contents, formats };
}
