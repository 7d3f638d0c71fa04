import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../../src/forecast/forecast';
import { BLANK } from '../../tables/blanks';
import { complete } from '../../tables/complete';
import { handed, sampleTables, withCell, type Tables } from '../../tables/sample-model';

const _ = BLANK;
const sample = sampleTables();
const withChanges = (...rows: unknown[][]): Tables => ({ ...sample, changes: [sample.changes[0], ...rows] });
const withScenarios = (...rows: unknown[][]): Tables => ({ ...sample, scenarios: [sample.scenarios[0], ...rows] });
/** From, to, driver, program, payer, item, change, value. */
const change = (
  driver: unknown,
  kind: unknown,
  value: unknown,
  scope: { program?: unknown; payer?: unknown; item?: unknown } = {},
  from: unknown = 3,
  to: unknown = _,
): unknown[] => [from, to, driver, scope.program ?? _, scope.payer ?? _, scope.item ?? _, kind, value];
/** Driver, program, payer, item, change, conservative, expected, stretch. */
const adjustment = (
  driver: unknown,
  kind: unknown,
  value: unknown,
  scope: { program?: unknown; payer?: unknown; item?: unknown } = {},
): unknown[] => [driver, scope.program ?? _, scope.payer ?? _, scope.item ?? _, kind, value, _, _, 'why'];

