/** Brings the user to the cell that a finding is about. */
import { CHANGES } from '../../tables/schemas/changes';
import type { TableSchema } from '../../tables/schemas/column';
import { COSTS } from '../../tables/schemas/costs';
import type { Finding } from '../../tables/messages/finding';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { SCENARIOS } from '../../tables/schemas/scenarios';
import { SETTINGS } from '../../tables/schemas/settings';
import { Refusal } from './refusal';
import { columnPosition } from './column-position';

const SCHEMAS: readonly TableSchema[] = [PANEL, PAYER_MIX, COSTS, SETTINGS, SCENARIOS, CHANGES];

/** The whole row where no column is meant, the whole table where no row is. */
export async function selectFinding(finding: Finding): Promise<void> {
  const schema = SCHEMAS.find(({ title }) => title === finding.table);
  if (!schema) throw new Refusal(`There is no table “${finding.table}”.`);
  await Excel.run(async (context) => {
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
