/** What holds for any contract: nothing is lost between practice and payer, limits hold, and better quality never pays less. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessPay } from '../../src/contracts/access-pay';
import { bandShare, bandsText, parseBands } from '../../src/contracts/bands';
import { capitation } from '../../src/contracts/capitation';
import { careFee } from '../../src/contracts/care-fee';
import { riskBands } from '../../src/contracts/risk-bands';
import { sharedSavings } from '../../src/contracts/shared-savings';
import { NO_TERMS, type ContractTerms } from '../../src/contracts/terms';
import { cases } from '../random-cases';
import { modelTerms } from './facts';
import { accessTerms, careFeeTerms, dollars, riskBandTerms, share, sharedSavingsTerms, year } from './random-contract';

const RUNS = { numRuns: cases(2000) };

/** Equal but for rounding, beside amounts of that size. */
const expectSame = (a: number, b: number, size: number) =>
  expect(Math.abs(a - b), `${a} is not ${b}`).toBeLessThanOrEqual(1e-9 * Math.max(1, size));
const expectAtMost = (a: number, b: number, size: number) =>
  expect(a, `${a} is more than ${b}`).toBeLessThanOrEqual(b + 1e-9 * Math.max(1, size));

describe('Shared savings', () => {
  it('leave savings − share to the payer', () => {
    fc.assert(
      fc.property(year, share, sharedSavingsTerms, ({ benchmark, expenditure }, quality, terms) => {
        const { share: part, payersPart, savings } = sharedSavings(benchmark, expenditure, quality, terms);
        expectSame(part + payersPart, benchmark - expenditure, benchmark);
        expect(savings >= 0 ? part >= 0 : part <= 0).toBe(true);
      }),
      RUNS,
    );
  });

  it('stay within the payment limit, both loss limits, and what was saved or lost', () => {
    fc.assert(
      fc.property(year, share, sharedSavingsTerms, ({ benchmark, expenditure }, quality, terms) => {
        const { share: part, savings } = sharedSavings(benchmark, expenditure, quality, terms);
        if (terms.paymentLimitRate < Infinity) expectAtMost(part, terms.paymentLimitRate * benchmark, benchmark);
        if (terms.lossLimitRate < Infinity) expectAtMost(-part, terms.lossLimitRate * benchmark, benchmark);
        if (terms.revenueLossLimitRate < Infinity && terms.participantRevenueRate > 0)
          expectAtMost(-part, terms.revenueLossLimitRate * terms.participantRevenueRate * benchmark, benchmark);
        expectAtMost(Math.abs(part), Math.abs(savings), benchmark);
      }),
      RUNS,
    );
  });

  it('never pay less for better quality', () => {
    fc.assert(
      fc.property(year, share, share, sharedSavingsTerms, ({ benchmark, expenditure }, one, other, terms) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const paid = (quality: number) => sharedSavings(benchmark, expenditure, quality, terms).share;
        expectAtMost(paid(low), paid(high), benchmark);
      }),
      RUNS,
    );
  });

  it('never pay less for meeting more of the standard', () => {
    fc.assert(
      fc.property(year, share, sharedSavingsTerms, ({ benchmark, expenditure }, quality, terms) => {
        const paid = (qualityStandard: ContractTerms['qualityStandard']) =>
          sharedSavings(benchmark, expenditure, quality, { ...terms, qualityStandard }).share;
        expectAtMost(paid('not met'), paid('alternative'), benchmark);
        expectAtMost(paid('alternative'), paid('met'), benchmark);
      }),
      RUNS,
    );
  });

  it('never pay more for spending more', () => {
    fc.assert(
      fc.property(year, dollars, share, sharedSavingsTerms, ({ benchmark, expenditure }, more, quality, terms) => {
        const paid = (spent: number) => sharedSavings(benchmark, spent, quality, terms).share;
        expectAtMost(paid(expenditure + more), paid(expenditure), benchmark);
      }),
      RUNS,
    );
  });

  it('jump only at the minimum savings rate, the minimum loss rate and the quality bar', () => {
    fc.assert(
      fc.property(
        year,
        share,
        sharedSavingsTerms,
        fc.boolean(),
        ({ benchmark, expenditure }, quality, terms, isSpend) => {
          const step = 1e-6;
          const at = (spent: number, score: number) => sharedSavings(benchmark, spent, score, terms);
          const before = at(expenditure, quality);
          const after = isSpend
            ? at(expenditure + step * benchmark, quality)
            : at(expenditure, Math.min(1, quality + step));
          const isCliff = before.qualifies !== after.qualifies || before.standard !== after.standard;
          // The minima of gains and of losses differ, so a step from one to the other side of 0 may cross one.
          if (isCliff || before.savings >= 0 !== after.savings >= 0) return;
          expectAtMost(Math.abs(after.share - before.share), 3 * step * benchmark, benchmark);
        },
      ),
      RUNS,
    );
  });

  it('have those cliffs', () => {
    const basic = modelTerms('MSSP BASIC E', 'shared savings', {
      minimumSavingsRate: 0.02,
      minimumLossRate: 0.02,
      participantRevenueRate: 1,
    });
    const paid = (expenditure: number, quality = 0.8) => sharedSavings(1e6, expenditure, quality, basic).share;
    expect(paid(980_001)).toBe(0);
    expect(paid(980_000)).toBe(10_000);
    expect(paid(1_019_999)).toBe(0);
    expect(paid(1_020_000)).toBe(-6000);
    expect(paid(950_000, 0.738)).toBe(0);
    expect(paid(950_000, 0.7385)).toBe(25_000);
  });

  it('pay a low-revenue practice half the rate below the minimum', () => {
    const terms = modelTerms('MSSP BASIC E', 'shared savings', { minimumSavingsRate: 0.02, lowRevenue: true });
    expect(sharedSavings(1e6, 990_000, 0.8, terms)).toMatchObject({ rate: 0.25, share: 2500, qualifies: false });
    expect(sharedSavings(1e6, 990_000, 0.7, terms).share).toBe(0);
  });
});

