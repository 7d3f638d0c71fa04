/** Brings the user to the cell that a finding is about. */
import type { Finding } from '../../tables/messages/finding';
import { Refusal } from './refusal';
import { TABLE_SCHEMAS } from '../../tables/schemas/model-tables';
import type { StrayFinding } from './stray-cells';
import { selectPlace } from './trouble';
import { columnPosition } from './column-position';
import { changeExcel } from './door';

/** The whole row where no column is meant, the whole table where no row is. */
export async function selectFinding(finding: Finding | StrayFinding): Promise<void> {
  if ('at' in finding) return selectPlace(finding.at);
  const schema = TABLE_SCHEMAS.find(({ title }) => title === finding.table);
  if (!schema) throw new Refusal(`There is no table “${finding.table}”.`);
  await changeExcel(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(schema.name);
    await context.sync();
    if (table.isNullObject) throw new Refusal(`The table ${schema.name} is not in this workbook any more.`);
    const headers = table.getHeaderRowRange();
    const body = table.getDataBodyRange();
    headers.load('values');
    body.load('rowCount');
    await context.sync();

    const column = finding.column === null ? -1 : columnPosition(schema, finding.column, headers.values[0]);
    const row = finding.row === null || finding.row > body.rowCount ? -1 : finding.row - 1;
    const place =
      row >= 0 && column >= 0
        ? body.getCell(row, column)
        : row >= 0
          ? body.getRow(row)
          : column >= 0
            ? headers.getCell(0, column)
            : table.getRange();
    table.worksheet.activate();
    place.select();
    await context.sync();
  });
}
