/** The header of a table whose columns are named by what there is: navy over the names, nothing over the room beside them. */
import { COLORS } from '../../layout/look';
import type { SheetDraft } from '../../layout/sheet-draft';
import { rowFixed, type Area } from '../../plan/cells';
import type { CellFormat } from '../../plan/plan';

export const NAMED_HEADER: CellFormat = { bold: true, vertical: 'Center' };

export function namedHeader(sheet: SheetDraft, { row, column, columns }: Area): void {
  sheet.highlight({
    area: { row, column, rows: 1, columns },
    formula: `=${rowFixed(row, column)}<>""`,
    fill: COLORS.navy,
    color: COLORS.white,
  });
}
