/** Uncertainty: a row an uncertain driver, between which values it lies, and which of them go together. */
import { readModel, type ModelTables } from '../../../tables/reading/read-model';
import { findDriver } from '../../../tables/schemas/driver-names';
import { UNCERTAINTY } from '../../../tables/schemas/uncertainty';
import { drawInputSheet, onlyTable } from '../../layout/input-sheet';
import { placeTable, type InputTable } from '../../layout/input-table';
import { COLORS, FORMATS, formatOfInput } from '../../layout/look';
import { HEADER_ROW, type SheetDraft } from '../../layout/sheet-draft';
import { area, formula, relative, type Area } from '../../plan/cells';
import type { InputRow } from '../../practice/sample-tables';
import type { AddedSheet } from '../sheet';
import { assumedUncertainty, type Assumed } from './assumed';
import { DRIVER_BOUNDS, drawChoices, driverList, programList, within } from './choices';
import { nowFormula } from './now';

const FROZEN_COLUMNS = 1;
/** Of driver, program, payer, item, distribution. */
const WIDTHS = [26, 14, 20, 30, 14];

const KEYS = UNCERTAINTY.columns.map(({ key }) => key);

function inputRow({ driver, program, item, spread, group }: Assumed, row: number): InputRow {
  const cell = (key: (typeof KEYS)[number]): string => relative(row, KEYS.indexOf(key));
  const named = { driver: cell('driver'), program: cell('program'), payer: cell('payer'), item: cell('item') };
  const { low, high } = within(named.driver, cell('now'), cell('spread'));
  return {
    cells: {
      ...{ driver, program, item, distribution: 'PERT', group, spread },
      ...{ low: formula(low), likely: formula(cell('now')), high: formula(high), now: formula(nowFormula(named)) },
    },
    source: `assumption: ${Math.round(spread * 100)}% below and above`,
  };
}

const BLANK: InputRow = { cells: {}, source: '' };

function tableOf(tables: ModelTables): InputTable {
  const rows = assumedUncertainty(readModel(tables)).map((row, i) => inputRow(row, HEADER_ROW + 1 + i));
  return onlyTable(UNCERTAINTY, rows.length > 0 ? rows : [BLANK], {
    driver: { kind: 'list', source: driverList },
    program: { kind: 'list', source: programList },
  });
}

/** Values stand in the driver’s own unit; a formula stands black on white, and what is typed over it is an input. */
function drawValues(sheet: SheetDraft, table: InputTable): void {
  const placed = placeTable(table);
  for (const key of ['low', 'likely', 'high', 'now'] as const) {
    const cells = placed.data(key);
    drawFormulas(sheet, cells);
    table.rows.forEach(({ cells: { driver } }, i) => {
      const named = findDriver(String(driver));
      if (named) sheet.format(area(cells.row + i, cells.column), { numberFormat: formatOfInput(named.column) });
    });
  }
}

export function drawFormulas(sheet: SheetDraft, cells: Area): void {
  sheet.format(cells, FORMATS.calculated);
  const here = relative(cells.row, cells.column);
  sheet.highlight({
    area: cells,
    formula: `=AND(${here}<>"",NOT(ISFORMULA(${here})))`,
    fill: COLORS.inputFill,
    color: COLORS.inputInk,
  });
}

export const uncertaintySheet: AddedSheet = {
  name: UNCERTAINTY.title,
  kind: 'inputs',
  tables: [UNCERTAINTY.name],
  names: [{ ...DRIVER_BOUNDS, comment: 'Drivers that can be drawn: name, unit, lowest and highest value.' }],
  draw(sheet, tables) {
    const table = tableOf(tables);
    drawInputSheet(
      sheet,
      [
        'What is uncertain, and how far it may lie off',
        'A row a driver; the rows are assumptions, so type your own over them. Low, Likely and High follow Now and Spread until you type over them; the sheet Risk draws from them.',
      ],
      table,
      WIDTHS,
      FROZEN_COLUMNS,
    );
    drawValues(sheet, table);
    drawChoices(sheet);
    sheet.print({ titleRows: HEADER_ROW + 1, titleColumns: FROZEN_COLUMNS, columns: UNCERTAINTY.columns.length + 1 });
  },
};
