import { describe, expect, it } from 'vitest';
import { checkModel } from '../../src/functions/check-model';
import { Line } from '../../src/functions/enums';
import { explain } from '../../src/functions/explain';
import { forecast } from '../../src/functions/forecast';
import { InputError } from '../../src/tables/messages/input-error';
import { complete } from '../tables/complete';

type Cells = unknown[][];

const PANEL: Cells = [
  ['Program', 'Opening patients', 'Referrals per month', 'Conversion rate', 'Discharge rate'],
  ['CCM', 100, 20, 0.5, 0.02],
];
const COSTS: Cells = [
  ['Item', 'Category', 'Basis', 'Amount'],
  ['Rent', 'overhead and compliance', 'per month', 100],
  ['Volunteers', 'care team', 'per month', 'zero'],
];
const START = { '2025-07': 45839, '2025-10': 45931, '2026-07': 46204, '2024-01': 45292, '2023-10': 45200 };

const mix = (row: Partial<Record<'allowed' | 'codes' | 'percent' | 'collected', unknown>>): Cells => [
  [
    'Program',
    'Payer',
    'Share of panel',
    'Allowed PPPM',
    'Realization rate',
    'Clean claim rate',
    'Collected share',
    'Codes',
    'Percent of Medicare',
  ],
  ['CCM', 'Medicare', 1, row.allowed ?? '', 0.8, 0.95, row.collected ?? '', row.codes ?? '', row.percent ?? ''],
];
const settings = (start: number | null, months: number, ...more: [string, unknown][]): Cells => [
  ['Setting', 'Value'],
  ...(start ? [['Start month', start]] : []),
  ['Months', months],
  ...more,
];

const line = (
  name: string,
  payerMix: Cells,
  given: Cells,
  changes?: Cells,
  scenarios?: Cells,
  scenario?: string,
): number[] =>
  forecast(PANEL, payerMix, COSTS, given, scenarios, changes, undefined, scenario, undefined, [[name]])[0] as number[];
const allowed = (payerMix: Cells, given: Cells, ...more: [Cells?, Cells?, string?]) =>
  line('Allowed PPPM', payerMix, given, ...more).map((amount) => Math.round(amount * 1e6) / 1e6);
const findings = (payerMix: Cells, given: Cells): string[] =>
  findingsOf(complete({ panel: PANEL, payerMix, costs: COSTS }, ''), given).map((row) => row.map(String).join(' | '));
const findingsOf = ({ panel, payerMix, costs }: Record<'panel' | 'payerMix' | 'costs', Cells>, given: Cells) =>
  checkModel(panel, payerMix, costs, given);
