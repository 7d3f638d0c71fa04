/** The statement of a contract: what holds in every month, for any contract. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTRACT_LINES } from '../../src/contracts/contract-lines';
import { riskBands } from '../../src/contracts/risk-bands';
import { sharedSavings } from '../../src/contracts/shared-savings';
import { contractStatement, totalStatement, type Contract, type ContractSeries } from '../../src/contracts/statement';
import { cases } from '../random-cases';
import { modelTerms } from './facts';
import { randomContract } from './random-contract';

const RUNS = { numRuns: cases(400) };
/** Long enough that everything is settled. */
const MONTHS = 100;

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const sizeOf = (series: ContractSeries) =>
  1 + Math.max(...CONTRACT_LINES.map(({ key }) => sum(series[key].map(Math.abs))));

describe('A contract’s statement', () => {
  it('accrues in a month what is paid, what is earned of the withhold, and what is settled later', () => {
    fc.assert(
      fc.property(randomContract, (contract) => {
        const series = contractStatement(contract, MONTHS);
        const size = sizeOf(series);
        for (let t = 0; t < MONTHS; t++) {
          const before = t ? series.toSettle[t - 1] : 0;
          const settledLater = series.toSettle[t] - before + series.settlement[t];
          expect(Math.abs(series.accrued[t] - series.paid[t] - settledLater)).toBeLessThanOrEqual(1e-9 * size);
          expect(Math.abs(series.withheld[t]) + 1e-9 * size).toBeGreaterThanOrEqual(Math.abs(series.earned[t]));
        }
      }),
      RUNS,
    );
  });

  it('has paid, in the end, what it accrued: cash and margin are the same', () => {
    fc.assert(
      fc.property(randomContract, (contract) => {
        const series = contractStatement(contract, MONTHS);
        const size = sizeOf(series);
        expect(Math.abs(series.toSettle[MONTHS - 1])).toBeLessThanOrEqual(1e-9 * size);
        expect(Math.abs(sum(series.paid) + sum(series.settlement) - sum(series.accrued))).toBeLessThanOrEqual(
          1e-9 * size,
        );
        expect(Math.abs(sum(series.cash) - sum(series.margin))).toBeLessThanOrEqual(1e-9 * size);
      }),
      RUNS,
    );
  });

  it('splits savings and losses between practice and payer, month by month', () => {
    fc.assert(
      fc.property(randomContract, (contract) => {
        const series = contractStatement(contract, MONTHS);
        const size = sizeOf(series);
        for (let t = 0; t < MONTHS; t++) {
          const bearsCost = series.medicalCost[t] !== 0 || series.savings[t] !== 0;
          const difference =
            bearsCost && contract.kind !== 'care fee' ? series.benchmark[t] - series.medicalCost[t] : series.savings[t];
          expect(Math.abs(series.share[t] + series.payersPart[t] - difference)).toBeLessThanOrEqual(1e-9 * size);
        }
      }),
      RUNS,
    );
  });

  it('is the contract’s formula on the whole year, however the year is cut by the forecast', () => {
    fc.assert(
      fc.property(randomContract, (contract) => {
        const whole = contractStatement(contract, MONTHS);
        const cut = contractStatement(contract, 15);
        for (const { key } of CONTRACT_LINES) expect([...cut[key]]).toEqual([...whole[key].slice(0, 15)]);
      }),
      RUNS,
    );
  });

  it('pays nothing before it starts, and settles after it ends', () => {
    fc.assert(
      fc.property(randomContract, (contract) => {
        const series = contractStatement(contract, MONTHS);
        for (let month = 1; month <= MONTHS; month++) {
          if (month >= contract.startMonth && month <= contract.endMonth) continue;
          expect(series.accrued[month - 1]).toBe(0);
          expect(series.members[month - 1]).toBe(0);
        }
      }),
      RUNS,
    );
  });

  it('adds to the total', () => {
    fc.assert(
      fc.property(fc.array(randomContract, { maxLength: 4 }), (contracts) => {
        const statements = contracts.map((contract) => contractStatement(contract, 24));
        const total = totalStatement(statements, 24);
        for (const { key } of CONTRACT_LINES) {
          const added = statements.reduce((all, each) => all + sum(each[key]), 0);
          expect(Math.abs(sum(total[key]) - added)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(added)) * 1e3);
        }
      }),
      RUNS,
    );
  });
});

const plain: Contract = {
  contract: 'One',
  kind: 'shared savings',
  startMonth: 1,
  endMonth: 12,
  members: 12_000,
  memberGrowth: 0,
  premiumPmpm: 1100,
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

describe('A performance year', () => {
  it('of shared savings is settled in its month, at what the year’s formula gives', () => {
    const series = contractStatement(plain, 24);
    const { share: part } = sharedSavings(12_000 * 1100 * 12, 12_000 * 1050 * 12, 0.8, plain.terms[0]);
    expect(part).toBeCloseTo(5_400_000, 6);
    expect(series.settlement[20]).toBeCloseTo(part, 6);
    expect(sum(series.settlement)).toBe(series.settlement[20]);
    expect(series.accrued[0]).toBeCloseTo(450_000, 6);
    expect(series.toSettle[11]).toBeCloseTo(part, 6);
    expect(series.toSettle[20]).toBeCloseTo(0, 6);
  });

  it('shows what care saved as an input’s effect, and pays its part of it', () => {
    const series = contractStatement({ ...plain, careEffect: -0.02 }, 24);
    expect(series.savedByCare[0]).toBeCloseTo(12_000 * 21, 6);
    expect(series.medicalCost[0]).toBeCloseTo(12_000 * 1029, 6);
    expect(sum(series.settlement) - 5_400_000).toBeCloseTo(0.75 * 12 * 12_000 * 21, 4);
  });

  it('of risk bands pays advances monthly and takes them back at settlement', () => {
    const of = modelTerms('LEAD Global', 'risk bands', { advanceRate: 0.03836 }, { date: '2027-01-31' });
    const series = contractStatement({ ...plain, kind: 'risk bands', terms: [of] }, 24);
    const { settlement, advance } = riskBands(158_400_000, 151_200_000, 0.8, of);
    expect(series.paid[3]).toBeCloseTo(advance / 12, 6);
    expect(series.settlement[20]).toBeCloseTo(settlement, 6);
  });

  it('each has its own terms, where they change', () => {
    const [strict, mild] = [0.75, 0.5].map((sharingRate) => ({ ...plain.terms[0], sharingRate }));
    const series = contractStatement({ ...plain, endMonth: 24, terms: [strict, mild] }, 36);
    expect(series.settlement[20] / series.settlement[32]).toBeCloseTo(1.5, 9);
  });
});
