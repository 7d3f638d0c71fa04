import type { MinutesDistribution } from '../../engine/math/minutes';
import type { BillingBasis } from '../../engine/model/model';
import { findLocality } from '../../rates/locality';
import { RateError, type RateProblem } from '../../rates/rate-error';
import type { Setting as CareSetting } from '../../rates/setting';
import { FIRST_DATE_SERIAL, LAST_DATE_SERIAL, monthIndexOfSerial } from '../calendar';
import type { Finding } from '../messages/finding';
import { GUARDRAILS, type SetGuardrail } from '../schemas/guardrails';
import * as messages from '../messages/messages';
import { fold, likelySlip } from './nearest';
import * as rateMessages from '../messages/rate-messages';
import { isBlank, readCell, type Cell, type CellValue } from './read-table';
import { rememberedTable } from './remembered-table';
import { SETTING_COLUMNS, SETTINGS, SETTINGS_OF_OTHERS } from '../schemas/settings';

export interface Settings {
  /** Month index of month 1 (see calendar); null counts months 1, 2, 3. */
  startMonth: number | null;
  months: number;
  basis: BillingBasis;
  waitingLossRate: number;
  hireAtUtilization: number;
  hireLeadMonths: number;
  trainingMonths: number;
  minutesDistribution: MinutesDistribution;
  /** How Medicare's amounts are found for rows priced by codes. */
  pricing: PricingSettings;
  /** Those that have a limit. */
  guardrails: readonly SetGuardrail[];
}

export interface PricingSettings {
  /** Blank is the nation. */
  locality: string;
  setting: CareSetting;
  qp: boolean;
  /** Change of the fee schedule each January after the last published one; null = nobody has said. */
  yearlyUpdate: number | null;
  nonPhysicianRate: number;
  sequestrationRate: number;
  coinsuranceCollected: number;
}

const WHOLE_MONTHS: readonly string[] = ['months', 'hireLeadMonths', 'trainingMonths'];

export interface SettingsRead {
  settings: Settings;
  /** Month index of month 1 for reading dates: NaN when it was given but cannot be read, so that one slip gets one text. */
  start: number | null;
}

export function readSettings(range: readonly (readonly Cell[])[] | null, findings: Finding[]): SettingsRead {
  const values = new Map<string, CellValue>(SETTING_COLUMNS.map(({ key, fallback }) => [key, fallback ?? null]));
  const seen = new Map<string, number>();
  let startUnreadable = false;
  const report = (row: number, text: string, severity: Finding['severity'] = 'error') =>
    findings.push({ severity, table: SETTINGS.title, row, column: 'Value', text });

  if (range) {
    const table = rememberedTable(SETTINGS, range);
    findings.push(...table.findings);
    startUnreadable = table.findings.some(({ severity, row }) => severity === 'error' && row === null);
    for (const { number, label, values: named, cells } of table.rows) {
      const name = named.setting as string | null;
      if (name === null) continue;
      const column = SETTING_COLUMNS.find(({ header, aliases }) =>
        [header, ...aliases].some((known) => fold(known) === fold(name)),
      );
      if (!column) {
        if (SETTINGS_OF_OTHERS.some((known) => fold(known) === fold(name))) continue;
        const settings = SETTING_COLUMNS.map(({ header }) => header);
        report(number, messages.settingIgnored(number, name, likelySlip(name, settings), settings), 'note');
        continue;
      }
      const earlier = seen.get(column.key);
      if (earlier !== undefined) report(number, messages.rowTwice(SETTINGS.title, number, label, earlier));
      seen.set(column.key, number);
      const cell = cells[table.positions.get('value') ?? -1];
      if (column.key === 'startMonth' && !isBlank(cell) && !isDate(cell)) {
        startUnreadable = true;
        report(number, messages.startNotADate(number, cell));
        continue;
      }
      const value = readCell(
        { ...column, header: 'Value' },
        cell,
        (text) => report(number, text),
        SETTINGS.title,
        number,
        label,
      );
      if (WHOLE_MONTHS.includes(column.key) && typeof value === 'number' && !Number.isInteger(value))
        report(number, messages.cellNotWhole(SETTINGS.title, number, label, 'Value', value));
      if (column.key === 'locality' && typeof value === 'string') {
        const problem = localityProblem(value);
        if (problem !== null) report(number, rateMessages.settingProblem(number, column.header, problem));
      }
      values.set(column.key, value);
    }
  }

  const first = values.get('startMonth');
  const startMonth = typeof first === 'number' ? monthIndexOfSerial(first) : null;
  return {
    settings: {
      startMonth,
      months: values.get('months') as number,
      basis: values.get('basis') as BillingBasis,
      waitingLossRate: values.get('waitingLossRate') as number,
      hireAtUtilization: values.get('hireAtUtilization') as number,
      hireLeadMonths: values.get('hireLeadMonths') as number,
      trainingMonths: values.get('trainingMonths') as number,
      minutesDistribution: values.get('minutesDistribution') as MinutesDistribution,
      pricing: {
        locality: (values.get('locality') as string | null) ?? '',
        setting: values.get('careSetting') as CareSetting,
        qp: values.get('qp') === 'yes',
        yearlyUpdate: values.get('yearlyUpdate') as number | null,
        nonPhysicianRate: values.get('nonPhysicianRate') as number,
        sequestrationRate: values.get('sequestrationRate') as number,
        coinsuranceCollected: values.get('coinsuranceCollected') as number,
      },
      guardrails: GUARDRAILS.flatMap((guardrail) => {
        const limit = values.get(guardrail.key);
        return typeof limit === 'number' ? [{ ...guardrail, limit, row: seen.get(guardrail.key)! }] : [];
      }),
    },
    start: startUnreadable ? NaN : startMonth,
  };
}

function localityProblem(typed: string): RateProblem | null {
  try {
    findLocality(typed);
    return null;
  } catch (error) {
    if (error instanceof RateError) return error.problem;
    throw error;
  }
}

const isDate = (cell: Cell): boolean =>
  typeof cell === 'number' && cell >= FIRST_DATE_SERIAL && cell <= LAST_DATE_SERIAL;
