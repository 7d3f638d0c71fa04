/** The return on outcomes: values at the ends of the evidence, and evidence beside evidence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DESIGNS,
  DIRECTIONS,
  DOMAINS,
  improvement,
  measuresOf,
  paybackMonths,
  returnOn,
  STAKEHOLDERS,
  totalOf,
  valueOf,
  type Outcome,
} from '../../src/contracts/outcomes';
import { OUTCOME_EVIDENCE } from '../../src/contracts/book/outcome-evidence';
import { SOURCE_LIMIT } from '../../src/workbook/layout/source-text';
import { cases } from '../random-cases';
import { facts } from './facts';

const RUNS = { numRuns: cases(1000) };
const level = fc.double({ min: 0, max: 100, noNaN: true });
const outcome: fc.Arbitrary<Outcome> = fc.record({
  domain: fc.constantFrom(...DOMAINS),
  measure: fc.constantFrom('Stays', 'stays', 'Visits', 'Adherence'),
  program: fc.constantFrom(null, 'CCM', 'RPM'),
  stakeholder: fc.constantFrom(...STAKEHOLDERS),
  better: fc.constantFrom(null, ...DIRECTIONS),
  patients: fc.double({ min: 0, max: 1e4, noNaN: true }),
  baseline: level,
  expected: level,
  evidenceLow: fc.option(level),
  evidenceHigh: fc.option(level),
  unitValue: fc.option(fc.double({ min: 0, max: 1e5, noNaN: true })),
  attributableShare: fc.double({ min: 0, max: 1, noNaN: true }),
  design: fc.constantFrom(...DESIGNS),
  source: fc.constant('a study'),
});
const one = (own: Partial<Outcome>): Outcome => ({
  domain: 'avoidable utilization',
  measure: 'Hospital stays',
  program: null,
  stakeholder: 'payer',
  better: null,
  patients: 100,
  baseline: 0.5,
  expected: 0.4,
  evidenceLow: null,
  evidenceHigh: null,
  unitValue: 10_000,
  attributableShare: 1,
  design: 'comparison',
  source: 'a study',
  ...own,
});

describe('The value of outcomes', () => {
  it('adds over domains, and over stakeholders, to the composite', () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 8 }), (outcomes) => {
        const measures = measuresOf(outcomes);
        const composite = totalOf(measures);
        for (const end of ['low', 'expected', 'high'] as const) {
          const size = 1e-9 * (1 + measures.reduce((sum, { value }) => sum + Math.abs(value?.[end] ?? 0), 0));
          const added = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);
          const byDomain = DOMAINS.map((domain) => totalOf(measures.filter((each) => each.domain === domain))[end]);
          const byWho = STAKEHOLDERS.map((who) => totalOf(measures.filter((each) => each.stakeholder === who))[end]);
          expect(Math.abs(added(byDomain) - composite[end])).toBeLessThanOrEqual(size);
          expect(Math.abs(added(byWho) - composite[end])).toBeLessThanOrEqual(size);
        }
      }),
      RUNS,
    );
  });

  it('is nothing where nothing is attributed', () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 8 }), (outcomes) => {
        const { low, expected, high } = totalOf(
          measuresOf(outcomes.map((each) => ({ ...each, attributableShare: 0 }))),
        );
        expect([low + 0, expected + 0, high + 0]).toEqual([0, 0, 0]);
      }),
      RUNS,
    );
  });

  it('turns around when the low and the high end of the evidence are swapped', () => {
    fc.assert(
      fc.property(outcome, level, level, (each, evidenceLow, evidenceHigh) => {
        const [asIs] = measuresOf([{ ...each, evidenceLow, evidenceHigh }]);
        const [swapped] = measuresOf([{ ...each, evidenceLow: evidenceHigh, evidenceHigh: evidenceLow }]);
        if (asIs.value === null) {
          expect(swapped.value).toBeNull();
          return;
        }
        expect([swapped.value!.low, swapped.value!.high]).toEqual([asIs.value.high, asIs.value.low]);
        expect(swapped.value!.expected).toBe(asIs.value.expected);
      }),
      RUNS,
    );
  });

  it('has no effect at the cautious end where the evidence gives none, and the expected one at the other', () => {
    expect(valueOf(one({}))).toEqual({
      low: 0,
      expected: expect.closeTo(100_000, 6),
      high: expect.closeTo(100_000, 6),
    });
  });

  it('is lower for less utilization and higher for more of the rest, unless the row says otherwise', () => {
    expect(improvement(one({})).expected).toBeCloseTo(0.1, 12);
    expect(improvement(one({ domain: 'engagement' })).expected).toBeCloseTo(-0.1, 12);
    expect(improvement(one({ domain: 'engagement', better: 'lower' })).expected).toBeCloseTo(0.1, 12);
  });

  it('is a trend without a unit value, and no dollars', () => {
    const [measure] = measuresOf([one({ unitValue: null })]);
    expect(measure.value).toBeNull();
    expect(totalOf([measure])).toEqual({ low: 0, expected: 0, high: 0 });
  });
});

describe('Evidence beside evidence', () => {
  const rows = facts('outcomes');
  const nothing = rows.find(({ parameter, program }) => parameter === 'no effect' && /randomised/.test(program))!;
  const something = rows.find(
    ({ parameter, program }) => parameter === 'Medicare cost growth, difference' && program === 'CCM',
  )!;
  // $ a month and beneficiary: −74 among compared groups; 0 in the randomized demonstration.
  const costOf = (change: number, own: Partial<Outcome>) =>
    one({ measure: 'Medicare cost', baseline: 12 * 1000, expected: 12 * (1000 + change), unitValue: 1, ...own });
  const compared = costOf(Number(something.low), { design: 'comparison', source: something.source });
  const randomized = costOf(Number(nothing.low), { design: 'randomized', source: nothing.source });

  it('found no savings in a randomized demonstration, and savings among compared groups', () => {
    expect([nothing.low, nothing.high, something.low]).toEqual(['0', '0', '-74']);
    expect(nothing.confidence).toMatch(/seen$/);
  });

  it('counts once: the randomized trial decides what is expected, the other how high it may be', () => {
    const [measure, ...others] = measuresOf([compared, randomized]);
    expect(others).toEqual([]);
    expect(measure.evidence).toHaveLength(2);
    expect(measure.value).toEqual({ low: 0, expected: 0, high: 100 * 12 * 74 });
    expect(measuresOf([compared])[0].value!.expected).toBe(100 * 12 * 74);
  });

  it('expects what the strongest design found, more or less than weaker ones', () => {
    const found = (expected: number, design: Outcome['design']) =>
      one({ baseline: 1, expected, patients: 1, unitValue: 1, design });
    const value = (...evidence: Outcome[]) => measuresOf(evidence)[0].value!.expected;
    expect(value(found(0.5, 'randomized'), found(0.8, 'comparison'))).toBeCloseTo(0.5, 12);
    expect(value(found(0.9, 'randomized'), found(0.8, 'comparison'))).toBeCloseTo(0.1, 12);
    expect(value(found(0.5, 'before and after'), found(0.8, 'before and after'))).toBeCloseTo(0.2, 12);
  });

  it('is the same in any order, and never more for another cautious row', () => {
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 5 }), (outcomes) => {
        const alike = outcomes.map((each) => ({
          ...each,
          measure: 'One',
          program: null,
          unitValue: 5,
          domain: DOMAINS[0],
          stakeholder: STAKEHOLDERS[0],
        }));
        const [{ value }] = measuresOf(alike);
        expect(measuresOf([...alike].reverse())[0].value).toEqual(value);
        expect(measuresOf(alike.slice(1))[0]?.value?.low ?? Infinity).toBeGreaterThanOrEqual(value!.low);
      }),
      RUNS,
    );
  });
});

describe('The evidence that the sheet Outcomes begins with', () => {
  const of = (measure: string) => OUTCOME_EVIDENCE.filter((each) => each.measure === measure);
  const fact = (parameter: string, program?: string) =>
    facts('outcomes').find((row) => row.parameter === parameter && (!program || row.program === program))!;

  it('has levels and ratios as their rows print them', () => {
    for (const [measure, parameter] of [
      ['Readmission or death in 30 days', '30-day readmission or death, relative risk'],
      ['ED visit in 30 days', '30-day ED visit, relative risk'],
    ]) {
      const [{ baseline, expected, evidenceLow, evidenceHigh }] = of(measure);
      const { low, high, qualifier } = fact(parameter);
      expect(qualifier).toContain(
        `${Number((expected * 100).toFixed(1))}% against ${Number((baseline * 100).toFixed(1))}%`,
      );
      // A lower ratio is the hopeful end.
      expect(evidenceHigh! / baseline).toBeCloseTo(Number(low), 12);
      expect(evidenceLow! / baseline).toBeCloseTo(Number(high), 12);
    }
    const [deaths] = of('Deaths, relative to usual care');
    expect(fact('all-cause mortality, relative risk')).toMatchObject({
      low: String(deaths.evidenceHigh),
      high: String(deaths.evidenceLow),
      qualifier: expect.stringContaining(`point ${deaths.expected}`),
    });
    const [depressed] = of('Cost of depressed patients a year');
    expect(4 * (depressed.expected - depressed.baseline)).toBe(
      Number(fact('depression care: total cost difference').low),
    );
    const [completed] = of('Patient-reported measures completed');
    expect(fact('patient-reported measures completed, with phone follow-up')).toMatchObject({
      low: String(completed.evidenceLow),
      high: String(completed.evidenceHigh),
    });
    expect(1 - of('Claims paid, share of those filed')[0].baseline).toBeCloseTo(
      Number(fact('in-network claim denial').low),
      12,
    );
  });

  it('sets the randomized trial that found nothing beside the comparison that found $74 a month', () => {
    const [compared, randomized] = of('Medicare cost a year');
    expect((compared.expected - compared.baseline) / 12).toBe(Number(fact('Medicare cost growth, difference').low));
    expect(randomized).toMatchObject({ design: 'randomized', expected: randomized.baseline });
    expect(measuresOf([compared, randomized])[0].value!.expected).toBe(0);
  });

  it('has unit values as published, and a source in every row that fits beside it', () => {
    const unit = (measure: string) => String(of(measure)[0].unitValue);
    expect(unit('Readmission or death in 30 days')).toBe(fact('readmission within 30 days').low);
    expect(unit('ED visit in 30 days')).toBe(fact('ED visit, age 65+').low);
    expect(fact('RPM payments, Medicare FFS and MA').qualifier).toContain(unit('Claims paid, share of those filed'));
    for (const { source, measure } of OUTCOME_EVIDENCE)
      expect(source.length, measure).toBeLessThanOrEqual(SOURCE_LIMIT);
    expect(new Set(OUTCOME_EVIDENCE.map(({ domain }) => domain)).size).toBe(DOMAINS.length);
  });
});

describe('Published effects', () => {
  const example = (id: string) => facts('contract-examples').find((row) => row.id === id)!;

  it('E26: collaborative care cost 3,363 less a patient over four years, 10.3%', () => {
    expect(example('E26').expected).toContain('3363 per patient (10.3%)');
    const value = valueOf(one({ baseline: 32785, expected: 29422, patients: 1, unitValue: 1 }))!.expected;
    expect(value).toBe(3363);
    expect(((100 * value) / 32785).toFixed(1)).toBe('10.3');
  });

  it('E27: monitoring after discharge, −5.5 points, ratio 0.77, 18.3 patients an event', () => {
    expect(example('E27').expected).toContain('-5.5 points; 0.77; 18.3 patients');
    const avoided = improvement(one({ baseline: 137 / 578, expected: 87 / 477 })).expected;
    expect((100 * avoided).toFixed(1)).toBe('5.5');
    expect((87 / 477 / (137 / 578)).toFixed(2)).toBe('0.77');
    expect((1 / avoided).toFixed(1)).toBe('18.3');
  });

  it('E28: 15.8 million saved with 3.9 of staff, 4.05 gross and 305% net', () => {
    expect(example('E28').expected).toBe('4.05 gross; 305% net');
    expect((15.8 / 3.9).toFixed(2)).toBe('4.05');
    expect((100 * returnOn(15.8, 3.9)).toFixed(0)).toBe('305');
  });
});

describe('The payback', () => {
  it('is the start cost by the net value of a month, or never', () => {
    expect(paybackMonths(240_000, 120_000, 50_000)).toBe(5);
    expect(paybackMonths(120_000, 120_000, 50_000)).toBe(Infinity);
    expect(paybackMonths(120_000, 120_000, 0)).toBe(0);
    expect(paybackMonths(100_000, 120_000, 0)).toBe(Infinity);
  });
});