describe('Risk bands', () => {
  it('leave benchmark − expenditure − share to the payer', () => {
    fc.assert(
      fc.property(year, share, riskBandTerms, ({ benchmark, expenditure }, quality, terms) => {
        const result = riskBands(benchmark, expenditure, quality, terms);
        expectSame(result.share + result.payersPart, benchmark - expenditure, benchmark);
        expectSame(result.settlement + result.advance, result.share, benchmark);
        expectAtMost(Math.abs(result.bandShare), Math.abs(result.savings), benchmark);
      }),
      RUNS,
    );
  });

  it('have no cliff in what is spent, nor in quality, and never pay less for better quality', () => {
    fc.assert(
      fc.property(year, share, share, riskBandTerms, ({ benchmark, expenditure }, one, other, terms) => {
        const paid = (spent: number, quality: number) => riskBands(benchmark, spent, quality, terms).share;
        const step = 1e-6;
        expectAtMost(paid(expenditure, Math.min(one, other)), paid(expenditure, Math.max(one, other)), benchmark);
        const moved = paid(expenditure + step * benchmark, one) - paid(expenditure, one);
        expectAtMost(Math.abs(moved), 1.01 * step * benchmark, benchmark);
        const earned = paid(expenditure, Math.min(1, one + step)) - paid(expenditure, one);
        expectAtMost(earned, 1.01 * step * benchmark, benchmark);
      }),
      RUNS,
    );
  });

  it('take sequestration from what is paid, and not from what is owed', () => {
    const terms = modelTerms('LEAD Global', 'risk bands', { discountRate: 0, withholdRate: 0 }, { date: '2027-12-31' });
    expect(riskBands(100, 90, 1, terms).share).toBeCloseTo(9.8, 12);
    expect(riskBands(100, 110, 1, terms).share).toBeCloseTo(-10, 12);
  });

  it('mirror losses where no other bands are given for them', () => {
    fc.assert(
      fc.property(dollars, share, riskBandTerms, (benchmark, part, { bands }) => {
        const gain = bandShare(part * benchmark, benchmark, bands);
        expect(bandShare(-part * benchmark, benchmark, bands)).toBe(0 - gain);
      }),
      RUNS,
    );
  });

  it('can be typed as they are shown', () => {
    const typed = riskBandTerms.map(({ bands }) =>
      bands.map(({ upTo, share: part }) => ({ upTo, share: Math.round(part * 100) / 100 })),
    );
    fc.assert(
      fc.property(typed, (bands) => {
        expect(parseBands(bandsText(bands))).toEqual(bands);
      }),
      RUNS,
    );
  });

  it.each([
    '',
    '50%',
    '50% to',
    'half to 10%',
    '120% to 10%',
    '50% to 10%, 40% to 5%',
    '50% above, 20% to 10%',
    '50% to 0%',
  ])('are not read from “%s”', (text) => expect(parseBands(text)).toBeNull());
});

