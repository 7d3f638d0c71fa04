import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/tables/messages/finding';
import { readModel } from '../../src/tables/reading/read-model';
import { readSettings, readSettingValues } from '../../src/tables/reading/read-settings';
import { number, type Column } from '../../src/tables/schemas/column';
import { SETTING_COLUMNS, SETTINGS } from '../../src/tables/schemas/settings';
import { forecastOf } from '../../src/forecast/forecast';
import { handed, sampleTables, withCell } from './sample-model';

const HEADERS = SETTINGS.columns.map(({ header }) => header);

describe('A setting is one entry', () => {
  const withOneMore = [
    ...SETTING_COLUMNS,
    number('breakRoomChairs', 'Break room chairs', 'chairs', 'Chairs there are to sit on.', {
      aliases: ['Chairs'],
      fallback: 4,
      fallbackText: '4',
      upper: 40,
      whole: true,
    }),
  ] as const;

  const read = (...rows: [string, unknown][]) => {
    const findings: Finding[] = [];
    const range = [HEADERS, ...rows.map(([setting, value]) => [setting, value, '', ''])] as string[][];
    return { values: readSettingValues(withOneMore, range, findings), texts: findings.map(({ text }) => text) };
  };

  it('that gives it its value, by its name or an alias', () => {
    const chairs: number = read(['Break room chairs', 12]).values.breakRoomChairs;
    expect(chairs).toBe(12);
    expect(read(['chairs', 'zero']).values.breakRoomChairs).toBe(0);
    expect(read(['Months', 24], ['Chairs', 3]).values).toMatchObject({ months: 24, breakRoomChairs: 3 });
  });

  it('that gives it its default', () => {
    expect(read().values.breakRoomChairs).toBe(4);
    expect(read(['Chairs', '']).values.breakRoomChairs).toBe(4);
  });

  it('that gives it its bounds, and their messages', () => {
    const refused = (value: unknown) => read(['Chairs', value]);
    expect(refused(41).texts).toEqual(['Settings, row 1 (Chairs), Value is 41; give a number from 0 to 40.']);
    expect(refused(2.5).texts).toEqual(['Settings, row 1 (Chairs), Value is 2.5; give a whole number.']);
    expect(refused('two').texts).toEqual([
      'Settings, row 1 (Chairs), Value is the text “two”; give a number, e.g. 100; blank = 4.',
    ]);
    expect(refused(41).values.breakRoomChairs).toBe(4);
    expect(read(['Chairs', 1], ['Break room chairs', 2]).texts).toEqual([
      'Settings, row 2 (Break room chairs) repeats row 1; keep one row, or give it another name.',
    ]);
  });

  it('that its slips are measured against', () => {
    expect(read(['Break room chair', 1]).texts).toEqual([
      'Settings, row 1: “Break room chair” is not a setting and is ignored; did you mean Break room chairs?',
    ]);
  });
});

describe('Settings', () => {
  it('have names of their own', () => {
    const names = SETTING_COLUMNS.flatMap(({ header, aliases }: Column) => [header, ...aliases]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(new Set(SETTING_COLUMNS.map(({ key }) => key)).size).toBe(SETTING_COLUMNS.length);
  });

  it('are what the forecast takes for what is typed', () => {
    const range = [
      HEADERS,
      ['Start month', 46388, '', ''],
      ['QP', 'Yes', '', ''],
      ['Lowest realization', 0.7, '', ''],
    ] as string[][];
    const { settings, start } = readSettings(range, []);
    expect(start).toBe(2027 * 12);
    expect(settings).toMatchObject({ startMonth: 2027 * 12, months: 36, basis: 'average' });
    expect(settings.pricing).toMatchObject({ qp: true, locality: '', careSetting: 'nonfacility', yearlyUpdate: null });
    expect(settings.guardrails.map(({ header, limit, row }) => [header, limit, row])).toEqual([
      ['Lowest realization', 0.7, 3],
    ]);
  });

  it.each([500, 12.5, 'two years'])('that cannot be read leave the other tables readable: Months %s', (months) => {
    const tables = sampleTables();
    tables.payerMix.forEach((row, r) => row.push(r === 0 ? 'Codes' : r === 1 ? '99490' : ''));
    const broken = handed(withCell(tables, 'settings', 2, 'Value', months));
    expect(forecastOf(broken).findings.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(readModel(broken).payers).toHaveLength(3);
  });

  it('are listed on the model page as they are described here', () => {
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'model.md'), 'utf8');
    const [, table] = /## Settings\n[^|]*((?:\|.*\n)+)/.exec(page) ?? [];
    expect(table?.trimEnd().split('\n')).toEqual([
      '| setting | unit | allowed | blank is | what it does |',
      '|---|---|---|---|---|',
      ...SETTING_COLUMNS.map(
        (setting: Column) =>
          `| ${[setting.header, setting.unit, allowed(setting), setting.fallbackText, setting.note].join(' | ')} |`,
      ),
    ]);
  });
});

const allowed = ({ type, unit, lower, upper, whole, choices }: Column): string => {
  if (type === 'choice') return choices.join(', ');
  if (type === 'month') return 'a date';
  if (type === 'text') return 'a text';
  const shown = (value: number) => (unit === '%' ? `${value * 100}%` : String(value));
  const bounds = Number.isFinite(upper) ? `${shown(lower)} to ${shown(upper)}` : `${shown(lower)} or more`;
  return whole ? `${bounds}, whole` : bounds;
};
