/** Panel, Payer Mix and Costs: one input table each. */
import { COSTS } from '../../tables/costs';
import { PANEL } from '../../tables/panel';
import { PAYER_MIX } from '../../tables/payer-mix';
import type { Column, TableSchema } from '../../tables/column';
import { area, type Area } from '../cells';
import { SheetDraft } from '../draft';
import { drawTable, placeTable, schemaColumns, sourceColumn, type InputTable } from '../input-table';
import { TAB_COLORS } from '../look';
import { HEADER_ROW, SHEETS } from '../places';
import type { SheetPlan, ValidationRule } from '../plan';
import type { InputRow, SampleTables } from '../sample-tables';

const atTop = (schema: TableSchema, rows: readonly InputRow[], lists?: InputTable['lists']): InputTable => ({
  schema, columns: [...schemaColumns(schema), sourceColumn], rows, row: HEADER_ROW, column: 0, lists,
});

/** The programs' names on Panel, for drop-downs elsewhere. */
export const programCells = (sample: SampleTables): Area => placeTable(atTop(PANEL, sample.panel)).data('name');
export const itemCells = (sample: SampleTables): Area => placeTable(atTop(COSTS, sample.costs)).data('item');

export const programList = (sample: SampleTables): ValidationRule => ({ kind: 'list', source: { sheet: SHEETS.panel, area: programCells(sample) } });
export const itemList = (sample: SampleTables): ValidationRule => ({ kind: 'list', source: { sheet: SHEETS.costs, area: itemCells(sample) } });

/** Room for the longest word of a header and for the unit. */
const NARROW = 16;
const widthOf = ({ unit }: Column): number => Math.max(NARROW, unit.length);
const SOURCE = 110;

function draw(name: string, purpose: string, table: InputTable, widths: readonly number[], frozenColumns: number): SheetDraft {
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
  const table = atTop(PAYER_MIX, sample.payerMix, { program: programList(sample) });
  return draw(
    SHEETS.payerMix,
    'Who pays, how much, how surely and how soon, a row a program and payer. The shares of a program add to 100%.',
    table,
    [22, 24, ...PAYER_MIX.columns.slice(2).map(widthOf), SOURCE],
    2,
  ).plan();
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
    if (cells.basis === 'percent of cash') sheet.format(area(amounts.row + i, amounts.column), { numberFormat: '0.0%' });
  });
  return sheet.plan();
}
