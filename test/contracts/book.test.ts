/** The book of terms beside the facts it rests on. */
import { describe, expect, it } from 'vitest';
import { bandsText } from '../../src/contracts/bands';
import { ContractError } from '../../src/contracts/book/contract-error';
import { agree, findModel, lastDay, MODELS, requireRunning, termsOn } from '../../src/contracts/book/find-terms';
import { QUALITY_BONUS, REBATE_RATES } from '../../src/contracts/book/medicare-advantage';
import { ONE_SIDED_MINIMUM } from '../../src/contracts/book/one-sided-minimum';
import type { ContractTerms, TermKey } from '../../src/contracts/terms';
import { facts } from './facts';

type Fact = [file: string, model: string, parameter: string];
const OLD = 'payment-models';
const NEW = 'payment-models-2027';

/** Which row says what: model, terms, how the row prints the value, and the row. */
const ROWS: readonly [models: string, key: TermKey, printed: readonly string[], ...row: Fact][] = [
  ...['A', 'B'].flatMap((letter): [string, TermKey, string[], ...Fact][] => [
    [`MSSP BASIC ${letter}`, 'sharingRate', ['0.4'], OLD, `MSSP BASIC ${letter}`, 'max sharing rate'],
    [`MSSP BASIC ${letter}`, 'lossRate', ['0'], OLD, `MSSP BASIC ${letter}`, 'loss rate'],
    [`MSSP BASIC ${letter}`, 'paymentLimitRate', ['0.1'], OLD, 'MSSP BASIC A-E', 'payment limit'],
  ]),
  ...(
    [
      ['C', '0.02', '0.01'],
      ['D', '0.04', '0.02'],
      ['E', '0.08', '0.04'],
    ] as const
  ).flatMap(([letter, ofRevenue, ofBenchmark]): [string, TermKey, string[], ...Fact][] => {
    const name = `MSSP BASIC ${letter}`;
    return [
      [name, 'sharingRate', ['0.5'], OLD, name, 'max sharing rate'],
      [name, 'lossRate', ['0.3'], OLD, name, 'loss rate'],
      [name, 'paymentLimitRate', ['0.1'], OLD, 'MSSP BASIC A-E', 'payment limit'],
      [name, 'revenueLossLimitRate', [ofRevenue], OLD, name, 'loss limit, share of ACO participant Part A+B revenue'],
      [name, 'lossLimitRate', [ofBenchmark], OLD, name, 'loss limit, cap as share of benchmark'],
    ];
  }),
  ['MSSP ENHANCED', 'sharingRate', ['0.75'], OLD, 'MSSP ENHANCED', 'max sharing rate'],
  ['MSSP ENHANCED', 'paymentLimitRate', ['0.2'], OLD, 'MSSP ENHANCED', 'payment limit'],
  ['MSSP ENHANCED', 'lossLimitRate', ['0.15'], OLD, 'MSSP ENHANCED', 'loss limit'],
  ['MSSP ENHANCED', 'lossRate', ['1 - 0.75 x quality score, min 0.40, max 0.75'], OLD, 'MSSP ENHANCED', 'loss rate'],
  ['ACO REACH Global', 'withholdRate', ['0.05'], OLD, 'ACO REACH', 'quality withhold'],
  ['ACO REACH Professional', 'withholdRate', ['0.05'], OLD, 'ACO REACH', 'quality withhold'],
  ['ACO REACH Global', 'discountRate', ['3.5%', '4%'], NEW, 'ACO REACH Global', 'benchmark discount'],
  ['ACO REACH Professional', 'discountRate', ['0'], OLD, 'ACO REACH Professional', 'benchmark discount'],
  ['LEAD Global', 'discountRate', ['0.03'], NEW, 'LEAD', 'Global discount, lower-spending ACO'],
  ['LEAD Global', 'withholdRate', ['0.03'], NEW, 'LEAD', 'quality withhold'],
  ['LEAD Professional', 'withholdRate', ['0.03'], NEW, 'LEAD', 'quality withhold'],
  ['LEAD Global', 'sequestrationRate', ['2% sequestration'], NEW, 'LEAD', 'settlement'],
  ['LEAD Professional', 'sequestrationRate', ['2% sequestration'], NEW, 'LEAD', 'settlement'],
  ['Medicare Advantage', 'codingAdjustment', ['0.059'], NEW, 'Medicare Advantage', 'coding intensity adjustment'],
  ['AHEAD primary care', 'feePmpm', ['17 average'], NEW, 'AHEAD primary care', 'enhanced primary care payment'],
  ...(
    [
      ['eCKM', ['360 / 180']],
      ['CKM', ['420 / 210']],
      ['MSK', ['180 / none']],
      ['BH', ['180 / 90']],
    ] as const
  ).flatMap(([track, printed]): [string, TermKey, readonly string[], ...Fact][] =>
    (['initialAmount', 'followOnAmount'] as const).map((key) => [
      `ACCESS ${track}`,
      key,
      printed,
      NEW,
      'ACCESS',
      `${track} allowed amount, initial / follow-on`,
    ]),
  ),
  ...['eCKM', 'CKM', 'MSK', 'BH'].flatMap((track): [string, TermKey, string[], ...Fact][] => [
    [`ACCESS ${track}`, 'withholdRate', ['0.5'], NEW, 'ACCESS', 'withhold'],
    [`ACCESS ${track}`, 'outcomeThreshold', ['0.5'], NEW, 'ACCESS', 'outcome attainment threshold (OAT)'],
    [`ACCESS ${track}`, 'mostOutcomeAdjustment', ['at most 50%'], NEW, 'ACCESS', 'clinical outcome adjustment'],
    [
      `ACCESS ${track}`,
      'outcomeAdjustmentOf',
      ['Of the full amount', 'or of the withhold'],
      NEW,
      'ACCESS',
      'clinical outcome adjustment',
    ],
    [`ACCESS ${track}`, 'substituteThreshold', ['0.9'], NEW, 'ACCESS', 'substitute spend threshold'],
    [`ACCESS ${track}`, 'mostSubstituteAdjustment', ['at most 25%'], NEW, 'ACCESS', 'substitute spend threshold'],
    [`ACCESS ${track}`, 'secondTrackRate', ['-5%'], NEW, 'ACCESS', 'two tracks with one participant'],
  ]),
  ...['eCKM', 'CKM'].flatMap((track): [string, TermKey, string[], ...Fact][] => [
    [`ACCESS ${track}`, 'ruralAmount', ['15, eCKM and CKM'], NEW, 'ACCESS', 'rural add-on'],
    [`ACCESS ${track}`, 'ruralPer', ['Per period (page) or per month'], NEW, 'ACCESS', 'rural add-on'],
  ]),
];

