import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../../src/engine/project';
import { modelOf, readModel } from '../../src/tables/read-model';
import { BLANK, PLATFORMS } from './blanks';
import { handed, sampleTables, withCell, type Tables } from './sample-model';

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

/** A change that cannot be meant, where it is found, and what it is told; in Scenarios the value stands under Conservative. */
const WRONG: readonly [what: string, row: unknown[], column: string, text: string][] = [
  [
    'a driver with a slip',
    change('Conversion ratee', 'set', 0.5),
    'Driver',
    'Changes, row 1: Driver “Conversion ratee” is not known; did you mean Conversion rate?',
  ],
  ['a blank driver', change(_, 'set', 0.5), 'Driver', 'Changes, row 1, Driver is blank or 0; give a name.'],
  [
    'an unknown kind',
    change('Conversion rate', 'plus', 0.5),
    'Change',
    'Changes, row 1 (Conversion rate), Change is the text “plus”; give one of set, add, multiply.',
  ],
  [
    'a blank kind',
    change('Conversion rate', _, 0.5),
    'Change',
    'Changes, row 1 (Conversion rate), Change is blank or 0; give one of set, add, multiply.',
  ],
  [
    'an unknown program',
    change('Conversion rate', 'set', 0.5, { program: 'CMC' }),
    'Program',
    'Changes, row 1: Program “CMC” is not known; did you mean CCM?',
  ],
  [
    'an unknown payer',
    change('Days to pay', 'set', 5, { payer: 'Medicar' }),
    'Payer',
    'Changes, row 1: Payer “Medicar” is not known; did you mean Medicare, Medicaid?',
  ],
  [
    'an unknown item',
    change('Amount', 'set', 5, { item: 'Nurse' }),
    'Item',
    'Changes, row 1: Item “Nurse” is not known; did you mean Nurses?',
  ],
  [
    'a payer for a driver of the program',
    change('Conversion rate', 'set', 0.5, { payer: 'Medicare' }),
    'Payer',
    'Changes, row 1: Conversion rate does not depend on Payer; leave Payer blank.',
  ],
  [
    'an item for a driver of the payer',
    change('Days to pay', 'set', 5, { item: 'Nurses' }),
    'Item',
    'Changes, row 1: Days to pay does not depend on Item; leave Item blank.',
  ],
  [
    'names that do not meet',
    change('Days to pay', 'set', 5, { program: 'RPM', payer: 'Medicaid' }),
    'Driver',
    'Changes, row 1: nothing matches: no Days to pay has this program, payer and item together.',
  ],
  [
    'a month multiplied',
    change('Launch month', 'multiply', 2),
    'Change',
    'Changes, row 1: Launch month is a month; set it to a month or add months to it, it cannot be multiplied.',
  ],
  [
    'half a month added',
    change('Launch month', 'add', 0.5),
    'Value',
    'Changes, row 1 (Launch month), Value is 0.5; give a whole number of months to add, e.g. 3.',
  ],
  [
    'a month set to a year',
    change('Launch month', 'set', 2028),
    'Value',
    'Changes, row 1 (Launch month), Value is 2,028; type a date in the month, e.g. 2027-04-01, or a month number such as 4.',
  ],
  [
    'a month set to text',
    change('Launch month', 'set', 'May 2027'),
    'Value',
    'Changes, row 1 (Launch month), Value is the text “May 2027”, not a date; type a date in the month, e.g. 2027-04-01, or a month number such as 4.',
  ],
  [
    'a month set before the start',
    change('Launch month', 'set', 46000),
    'Value',
    'Changes, row 1 (Launch month), Value is 2025-12, before the start month 2027-01; give 2027-01 or later, or leave it blank where that means from the start.',
  ],
  [
    'a share set to 62',
    change('Conversion rate', 'set', 62),
    'Value',
    'Changes, row 1 (Conversion rate), Value is 62; give a share from 0 to 1, e.g. 0.62 or 62%.',
  ],
  [
    'a share moved by 5',
    change('Conversion rate', 'add', 5),
    'Value',
    'Changes, row 1 (Conversion rate), Value is 5; a share moves by -1 to 1, e.g. 0.05 or 5%.',
  ],
  [
    'a negative factor',
    change('Conversion rate', 'multiply', -1),
    'Value',
    'Changes, row 1 (Conversion rate), Value is -1; give 0 or more.',
  ],
  [
    'a blank value',
    change('Conversion rate', 'set', _),
    'Value',
    'Changes, row 1 (Conversion rate), Value is blank or 0; give a value, or the word zero if you mean none.',
  ],
  [
    'a value of text',
    change('Days to pay', 'set', '30 days'),
    'Value',
    'Changes, row 1 (Days to pay), Value is the text “30 days”; give a number, e.g. 100.',
  ],
  [
    'a value of TRUE',
    change('Days to pay', 'set', true),
    'Value',
    'Changes, row 1 (Days to pay), Value is TRUE; give a number, e.g. 100.',
  ],
  [
    'no patients per unit',
    change('Patients per unit', 'set', 'zero'),
    'Value',
    'Changes, row 1 (Patients per unit), Value leaves no patients per unit; give a value above 0.',
  ],
  [
    'patients per unit multiplied by nothing',
    change('Patients per unit', 'multiply', 'zero'),
    'Value',
    'Changes, row 1 (Patients per unit), Value leaves no patients per unit; give a value above 0.',
  ],
  [
    'a blank from month',
    change('Conversion rate', 'set', 0.5, {}, _),
    'From month',
    'Changes, row 1 (Conversion rate), From month is blank or 0; give a month, e.g. 2027-04-01.',
  ],
  [
    'an end before the beginning',
    change('Conversion rate', 'set', 0.5, {}, 5, 4),
    'To month',
    'Changes, row 1 (Conversion rate): To month lies before From month; give the same month or a later one.',
  ],
];

