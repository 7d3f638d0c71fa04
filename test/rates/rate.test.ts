import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateBook } from '../../src/rates/book';
import { codeLife, rate, type RateQuery } from '../../src/rates/rate';
import { RateError, type RateProblem } from '../../src/rates/rate-error';
import { readSetting, SETTINGS } from '../../src/rates/setting';
import { cases } from '../random-cases';

const ask = (code: string, more: Partial<RateQuery> = {}) =>
  rate({ code, locality: '', date: null, setting: 'nonfacility', qp: false, ...more });

const problem = (code: string, more: Partial<RateQuery> = {}): RateProblem => {
  try {
    ask(code, more);
  } catch (error) {
    if (error instanceof RateError) return error.problem;
    throw error;
  }
  throw new Error(`${code} has an amount`);
};

describe('A rate', () => {
  it.each([
    ['99490', '2025-06-30', false, 60.49],
    ['99490', '2026-01-01', false, 66.13],
    ['99490', '2026-01-01', true, 66.46],
    ['G0556', '2026-07-01', false, 16.37],
    ['G0557', '2026-07-01', false, 53.78],
    ['G0558', '2026-07-01', false, 117.24],
    ['99454', '2026-03-31', false, 52.11],
  ])('of %s on %s (QP: %s) is $%d', (code, date, qp, amount) => {
    expect(ask(code, { date, qp }).amount).toBe(amount);
  });

  it('follows the factor from the day it changes, within a year too', () => {
    const on = (date: string) => ask('99490', { date }).amount;
    expect([on('2024-03-08'), on('2024-03-09'), on('2024-12-31'), on('2025-01-01')]).toEqual([
      61.56, 62.58, 62.58, 60.49,
    ]);
  });

  it('says on which days it holds', () => {
    expect(ask('99490', { date: '2024-03-09' })).toMatchObject({
      effectiveFrom: '2024-03-09',
      effectiveTo: '2024-12-31',
    });
    expect(ask('G0511', { date: '2025-02-01', setting: 'rhc/fqhc' })).toMatchObject({
      effectiveFrom: '2025-01-01',
      effectiveTo: '2025-09-30',
    });
  });

  it('without a date is of the last published schedule', () => {
    expect(ask('99490')).toEqual(ask('99490', { date: '2026-12-31' }));
  });

  it('without a factor for QPs in the year is the same for everybody', () => {
    expect(ask('99490', { date: '2025-05-01', qp: true }).amount).toBe(60.49);
  });

  it('is the product of its parts, which it shows', () => {
    const { amount, unrounded, rvus, gpcis, factor } = ask('99490', { locality: 'NY-01', date: '2026-05-01' });
    expect([rvus, gpcis, factor]).toEqual([
      { work: 1, practiceExpense: 0.91, malpractice: 0.07 },
      { work: 1.064, practiceExpense: 1.162, malpractice: 1.586 },
      33.4009,
    ]);
    expect(unrounded).toBeCloseTo((1 * 1.064 + 0.91 * 1.162 + 0.07 * 1.586) * 33.4009, 9);
    expect(amount).toBe(74.57);
  });

  it('is rounded half up where the product is exactly half a cent', () => {
    // Half a cent is 5,000,000 billionths of a dollar. The book holds such products: they are all looked for.
    const halves: { amount: number; unrounded: number }[] = [];
    for (const code of rateBook().codes.keys())
      for (const { from, kind } of rateBook().factors)
        for (const { key } of rateBook().localities) {
          try {
            const found = ask(code, { date: from, qp: kind === 'QP', locality: key });
            if (Math.round(found.unrounded * 1e9) % 1e7 === 5e6) halves.push(found);
          } catch (error) {
            if (!(error instanceof RateError)) throw error;
          }
        }
    expect(halves.length).toBeGreaterThan(0);
    for (const { amount, unrounded } of halves)
      expect(Math.round(amount * 100)).toBe((Math.round(unrounded * 1e9) + 5e6) / 1e7);
  });

  it('of an RHC or FQHC is the national amount, whatever the locality', () => {
    expect(ask('99490', { locality: 'CA-05', setting: 'rhc/fqhc' })).toMatchObject({
      amount: 66.13,
      gpcis: { work: 1, practiceExpense: 1, malpractice: 1 },
    });
    expect(ask('99490', { locality: 'CA-05' }).amount).not.toBe(66.13);
    expect(ask('G0511', { locality: 'CA-05', date: '2025-06-01' }).amount).toBe(54.67);
  });

  it('carries its sources', () => {
    const { sources, rule } = ask('99490', { locality: 'NY-01' });
    expect(sources.factor).toEqual({
      text: expect.stringContaining('CMS RVU26AR to RVU26D'),
      confidence: 'seen in a CMS file',
    });
    expect(sources.rvus.text).toContain('PPRRVU2026');
    expect(sources.gpcis?.text).toContain('geographic practice cost indices 2026');
    expect(rule?.minutes).toBe('20');
    expect(ask('99490').sources.gpcis).toBeNull();
  });
});

