/** Does an edit of the tables, if they still stand as it was shown, and takes it back, if nobody has changed what it wrote. */
import type { Edit, Step } from '../edits/edit';
import { sameTables } from '../edits/same';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import {
  columnAt,
  EDITED_KEYS,
  EDITED_SCHEMAS,
  isEmpty,
  tableThere,
  type TableNow,
  type TablesNow,
} from '../edits/tables-now';
import { undoing, type DoneEdit } from '../edits/undo';
import { FORMATS } from '../layout/look';
import { area, isFormula, type Content } from '../plan/cells';
import { SCENARIO_UNIT, scenarioValidation } from '../sheets/scenarios';
import { changeExcel } from './door';
import { Parcels, rowsInParcel } from './parcels';
import { Refusal } from './refusal';
import { readTables, tablesNow } from './tables-now';
import { points } from '../layout/print-area';
import { typed } from './typed';
import { writeValidation } from './write-cells';

/** @param shown the tables that the edit was proposed for */
export async function doEdit(edit: Edit, shown: TablesNow): Promise<DoneEdit> {
  const before = await changeExcel(async (context) => {
    const now = await tablesNow(context);
    if (!sameTables(now, shown))
      throw new Refusal('The tables have changed since this was shown, so nothing was written. Look at it again.');
    await write(context, edit.steps, now);
    return now;
  });
  // Read by itself: a change is not made again because the reading after it was refused.
  return { edit, before, after: await readTables() };
}

export async function undoEdit(done: DoneEdit): Promise<void> {
  await changeExcel(async (context) => {
    const now = await tablesNow(context);
    const { steps, problem } = undoing(done, now);
    if (problem !== null) throw new Refusal(problem);
    await write(context, steps, now);
  });
}

/** The steps name places as they stand before: cells are set first, and what moves others is done from the last one up. */
async function write(context: Excel.RequestContext, steps: readonly Step[], tables: TablesNow): Promise<void> {
  const parcels = new Parcels(context);
  for (const key of EDITED_KEYS) {
    const own = steps.filter(({ table }) => table === key);
    if (own.length === 0) continue;
    const table = context.workbook.tables.getItem(EDITED_SCHEMAS[key].name);
    const now = tableThere(tables, key);
    for (const step of own) {
      if (step.what !== 'set') continue;
      await parcels.takes(1);
      setCell(table, now, step);
    }
    for (const { at } of own.filter(({ what }) => what === 'delete row').sort((a, b) => b.at - a.at)) {
      await parcels.takes(1);
      table.rows.getItemAt(at).delete();
    }
    await insertRows(
      table,
      now,
      own.filter((step) => step.what === 'insert row'),
      parcels,
    );
    for (const step of own) {
      if (step.what !== 'insert column') continue;
      await parcels.takes(CELLS_A_CELL * step.contents.length);
      insertColumn(table, now, step);
    }
    for (const step of own) {
      if (step.what !== 'delete column') continue;
      await parcels.takes(1);
      deleteColumn(table, step);
    }
  }
  await parcels.send();
}

type StepOf<What extends Step['what']> = Extract<Step, { what: What }>;

function setCell(table: Excel.Table, now: TableNow, { at, column, content, format }: StepOf<'set'>): void {
  const cell = table.getDataBodyRange().getCell(at, column);
  if (format !== undefined) cell.numberFormat = [[format]];
  cell.formulas = [[typed(content)]];
  drawAmount(now, column, content, cell);
}

/** Rows that come to one place are inserted together, as far as a parcel goes. */
async function insertRows(
  table: Excel.Table,
  now: TableNow,
  steps: readonly StepOf<'insert row'>[],
  parcels: Parcels,
): Promise<void> {
  const most = rowsInParcel(CELLS_A_CELL * now.headers.length);
  const places = [...new Set(steps.map(({ at }) => Math.min(at, now.rows.length)))].sort((a, b) => b - a);
  for (const at of places) {
    const rows = steps.filter((step) => Math.min(step.at, now.rows.length) === at);
    for (let from = 0; from < rows.length; from += most) {
      const parcel = rows.slice(from, from + most);
      await parcels.takes(CELLS_A_CELL * parcel.length * now.headers.length);
      const isLast = at === now.rows.length;
      table.rows.add(
        isLast ? undefined : at + from,
        parcel.map(({ contents }) => contents.map(typed)),
      );
      const body = table.getDataBodyRange();
      body.getRow(at + from).getResizedRange(parcel.length - 1, 0).numberFormat = parcel.map(({ formats }) => [
        ...formats,
      ]);
      if (now.schema !== PAYER_MIX) continue;
      parcel.forEach(({ contents }, i) =>
        contents.forEach((content, column) => drawAmount(now, column, content, body.getCell(at + from + i, column))),
      );
    }
  }
  // A table without contents has one blank row, which those that came take the place of; more are room to type in.
  if (steps.length > 0 && now.rows.length === 1 && isEmpty(now)) table.rows.getItemAt(steps.length).delete();
}

/** Its contents and its format. */
const CELLS_A_CELL = 2;

/** An amount of Payer Mix is a formula among inputs where codes give it, and an input where it is typed. */
function drawAmount(now: TableNow, column: number, content: Content, cell: Excel.Range): void {
  if (now.schema !== PAYER_MIX || column !== columnAt(now, 'allowedPppm')) return;
  const { fill, color } = isFormula(content) ? FORMATS.calculated : FORMATS.input;
  cell.format.fill.color = fill;
  cell.format.font.color = color;
}

/** Columns of the sheet stay as wide as they were: what moved to the right has the room that it had. */
const NEW_COLUMN = points(34);
const MOVED_COLUMN = points(70);

function insertColumn(table: Excel.Table, now: TableNow, step: StepOf<'insert column'>): void {
  const { at, header, contents, formats } = step;
  table.columns.add(at < now.headers.length ? at : undefined);
  const title = table.getHeaderRowRange().getCell(0, at);
  title.formulas = [[typed(header)]];
  title.format.columnWidth = NEW_COLUMN;
  table.getHeaderRowRange().getLastCell().format.columnWidth = MOVED_COLUMN;
  // Units stand above the header, outside of the table.
  const unit = title.getOffsetRange(-1, 0);
  unit.values = [[SCENARIO_UNIT]];
  unit.format.font.italic = FORMATS.units.italic;
  unit.format.font.color = FORMATS.units.color;
  unit.format.font.size = FORMATS.units.size;
  unit.format.horizontalAlignment = 'Right';
  const body = table.getDataBodyRange().getColumn(at);
  body.formulas = contents.map((content) => [typed(content)]);
  body.numberFormat = formats.map((format) => [format]);
  writeValidation(
    table.worksheet,
    scenarioValidation(header, area(now.headerRow, now.firstColumn + at, contents.length)),
  );
}

function deleteColumn(table: Excel.Table, { at }: StepOf<'delete column'>): void {
  const headers = table.getHeaderRowRange();
  headers.getLastCell().format.columnWidth = NEW_COLUMN;
  headers.getCell(0, at).format.columnWidth = MOVED_COLUMN;
  headers.getCell(0, at).getOffsetRange(-1, 0).values = [['']];
  table.columns.getItemAt(at).delete();
}
