import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../../src/engine/project';
import { readModel } from '../../src/tables/reading/read-model';
import { modelOf } from '../../src/forecast/model-of';
import { BLANK, PLATFORMS } from './blanks';
import { handed, sampleTables, type Tables } from './sample-model';

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
    'Changes, row 1 (Launch month), Value: 2028 looks like January 2028; type 2028-01-01.',
  ],
  [
    'a month set to text',
    change('Launch month', 'set', 'May'),
    'Value',
    'Changes, row 1 (Launch month), Value is the text “May”, not a date; type a date in the month, e.g. 2027-04-01, or a month number such as 4.',
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
    'a share moved by -3',
    change('Conversion rate', 'add', -3),
    'Value',
    'Changes, row 1 (Conversion rate), Value is -3; a share moves by -1 to 1, e.g. -0.03 or -3%.',
  ],
  [
    'a share moved by -1.2',
    change('Conversion rate', 'add', -1.2),
    'Value',
    'Changes, row 1 (Conversion rate), Value is -1.2; a share moves by -1 to 1, at least -100%.',
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
