/** Where the settings stand as formulas take them. */
import { DRIVER_NAMES } from '../../tables/schemas/driver-names';
import { HEADER_ROW } from '../../workbook/layout/sheet-draft';
import { area, onSheet, type Place } from '../../workbook/plan/cells';

export const SETTINGS_READ = 'Settings Read';

export const SETTING_ROWS = [
  'scenario',
  'scenarioColumn',
  'start',
  'months',
  'openingWeight',
  'stayedWeight',
  'closingWeight',
  'waitingLoss',
  'hireAt',
  'leadMonths',
  'trainingMonths',
  'distribution',
  'careTeam',
] as const;
export type SettingRow = (typeof SETTING_ROWS)[number];

export const settingPlace = (key: SettingRow) => area(HEADER_ROW + 1 + SETTING_ROWS.indexOf(key), 1);

/** Cells of the settings as read, as formulas name them. */
export const SETTING = Object.fromEntries(
  SETTING_ROWS.map((key) => [key, onSheet(SETTINGS_READ, settingPlace(key))]),
) as Readonly<Record<SettingRow, string>>;

export const LIST_COLUMN = 4;
/** Names of all inputs that can be moved, to choose from. */
export const DRIVER_LIST: Place = {
  sheet: SETTINGS_READ,
  area: area(HEADER_ROW + 1, LIST_COLUMN, DRIVER_NAMES.length, 1),
};