describe.each(PLATFORMS)('Planned changes, $name', ({ blank }) => {
  const read = (tables: Tables) => readModel(handed(tables, blank));
  const errors = (tables: Tables) => read(tables).findings.filter(({ severity }) => severity === 'error');

  it.each(WRONG)('refuse %s', (_what, row, column, text) => {
    expect(errors(withChanges(row))).toEqual([{ severity: 'error', table: 'Changes', row: 1, column, text }]);
  });

  it('know drivers by their other names', () => {
    expect(errors(withChanges(change('Conversion', 'set', 0.5)))).toEqual([]);
    expect(read(withChanges(change(' referrals ', 'Multiply', 2, { program: 'all' }))).changes[0]).toMatchObject({
      driver: 'referrals',
      change: 'multiply',
      program: null,
      value: 2,
    });
  });

  it('take zero for a true zero', () => {
    expect(read(withChanges(change('Referrals per month', 'set', 'Zero'))).changes[0].value).toBe(0);
  });

  it('find their value under a header with a unit', () => {
    const tables = withChanges(change('Conversion rate', 'set', 0.5));
    tables.changes[0] = (tables.changes[0] as string[]).map((header) =>
      header === 'Value' ? ' VALUE (as the driver)' : header,
    );
    expect(read(tables).changes[0].value).toBe(0.5);
  });

  it('take dates and month numbers alike', () => {
    const dated = read(withChanges(change('Launch month', 'set', 46539, { program: 'RPM' }, 46447, 46507)));
    const numbered = read(withChanges(change('Launch month', 'set', 6, { program: 'RPM' }, 3, 4)));
    expect(dated.changes).toEqual(numbered.changes);
  });
});

