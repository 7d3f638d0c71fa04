/** Panel, Payer Mix and Costs: one input table each. */
import { COSTS } from '../../tables/schemas/costs';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import type { Column, TableSchema } from '../../tables/schemas/column';
import { area, fixed, formula, relative, type Area } from '../plan/cells';
import { SheetDraft } from '../layout/sheet-draft';
import { drawTable, placeTable, schemaColumns, sourceColumn, type InputTable } from '../layout/input-table';
import { AMOUNT_OR_CODES, COLORS, FORMATS, TAB_COLORS } from '../layout/look';
import { HEADER_ROW, NAMES, SHEETS } from '../layout/places';
import type { SheetPlan, ValidationRule } from '../plan/plan';
import type { InputRow, SampleTables } from '../practice/sample-tables';

const atTop = (schema: TableSchema, rows: readonly InputRow[], lists?: InputTable['lists']): InputTable => ({
  schema,
  columns: [...schemaColumns(schema), sourceColumn],
  rows,
  row: HEADER_ROW,
  column: 0,
  lists,
});

/** The programs' names on Panel, for drop-downs elsewhere. */
export const programCells = (sample: SampleTables): Area => placeTable(atTop(PANEL, sample.panel)).data('name');
export const itemCells = (sample: SampleTables): Area => placeTable(atTop(COSTS, sample.costs)).data('item');

export const programList = (sample: SampleTables): ValidationRule => ({
  kind: 'list',
  source: { sheet: SHEETS.panel, area: programCells(sample) },
});
export const itemList = (sample: SampleTables): ValidationRule => ({
  kind: 'list',
  source: { sheet: SHEETS.costs, area: itemCells(sample) },
});

/** Room for the longest word of a header, for the unit, and for a text of some length. */
const NARROW = 16;
const TEXT = 26;
const widthOf = ({ header, unit, type }: Column): number =>
  Math.max(type === 'text' ? TEXT : NARROW, unit.length, ...header.split(' ').map((word) => word.length + 5));
const SOURCE = 110;

function draw(
  name: string,
  purpose: string,
  table: InputTable,
  widths: readonly number[],
  frozenColumns: number,
): SheetDraft {
  const sheet = new SheetDraft(name, TAB_COLORS.inputs, widths);
  sheet.heading(name, purpose);
  drawTable(sheet, table);
  sheet.freeze(HEADER_ROW + 1, frozenColumns);
  sheet.print({ titleRows: HEADER_ROW + 1, titleColumns: frozenColumns });
  return sheet;
}

export function panelSheet(sample: SampleTables): SheetPlan {
  const table = atTop(PANEL, sample.panel);
  return draw(
    SHEETS.panel,
    'Who can join, who joins and who leaves, a row a program. Add a program by typing below the last row.',
    table,
    [22, ...PANEL.columns.slice(1).map(widthOf), SOURCE],
    1,
  ).plan();
}

export function payerMixSheet(sample: SampleTables): SheetPlan {
  const rows = sample.payerMix.map((row) =>
    isByCodes(row) ? { ...row, cells: { ...row.cells, allowedPppm: allowedByCodes } } : row,
  );
  const table = atTop(PAYER_MIX, rows, { program: programList(sample) });
  const sheet = draw(
    SHEETS.payerMix,
    'Who pays, how much, how surely and how soon, a row a program and payer. The shares of a program add to 100%.',
    table,
    [22, 24, ...PAYER_MIX.columns.slice(2).map(widthOf), SOURCE],
    2,
  );
  const amounts = placeTable(table).data('allowedPppm');
  rows.forEach((row, i) => {
    if (isByCodes(row)) drawAllowedByCodes(sheet, area(amounts.row + i, amounts.column));
  });
  return sheet.plan();
}

const isByCodes = ({ cells }: InputRow): boolean => cells.codes != null;

/** What Rates has for the row's place in the table, so that rows may be sorted; 0 means that the codes decide. */
const ALLOWED_COLUMN = PAYER_MIX.columns.findIndex(({ key }) => key === 'allowedPppm');
const allowedByCodes = formula(
  `IFERROR(INDEX(${NAMES.allowedByCodes},ROW()-ROW(${fixed(area(HEADER_ROW, ALLOWED_COLUMN))})),0)`,
);

/** A formula stands black on white, and turns into an input when it is typed over. */
function drawAllowedByCodes(sheet: SheetDraft, cell: Area): void {
  sheet.format(cell, FORMATS.calculated, { numberFormat: AMOUNT_OR_CODES });
  const here = relative(cell.row, cell.column);
  sheet.highlight({
    area: cell,
    formula: `=AND(${here}<>"",NOT(ISFORMULA(${here})))`,
    fill: COLORS.inputFill,
    color: COLORS.inputInk,
  });
}

export function costsSheet(sample: SampleTables): SheetPlan {
  const table = atTop(COSTS, sample.costs, { program: programList(sample) });
  const sheet = draw(
    SHEETS.costs,
    'What the service costs, a row an item. A cost by unit jumps when the panel outgrows a whole unit.',
    table,
    [40, 30, 18, 24, ...COSTS.columns.slice(4).map(widthOf), SOURCE],
    1,
  );
  const amounts = placeTable(table).data('amount');
  sample.costs.forEach(({ cells }, i) => {
    if (cells.basis === 'percent of cash')
      sheet.format(area(amounts.row + i, amounts.column), { numberFormat: '0.0%' });
  });
  return sheet.plan();
}
