/** An Excel table over cells of a sheet. */
import { areaName } from '../address';
import { storedFormula } from '../formula/stored';
import { columnTitles } from '../table-titles';
import type { Sheet, Table } from '../workbook';
import { cellText, HEADER, officeText, tag } from './xml';

/** @param id counted over the whole workbook, from 1 */
export function writeTable(sheet: Sheet, table: Table, id: number, addins: readonly string[]): string {
  const { name, area, hasTotals, hasBands, hasFilterButtons, style, calculated } = table;
  const columns = columnTitles(sheet, table).map((title, i) => {
    const formula = calculated.get(i);
    return tag(
      'tableColumn',
      { id: i + 1, name: officeText(title).replaceAll('\n', '_x000a_') },
      formula === undefined
        ? ''
        : `<calculatedColumnFormula>${cellText(storedFormula(formula, addins, name))}</calculatedColumnFormula>`,
    );
  });
  const filtered = hasTotals ? { ...area, rows: area.rows - 1 } : area;
  return `${HEADER}${tag(
    'table',
    {
      xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      id,
      name,
      displayName: name,
      ref: areaName(area),
      totalsRowCount: hasTotals ? 1 : null,
      totalsRowShown: hasTotals ? null : false,
    },
    hasFilterButtons ? tag('autoFilter', { ref: areaName(filtered) }) : '',
    tag('tableColumns', { count: columns.length }, ...columns),
    tag('tableStyleInfo', {
      name: style,
      showFirstColumn: false,
      showLastColumn: false,
      showRowStripes: hasBands,
      showColumnStripes: false,
    }),
  )}`;
}
