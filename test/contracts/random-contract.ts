/** Contracts at random: amounts as they come, terms within their bounds. */
import fc from 'fast-check';
import type { Contract } from '../../src/contracts/statement';
import { NO_TERMS, type ContractTerms } from '../../src/contracts/terms';
import { modelTerms } from './facts';

export const share = fc.double({ min: 0, max: 1, noNaN: true });
export const dollars = fc.double({ min: 1, max: 1e9, noNaN: true });
/** Expenditure beside a benchmark: from nothing to twice as much. */
export const year = fc
  .tuple(dollars, fc.double({ min: 0, max: 2, noNaN: true }))
  .map(([benchmark, ratio]) => ({ benchmark, expenditure: benchmark * ratio }));
/** Limits may be none. */
const limit = fc.oneof(share, fc.constant(Infinity));

export const sharedSavingsTerms: fc.Arbitrary<ContractTerms> = fc.oneof(
  fc
    .record({
      sharingRate: share,
      minimumSavingsRate: fc.oneof(fc.double({ min: 0, max: 0.1, noNaN: true }), fc.constant(null)),
      minimumLossRate: fc.double({ min: 0, max: 0.1, noNaN: true }),
      sharedFrom: fc.constantFrom('first dollar' as const, 'minimum rate' as const),
      paymentLimitRate: limit,
      lossRate: fc.oneof(share, fc.constant({ times: 0.75, least: 0.4, most: 0.75 })),
      lossLimitRate: limit,
      revenueLossLimitRate: limit,
      participantRevenueRate: share,
      lowRevenue: fc.boolean(),
      qualityBar: fc.oneof(fc.constant(0), share),
      qualityStandard: fc.constantFrom(null, 'met' as const, 'alternative' as const, 'not met' as const),
      assignedMembers: fc.integer({ min: 0, max: 100_000 }),
      sequestrationRate: fc.constantFrom(0, 0.02),
    })
    .map((own) => ({ ...NO_TERMS, ...own })),
  fc
    .constantFrom('A', 'B', 'C', 'D', 'E')
    .chain((letter) =>
      fc
        .record({ participantRevenueRate: share, assignedMembers: fc.integer({ min: 5000, max: 90_000 }) })
        .map((own) => modelTerms(`MSSP BASIC ${letter}`, 'shared savings', own)),
    ),
  fc.constant(modelTerms('MSSP ENHANCED', 'shared savings')),
);

const bands = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 4 })
  .chain((ends) =>
    fc
      .array(share, { minLength: ends.length + 1, maxLength: ends.length + 1 })
      .map((shares) =>
        shares.map((part, i) => ({
          upTo: i < ends.length ? [...ends].sort((a, b) => a - b)[i] / 100 : Infinity,
          share: part,
        })),
      ),
  );

export const riskBandTerms: fc.Arbitrary<ContractTerms> = fc
  .record({
    discountRate: fc.double({ min: 0, max: 0.1, noNaN: true }),
    bands,
    lossBands: fc.oneof(fc.constant(null), bands),
    withholdRate: fc.double({ min: 0, max: 0.1, noNaN: true }),
    withholdEarned: fc.oneof(fc.constant(null), share),
    withholdCounts: fc.constantFrom('after the bands' as const, 'in the benchmark' as const),
    sequestrationRate: fc.constantFrom(0, 0.02),
    advanceRate: fc.double({ min: 0, max: 0.1, noNaN: true }),
  })
  .map((own) => ({ ...NO_TERMS, ...own }));

export const accessTerms: fc.Arbitrary<ContractTerms> = fc
  .record({
    track: fc.constantFrom('eCKM', 'CKM', 'BH'),
    carePeriod: fc.constantFrom('initial' as const, 'follow-on' as const),
    reading: fc.constantFrom('cautious' as const, 'other' as const),
    secondTrack: fc.boolean(),
    rural: fc.boolean(),
    coinsuranceCollected: share,
  })
  .map(({ track, reading, ...own }) => modelTerms(`ACCESS ${track}`, 'access', own, { reading }));

export const careFeeTerms: fc.Arbitrary<ContractTerms> = fc
  .record({
    withholdRate: share,
    withholdEarned: fc.oneof(fc.constant(null), share),
    sharingRate: share,
    savingsThreshold: fc.double({ min: 0, max: 0.1, noNaN: true }),
    upsideLimit: fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.constant(Infinity)),
    vendorShare: share,
    vendorPmpm: fc.double({ min: 0, max: 100, noNaN: true }),
  })
  .map((own) => ({ ...NO_TERMS, ...own }));

const terms = fc.oneof(
  fc.tuple(fc.constant('shared savings' as const), sharedSavingsTerms),
  fc.tuple(fc.constant('risk bands' as const), riskBandTerms),
  fc.tuple(
    fc.constant('capitation' as const),
    fc
      .tuple(riskBandTerms, fc.boolean())
      .map(([of, hasBands]) => (hasBands ? of : { ...of, bands: [], lossBands: null })),
  ),
  fc.tuple(fc.constant('access' as const), accessTerms),
  fc.tuple(fc.constant('care fee' as const), careFeeTerms),
);

export const randomContract: fc.Arbitrary<Contract> = fc
  .record({
    startMonth: fc.integer({ min: 1, max: 20 }),
    length: fc.integer({ min: 1, max: 40 }),
    members: fc.double({ min: 0, max: 10_000, noNaN: true }),
    memberGrowth: fc.double({ min: -0.05, max: 0.05, noNaN: true }),
    premiumPmpm: fc.double({ min: 0, max: 1500, noNaN: true }),
    benchmarkTrend: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
    costPmpm: fc.double({ min: 0, max: 1500, noNaN: true }),
    costTrend: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
    careEffect: fc.double({ min: -0.2, max: 0.1, noNaN: true }),
    riskScore: fc.double({ min: 0.5, max: 2, noNaN: true }),
    quality: share,
    attainment: share,
    withoutSubstitutes: share,
    monthsToSettlement: fc.integer({ min: 0, max: 12 }),
    agreed: terms,
  })
  .map(({ length, agreed: [kind, of], ...rest }) => ({
    ...rest,
    contract: 'One',
    kind,
    endMonth: rest.startMonth + length - 1,
    terms: [of],
  }));