describe('There is no rate', () => {
  it('of an unknown code', () => {
    expect(problem('99499')).toEqual({ what: 'unknownCode', code: '99499' });
  });

  it.each(['98978', '98986', 'G0552'])('of %s, which each contractor prices', (code) => {
    expect(problem(code)).toEqual({ what: 'contractorPriced', code });
    expect(problem(code, { locality: 'NY-01', setting: 'facility' })).toEqual({ what: 'contractorPriced', code });
  });

  it.each(['99445', '99470', '98979', '98984', '98985', 'G0568', 'G0569', 'G0570'])('of %s before 2026', (code) => {
    expect(problem(code, { date: '2025-12-31' })).toEqual({
      what: 'beforeLife',
      code,
      date: '2025-12-31',
      from: '2026-01-01',
    });
    expect(ask(code, { date: '2026-01-01' }).amount).toBeGreaterThan(0);
  });

  it.each([
    ['G0556', '2024-12-31', '2025-01-01'],
    ['G0553', '2024-06-30', '2025-01-01'],
  ])('of %s on %s', (code, date, from) => {
    expect(problem(code, { date })).toEqual({ what: 'beforeLife', code, date, from });
  });

  it.each([
    ['G0511', '2025-10-01', '2025-09-30'],
    ['G0512', '2026-01-01', '2025-12-31'],
    ['G0511', '2030-01-01', '2025-09-30'],
  ])('of %s on %s: it has ended', (code, date, to) => {
    expect(problem(code, { date })).toEqual({ what: 'afterLife', code, date, to });
    expect(ask(code, { date: to }).amount).toBeGreaterThan(0);
  });

  it('in a year without a published schedule, though a factor is proposed for it', () => {
    expect(problem('99490', { date: '2027-01-01' })).toEqual({
      what: 'afterBook',
      date: '2027-01-01',
      last: '2026-12-31',
    });
  });

  it('before the book begins', () => {
    expect(problem('99490', { date: '2023-12-31' })).toEqual({
      what: 'beforeBook',
      date: '2023-12-31',
      first: '2024-01-01',
    });
  });

  it.each(['99453', '99454', '99445', '98975', '98976', '98977'])(
    'of %s in a facility: the schedule marks it NA',
    (code) => {
      expect(problem(code, { setting: 'facility' })).toEqual({ what: 'noFacilityAmount', code });
    },
  );
});

describe('Any rate', () => {
  const { codes, localities } = rateBook();
  const day = fc
    .integer({ min: 0, max: 3 * 366 })
    .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
  const query = fc.record({
    code: fc.constantFrom(...codes.keys()),
    locality: fc.constantFrom('', ...localities.map(({ key }) => key)),
    date: day,
    setting: fc.constantFrom(...SETTINGS),
    qp: fc.boolean(),
  });
  const found = (asked: RateQuery) => {
    try {
      return rate(asked);
    } catch (error) {
      if (error instanceof RateError) return error.problem;
      throw error;
    }
  };

  it('is whole cents above $0, within half a cent of the product, or has a reason not to be', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const answer = found(asked);
        if ('what' in answer)
          return ['contractorPriced', 'noFacilityAmount', 'beforeLife', 'afterLife', 'afterBook'].includes(answer.what);
        return (
          answer.amount > 0 &&
          Number.isInteger(Math.round(answer.amount * 100 * 1e6) / 1e6) &&
          Math.abs(answer.amount - answer.unrounded) <= 0.005 + 1e-9
        );
      }),
      { numRuns: cases(3000) },
    );
  });

  it('is the same on every day it says it holds', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const answer = found(asked);
        if ('what' in answer) return true;
        const ends = [answer.effectiveFrom, answer.effectiveTo].map((date) => rate({ ...asked, date }).amount);
        return (
          answer.effectiveFrom <= asked.date! &&
          asked.date! <= answer.effectiveTo &&
          ends.every((amount) => amount === answer.amount)
        );
      }),
      { numRuns: cases(1000) },
    );
  });

  it('lies within the life of its code', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const answer = found(asked);
        const life = codeLife(codes.get(asked.code)!);
        return 'what' in answer || (life.from <= asked.date! && asked.date! <= life.to);
      }),
    );
  });
});

describe('A setting', () => {
  it('is read however it is spelt', () => {
    expect(
      ['Non-facility', 'NONFACILITY', 'Facility', 'RHC', 'fqhc', 'RHC / FQHC', 'RHC/FQHC'].map(readSetting),
    ).toEqual(['nonfacility', 'nonfacility', 'facility', 'rhc/fqhc', 'rhc/fqhc', 'rhc/fqhc', 'rhc/fqhc']);
    expect(['office', '', 'non'].map(readSetting)).toEqual([null, null, null]);
  });
});
