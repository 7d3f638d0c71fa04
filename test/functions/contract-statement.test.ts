/** PPPM.CONTRACTS on a table as people type it: each kind of contract with its scope and its risk, and what is said of slips. */
import { describe, expect, it } from 'vitest';
import { CONTRACT_LINES } from '../../src/contracts/contract-lines';
import { MODELS } from '../../src/contracts/book/find-terms';
import { CONTRACTS } from '../../src/tables/schemas/contracts';
import { EXAMPLE_TABLES } from '../../src/build/example-tables';
import { BLANK, call, onPlatform, PLATFORMS, textOf } from './excel';

const JANUARY_2027 = 46388;
const settings = (start: unknown = JANUARY_2027, months = 24) => [
  ['Setting', 'Value'],
  ['Start month', start],
  ['Months', months],
];

type Row = Record<string, unknown>;
/** A table with the columns that its rows name. */
function tableOf(...rows: Row[]): unknown[][] {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
}
const toRow = ([headers, cells]: unknown[][]): Row =>
  Object.fromEntries(headers.map((header, i) => [header, cells[i]]));
const base = { Members: 1000, 'Benchmark or premium PMPM': 1000, 'Expected cost PMPM': 950 };
const line = (table: unknown[][], name: string, contract: unknown = null, at: unknown[][] = settings()) =>
  call('CONTRACTS', table, at, contract, name)[0] as number[];
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

const BOOK = tableOf(
  { Contract: 'MA plan', Kind: 'capitation', Model: 'Medicare Advantage', 'Percent of premium': 0.85, ...base },
  { Contract: 'LEAD', Kind: 'risk bands', Model: 'LEAD Global', Quality: 1, ...base },
  { Contract: 'MSSP', Kind: 'shared savings', Model: 'MSSP ENHANCED', Quality: 0.8, ...base },
  { Contract: 'APCM', Kind: 'care fee', Model: 'APCM', Members: 1000, 'Benchmark or premium PMPM': 53 },
  {
    Contract: 'Commercial',
    Kind: 'care fee',
    Model: 'Commercial',
    Withhold: 0.2,
    Members: 1000,
    'Benchmark or premium PMPM': 20,
  },
  {
    Contract: 'ACCESS',
    Kind: 'access',
    Model: 'ACCESS eCKM',
    Members: 100,
    Attainment: 0.6,
    'Without substitutes': 0.95,
  },
);