describe('Inputs that change nothing', () => {
  const notes = (tables: Tables) => {
    const { findings } = forecastOf(handed(tables));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    return findings.map(({ table, row, column, text }) => `${table}/${row}/${column}: ${text}`);
  };
  const cell = (table: keyof Tables, row: number, header: string, value: unknown, tables = sample) =>
    withCell(tables, table, row, header, value);

  /** With one more column, given in one row. */
  const wider = (table: keyof Tables, header: string, row: number, value: unknown): Tables =>
    complete({
      ...sample,
      [table]: sample[table].map((cells, r) => [...cells, r === 0 ? header : r === row ? value : BLANK]),
    });

  it.each<[string, Tables, string]>([
    [
      'a launch after the forecast',
      cell('panel', 2, 'Launch month', 47178),
      'Panel/2/Launch month: Panel, row 2 (RPM): Launch month is 2029-03, after the last month of the forecast, 2028-12; the program stays empty.',
    ],
    [
      'referrals that nobody converts',
      cell('panel', 2, 'Conversion rate', BLANK),
      'Panel/2/Conversion rate: Panel, row 2 (RPM): there are referrals but Conversion rate is blank or 0, so nobody enrolls.',
    ],
    [
      'a program without patients or referrals',
      cell('panel', 2, 'Referrals per month', BLANK, withChanges()),
      'Panel/2/Opening patients: Panel, row 2 (RPM): Opening patients and Referrals per month are both blank or 0, so the program stays empty.',
    ],
    [
      'a conversion of no referrals',
      cell('panel', 1, 'Referrals per month', BLANK),
      'Panel/1/Referrals per month: Panel, row 1 (CCM): Conversion rate is given but Referrals per month is blank or 0, so nobody enrolls.',
    ],
    [
      'appeals that win nothing',
      cell('payerMix', 3, 'Appeal rate', 0.5),
      'Payer mix/3/Overturn rate: Payer mix, row 3 (RPM, Medicare): Appeal rate is given but Overturn rate is blank or 0, so appeals win nothing.',
    ],
    [
      'a cost after the forecast',
      cell('costs', 6, 'Ends', BLANK, cell('costs', 6, 'Starts', 47178)),
      'Costs/6/Starts: Costs, row 6 (Review): Starts is 2029-03, after the last month of the forecast, 2028-12; it is never charged.',
    ],
    [
      'units where there are none',
      cell('costs', 2, 'Minimum units', 2),
      'Costs/2/Minimum units: Costs, row 2 (Platform): Basis is per active patient, so Patients per unit and Minimum units are not used; for whole units choose per unit.',
    ],
    [
      'an increase of a percentage',
      cell('costs', 5, 'Annual increase', 0.03),
      'Costs/5/Annual increase: Costs, row 5 (Billing): Annual increase is not used where Basis is percent of cash.',
    ],
    [
      'minutes of service that nobody counts',
      wider('panel', 'Service minutes', 1, 20),
      'Panel/1/Service minutes: Panel, row 1 (CCM): Service minutes is not used, because no payer of the program has Threshold minutes.',
    ],
    [
      'consent without a threshold',
      wider('payerMix', 'Consent rate', 2, 0.9),
      'Payer mix/2/Consent rate: Payer mix, row 2 (CCM, Medicaid): Consent rate is not used, because Threshold minutes is blank.',
    ],
    [
      'units on duty of unlimited staffing',
      wider('costs', 'Units on duty', 1, 3),
      'Costs/1/Units on duty: Costs, row 1 (Nurses): Units on duty is not used, because Staffing is blank (unlimited); choose planned or as needed.',
    ],
    [
      'a planned team of nobody',
      cell('costs', 1, 'Minimum units', BLANK, wider('costs', 'Staffing', 1, 'planned')),
      'Costs/1/Units on duty: Costs, row 1 (Nurses): Staffing is planned but Units on duty is blank or 0, so there is no place for a new patient.',
    ],
    [
      'minutes that no threshold asks for',
      wider('costs', 'Minutes per unit', 1, 9600),
      'Costs/1/Minutes per unit: Costs, row 1 (Nurses): Minutes per unit is not used, because no payer it serves has Threshold minutes on Payer mix.',
    ],
    [
      'a share of no minutes',
      wider('costs', 'Productive share', 1, 0.8),
      'Costs/1/Productive share: Costs, row 1 (Nurses): Productive share is not used, because Minutes per unit is blank.',
    ],
    [
      'a cost pasted twice',
      { ...sample, costs: [...sample.costs, sample.costs[2]] },
      'Costs/8/Item: Costs, row 8 (Platform) is the same as row 2; both are charged. Delete one if it was pasted twice.',
    ],
    [
      'a change after the forecast',
      withChanges(change('Conversion rate', 'set', 0.5, {}, 47178)),
      'Changes/1/From month: Changes, row 1 (Conversion rate): From month is 2029-03, after the last month of the forecast, 2028-12; it changes nothing.',
    ],
    [
      'a limit that is none, moved',
      withChanges(change('Enrollment limit', 'multiply', 1.5, { program: 'RPM' })),
      'Changes/1/Value: Changes, row 1 (Enrollment limit): Enrollment limit is blank (no limit) and stays so; to give it a limit, set it or type one.',
    ],
    [
      'units of an item without them',
      withChanges(change('Patients per unit', 'multiply', 1.5, { item: 'Platform' })),
      'Changes/1/Value: Changes, row 1 (Patients per unit): only cost items with the Basis per unit have Patients per unit, and none is meant; it changes nothing.',
    ],
    [
      'an unknown setting',
      { ...sample, settings: [...sample.settings, ['Begin of forecast', 46388]] },
      'Settings/5/Value: Settings, row 5: “Begin of forecast” is not a setting and is ignored; the settings are ',
    ],
    [
      'a setting with a slip',
      { ...sample, settings: [...sample.settings, ['Moths', 12]] },
      'Settings/5/Value: Settings, row 5: “Moths” is not a setting and is ignored; did you mean Months?',
    ],
    [
      'a header with a slip',
      cell('panel', 0, 'Early drop-off rate', 'Early drop-of rate'),
      'Panel/null/Early drop-of rate: Panel has a column “Early drop-of rate”, which is not read; did you mean Early drop-off rate?',
    ],
  ])('are noted: %s', (_what, tables, text) => {
    const found = notes(tables);
    expect(
      found.find((note) => note.startsWith(text)),
      found.join('\n'),
    ).toBeDefined();
    expect(found).toHaveLength(1);
  });

  it('are not noted where a planned change or a scenario makes them matter', () => {
    const late = cell(
      'panel',
      2,
      'Launch month',
      47178,
      withChanges(change('Launch month', 'set', 5, { program: 'RPM' }, 1)),
    );
    expect(notes(late)).toEqual([]);
    const unconverted = cell(
      'panel',
      2,
      'Conversion rate',
      BLANK,
      withScenarios(adjustment('Conversion rate', 'set', 0.3)),
    );
    expect(notes(unconverted)).toEqual([]);
    const limited = withChanges(
      change('Enrollment limit', 'set', 30, { program: 'RPM' }, 1),
      change('Enrollment limit', 'multiply', 1.5, { program: 'RPM' }, 13),
    );
    expect(notes(limited)).toEqual([]);
  });
});
