/** Payer Mix: who pays, how much, how surely and how soon. Where codes price a row, its amount is a formula over Rates. */
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { drawInputSheet, onlyTable } from '../layout/input-sheet';
import { placeTable } from '../layout/input-table';
import { AMOUNT_OR_CODES, COLORS, FORMATS } from '../layout/look';
import { NAMES } from '../layout/names';
import { HEADER_ROW, type SheetDraft } from '../layout/sheet-draft';
import { area, fixed, formula, relative, type Area, type Formula } from '../plan/cells';
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
    const table = {
      ...onlyTable(PAYER_MIX, rows, { program: programList(tables) }),
      calculated: { allowedPppm: allowedByCodes },
    };
    drawInputSheet(
      sheet,
      ['Who pays how much, how surely and how soon', 'A row a program and payer. The shares of a program add to 100%.'],
      table,
      [24, 24],
      2,
    );
    drawAmounts(sheet, placeTable(table).data('allowedPppm'));
  },
};

const isByCodes = ({ cells }: InputRow): boolean => cells.codes != null;

const ALLOWED_COLUMN = PAYER_MIX.columns.findIndex(({ key }) => key === 'allowedPppm');
/**
 * What Rates has for the row’s place in the table, so that rows may be sorted; 0 means that the codes decide.
 * @param header the cell of the amounts’ header
 */
export const amountByCodes = (header: Area): Formula =>
  formula(`IFERROR(INDEX(${NAMES.allowedByCodes},ROW()-ROW(${fixed(header)})),0)`);
const allowedByCodes = amountByCodes(area(HEADER_ROW, ALLOWED_COLUMN));

/** A formula stands black on white, and what is typed over it is an input: in rows that are added, too. */
function drawAmounts(sheet: SheetDraft, amounts: Area): void {
  sheet.format(amounts, FORMATS.calculated, { numberFormat: AMOUNT_OR_CODES });
  const here = relative(amounts.row, amounts.column);
  sheet.highlight({
    area: amounts,
    formula: `=AND(${here}<>"",NOT(ISFORMULA(${here})))`,
    fill: COLORS.inputFill,
    color: COLORS.inputInk,
  });
}