describe('Each kind of contract', () => {
  it('has a row of its own, and adds to the total', () => {
    const names = BOOK.slice(1).map(([name]) => name);
    for (const { name } of CONTRACT_LINES)
      expect(sum(line(BOOK, name))).toBeCloseTo(sum(names.map((each) => sum(line(BOOK, name, each)))), 4);
  });

  it('tells APCM from capitation: a fee without cost risk, and visits are billed beside it', () => {
    for (const name of ['Expected medical cost', 'Savings or loss', 'Practice’s part', 'Medical cost borne'])
      expect(sum(line(BOOK, name, 'APCM')), name).toBe(0);
    expect(line(BOOK, 'Cash', 'APCM')[0]).toBe(53_000);
    expect(line(BOOK, 'Margin after medical cost', 'APCM')).toEqual(line(BOOK, 'Revenue accrued', 'APCM'));
    const model = MODELS.find(({ name }) => name === 'APCM')!;
    expect([model.kind, model.scope, model.risk]).toEqual([
      'care fee',
      'care management of a patient and month; visits are billed beside it',
      'none: no medical cost',
    ]);
  });

  it('lets a Medicare Advantage capitation bear all medical cost', () => {
    expect(line(BOOK, 'Medical cost borne', 'MA plan')[0]).toBe(950_000);
    expect(line(BOOK, 'Revenue accrued', 'MA plan')[0]).toBe(850_000);
    expect(line(BOOK, 'Margin after medical cost', 'MA plan')[0]).toBe(-100_000);
    expect(line(BOOK, 'Payer’s part', 'MA plan')[0]).toBe(0);
  });

  it('lets LEAD and MSSP bear a part of savings and losses, and pay no claims', () => {
    for (const name of ['LEAD', 'MSSP']) {
      expect(sum(line(BOOK, 'Medical cost borne', name))).toBe(0);
      expect(line(BOOK, 'Expected medical cost', name)[0]).toBe(950_000);
    }
    expect(line(BOOK, 'Practice’s part', 'MSSP')[0]).toBeCloseTo(37_500, 6);
    // 50,000 − 3% discount of 1,000,000, less 2% sequestration.
    expect(line(BOOK, 'Practice’s part', 'LEAD')[0]).toBeCloseTo(19_600, 6);
  });

  it('puts only a part of a commercial fee and half of ACCESS at risk', () => {
    expect(line(BOOK, 'Withheld', 'Commercial')[0]).toBe(4000);
    expect(line(BOOK, 'Paid monthly', 'ACCESS')[0]).toBe(1500);
    expect(line(BOOK, 'Revenue accrued', 'ACCESS')[0]).toBe(3000);
  });

  it('keeps what has ended apart: ACO REACH in 2026 and Primary Care First in 2025 each have a row, a scope and a risk', () => {
    const past = (model: string, start: number, more: Row) =>
      line(tableOf({ Contract: model, Model: model, ...more }), 'Revenue accrued', null, settings(start, 12));
    const reach = past('ACO REACH Global', 46023, { Kind: 'risk bands', Quality: 1, ...base });
    // 50,000 − 4% discount of 1,000,000.
    expect(reach[0]).toBeCloseTo(10_000, 6);
    const first = past('Primary Care First', 45658, {
      Kind: 'care fee',
      Members: 1000,
      'Benchmark or premium PMPM': 28,
    });
    expect(first[0]).toBe(28_000);
    const named = ['Medicare Advantage', 'ACO REACH Global', 'LEAD Global', 'Primary Care First', 'APCM'];
    const models = [...named, 'Commercial care management'].map((name) => MODELS.find((each) => each.name === name)!);
    for (const tell of ['scope', 'risk'] as const) {
      const texts = models.map((model) => model[tell]);
      // The risk of REACH and LEAD is worded alike; what they pay for is not.
      expect(new Set(texts).size, tell).toBeGreaterThanOrEqual(models.length - 1);
    }
  });

  it('says of all models what they pay for and who bears what, no two kinds alike', () => {
    const risks = (kind: string) => new Set(MODELS.filter((model) => model.kind === kind).map(({ risk }) => risk));
    expect([...risks('capitation')]).toEqual(['all medical cost']);
    for (const risk of risks('care fee')) expect(risk).toMatch(/no medical cost$/);
  });
});

describe('A model that is not running', () => {
  const row = (more: Row) => tableOf({ Contract: 'One', ...base, ...more });

  it('is refused with what follows it', () => {
    const reach = { Kind: 'risk bands', Model: 'ACO REACH Global', Quality: 1 };
    expect(textOf('CONTRACTS', row(reach), settings())).toMatch(
      /^Contracts, row 1 \(One\), Model: ACO REACH Global is not running on 2027-12-31: it ended 2026-12-31, and LEAD Global follows\.$/,
    );
    expect(sum(line(row(reach), 'Practice’s part', null, settings(46023, 12)))).not.toBe(0);
    const pcf = { Kind: 'care fee', Model: 'Primary Care First' };
    expect(textOf('CONTRACTS', row(pcf), settings())).toMatch(/it ended 2025-12-31\.$/);
    const lead = { Kind: 'risk bands', Model: 'LEAD Global' };
    expect(textOf('CONTRACTS', row(lead), settings(46023))).toMatch(/it starts 2027-01-01\.$/);
  });

  it('may end within the forecast, where its row says so', () => {
    const both = tableOf(
      { Contract: 'REACH', Kind: 'risk bands', Model: 'ACO REACH Global', Ends: '2026-12', Quality: 1, ...base },
      { Contract: 'LEAD', Kind: 'risk bands', Model: 'LEAD Global', Starts: '2027-01', Quality: 1, ...base },
    );
    const members = line(both, 'Members', null, settings(46023, 24));
    expect(members).toEqual(members.map(() => 1000));
  });
});

