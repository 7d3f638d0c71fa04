/** The settings as the formulas take them, each in a cell of its own with what it means. */
import { DRIVER_NAMES, driverName } from '../../tables/schemas/driver-names';
import { SETTING_COLUMNS, SETTING_HEADER } from '../../tables/schemas/settings';
import { FORMATS, NUMBER_FORMATS, TAB_COLORS } from '../../workbook/layout/look';
import { HEADER_ROW, SheetDraft } from '../../workbook/layout/sheet-draft';
import { area, formula, onSheet, type Content } from '../../workbook/plan/cells';
import type { SheetPlan } from '../../workbook/plan/plan';
import { typedNumber } from '../reading';
import type { InputSheets } from './input-sheets';
import {
  DRIVER_LIST,
  LIST_COLUMN,
  SETTING,
  settingPlace,
  SETTING_ROWS,
  SETTINGS_READ,
  type SettingRow,
} from './setting-cells';

export interface SettingsSources {
  inputs: InputSheets;
  /** Where the scenario is chosen. */
  scenario: string;
  months: number;
  /** Whether an item’s staffing is planned or as needed. */
  isStaffed: boolean;
  /** Drivers of the adjustments, and the values that the scenario gives them. */
  adjustments: { drivers: string; values: string } | null;
}

export function settingsRead({ inputs, scenario, months, isStaffed, adjustments }: SettingsSources): SheetPlan {
  const { settings, scenarioHeaders, payerMix, changes } = inputs;
  const cell = (key: string) =>
    settings.cell(
      'value',
      SETTING_COLUMNS.findIndex((setting) => setting.key === key),
    );
  const typed = (key: string) =>
    typedNumber(
      cell(key),
      SETTING_COLUMNS.find((setting) => setting.key === key)!,
      SETTING.start,
    );
  const basis = `LOWER(TRIM(${cell('basis')}))`;
  const weight = (average: number, closing: number, retained: number) =>
    `IF(${basis}="closing",${closing},IF(${basis}="retained",${retained},${average}))`;
  const headers = scenarioHeaders && onSheet('Scenarios', scenarioHeaders);
  const threshold = `"${driverName('thresholdMinutes')}"`;
  const asksForMinutes = [
    `COUNTIF(${payerMix.column('thresholdMinutes')},">0")`,
    `COUNTIF(${changes.column('driver')},${threshold})`,
    ...(adjustments
      ? ['>=0', '<0'].map((sign) => `COUNTIFS(${adjustments.drivers},${threshold},${adjustments.values},"${sign}")`)
      : []),
  ];
  const rows: Record<SettingRow, [label: string, value: string | number, note: string, format?: string]> = {
    scenario: ['Scenario', `TRIM(${scenario})`, 'As chosen on Start; blank is none'],
    scenarioColumn: [
      'Its column',
      headers ? `SUMPRODUCT((${headers}=B${HEADER_ROW + 2})*(COLUMN(${headers})-${scenarioHeaders.column}))` : 0,
      'Which of the scenarios; 0 is none',
    ],
    start: [SETTING_HEADER.startMonth, `N(${cell('startMonth')})`, '0 counts months', '[=0]0;mmm-yy'],
    months: [SETTING_HEADER.months, months, 'As when this copy was made: another number needs a new copy'],
    openingWeight: ['Weight of opening', weight(0.5, 0, 0), 'Of active patients, by the billing basis'],
    stayedWeight: ['Weight of stayed', weight(0, 0, 1), 'Stayed = opening less lost'],
    closingWeight: ['Weight of closing', weight(0.5, 1, 0), ''],
    waitingLoss: [
      SETTING_HEADER.waitingLossRate,
      typed('waitingLossRate'),
      'Share of those waiting who give up',
      '0.0%',
    ],
    hireAt: [
      SETTING_HEADER.hireAtUtilization,
      typed('hireAtUtilization'),
      'Beyond it the next unit is ordered',
      '0.0%',
    ],
    leadMonths: [SETTING_HEADER.hireLeadMonths, typed('hireLeadMonths'), 'Full months from order to first day'],
    trainingMonths: [
      SETTING_HEADER.trainingMonths,
      typed('trainingMonths'),
      'A unit in its month of service j is worth j ÷ (this + 1)',
    ],
    distribution: [
      SETTING_HEADER.minutesDistribution,
      `IF(LOWER(TRIM(${cell('minutesDistribution')}))="lognormal","lognormal","gamma")`,
      'How minutes spread over patients',
    ],
    careTeam: [
      'Care team matters',
      isStaffed ? 1 : `IF(${asksForMinutes.join('+')}>0,1,0)`,
      '1 where staff is planned or hired, or minutes are asked for',
    ],
  };
  const sheet = new SheetDraft(SETTINGS_READ, TAB_COLORS.results);
  sheet
    .widths([30, 18, 60, 3, 26])
    .heading(SETTINGS_READ, 'The settings as the formulas take them')
    .put(HEADER_ROW, 0, [['Setting', 'As read', 'What it means']])
    .put(HEADER_ROW, LIST_COLUMN, [['Inputs that can change']])
    .put(
      DRIVER_LIST.area.row,
      LIST_COLUMN,
      DRIVER_NAMES.map((name) => [name]),
    )
    .format(area(HEADER_ROW, 0, 1, 3), FORMATS.header)
    .format(area(HEADER_ROW, LIST_COLUMN), FORMATS.header)
    .freeze(HEADER_ROW + 1, 1);
  for (const key of SETTING_ROWS) {
    const [label, value, note, format = NUMBER_FORMATS.plain] = rows[key];
    const content: Content = typeof value === 'string' ? formula(value.replaceAll(`'${SETTINGS_READ}'!`, '')) : value;
    sheet
      .put(settingPlace(key).row, 0, [[label, content, note]])
      .format(settingPlace(key), { align: 'Right', numberFormat: format })
      .format(area(settingPlace(key).row, 2), FORMATS.muted);
  }
  return sheet.plan();
}
