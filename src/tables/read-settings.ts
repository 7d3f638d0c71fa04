import type { BillingBasis } from '../engine/model';
import { FIRST_DATE_SERIAL, LAST_DATE_SERIAL, monthIndexOfSerial } from './calendar';
import type { Finding } from './finding';
import * as messages from './messages';
import { fold, likelySlip } from './nearest';
import { readCell, readTable, type Cell, type CellValue } from './read-table';
import { SETTING_COLUMNS, SETTINGS } from './settings';

export interface Settings {
  /** Month index of month 1 (see calendar); null counts months 1, 2, 3. */
  startMonth: number | null;
  months: number;
  basis: BillingBasis;
  waitingLossRate: number;
}

/** Where a setting stands, so that an answer can be traced to it. */
export type SettingRows = ReadonlyMap<string, number>;

export function readSettings(range: readonly (readonly Cell[])[] | null, findings: Finding[]): { settings: Settings; rows: SettingRows } {
  const values = new Map<string, CellValue>(SETTING_COLUMNS.map(({ key, fallback }) => [key, fallback ?? null]));
  const rows = new Map<string, number>();
  const report = (row: number, text: string, severity: Finding['severity'] = 'error') =>
    findings.push({ severity, table: SETTINGS.title, row, column: 'Value', text });

  if (range) {
    const table = readTable(SETTINGS, range);
    findings.push(...table.findings);
    const valueAt = table.headers.findIndex((header) => fold(header) === fold('Value'));
    for (const { number, label, values: named, cells } of table.rows) {
      const name = named.setting as string | null;
      if (name === null) continue;
      const column = SETTING_COLUMNS.find(({ header, aliases }) => [header, ...aliases].some((known) => fold(known) === fold(name)));
      if (!column) {
        const likely = likelySlip(name, SETTING_COLUMNS.map(({ header }) => header));
        if (likely) report(number, messages.settingSlip(number, name, likely), 'note');
        continue;
      }
      const first = rows.get(column.key);
      if (first !== undefined) report(number, messages.rowTwice(SETTINGS.title, number, label, first));
      rows.set(column.key, number);
      const value = readCell({ ...column, header: 'Value' }, cells[valueAt], (text) => report(number, text), SETTINGS.title, number, label);
      if (column.key === 'months' && typeof value === 'number' && !Number.isInteger(value))
        report(number, messages.cellNotWhole(SETTINGS.title, number, label, 'Value', value));
      if (column.key === 'startMonth' && typeof value === 'number' && (value < FIRST_DATE_SERIAL || value > LAST_DATE_SERIAL))
        report(number, messages.startNotADate(number, value));
      values.set(column.key, value);
    }
  }

  const start = values.get('startMonth');
  return {
    settings: {
      startMonth: typeof start === 'number' ? monthIndexOfSerial(start) : null,
      months: values.get('months') as number,
      basis: values.get('basis') as BillingBasis,
      waitingLossRate: values.get('waitingLossRate') as number,
    },
    rows,
  };
}
