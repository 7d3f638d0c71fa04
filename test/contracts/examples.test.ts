/** Every example of contract-examples.csv: what is published, to the printed digit. */
import { describe, expect, it } from 'vitest';
import { accessPay } from '../../src/contracts/access-pay';
import { capitation } from '../../src/contracts/capitation';
import { careFee } from '../../src/contracts/care-fee';
import { paidRiskScore, planPayment } from '../../src/contracts/medicare-advantage';
import { minimumSavingsRateOf } from '../../src/contracts/minimum-savings-rate';
import { riskBands } from '../../src/contracts/risk-bands';
import { lossRateOf, sharedSavings } from '../../src/contracts/shared-savings';
import { NO_TERMS, type ContractTerms } from '../../src/contracts/terms';
import { rate } from '../../src/rates/rate';
import { amountByHand } from '../rates/facts';
import { facts, modelTerms } from './facts';

const EXAMPLES = new Map(facts('contract-examples').map((row) => [row.id, row]));
const asserted = new Set<string>();

/** One example, with its row: the numbers in the test are held against what the row prints. */
function example(id: string, prints: readonly string[], check: () => void): void {
  asserted.add(id);
  const row = EXAMPLES.get(id)!;
  it(`${id}, ${row.contract}, ${row.period}: ${row.expected} (${row.source})`, () => {
    const text = `${row.inputs} ${row.calculation} ${row.expected}`;
    expect(prints.filter((printed) => !text.includes(printed))).toEqual([]);
    check();
  });
}

const typed = (own: Partial<ContractTerms>): ContractTerms => ({ ...NO_TERMS, ...own });
const enhanced = (own: Partial<ContractTerms> = {}) => modelTerms('MSSP ENHANCED', 'shared savings', own);
const percent = (share: number, decimals = 2) => (100 * share).toFixed(decimals);