describe('The effect of care on cost', () => {
  const row = (more: Row) =>
    tableOf({ Contract: 'One', Kind: 'shared savings', Model: 'MSSP ENHANCED', Quality: 0.8, ...base, ...more });

  it('is refused without its evidence', () => {
    expect(textOf('CONTRACTS', row({ 'Effect of care on cost': -0.02 }), settings())).toMatch(
      /^Contracts, row 1 \(One\), Effect of care on cost is -0\.02 without a source; name the study or data/,
    );
  });

  it('is shown beside its evidence', () => {
    const table = row({ 'Effect of care on cost': -0.02, 'Evidence of effect': 'AJAC 2017;5(3), Medicare' });
    const answer = call('CONTRACTS', table, settings(), null, null, true);
    const notes = answer.filter(([name]) => name === 'Note').map(([, text]) => String(text));
    expect(notes[0]).toBe('One: the effect of care on cost is an input, -2%. Evidence: AJAC 2017;5(3), Medicare');
    expect(line(table, 'Saved by care')[0]).toBeCloseTo(19_000, 6);
    expect(answer.every((cells) => cells.length === answer[0].length)).toBe(true);
  });
});

describe('The Contracts table', () => {
  const row = (more: Row) => tableOf({ Contract: 'One', ...base, ...more });
  const notes = (table: unknown[][], at: unknown[][] = settings()) =>
    call('CONTRACTS', table, at, null, null, true)
      .filter(([name]) => name === 'Note')
      .map(([, text]) => String(text));

  it.each<[string, unknown[][], RegExp]>([
    ['an unknown model', row({ Kind: 'shared savings', Model: 'MSSP ENHANCD' }), /did you mean MSSP ENHANCED/],
    [
      'a model of another kind',
      row({ Kind: 'capitation', Model: 'LEAD Global' }),
      /is paid by risk bands, not capitation/,
    ],
    [
      'no quality',
      row({ Kind: 'shared savings', Model: 'MSSP ENHANCED' }),
      /Quality is blank or 0; MSSP ENHANCED pays by/,
    ],
    ['no terms', row({ Kind: 'risk bands' }), /Bands is blank and no Model is named/],
    ['bands that cannot be read', row({ Kind: 'risk bands', Bands: 'half' }), /Bands is “half”; write bands that rise/],
    [
      'no cost',
      tableOf({ Contract: 'One', Kind: 'capitation', Members: 1, 'Benchmark or premium PMPM': 9 }),
      /all of the benchmark would be savings/,
    ],
    ['no amount', tableOf({ Contract: 'One', Kind: 'care fee', Members: 1 }), /no model gives an amount/],
    ['no track', tableOf({ Contract: 'One', Kind: 'access', Members: 1 }), /Model is blank; name the track/],
    [
      'no such period',
      tableOf({ Contract: 'One', Kind: 'access', Model: 'MSK', Members: 1, 'Care period': 'follow-on' }),
      /no amount for this period of ACCESS MSK/,
    ],
    ['a contract twice', [...row({ Kind: 'capitation' }), ['one', 1000, 1000, 950, 'capitation']], /repeats row 1/],
    ['a bid without stars', row({ Kind: 'capitation', 'Bid PMPM': 900 }), /needs the Star rating/],
    [
      'too few members',
      tableOf({ Contract: 'One', Kind: 'shared savings', Model: 'BASIC A', Quality: 0.8, ...base, Members: 400 }),
      /from 500 members on/,
    ],
    ['an end before the start', row({ Kind: 'capitation', Starts: 5, Ends: 3 }), /lies before Starts/],
    ['a share of 85', row({ Kind: 'capitation', 'Percent of premium': 85 }), /0\.85 or 85%/],
  ])('refuses %s', (_what, table, text) => {
    expect(textOf('CONTRACTS', table, settings())).toMatch(text);
  });

  it('says what is assumed, carried on, read in one of two ways, or not used', () => {
    const ofTable = /^Contracts has no /;
    const ofRows = (table: unknown[][]) => notes(table).filter((text) => !ofTable.test(text));
    expect(ofRows(row({ Kind: 'shared savings', Model: 'MSSP ENHANCED', Quality: 0.8 }))).toEqual([
      'Contracts, row 1 (One): Quality bar is published until 2026-12-31; its last value is used after that.',
      'Contracts, row 1 (One), Months to settlement is blank, so 9 months are assumed; give your contract’s.',
    ]);
    expect(notes(row({ Kind: 'risk bands', Model: 'LEAD Professional' })).join('\n')).toMatch(
      /sources differ on Bands\. Taken is 50% to 10%/,
    );
    expect(ofRows(row({ Kind: 'capitation', 'Sharing rate': 0.5 }))).toEqual([
      'Contracts, row 1 (One), Sharing rate is given, but a contract of the kind capitation does not use it, so it changes nothing.',
    ]);
    expect(
      notes(row({ Kind: 'shared savings', Model: 'MSSP ENHANCED', Quality: 0.8 }), settings('')).join('\n'),
    ).toMatch(/months are counted without a start month, so the terms of 2026-12-31 are used/);
  });

  it('says which columns it lacks, what is taken for them, and which terms nobody agreed on', () => {
    const plain = notes(row({ Kind: 'capitation', Model: 'Medicare Advantage' }));
    expect(plain).toEqual([
      'Contracts has no Starts (from the start), Ends (no end), Member growth (none), Benchmark trend (none) and 6 more; what stands in brackets is taken. Add a column if you mean otherwise.',
      'Contracts has no Bands, Loss bands, Percent of premium, Normalization factor and 5 more; where no model gives such a term it is none: nothing withheld or shared, no limit, the whole premium. Add a column to agree on it.',
    ]);
    const access = tableOf({ Contract: 'One', Kind: 'access', Model: 'ACCESS MSK', Members: 1 });
    const complete = notes(
      tableOf({ ...Object.fromEntries(CONTRACTS.columns.map(({ header }) => [header, ''])), ...toRow(access) }),
    );
    expect(complete.filter((text) => /has no/.test(text))).toEqual([]);
    // What outcomes decide matters to ACCESS alone.
    const everything = CONTRACTS.columns.filter(({ key }) => key !== 'attainment' && key !== 'withoutSubstitutes');
    const blanks = Object.fromEntries(everything.map(({ header }) => [header, '']));
    expect(notes(tableOf({ ...blanks, ...toRow(access) })).join()).toMatch(
      /Contracts has no Attainment \(none\), Without substitutes \(none\);/,
    );
    expect(notes(tableOf({ ...blanks, Contract: 'One', Kind: 'capitation', ...base })).join()).not.toMatch(
      /Attainment/,
    );
  });

  it('takes the proposed rate in its year only', () => {
    const rate = (reading: unknown, start: number) =>
      sum(
        line(
          row({ Kind: 'shared savings', Model: 'MSSP BASIC E', Quality: 0.8, Reading: reading }),
          'Practice’s part',
          null,
          settings(start, 12),
        ),
      );
    expect(rate('proposed', JANUARY_2027) / rate('', JANUARY_2027)).toBeCloseTo(1.2, 9);
    expect(rate('proposed', 46023)).toBe(rate('', 46023));
  });

  it('names an unknown contract or line', () => {
    expect(textOf('CONTRACTS', BOOK, settings(), 'Led')).toMatch(/did you mean LEAD/);
    expect(textOf('CONTRACTS', BOOK, settings(), null, 'Cahs')).toMatch(/did you mean Cash/);
  });
});

describe.each(PLATFORMS)('Blank cells, $name', ({ blank }) => {
  it('are not given', () => {
    const excel = onPlatform(blank);
    const rows = BOOK.map((cells) => cells.map((cell) => (cell === '' ? BLANK : cell)));
    expect(excel.call('CONTRACTS', rows, settings())).toEqual(call('CONTRACTS', BOOK, settings()));
  });
});

describe('The care-management statement', () => {
  it('is not changed by contracts', () => {
    const { tblPanel, tblPayerMix, tblCosts, tblSettings } = EXAMPLE_TABLES;
    const before = call('FORECAST', tblPanel, tblPayerMix, tblCosts, tblSettings);
    call('CONTRACTS', BOOK, settings());
    expect(call('FORECAST', tblPanel, tblPayerMix, tblCosts, tblSettings)).toEqual(before);
  });
});