describe('Two sets of the same cell from the same month', () => {
  const errors = (...rows: unknown[][]) =>
    readModel(handed(withChanges(...rows)))
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ row, text }) => `${row}: ${text}`);
  const text =
    'Changes, rows 1 and 2 both set Days to pay from the same month to different values; keep one, or name the program or payer each is for.';

  it('contradict each other when both are equally specific', () => {
    expect(errors(change('Days to pay', 'set', 20), change('Days to pay', 'set', 30))).toEqual([`2: ${text}`]);
    expect(
      errors(
        change('Days to pay', 'set', 20, { program: 'CCM' }),
        change('Days to pay', 'set', 30, { payer: 'Medicare' }),
      ),
    ).toEqual([`2: ${text}`]);
  });

  it('do not when they have one value, another month, no cell in common, or one is more specific', () => {
    expect(errors(change('Days to pay', 'set', 20), change('Days to pay', 'set', 20))).toEqual([]);
    expect(errors(change('Days to pay', 'set', 20), change('Days to pay', 'set', 30, {}, 4))).toEqual([]);
    expect(
      errors(
        change('Days to pay', 'set', 20, { program: 'CCM' }),
        change('Days to pay', 'set', 30, { program: 'RPM' }),
      ),
    ).toEqual([]);
    expect(
      errors(
        change('Days to pay', 'set', 20, { program: 'RPM' }),
        change('Days to pay', 'set', 30, { payer: 'Medicaid' }),
      ),
    ).toEqual([]);
    expect(errors(change('Days to pay', 'set', 20), change('Days to pay', 'set', 30, { program: 'CCM' }))).toEqual([]);
    expect(errors(change('Days to pay', 'add', 20), change('Days to pay', 'add', 30))).toEqual([]);
  });

  it('get one text a row, however many they are', () => {
    expect(errors(...Array.from({ length: 30 }, (_unused, i) => change('Days to pay', 'set', 10 + i)))).toHaveLength(
      29,
    );
  });
});

describe.each(PLATFORMS)('Scenarios, $name', ({ blank }) => {
  const read = (tables: Tables) => readModel(handed(tables, blank));
  const errors = (tables: Tables) => read(tables).findings.filter(({ severity }) => severity === 'error');

  it.each(
    WRONG.filter(
      ([what, , column]) =>
        ['Value', 'Driver', 'Program', 'Payer', 'Item', 'Change'].includes(column) && what !== 'a blank value',
    ),
  )('refuse %s', (_what, row, column) => {
    const [, , driver, program, payer, item, kind, value] = row;
    const found = errors(withScenarios([driver, program, payer, item, kind, value, _, _, 'why']));
    expect(found.map(({ severity, table, row: at, column: where }) => [severity, table, at, where])).toEqual([
      ['error', 'Scenarios', 1, column === 'Value' ? 'Conservative' : column],
    ]);
  });

  it('change nothing where the cell is blank, or 0', () => {
    for (const value of [BLANK, 0, '   '])
      for (const kind of ['set', 'add', 'multiply'])
        expect(read(withScenarios(adjustment('Conversion rate', kind, value))).scenarios[0].adjustments).toEqual([]);
  });

  it('set to nothing where the cell says zero', () => {
    expect(
      read(withScenarios(adjustment('Eligible patients', 'set', 'ZERO'))).scenarios[0].adjustments[0],
    ).toMatchObject({ driver: 'eligiblePatients', change: 'set', value: 0 });
  });

  it('say that text is no value, and that every column is a scenario', () => {
    expect(errors(withScenarios(adjustment('Conversion rate', 'set', '62%'))).map(({ text }) => text)).toEqual([
      'Scenarios, row 1 (Conversion rate), Conservative is the text “62%”, not a number; give a number, e.g. 0.62; blank = no change. A column that is no scenario belongs outside the table.',
    ]);
  });

  it('take their names from the headers, whatever else has that name', () => {
    const tables = {
      ...sample,
      scenarios: [
        ['Driver', 'Program', 'Payer', 'Item', 'Change', 'Conversion rate', 'Value', 2027, '<b>Best</b>'],
        ['Conversion rate', _, _, _, 'set', 0.1, 0.2, 0.3, 0.4],
      ],
    };
    const inputs = read(tables);
    expect(inputs.findings).toEqual([]);
    expect(inputs.scenarios.map(({ name }) => name)).toEqual(['Conversion rate', 'Value', '2027', '<b>Best</b>']);
    expect(modelOf(inputs, 'value').adjustments[0].value).toBe(0.2);
  });

  it('do not take a column with a known header and a unit for a scenario', () => {
    const tables = {
      ...sample,
      scenarios: [
        [
          'Driver',
          'Program (blank = all)',
          'PAYER [blank = all]',
          'Item',
          'Change',
          'Unit (of the driver)',
          'Base',
          'Source',
          'Why not',
        ],
        ['Conversion rate', 'CCM', _, _, 'set', '%', 0.1, 'assumption', _],
      ],
    };
    expect(read(tables).scenarios.map(({ name }) => name)).toEqual(['Base', 'Why not']);
  });

  it('are refused when two have one name, and when there is none', () => {
    const twice = {
      ...sample,
      scenarios: [
        ['Driver', 'Change', 'Base', ' base'],
        ['Conversion rate', 'set', 0.1, 0.2],
      ],
    };
    expect(errors(twice)).toEqual([
      {
        severity: 'error',
        table: 'Scenarios',
        row: null,
        column: 'base',
        text: 'Scenarios has the column “base” twice; keep one.',
      },
    ]);
    const none = {
      ...sample,
      scenarios: [
        ['Driver', 'Change', 'Why'],
        ['Conversion rate', 'set', 'x'],
      ],
    };
    expect(errors(none).map(({ text }) => text)).toEqual([
      'Scenarios has no scenario column; add one with the scenario’s name as its header, e.g. Expected.',
    ]);
  });

  it('may be a header without rows', () => {
    const inputs = read({ ...sample, scenarios: sample.scenarios.slice(0, 1), changes: sample.changes.slice(0, 1) });
    expect(inputs.findings).toEqual([]);
    expect(inputs.scenarios.map(({ adjustments }) => adjustments)).toEqual([[], [], []]);
  });

  it('contradict themselves only within one scenario', () => {
    const rows = [
      ['Conversion rate', _, _, _, 'set', 0.1, 0.1, _],
      ['Conversion rate', _, _, _, 'set', 0.2, _, 0.2],
    ];
    expect(errors(withScenarios(...rows)).map(({ text }) => text)).toEqual([
      'Scenarios, rows 1 and 2 both set Conversion rate from the same month to different values; keep one, or name the program or payer each is for.',
    ]);
  });
});