const rowsOf = ([file, model, parameter]: Fact) =>
  facts(file).filter((row) => row.model === model && row.parameter === parameter);

describe('The book of terms', () => {
  it.each(ROWS.map(([model, key, printed, ...row]) => ({ model, key, printed, row })))(
    '$model: $key is what its row prints, and no row from memory',
    ({ model, key, printed, row }) => {
      const rows = rowsOf(row).filter((each) => printed.every((text) => each.value.includes(text)));
      expect(rows.length, JSON.stringify(row)).toBeGreaterThan(0);
      expect(rows.filter(({ confidence }) => confidence === 'memory, unverified')).toEqual([]);
      const found = MODELS.find(({ name }) => name === model)!;
      const term = found.terms.filter((each) => each.key === key && each.status === 'final').pop()!;
      const values = [term.value, term.otherwise?.value].filter((value) => typeof value === 'number');
      const numbers = new Set(
        rows.flatMap(({ value }) =>
          [...value.matchAll(/(\d+(?:\.\d+)?)(%?)/g)].map(([, digits, sign]) => Number(sign ? `${digits}e-2` : digits)),
        ),
      );
      expect(values.filter((value) => !numbers.has(value as number))).toEqual([]);
    },
  );

  it('holds no term that no row speaks for', () => {
    // Bands, quality bars and the standard itself have tests of their own below.
    const elsewhere: TermKey[] = ['bands', 'lossBands', 'qualityBar', 'asksForQuality', 'minimumSavingsRate'];
    const spoken = new Set(ROWS.map(([model, key]) => `${model} ${key}`));
    const silent = MODELS.flatMap(({ name, terms }) => terms.map(({ key }) => ({ name, key })))
      .filter(({ name, key }) => !elsewhere.includes(key) && !spoken.has(`${name} ${key}`))
      .map(({ name, key }) => `${name} ${key}`);
    expect(silent).toEqual([]);
  });

  it.each([
    ['ACO REACH Global', '2025-06-30', '100% to 25%, 50% to 35%, 25% to 50%, 10% above'],
    ['ACO REACH Global', '2026-06-30', '100% to 10%, 50% to 35%, 25% to 50%, 10% above'],
    ['ACO REACH Professional', '2026-06-30', '50% to 5%, 35% to 10%, 15% to 15%, 5% above'],
  ])('has the corridors of %s on %s as the facts list them', (name, date, text) => {
    const term = termsOn(findModel(name, 'risk bands'), date, 'cautious').find(({ key }) => key === 'bands')!;
    expect(bandsText(term.value as ContractTerms['bands'])).toBe(text);
    const rows = facts(OLD).filter(
      (row) =>
        row.model === name &&
        row.parameter.startsWith('corridor') &&
        Number(row.period.slice(2, 6)) <= Number(date.slice(0, 4)) &&
        Number(row.period.slice(-4)) >= Number(date.slice(0, 4)),
    );
    const listed = rows.map(({ parameter, value }) => {
      const [, upTo] = /-([\d.]*) of benchmark/.exec(parameter)!;
      return { upTo: upTo ? Number(upTo) : Infinity, share: Number(value) };
    });
    expect(term.value).toEqual(listed);
  });

  it.each([
    ['LEAD Global', 'Global corridors', 'cautious'],
    ['LEAD Professional', 'Professional corridors (savings)', 'other'],
  ] as const)('has the corridors of %s as “%s” prints them, in the %s reading', (name, parameter, reading) => {
    const [{ value }] = rowsOf([NEW, 'LEAD', parameter]);
    const printed = value.split('; ').map((part) => {
      const [, upTo, share] = /(?:\d+-(\d+)%|over \d+%): (\d+)%/.exec(part)!;
      return { upTo: upTo ? Number(upTo) / 100 : Infinity, share: Number(share) / 100 };
    });
    const term = termsOn(findModel(name, 'risk bands'), '2027-12-31', reading).find(({ key }) => key === 'bands')!;
    expect(term.value).toEqual(printed);
  });

  it('has the quality bars of the years that the facts know, and says of others that they are carried on', () => {
    const bar = (date: string) =>
      termsOn(findModel('MSSP ENHANCED', 'shared savings'), date, 'cautious').find(({ key }) => key === 'qualityBar')!;
    const printed = rowsOf([NEW, 'MSSP', 'quality standard (40th percentile)']).map(({ value, period }) => [
      period,
      Number.parseFloat(value),
    ]);
    expect(printed).toEqual([
      ['PY2026', 73.85],
      ['PY2024', 77.05],
    ]);
    expect([bar('2024-12-31'), bar('2026-12-31')].map(({ value }) => value)).toEqual([0.7705, 0.7385]);
    expect([bar('2024-12-31'), bar('2026-12-31')].map(({ carriedFrom }) => carriedFrom)).toEqual(['', '']);
    expect(bar('2025-12-31')).toMatchObject({ value: 0.7705, carriedFrom: '2024-12-31' });
    expect(bar('2028-12-31')).toMatchObject({ value: 0.7385, carriedFrom: '2026-12-31' });
  });

  it('has the one-sided minimum savings rates of the table', () => {
    const rows = facts('mssp-one-sided-msr').map((row) => ({
      from: Number(row.assigned_from),
      to: row.assigned_to ? Number(row.assigned_to) : Infinity,
      rateAtFrom: Number(`${row.msr_pct_at_from}e-2`),
      rateAtTo: Number(`${row.msr_pct_at_to}e-2`),
    }));
    expect(ONE_SIDED_MINIMUM).toEqual(rows);
  });

  it('has rebates and the quality bonus of Medicare Advantage as the facts print them', () => {
    const [{ value: rebate }] = rowsOf([NEW, 'Medicare Advantage', 'rebate']);
    expect(rebate).toContain('0.50 (up to 3 stars) / 0.65 (3.5-4) / 0.70 (4.5+)');
    expect(REBATE_RATES.map(({ rate }) => rate)).toEqual([0.5, 0.65, 0.7]);
    expect(rowsOf([NEW, 'Medicare Advantage', 'benchmark'])[0].value).toContain('x 1.05 at 4+ stars');
    expect(QUALITY_BONUS).toMatchObject({ fromStars: 4, factor: 1.05 });
  });

  it('takes a proposed term only where it is asked for', () => {
    const rate = (date: string, reading: 'cautious' | 'proposed') =>
      termsOn(findModel('MSSP BASIC E', 'shared savings'), date, reading).find(({ key }) => key === 'sharingRate')!;
    const [proposed] = facts(NEW).filter(({ model }) => model === 'MSSP BASIC E');
    expect(proposed).toMatchObject({ value: '0.6', period: 'CY2027 PROPOSED' });
    expect(rate('2027-12-31', 'cautious').value).toBe(0.5);
    expect(rate('2027-12-31', 'cautious').otherwise).toEqual([{ reading: 'proposed', value: 0.6 }]);
    expect(rate('2027-12-31', 'proposed').value).toBe(0.6);
    expect(rate('2026-12-31', 'proposed').value).toBe(0.5);
  });

  it('says of every model what it pays for, who bears what, and where it was seen', () => {
    for (const { name, scope, risk, source, terms } of MODELS) {
      for (const text of [scope, risk, source.text, source.confidence]) expect(text.length, name).toBeGreaterThan(3);
      for (const term of terms) expect(term.source.confidence).not.toMatch(/memory/);
    }
  });

  it('calls no two models alike', () => {
    const names = MODELS.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('A model that does not run', () => {
  const problem = (name: string, kind: Parameters<typeof findModel>[1], date: string) => {
    try {
      requireRunning(findModel(name, kind), date);
    } catch (error) {
      if (error instanceof ContractError) return error.problem;
      throw error;
    }
    return null;
  };

  it('is said to have ended, and what follows it', () => {
    expect(problem('ACO REACH Global', 'risk bands', '2026-12-31')).toBeNull();
    expect(problem('ACO REACH Global', 'risk bands', '2027-01-01')).toMatchObject({
      what: 'ended',
      to: '2026-12-31',
      follows: 'LEAD Global',
    });
    expect(problem('PCF', 'care fee', '2026-01-01')).toMatchObject({ what: 'ended', to: '2025-12-31' });
    expect(problem('Making Care Primary', 'care fee', '2026-01-01')).toMatchObject({ to: '2025-12-31' });
    for (const [name, key] of [
      ['ACO REACH', '2026-12-31'],
      ['Primary Care First', '2025-12-31'],
      ['Making Care Primary', '2025-12-31'],
    ])
      expect(facts(NEW).find(({ model, parameter }) => model === name && parameter === 'ends')!.value).toContain(key);
  });

  it('is said to begin later', () => {
    expect(problem('LEAD Global', 'risk bands', '2026-12-31')).toMatchObject({ what: 'notYet', from: '2027-01-01' });
    expect(problem('eCKM', 'access', '2026-06-30')).toMatchObject({ what: 'notYet', from: '2026-07-05' });
  });

  it('is not paid by terms of a later year: what the book does not know is said, unless it is typed', () => {
    const reach = findModel('ACO REACH Global', 'risk bands');
    expect(() => agree(reach, '2024-12-31', 'cautious', {})).toThrow(/noTerms.*"from":"2025-01-01"/);
    expect(agree(reach, '2024-12-31', 'cautious', { discountRate: 0.03 }).terms).toMatchObject({
      discountRate: 0.03,
      withholdRate: 0.02,
    });
    const professional = findModel('ACO REACH Professional', 'risk bands');
    expect(agree(professional, '2023-12-31', 'cautious', {}).terms.withholdRate).toBe(0.02);
    const enhanced = findModel('MSSP ENHANCED', 'shared savings');
    expect(() => agree(enhanced, '2023-12-31', 'cautious', {})).toThrow(/noTerms.*"from":"2024-01-01"/);
  });

  it('has the terms of the last day that some were published for, where no day is asked', () => {
    expect(lastDay(findModel('MSSP ENHANCED', 'shared savings'))).toBe('2026-12-31');
    expect(lastDay(findModel('ACO REACH Global', 'risk bands'))).toBe('2026-12-31');
    expect(lastDay(findModel('eCKM', 'access'))).toBe('2027-12-31');
  });
});