describe('The published examples', () => {
  example('E01', ['6614319499', '4.733%', '2491835198', '654.15', '246.44'], () => {
    const [benchmark, expenditure, earned, owed, personYears] = [
      139745370823, 133131051324, 4142450738, 19966437, 10111347,
    ];
    // All ACOs together: what was paid, less what was owed, is the practices' part.
    const { savings, savingsRate } = sharedSavings(benchmark, expenditure, 1, NO_TERMS);
    const net = savings - (earned - owed);
    expect(savings).toBe(6614319499);
    expect(percent(savingsRate, 3)).toBe('4.733');
    expect(net).toBe(2491835198);
    expect((savings / personYears).toFixed(2)).toBe('654.15');
    expect((net / personYears).toFixed(2)).toBe('246.44');
  });

  example('E02', ['77.73', '74.54', '69.27', '73.85'], () => {
    expect(((77.73 + 74.54 + 69.27) / 3).toFixed(2)).toBe('73.85');
    expect(enhanced().qualityBar).toBe(0.7385);
    expect(sharedSavings(100, 95, 0.7385, enhanced()).standard).toBe('met');
    expect(sharedSavings(100, 95, 0.7384, enhanced()).standard).toBe('not met');
  });

  example('E03', ['80 / 73.85 / 60 / 40 / fails', '40% / 44.61% / 55% / 70% / 75%'], () => {
    const { lossRate } = enhanced();
    const rates = [0.8, 0.7385, 0.6, 0.4].map((quality) => lossRateOf(quality, 'alternative', lossRate));
    expect(rates.map((each) => percent(each))).toEqual(['40.00', '44.61', '55.00', '70.00']);
    expect(lossRateOf(0.9, 'not met', lossRate)).toBe(0.75);
  });

  example('E04', ['76.88', '57.66%'], () => {
    const { rate: applied } = sharedSavings(100, 90, 0.7688, enhanced({ qualityStandard: 'alternative' }));
    expect(percent(applied)).toBe('57.66');
  });

  example('E06', ['120000000', '114000000', '2700000'], () => {
    const terms = typed({ minimumSavingsRate: 0.025, sharingRate: 0.45 });
    expect(sharedSavings(120000000, 114000000, 0, terms).share).toBe(2700000);
  });

  example('E07', ['300000000', '297000000'], () => {
    expect(sharedSavings(300000000, 297000000, 0.9, enhanced({ minimumSavingsRate: 0.02 })).share).toBe(0);
  });

  example('E08', ['6.33m', '144m', '4.17m', '2.23m'], () => {
    const alternative = { qualityStandard: 'alternative', assignedMembers: 12_000 } as const;
    const share = (terms: ContractTerms) => sharedSavings(144e6, 144e6 - 6.33e6, 0.88, terms).share / 1e6;
    const basicA = modelTerms('MSSP BASIC A', 'shared savings', alternative);
    // The illustration prints 4.17, from savings before they were rounded to 6.33: 0.66 × 6.33 = 4.1778.
    expect(share(enhanced(alternative))).toBeCloseTo(4.1778, 10);
    expect(Math.floor(share(enhanced(alternative)) * 100) / 100).toBe(4.17);
    expect(share(basicA).toFixed(2)).toBe('2.23');
    expect(share(enhanced()) / share(enhanced(alternative))).toBeCloseTo(1 / 0.88, 10);
  });

  example('E09', ['12,000', '2.88%'], () => {
    expect(percent(minimumSavingsRateOf(12_000))).toBe('2.88');
  });

  const bands = (name: string, date: string, reading: 'cautious' | 'other' = 'cautious') =>
    modelTerms(name, 'risk bands', { discountRate: 0, withholdRate: 0, sequestrationRate: 0 }, { date, reading });

  example('E11', ['keeps 15%'], () => {
    expect(riskBands(100, 80, 1, bands('ACO REACH Global', '2026-12-31')).share).toBeCloseTo(15, 12);
  });

  example('E12', ['5.25%'], () => {
    expect(riskBands(100, 80, 1, bands('ACO REACH Professional', '2026-12-31')).share).toBeCloseTo(5.25, 12);
  });

  example('E13', ['33.75%'], () => {
    const terms = bands('LEAD Global', '2027-12-31');
    expect(riskBands(100, 200, 1, terms).share).toBeCloseTo(-33.75, 12);
    expect(riskBands(100, 0, 1, terms).share).toBeCloseTo(33.75, 12);
  });

  example('E14', ['8.5%'], () => {
    // The reading of the finance paper; the cautious one, 50% in the first band, keeps a point less.
    expect(riskBands(100, 80, 1, bands('LEAD Professional', '2027-12-31', 'other')).share).toBeCloseTo(8.5, 12);
    expect(riskBands(100, 80, 1, bands('LEAD Professional', '2027-12-31')).share).toBeCloseTo(7.5, 12);
  });

  example('E15', ['3.164%', '3.836%'], () => {
    // The enhanced part is an advance: paid through the year and repaid from the settlement.
    const terms = { ...bands('LEAD Global', '2027-12-31'), advanceRate: 0.07 - 0.03164 };
    const { advance, share, settlement } = riskBands(100, 90, 1, terms);
    expect(advance.toFixed(3)).toBe('3.836');
    expect(settlement).toBe(share - advance);
  });

  example('E17', ['1050', '1173.00', 'keeps 30'], () => {
    const plan = planPayment(1000, 950, 4.5);
    expect(plan.benchmarkPmpm).toBe(1050);
    expect(plan.rebatePmpm).toBe(70);
    expect(plan.keptPmpm).toBe(30);
    expect(capitation(1, plan.basePmpm, 1.15, 0, NO_TERMS).premium.toFixed(2)).toBe('1173.00');
  });

  example('E18', ['1.20', '1.045', '1.080'], () => {
    expect(paidRiskScore(1.2, { normalizationFactor: 1.045, codingAdjustment: 0.059 })).toBe(1.08);
    // Unrounded on its way it would be another score.
    expect(((1.2 / 1.045) * 0.941).toFixed(3)).toBe('1.081');
  });

  const eCKM = (own: Partial<ContractTerms> = {}, reading: 'cautious' | 'other' = 'cautious') =>
    modelTerms('ACCESS eCKM', 'access', own, { reading });

  example('E19', ['15.00'], () => {
    expect(accessPay(1, 1, 1, eCKM()).monthly.toFixed(2)).toBe('15.00');
  });

  example('E20', ['18000', '36000'], () => {
    const pay = accessPay(100, 0.6, 0.95, eCKM());
    expect(12 * pay.monthly).toBe(18000);
    expect(pay.reconciliation).toBe(18000);
    expect(pay.total).toBe(36000);
  });

  example('E21', ['28800', '32400'], () => {
    expect(accessPay(100, 0.4, 0.95, eCKM()).total).toBeCloseTo(28800, 8);
    expect(accessPay(100, 0.4, 0.95, eCKM({}, 'other')).total).toBeCloseTo(32400, 8);
  });

  example('E23', ['204000'], () => {
    const { feePmpm } = modelTerms('AHEAD primary care', 'care fee');
    expect(12 * careFee(1000, feePmpm, 0, 0, 0, NO_TERMS).revenue).toBe(204000);
  });

  example('E24', ['7.8%', '197K', '350K'], () => {
    const baseline = 529 / 0.078;
    const terms = typed({ sharingRate: 0.5, savingsThreshold: 0.02, upsideLimit: 1 });
    const { upside, payersPart } = careFee(1, 682, 0, baseline, baseline - 529, terms);
    expect(upside.toFixed(0)).toBe('197');
    expect(payersPart.toFixed(0)).toBe('-350');
  });

  example('E25', ['661K', '9.7%', '228K'], () => {
    const cap = 661 / 0.097;
    const terms = typed({
      bands: [
        { upTo: 0.03, share: 1 },
        { upTo: 0.1, share: 0.5 },
        { upTo: Infinity, share: 0 },
      ],
    });
    const { payersPart } = riskBands(cap, cap + 661, 0, terms);
    expect(((-100 * payersPart) / cap).toFixed(2)).toBe('3.35');
    expect((-payersPart).toFixed(0)).toBe('228');
  });

  example('E29', ['56.23', '45.27'], () => {
    const asked = { code: '99490', locality: 'AL', date: '2025-12-31', qp: false };
    expect(rate({ ...asked, setting: 'nonfacility' }).amount).toBe(56.23);
    expect(rate({ ...asked, setting: 'facility' }).amount).toBe(45.27);
    expect(amountByHand(['1.00', '0.81', '0.06'], ['1.000', '0.869', '0.575'], '32.3465')).toBe('56.23');
  });

  example('E30', ['61.56', '62.58'], () => {
    const asked = { code: '99490', locality: 'national', setting: 'nonfacility', qp: false } as const;
    expect(rate({ ...asked, date: '2024-03-08' }).amount).toBe(61.56);
    expect(rate({ ...asked, date: '2024-03-09' }).amount).toBe(62.58);
  });

  it('are all asserted, here or where the return on outcomes is', () => {
    const ofOutcomes = ['E26', 'E27', 'E28'];
    expect([...EXAMPLES.keys()].filter((id) => !asserted.has(id) && !ofOutcomes.includes(id))).toEqual([]);
  });
});

describe('The naive reading, rate × quality', () => {
  it('gives another number than the rule, which pays the whole rate where the standard is met', () => {
    const { share, rate: applied } = sharedSavings(100e6, 95e6, 0.8, enhanced());
    expect(applied).toBe(0.75);
    expect(share).toBe(3_750_000);
    expect(share).not.toBeCloseTo(5e6 * 0.75 * 0.8, 0);
  });

  it('is the rule only where the alternative standard alone is met', () => {
    const { share } = sharedSavings(100e6, 95e6, 0.8, enhanced({ qualityStandard: 'alternative' }));
    expect(share).toBeCloseTo(5e6 * 0.75 * 0.8, 6);
  });
});
