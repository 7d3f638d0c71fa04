/** The margin pool beside what contracts may lose: by hand, and on random contracts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byYear, cashTest, downsideOf, isLossLimited, timesCovered, worstCase } from '../../src/contracts/margin-pool';
import { contractStatement, type Contract } from '../../src/contracts/statement';
import { cases } from '../random-cases';
import { modelTerms } from './facts';
import { randomContract } from './random-contract';

const RUNS = { numRuns: cases(400) };
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

const enhanced: Contract = {
  contract: 'MSSP',
  kind: 'shared savings',
  startMonth: 1,
  endMonth: Infinity,
  members: 1000,
  memberGrowth: 0,
  premiumPmpm: 1000,
  benchmarkTrend: 0,
  costPmpm: 1050,
  costTrend: 0,
  careEffect: 0,
  riskScore: 1,
  quality: 0.8,
  attainment: 0,
  withoutSubstitutes: 0,
  monthsToSettlement: 9,
  terms: [modelTerms('MSSP ENHANCED', 'shared savings')],
};

describe('The loss of a contract', () => {
  it('is what its performance years lose: 40% of 5% of 12 million a year', () => {
    const { loss, toSettle } = downsideOf([enhanced], 24);
    expect(loss[0]).toBeCloseTo(20_000, 6);
    expect(byYear(loss).map(Math.round)).toEqual([240_000, 240_000]);
    // The first year is settled in month 21, the second after the forecast.
    expect(toSettle).toBeCloseTo(-240_000, 6);
  });

  it('is nothing in a year that gains, and a gain carries no other contract’s loss', () => {
    const gains = { ...enhanced, costPmpm: 900 };
    expect(sum(downsideOf([gains], 24).loss)).toBe(0);
    expect([...downsideOf([gains, enhanced], 24).loss]).toEqual([...downsideOf([enhanced], 24).loss]);
  });

  it('of each year goes by all of its months, those after the forecast too', () => {
    const improving = { ...enhanced, kind: 'capitation' as const, memberGrowth: 0.5, costPmpm: 1050 };
    fc.assert(
      fc.property(randomContract, fc.integer({ min: 1, max: 40 }), (contract, months) => {
        const [cut, whole] = [months, 60].map((horizon) => downsideOf([contract], horizon).loss);
        expect([...cut]).toEqual([...whole.slice(0, months)]);
      }),
      RUNS,
    );
    expect(downsideOf([improving], 1).loss[0]).toBeCloseTo(50_000, 6);
  });

  it('is never less than what is lost in all, and adds over years', () => {
    fc.assert(
      fc.property(randomContract, (contract) => {
        const { loss } = downsideOf([contract], 48);
        const { margin } = contractStatement(contract, 48);
        const size = 1e-9 * (1 + sum(margin.map(Math.abs)));
        // A year that the horizon cuts is counted by its months within.
        if (contract.endMonth <= 48) expect(sum(loss) + size).toBeGreaterThanOrEqual(-sum(margin));
        expect(Math.abs(sum(byYear(loss)) - sum(loss))).toBeLessThanOrEqual(size);
      }),
      RUNS,
    );
  });
});

describe('The worst case', () => {
  it('of MSSP ENHANCED is its limit, 15% of the benchmark, whatever is expected', () => {
    const worst = worstCase({ ...enhanced, costPmpm: 900 }, 0.2);
    expect(byYear(downsideOf([worst], 12).loss)[0]).toBeCloseTo(0.15 * 12e6, 3);
  });

  it('of a contract without a limit is cost so much above what is expected, without quality', () => {
    const lead: Contract = {
      ...enhanced,
      kind: 'risk bands',
      costPmpm: 1000,
      quality: 1,
      terms: [modelTerms('LEAD Global', 'risk bands', {}, { date: '2027-12-31' })],
    };
    expect(isLossLimited('risk bands', lead.terms[0])).toBe(false);
    // B′ = 970 of 1,000; 1,200 costs 230 too much: 145.5 whole, half of 84.5; and the withhold, 29.1.
    expect(byYear(downsideOf([worstCase(lead, 0.2)], 12).loss)[0] / 12_000).toBeCloseTo(145.5 + 42.25 + 29.1, 9);
  });

  it('is never better than what is forecast', () => {
    fc.assert(
      fc.property(randomContract, fc.double({ min: 0, max: 1, noNaN: true }), (contract, rise) => {
        const [forecast, worst] = [contract, worstCase(contract, rise)].map((each) => sum(downsideOf([each], 48).loss));
        expect(worst * (1 + 1e-9) + 1e-3).toBeGreaterThanOrEqual(forecast);
      }),
      RUNS,
    );
  });

  it('is as bad as it gets where the terms set a limit: more cost changes nothing', () => {
    fc.assert(
      fc.property(randomContract, (contract) => {
        fc.pre(contract.terms.every((terms) => isLossLimited(contract.kind, terms)));
        fc.pre(contract.premiumPmpm > 0.01);
        const worst = worstCase(contract, 0);
        const more = { ...worst, costPmpm: worst.costPmpm * 2 };
        const [one, other] = [worst, more].map((each) => sum(downsideOf([each], 48).loss));
        expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * (1 + worst.costPmpm * 1e7));
      }),
      RUNS,
    );
  });
});

describe('Cover', () => {
  it('is the pool by the loss; nothing is lost, or there is no pool', () => {
    expect(timesCovered(600_000, 240_000)).toBe(2.5);
    expect(timesCovered(600_000, 0)).toBe(Infinity);
    expect(timesCovered(-1, 240_000)).toBe(0);
  });
});

describe('Cash', () => {
  const cumulative = Float64Array.from({ length: 24 }, (_, t) => 10_000 * (t + 1));

  it('fails in the month of a settlement that it cannot pay, and says what would have to be there', () => {
    const settles = (amount: number) => new Float64Array(24).fill(-amount, 20, 21);
    expect(cashTest(cumulative, settles(210_000))).toEqual({ failsIn: null, reserve: 0 });
    expect(cashTest(cumulative, settles(210_001))).toEqual({ failsIn: 21, reserve: 1 });
  });

  it('does not fail by what care management alone lacks at its start', () => {
    const late = cumulative.map((cash) => cash - 50_000);
    expect(cashTest(late, new Float64Array(24))).toEqual({ failsIn: null, reserve: 0 });
    expect(cashTest(late, new Float64Array(24).fill(100, 0, 3))).toEqual({ failsIn: null, reserve: 0 });
  });

  it('lasts for every payment, once the reserve is there', () => {
    const flows = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(flows, flows, (own, contracts) => {
        let there = 0;
        const practice = Float64Array.from(own, (flow) => (there += flow));
        const { failsIn, reserve } = cashTest(practice, Float64Array.from(contracts));
        expect(reserve > 0).toBe(failsIn !== null);
        const with_ = cashTest(
          practice.map((cash) => cash + reserve * (1 + 1e-9)),
          Float64Array.from(contracts),
        );
        expect(with_.failsIn).toBeNull();
      }),
      RUNS,
    );
  });
});