describe('Capitation', () => {
  it('accrues what is paid and what is earned of the withhold', () => {
    fc.assert(
      fc.property(dollars, dollars, share, share, share, (members, premium, withholdRate, earned, quality) => {
        const terms = {
          ...NO_TERMS,
          withholdRate,
          percentOfPremium: 0.85,
          sequestrationRate: 0.02,
          withholdEarned: earned,
        };
        const result = capitation(members, premium, 1.1, quality, terms);
        expectSame(result.accrued, result.paid + result.earned, result.premium);
        expectSame(result.revenue, result.paid + result.withheld, result.premium);
        expectSame(result.revenue, members * premium * 1.1 * 0.98 * 0.85, result.premium);
      }),
      RUNS,
    );
  });
});

describe('Capitation and a care fee', () => {
  it('never pay less for better quality, and have no cliff in it', () => {
    fc.assert(
      fc.property(dollars, share, share, share, careFeeTerms, (amount, saved, one, other, terms) => {
        const capitated = (quality: number) => capitation(1, amount, 1, quality, terms).accrued;
        const fee = (quality: number) => careFee(1, amount, quality, amount, amount * (1 - saved), terms).revenue;
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        for (const paid of [capitated, fee]) {
          expectAtMost(paid(low), paid(high), amount);
          expectAtMost(paid(high) - paid(low), (high - low) * terms.withholdRate * amount, amount);
        }
      }),
      RUNS,
    );
  });

  it('have no cliff in what care costs: the upside begins at its threshold with nothing', () => {
    fc.assert(
      fc.property(dollars, share, careFeeTerms, (baseline, saved, terms) => {
        const step = 1e-6;
        const paid = (part: number) => careFee(1, baseline, 0.5, baseline, baseline * (1 - part), terms).revenue;
        expectAtMost(Math.abs(paid(saved + step) - paid(saved)), 1.01 * step * baseline, baseline);
      }),
      RUNS,
    );
  });
});

describe('ACCESS', () => {
  it('pays twelve months and a reconciliation that add to the total, at least half of what is allowed', () => {
    fc.assert(
      fc.property(share, share, accessTerms, (attainment, withoutSubstitutes, terms) => {
        const pay = accessPay(100, attainment, withoutSubstitutes, terms);
        expectSame(12 * pay.monthly + pay.reconciliation, pay.total, pay.allowed);
        expectSame(pay.collected + pay.waived, pay.total, pay.allowed);
        expect(pay.adjustment).toBe(Math.max(pay.outcomeAdjustment, pay.substituteAdjustment));
        expectAtMost(pay.adjustment, 0.5, 1);
        expectAtMost(0, pay.reconciliation, pay.allowed);
      }),
      RUNS,
    );
  });

  it('never pays less for better outcomes or less care bought elsewhere, and has no cliff', () => {
    fc.assert(
      fc.property(share, share, accessTerms, (attainment, withoutSubstitutes, terms) => {
        const step = 1e-6;
        const paid = (outcomes: number, substitutes: number) => accessPay(100, outcomes, substitutes, terms).total;
        const now = paid(attainment, withoutSubstitutes);
        for (const moved of [
          paid(Math.min(1, attainment + step), withoutSubstitutes),
          paid(attainment, Math.min(1, withoutSubstitutes + step)),
        ]) {
          expectAtMost(now, moved, now);
          // A share of a threshold of a half moves the payment twice as much.
          expectAtMost(moved - now, 2.01 * step * accessPay(100, 1, 1, terms).allowed, now);
        }
      }),
      RUNS,
    );
  });
});

describe('A care fee', () => {
  it('is shared between practice, vendor and payer', () => {
    fc.assert(
      fc.property(dollars, share, share, careFeeTerms, (baseline, saved, quality, terms) => {
        const fee = careFee(1000, 25, quality, baseline, baseline * (1 - saved), terms);
        expectSame(fee.revenue + fee.payersPart, fee.savings, baseline);
        expectSame(fee.kept + fee.vendor, fee.revenue, baseline);
        expectSame(fee.paid + fee.earned + fee.upside, fee.revenue, baseline);
        if (terms.upsideLimit < Infinity) expectAtMost(fee.upside, terms.upsideLimit * fee.fees, baseline);
      }),
      RUNS,
    );
  });
});