describe('The order of rows', () => {
  it('changes no figure', () => {
    const rows = [
      change('Conversion rate', 'set', 0.5),
      change('Conversion rate', 'add', 0.05),
      change('Conversion rate', 'multiply', 1.1),
      change('Conversion rate', 'set', 0.4, { program: 'CCM' }),
      change('Allowed PPPM', 'multiply', 1.02, { payer: 'Medicare' }, 13),
      change('Allowed PPPM', 'add', 1, {}, 13),
      change('Launch month', 'add', 2, { program: 'RPM' }, 1),
      change('Amount', 'multiply', 1.5, { item: 'Nurses' }, 2, 9),
    ];
    const scenarios = sample.scenarios.slice(1);
    const cumulativeCash = (changes: unknown[][], adjustments: unknown[][]) => {
      const inputs = readModel(
        handed({
          ...sample,
          changes: [sample.changes[0], ...changes],
          scenarios: [sample.scenarios[0], ...adjustments],
        }),
      );
      expect(inputs.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      return [...project(modelOf(inputs, 'Conservative')).total.series.cumulativeCash];
    };
    const expected = cumulativeCash(rows, scenarios);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.shuffledSubarray(scenarios, { minLength: scenarios.length }),
        (changes, adjustments) => {
          expect(cumulativeCash(changes, adjustments)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('Inputs that change nothing', () => {
  const notes = (tables: Tables) => {
    const { findings } = readModel(handed(tables));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    return findings.map(({ table, row, column, text }) => `${table}/${row}/${column}: ${text}`);
  };
  const cell = (table: keyof Tables, row: number, header: string, value: unknown, tables = sample) =>
    withCell(tables, table, row, header, value);

  /** With one more column, given in one row. */
  const wider = (table: keyof Tables, header: string, row: number, value: unknown): Tables => ({
    ...sample,
    [table]: sample[table].map((cells, r) => [...cells, r === 0 ? header : r === row ? value : BLANK]),
  });

  it.each<[string, Tables, string]>([
    [
      'a launch after the forecast',
      cell('panel', 2, 'Launch month', 47200),
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
      cell('costs', 6, 'Ends', BLANK, cell('costs', 6, 'Starts', 47200)),
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
      'Costs/7/Item: Costs, row 7 (Platform) is the same as row 2; both are charged. Delete one if it was pasted twice.',
    ],
    [
      'a change after the forecast',
      withChanges(change('Conversion rate', 'set', 0.5, {}, 47200)),
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
      47200,
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
