/** Rows of an Excel workbook. */
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { serialOfTime } from '../../tables/calendar';
import { cellError, type Cell } from '../../tables/reading/cell';
import { COLUMNS } from './kinds';
import { ROWS_TO_SEARCH, recognize } from './recognize';
import { TableBuilder, type Hints, type Table } from './table';

/** Rows between two pauses. */
const ROWS_BETWEEN = 2_000;

/** What the library hands over of a cell: a date is that of the calendar, at midnight UTC, in either date system. */
function cellOf(value: unknown): Cell {
  if (value instanceof Date) return serialOfTime(value.getTime());
  if (typeof value === 'string' && /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(value))
    return cellError(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/**
 * The sheet with the table that is known best, of several the first.
 * @param pause between some rows, for who waits to be shown something, or to stop; it throws to stop
 */
export async function tableOfWorkbook(
  bytes: Uint8Array,
  hints: Hints,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Table> {
  const builder = new TableBuilder(hints, false);
  let row = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: await sheetOf(bytes, hints) })) {
    // Rows without a cell are not in the file.
    for (; row < index; row++) builder.add([]);
    builder.add(values.map(cellOf));
    if (++row % ROWS_BETWEEN === 0) await pause();
  }
  return builder.end();
}

async function sheetOf(bytes: Uint8Array, hints: Hints): Promise<number> {
  const { sheets } = await readXlsx(bytes, { maxRows: ROWS_TO_SEARCH });
  let best = { sheet: 0, known: 0 };
  sheets.forEach(({ rows }, sheet) => {
    const found = recognize(
      rows.map((values) => values.map(cellOf)),
      hints.mapping,
      hints.kind,
    );
    const known = found ? found.positions.size + (found.missing.length === 0 ? COLUMNS[found.kind].length : 0) : 0;
    if (known > best.known) best = { sheet, known };
  });
  return best.sheet;
}
