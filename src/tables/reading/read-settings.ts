import { error, note, type Finding, type PlaceMessage } from '../messages/finding';
import * as notes from '../messages/notes';
import type { CellPlace } from '../messages/place';
import * as rateMessages from '../messages/rates';
import * as messages from '../messages/tables';
import type { CellValue } from '../schemas/column';
import { GUARDRAILS, type SetGuardrail } from '../schemas/guardrails';
import {
  ACTUALS_SETTINGS,
  CHECKING_SETTINGS,
  FORECAST_SETTINGS,
  PRICING_SETTINGS,
  SETTING_COLUMNS,
  SETTINGS,
  SETTINGS_OF_OTHERS,
  type Setting,
  type SettingValues,
} from '../schemas/settings';
import { isBlank, type Cell } from './cell';
import { readDateCell } from './date-cell';
import { meaningElsewhere } from './likely-meaning';
import { noteDay } from './months';
import { fold, likelySlip } from './nearest';
import { readCell } from './read-table';
import { rememberedTable } from './remembered-table';

export type PricingSettings = SettingValues<typeof PRICING_SETTINGS>;

export type Settings = SettingValues<typeof FORECAST_SETTINGS> & {
  actuals: SettingValues<typeof ACTUALS_SETTINGS>;
  checking: SettingValues<typeof CHECKING_SETTINGS>;
  pricing: PricingSettings;
  /** Those that have a limit. */
  guardrails: readonly SetGuardrail[];
};

export interface SettingsRead {
  settings: Settings;
  /** Month index of month 1 for reading dates: NaN when it was given but cannot be read, so that one slip gets one text. */
  start: number | null;
}

type Range = readonly (readonly Cell[])[];

export function readSettings(range: Range | null, findings: Finding[]): SettingsRead {
  const read = readEach(SETTING_COLUMNS, range, findings);
  const settings = {
    ...valuesOf(FORECAST_SETTINGS, read),
    actuals: valuesOf(ACTUALS_SETTINGS, read),
    checking: valuesOf(CHECKING_SETTINGS, read),
    pricing: valuesOf(PRICING_SETTINGS, read),
    guardrails: GUARDRAILS.flatMap((guardrail): SetGuardrail[] => {
      const { value, row } = read.cells.get(guardrail.key) ?? {};
      return typeof value === 'number' ? [{ ...guardrail, limit: value, row: row! }] : [];
    }),
  };
  return { settings, start: read.unreadable.has('startMonth') ? NaN : settings.startMonth };
}

/** The settings as a table gives them, whichever there are. */
export const readSettingValues = <const Settings extends readonly Setting[]>(
  settings: Settings,
  range: Range | null,
  findings: Finding[],
): SettingValues<Settings> => valuesOf(settings, readEach(settings, range, findings));

/** What a name most likely stands for that is no setting; null where it may be anything. */
function adviceOn(name: string): string | null {
  const meaning = meaningElsewhere(SETTINGS, name);
  return meaning && meaning.from !== 'vague word' ? meaning.advice : null;
}

/** What was read of each setting that the table names, by key. */
interface Read {
  cells: ReadonlyMap<string, { value: CellValue; row: number }>;
  /** Given, but not as they can be read. */
  unreadable: ReadonlySet<string>;
}

/** A setting that is not given, or cannot be read, has its default. */
const valuesOf = <const Settings extends readonly Setting[]>(
  settings: Settings,
  { cells }: Read,
): SettingValues<Settings> =>
  Object.fromEntries(
    settings.map(({ key, fallback, means }) => {
      const value = cells.get(key)?.value ?? fallback ?? null;
      return [key, means ? means(value) : value];
    }),
  ) as SettingValues<Settings>;

function readEach(settings: readonly Setting[], range: Range | null, findings: Finding[]): Read {
  const cells = new Map<string, { value: CellValue; row: number }>();
  const unreadable = new Set<string>();
  if (!range) return { cells, unreadable };

  const table = rememberedTable(SETTINGS, range);
  findings.push(...table.findings);
  if (table.findings.some(({ severity, row }) => severity === 'error' && row === null))
    for (const { key } of settings) unreadable.add(key);
  const headers = settings.map(({ header }) => header);
  const rows = new Map<string, number>();
  for (const { number: row, label, values, cells: typed } of table.rows) {
    const name = values.setting as string | null;
    if (name === null) continue;
    const place: CellPlace = { table: SETTINGS.title, row, label, column: SETTINGS.header.value };
    const isCalled = (known: string): boolean => fold(known) === fold(name);
    const setting = settings.find(({ header, aliases }) => [header, ...aliases].some(isCalled));
    if (!setting) {
      if (!SETTINGS_OF_OTHERS.some(isCalled))
        findings.push(note(place, notes.settingIgnored, name, likelySlip(name, headers), headers, adviceOn(name)));
      continue;
    }
    const { key, header, onlyDate } = setting;
    const earlier = rows.get(key);
    if (earlier !== undefined) findings.push(error(place, messages.rowTwice, earlier));
    rows.set(key, row);
    const cell = typed[table.positions.get('value') ?? -1];
    let isRead = true;
    const fail = <Details extends unknown[]>(text: PlaceMessage<Details>, ...details: Details) => {
      isRead = false;
      findings.push(error(place, text, ...details));
    };
    if (onlyDate && !isBlank(cell)) {
      const date = readDateCell(cell);
      if (date) noteDay({ ...place, label: header }, date.serial, findings);
      else fail((at, value) => messages.startNotADate({ ...at, label: header }, value), cell);
    }
    const value = isRead ? readCell(setting, cell, fail) : null;
    if (isRead) cells.set(key, { value, row });
    else unreadable.add(key);
    const problem = typeof value === 'string' && value !== '' ? setting.problem?.(value) : null;
    if (problem) findings.push(error({ ...place, label: header }, rateMessages.settingProblem, problem));
  }
  return { cells, unreadable };
}
