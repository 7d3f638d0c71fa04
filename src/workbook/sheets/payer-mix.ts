/** Payer Mix: who pays, how much, how surely and how soon. Where codes price a row, its amount is a formula over Rates. */
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { drawInputSheet, onlyTable } from '../layout/input-sheet';
import { placeTable } from '../layout/input-table';
import { AMOUNT_OR_CODES, COLORS, FORMATS } from '../layout/look';
import { NAMES } from '../layout/names';
import { HEADER_ROW, type SheetDraft } from '../layout/sheet-draft';
import { area, fixed, formula, relative, type Area } from '../plan/cells';
import type { InputRow } from '../practice/sample-tables';
import { programList } from './panel';
import type { Sheet } from './sheet';

const NAME = 'Payer Mix';

export const payerMixSheet: Sheet = {
  name: NAME,
  kind: 'inputs',
  tables: [PAYER_MIX.name],
  draw(sheet, { tables }) {
    const rows = tables.payerMix.map((row) =>
      isByCodes(row) ? { ...row, cells: { ...row.cells, allowedPppm: allowedByCodes } } : row,
    );
    const table = onlyTable(PAYER_MIX, rows, { program: programList(tables) });
    drawInputSheet(
      sheet,
      'Who pays, how much, how surely and how soon, a row a program and payer. The shares of a program add to 100%.',
      table,
      [22, 24],
      2,
    );
    const amounts = placeTable(table).data('allowedPppm');
    rows.forEach((row, i) => {
      if (isByCodes(row)) drawAllowedByCodes(sheet, area(amounts.row + i, amounts.column));
    });
  },
};

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