const refusal = (payerMix: Cells, given: Cells): string => {
  try {
    line('Allowed PPPM', payerMix, given);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'not refused';
};

describe('A payer priced by codes', () => {
  it('changes its allowed amount in January, and nowhere else', () => {
    const amounts = allowed(mix({ codes: '99490 + 0.35*99439' }), settings(START['2025-10'], 8));
    const [year2025, year2026] = [60.49 + 0.35 * 45.93, 66.13 + 0.35 * 50.44].map(
      (amount) => Math.round(amount * 1e6) / 1e6,
    );
    expect(amounts).toEqual([year2025, year2025, year2025, year2026, year2026, year2026, year2026, year2026]);
  });

  it('moves that January’s revenue by as much, and leaves the months before as they are', () => {
    const given = settings(START['2025-10'], 6);
    const [byCodes, typed] = [
      line('Allowed revenue', mix({ codes: '99490' }), given),
      line('Allowed revenue', mix({ allowed: 60.49 }), given),
    ];
    byCodes.forEach((revenue, t) => expect(revenue).toBeCloseTo(typed[t] * (t < 3 ? 1 : 66.13 / 60.49), 9));
  });

  it('follows a factor that changes within a year: a month takes the amount of its last day', () => {
    expect(allowed(mix({ codes: 99490 }), settings(START['2024-01'], 13))).toEqual([
      61.56,
      61.56,
      ...Array(10).fill(62.58),
      60.49,
    ]);
  });

  it('pays a percentage of Medicare', () => {
    expect(allowed(mix({ codes: '99490', percent: 1.1 }), settings(START['2026-07'], 1))).toEqual([72.743]);
  });

  it('takes locality, care setting and QP from the settings', () => {
    const at = (...more: [string, unknown][]) =>
      allowed(mix({ codes: '99490' }), settings(START['2026-07'], 1, ...more))[0];
    expect(at(['Locality', 'NY-01'])).toBe(74.57);
    expect(at(['Locality', 'Manhattan'], ['Care setting', 'rhc/fqhc'])).toBe(66.13);
    expect(at(['QP', 'yes'])).toBe(66.46);
    expect(at(['Care setting', 'facility'])).toBe(43.76);
  });

  it('keeps the last published schedule, and says so with what is proposed', () => {
    const given = settings(START['2026-07'], 12);
    expect(allowed(mix({ codes: '99490' }), given)).toEqual(Array(12).fill(66.13));
    expect(findings(mix({ codes: '99490' }), given)).toEqual([
      'Payer mix | 1 | Codes | Note: No fee schedule is published from 2027-01 on: the amounts of 2026 are used. CMS proposed a conversion factor changed by −1.68% for 2027 (CMS-1848-P, July 2026). Give Settings an Assumed yearly update, or the word zero.',
    ]);
    expect(findings(mix({ codes: '99490' }), settings(START['2026-07'], 6))).toEqual(['No findings']);
  });

  it('changes by the assumed update each January after it; what has been said needs no note', () => {
    const amounts = allowed(mix({ codes: '99490' }), settings(START['2026-07'], 20, ['Assumed yearly update', 0.02]));
    expect(amounts).toEqual([...Array(6).fill(66.13), ...Array(12).fill(67.4526), 68.801652, 68.801652]);
    expect(findings(mix({ codes: '99490' }), settings(START['2026-07'], 20, ['Assumed yearly update', 0.02]))).toEqual([
      'No findings',
    ]);
  });

  it('keeps the last schedule without a note where the assumed update is the word zero', () => {
    const given = settings(START['2026-07'], 12, ['Assumed yearly update', 'zero']);
    expect(allowed(mix({ codes: '99490' }), given)).toEqual(Array(12).fill(66.13));
    expect(findings(mix({ codes: '99490' }), given)).toEqual(['No findings']);
  });

  it('without a start month takes the last schedule in all months, and says so', () => {
    expect(allowed(mix({ codes: '99490' }), settings(null, 3, ['Assumed yearly update', 0.02]))).toEqual([
      66.13, 66.13, 66.13,
    ]);
    expect(findings(mix({ codes: '99490' }), settings(null, 3))).toEqual([
      expect.stringContaining(
        'Settings has no Start month, so amounts priced by Codes are those of 2026 in all months',
      ),
    ]);
  });

  it('is moved by planned changes and scenarios like any amount', () => {
    const changes = [
      ['From month', 'Driver', 'Change', 'Value'],
      [2, 'Allowed PPPM', 'multiply', 1.1],
    ];
    const scenarios = [
      ['Driver', 'Change', 'Low'],
      ['Allowed PPPM', 'add', -1],
    ];
    expect(allowed(mix({ codes: '99490' }), settings(START['2025-10'], 4), changes, scenarios, 'Low')).toEqual([
      59.49, 65.539, 65.539, 71.743,
    ]);
  });

  it('follows the calendar where the amount beside the codes is their own formula', () => {
    expect(allowed(mix({ codes: '99490', allowed: 66.13 }), settings(START['2025-10'], 4))).toEqual([
      60.49, 60.49, 60.49, 66.13,
    ]);
    expect(findings(mix({ codes: '99490', allowed: 66.13 }), settings(START['2025-10'], 4))).toEqual(['No findings']);
  });

  it('lets another typed amount stand in all months, and says so', () => {
    const typed = mix({ codes: '99490', allowed: 70 });
    expect(allowed(typed, settings(START['2025-10'], 4))).toEqual([70, 70, 70, 70]);
    expect(findings(typed, settings(START['2025-10'], 4))).toEqual([
      'Payer mix | 1 | Allowed PPPM | Note: Payer mix, row 1 (CCM, Medicare), Allowed PPPM is $70.00, Codes give $60.49 in the first month: what is typed holds in all months. Clear it to follow the fee schedule.',
    ]);
  });
});

describe('Blank cells', () => {
  it.each([
    ['blank text', ''],
    ['null', null],
    ['0', 0],
  ])('that arrive as %s mean the same: no typed amount, 100% of Medicare, no codes', (_, blank) => {
    const header = mix({})[0];
    const priced = [header, ['CCM', 'Medicare', 1, blank, 0.8, 0.95, blank, '99490', blank]];
    const typed = [header, ['CCM', 'Medicare', 1, 70, 0.8, 0.95, blank, blank, blank]];
    const given = settings(
      START['2026-07'],
      1,
      ['Locality', blank],
      ['Sequestration', blank],
      ['Coinsurance collected', blank],
      ['QP', blank],
      ['Care setting', blank],
      ['Assumed yearly update', blank],
    );
    expect(allowed(priced, given)).toEqual([66.13]);
    expect(allowed(typed, given)).toEqual([70]);
    expect(line('Bad debt', priced, given)[0]).toBeCloseTo(0, 9);
    expect(findings(priced, given)).toEqual(['No findings']);
  });
});

describe('What Medicare pays of the amount is', () => {
  const collected = (row: Parameters<typeof mix>[0], ...more: [string, unknown][]) => {
    const given = settings(START['2026-07'], 1, ...more);
    return line('Cash collected', mix(row), given)[0] / line('Allowed revenue', mix(row), given)[0];
  };

  it('all of it, unless something else is asked for', () => {
    expect(collected({ codes: '99490' })).toBeCloseTo(1, 12);
  });

  it('98.4% with sequestration of 2%, when patients pay in full', () => {
    expect(collected({ codes: '99490' }, ['Sequestration', 0.02])).toBeCloseTo(0.984, 12);
  });

  it('its 80% when no coinsurance is collected', () => {
    expect(collected({ codes: '99490' }, ['Coinsurance collected', 'zero'])).toBeCloseTo(0.8, 12);
    expect(
      collected({ codes: '99490', collected: 0.5 }, ['Coinsurance collected', 0.5], ['Sequestration', 0.02]),
    ).toBeCloseTo(0.5 * (0.784 + 0.1), 12);
  });

  it('not changed for payers that pay another percentage, or whose amount is typed', () => {
    expect(collected({ codes: '99490', percent: 1.1 }, ['Sequestration', 0.02])).toBeCloseTo(1, 12);
    expect(collected({ allowed: 66.13 }, ['Sequestration', 0.02])).toBeCloseTo(1, 12);
  });

  it('85% for services that non-physicians bill', () => {
    expect(allowed(mix({ codes: '99490' }), settings(START['2026-07'], 1, ['Billed by non-physicians', 1]))).toEqual([
      Math.round(66.13 * 0.85 * 1e6) / 1e6,
    ]);
    expect(allowed(mix({ codes: '99490' }), settings(START['2026-07'], 1, ['Billed by non-physicians', 0.4]))).toEqual([
      Math.round(66.13 * 0.94 * 1e6) / 1e6,
    ]);
  });
});

describe('Codes that cannot be used', () => {
  const place = 'Payer mix, row 1 (CCM, Medicare)';
  it.each([
    [
      'an unknown code',
      mix({ codes: '99490 + 99499' }),
      settings(START['2026-07'], 3),
      `${place}, Codes: code “99499” is not known; did you mean`,
    ],
    [
      'a sum that is none',
      mix({ codes: '99490 and more' }),
      settings(START['2026-07'], 3),
      `${place}, Codes: codes has “99490 and more”, which is no code with units`,
    ],
    [
      'a code priced by contractors',
      mix({ codes: '98978' }),
      settings(START['2026-07'], 3),
      `${place}, Codes: 98978 has no national amount`,
    ],
    [
      'a code before it starts',
      mix({ codes: '99445' }),
      settings(START['2025-10'], 3),
      `${place}, Codes: 99445 is not available on 2025-10-31: it starts 2026-01-01`,
    ],
    [
      'a code that ends within the forecast',
      mix({ codes: 'G0511' }),
      settings(START['2025-07'], 6),
      `${place}, Codes: G0511 is not available on 2025-10-31: it ended 2025-09-30`,
    ],
    [
      'months before the book',
      mix({ codes: '99490' }),
      settings(START['2023-10'], 6),
      `${place}, Codes: No amount for 2023-10-31: the rate book starts 2024-01-01`,
    ],
    [
      'neither codes nor an amount',
      mix({}),
      settings(START['2026-07'], 3),
      `${place}, Allowed PPPM is blank or 0; give an amount, Codes such as 99490 + 0.35*99439, or the word zero if you mean none.`,
    ],
    [
      'an ambiguous locality',
      mix({ codes: '99490' }),
      settings(START['2026-07'], 3, ['Locality', 'NY']),
      'Settings, row 3 (Locality): NY has 5 localities; give one of NY-01 MANHATTAN',
    ],
    [
      'an unknown locality, though nothing is priced by codes',
      mix({ allowed: 60 }),
      settings(START['2026-07'], 3, ['Locality', 'Springfield']),
      'Settings, row 3 (Locality): locality “Springfield” is not known',
    ],
    [
      'a care setting that is none',
      mix({ codes: '99490' }),
      settings(START['2026-07'], 3, ['Care setting', 'office']),
      'give one of nonfacility, facility, rhc/fqhc',
    ],
    [
      'a percentage without its sign',
      mix({ codes: '99490', percent: 110 }),
      settings(START['2026-07'], 3),
      `${place}, Percent of Medicare is 110`,
    ],
  ])('are refused: %s', (_, payerMix, given, text) => {
    expect(refusal(payerMix, given)).toContain(text);
    expect(refusal(payerMix, given).length).toBeLessThanOrEqual(255);
  });

  it('get one finding each', () => {
    expect(findings(mix({ codes: '99490' }), settings(START['2026-07'], 3, ['Locality', 'NY']))).toHaveLength(1);
    expect(findings(mix({ allowed: 'a lot' }), settings(START['2026-07'], 3))).toHaveLength(1);
  });
});

describe('CHECKMODEL', () => {
  const notes = (codes: string, start = START['2026-07']) => findings(mix({ codes }), settings(start, 3));

  it('names the rule that a bundle breaks, and its source', () => {
    expect(notes('99490 + G0557')).toEqual([
      'Payer mix | 1 | Codes | Note: Payer mix, row 1 (CCM, Medicare), Codes: the bundle breaks a Medicare rule. APCM takes the place of CCM, PCM and TCM in the same month. Source: aafp.org; fairpath.ai; bassberry.com (second-hand, 2+ pages).',
    ]);
    expect(notes('99454 + 99445')[0]).toContain('99454 (16 to 30 days of data) or 99445');
    expect(notes('99454 + 98977')[0]).toContain('RPM and RTM are not billed together');
    expect(notes('99490 + 3*99439')[0]).toContain('99439 has at most 2 units in a month, the bundle has 3');
  });

  it('gives both readings of an unsettled rule', () => {
    expect(notes('99457 + 3*99458')).toEqual([
      expect.stringMatching(
        /a Medicare rule is unsettled\. 99458 is billed at most twice a month .*; the other reading: up to 3 units .*Source: /,
      ),
    ]);
  });

  it('says when a percentage has no codes', () => {
    expect(findings(mix({ allowed: 60, percent: 0.9 }), settings(START['2026-07'], 3))).toEqual([
      expect.stringContaining('Percent of Medicare is given but Codes is blank'),
    ]);
  });
});

describe('EXPLAIN', () => {
  const factor = (month: number, name: string, ...more: [string, unknown][]) =>
    explain(
      name === 'Collected share' ? Line.BadDebt : Line.AllowedRevenue,
      month,
      PANEL,
      mix({ codes: '99490', percent: name === 'Collected share' ? '' : 1.1 }),
      COSTS,
      settings(START['2025-10'], 6, ...more),
    ).find(([label]) => label === `${name}: CCM, Medicare`)!;

  it('traces an amount to its codes and the schedule of the month', () => {
    expect(factor(3, 'Allowed PPPM')).toEqual([
      'Allowed PPPM: CCM, Medicare',
      expect.closeTo(60.49 * 1.1, 9),
      '$/patient/month',
      expect.stringContaining(
        'Payer mix, row 1, Allowed PPPM; Codes 99490 at 110% of Medicare, fee schedule of 2025: set ',
      ),
    ]);
    const [, amount, , where] = factor(4, 'Allowed PPPM');
    expect(amount).toBeCloseTo(66.13 * 1.1, 9);
    expect(where).toContain('fee schedule of 2026');
    expect(where).not.toContain('2025');
  });

  it('traces an amount after the last schedule to what is assumed', () => {
    const payerMix = mix({ codes: '99490' });
    const rows = explain(
      Line.AllowedRevenue,
      20,
      PANEL,
      payerMix,
      COSTS,
      settings(START['2026-07'], 20, ['Assumed yearly update', -0.005]),
    );
    expect(rows.find(([label]) => label === 'Allowed PPPM: CCM, Medicare')![3]).toContain(
      'Codes 99490, fee schedule of 2026, 2 × Assumed yearly update of -0.5%: set ',
    );
  });

  it('traces what is collected to sequestration', () => {
    expect(factor(1, 'Collected share', ['Sequestration', 0.02])).toEqual([
      'Collected share: CCM, Medicare',
      0.984,
      '%',
      'Payer mix, row 1, Collected share; Settings, Sequestration and Coinsurance collected: multiply 0.984',
    ]);
  });
});
