/**
 * What a contract can be agreed on, as people type it: a column of Contracts, and a name in the `terms` of a contract
 * function. Blank leaves the term to the named model, and to “none” where no model is named.
 */
import { parseBands } from '../../contracts/bands';
import type { ContractKind } from '../../contracts/book/model';
import type { TermKey } from '../../contracts/terms';
import { YES_NO } from '../reading/yes-no';
import { choice, number, share, text, type CellValue, type Column } from './column';

export interface TermColumn extends Column {
  key: TermKey;
  /** The kinds of contract whose formula asks for it. */
  kinds: readonly ContractKind[];
  /** What the formula takes for the cell's value, where that is something else; undefined = it cannot be read. */
  means?(value: CellValue): unknown;
}

const BY_MODEL = { fallback: null, fallbackText: 'as the model has it', capability: 'terms' } as const;
const SAVINGS: readonly ContractKind[] = ['shared savings'];
const BANDS: readonly ContractKind[] = ['risk bands'];
const PREMIUM: readonly ContractKind[] = ['capitation'];
const ACCESS: readonly ContractKind[] = ['access'];
const FEE: readonly ContractKind[] = ['care fee'];

const isYes = (answer: CellValue): boolean => answer === 'yes';
const bandsOf = (typed: CellValue): unknown => parseBands(String(typed)) ?? undefined;

export const TERM_COLUMNS = [
  {
    ...share('sharingRate', 'Sharing rate', 'Share of savings paid where the quality standard is met.', BY_MODEL),
    kinds: [...SAVINGS, ...FEE],
  },
  {
    ...share(
      'minimumSavingsRate',
      'Minimum savings rate',
      'Savings below this share of the benchmark are not shared.',
      { ...BY_MODEL, aliases: ['MSR'] },
    ),
    kinds: SAVINGS,
  },
  {
    ...share('minimumLossRate', 'Minimum loss rate', 'Losses below this share of the benchmark are not shared.', {
      ...BY_MODEL,
      aliases: ['MLR'],
    }),
    kinds: SAVINGS,
  },
  {
    ...choice(
      'sharedFrom',
      'Shared from',
      'Once a minimum is reached: all savings or losses from the first dollar, or those beyond the minimum rate.',
      ['first dollar', 'minimum rate'],
      BY_MODEL,
    ),
    kinds: SAVINGS,
  },
  {
    ...share('paymentLimitRate', 'Payment limit', 'Most that is paid, as a share of the benchmark.', BY_MODEL),
    kinds: SAVINGS,
  },
  { ...share('lossRate', 'Loss rate', 'Share of losses owed.', BY_MODEL), kinds: SAVINGS },
  {
    ...share('lossLimitRate', 'Loss limit', 'Most that is owed, as a share of the benchmark.', BY_MODEL),
    kinds: SAVINGS,
  },
  {
    ...share(
      'revenueLossLimitRate',
      'Loss limit of revenue',
      'Most that is owed, as a share of the participants’ own revenue.',
      BY_MODEL,
    ),
    kinds: SAVINGS,
  },
  {
    ...number(
      'participantRevenueRate',
      'Participant revenue',
      '% of benchmark',
      'The participants’ own Part A and B revenue, as a share of the benchmark; for the loss limit of revenue, which holds only where this is given.',
      BY_MODEL,
    ),
    kinds: SAVINGS,
  },
  {
    ...choice(
      'lowRevenue',
      'Low revenue',
      'Whether the ACO is a low-revenue one, which gets half the rate below its minimum savings rate.',
      YES_NO,
      BY_MODEL,
    ),
    kinds: SAVINGS,
    means: isYes,
  },
  {
    ...choice(
      'qualityStandard',
      'Quality standard',
      'met, alternative or not met; blank = met where Quality reaches the bar.',
      ['met', 'alternative', 'not met'],
      BY_MODEL,
    ),
    kinds: SAVINGS,
  },
  { ...share('qualityBar', 'Quality bar', 'Quality score from which the standard is met.', BY_MODEL), kinds: SAVINGS },
  {
    ...number(
      'assignedMembers',
      'Assigned members',
      'members',
      'Members that the minimum savings rate of a one-sided track goes by; blank = those of the contract.',
      BY_MODEL,
    ),
    kinds: SAVINGS,
  },
  {
    ...share('discountRate', 'Benchmark discount', 'Taken off the benchmark before savings are measured.', {
      ...BY_MODEL,
      aliases: ['Discount'],
    }),
    kinds: BANDS,
  },
  {
    ...text(
      'bands',
      'Bands',
      'The practice’s part of each band of savings and losses, e.g. 100% to 10%, 50% to 35%, 10% above.',
      BY_MODEL,
    ),
    kinds: [...BANDS, ...PREMIUM],
    means: bandsOf,
  },
  {
    ...text('lossBands', 'Loss bands', 'Bands of losses, where they differ from those of savings.', BY_MODEL),
    kinds: [...BANDS, ...PREMIUM],
    means: bandsOf,
  },
  {
    ...choice(
      'withholdCounts',
      'Withhold counts',
      'Whether the part of the withhold that is lost is taken off after the bands, or in the benchmark before them.',
      ['after the bands', 'in the benchmark'],
      BY_MODEL,
    ),
    kinds: BANDS,
  },
  {
    ...share('advanceRate', 'Advance', 'Paid through the year and repaid at settlement, as a share of the benchmark.', {
      ...BY_MODEL,
      aliases: ['Repaid at settlement'],
    }),
    kinds: BANDS,
  },
  {
    ...share('percentOfPremium', 'Percent of premium', 'The practice’s share of the premium.', BY_MODEL),
    kinds: PREMIUM,
  },
  {
    ...number(
      'normalizationFactor',
      'Normalization factor',
      '×',
      'Divides a raw risk score, before the coding adjustment; blank = the risk score is as paid.',
      { ...BY_MODEL, upper: 5 },
    ),
    kinds: PREMIUM,
  },
  {
    ...share('codingAdjustment', 'Coding adjustment', 'Taken off a raw risk score after normalization.', BY_MODEL),
    kinds: PREMIUM,
  },
  {
    ...number(
      'bidPmpm',
      'Bid PMPM',
      '$/member/month',
      'A Medicare Advantage plan’s bid; the premium is then bid and rebate, and the amount beside it the county benchmark.',
      BY_MODEL,
    ),
    kinds: PREMIUM,
  },
  {
    ...number('starRating', 'Star rating', 'stars', 'The plan’s stars, which decide bonus and rebate.', {
      ...BY_MODEL,
      upper: 5,
    }),
    kinds: PREMIUM,
  },
  {
    ...share('withholdRate', 'Withhold', 'Held back of what is paid, or of the benchmark, until it is earned.', {
      ...BY_MODEL,
      aliases: ['Performance part'],
    }),
    kinds: [...BANDS, ...PREMIUM, ...ACCESS, ...FEE],
  },
  {
    ...share(
      'withholdEarned',
      'Withhold earned',
      'Share of the withhold that is earned; blank = the Quality score.',
      BY_MODEL,
    ),
    kinds: [...BANDS, ...PREMIUM, ...FEE],
  },
  {
    ...share('sequestrationRate', 'Sequestration', 'Share that is withheld by law of what Medicare pays.', BY_MODEL),
    kinds: [...SAVINGS, ...BANDS, ...PREMIUM],
  },
  {
    ...choice(
      'carePeriod',
      'Care period',
      'The first twelve months of a patient, or later ones.',
      ['initial', 'follow-on'],
      BY_MODEL,
    ),
    kinds: ACCESS,
  },
  {
    ...share('outcomeThreshold', 'Outcome threshold', 'Attainment from which nothing is taken off.', BY_MODEL),
    kinds: ACCESS,
  },
  {
    ...choice(
      'outcomeAdjustmentOf',
      'Outcome adjustment of',
      'What a missed threshold reduces: the whole amount, or the withhold. Sources differ.',
      ['whole amount', 'withhold'],
      BY_MODEL,
    ),
    kinds: ACCESS,
  },
  {
    ...choice(
      'secondTrack',
      'Second track',
      'Whether the patients are in a higher-priced track of the same participant, too.',
      YES_NO,
      BY_MODEL,
    ),
    kinds: ACCESS,
    means: isYes,
  },
  { ...choice('rural', 'Rural', 'Whether the rural add-on is paid.', YES_NO, BY_MODEL), kinds: ACCESS, means: isYes },
  {
    ...choice(
      'ruralPer',
      'Rural add-on per',
      'Whether the rural add-on is paid once in a period, or every month. Sources differ.',
      ['period', 'month'],
      BY_MODEL,
    ),
    kinds: ACCESS,
  },
  {
    ...share(
      'coinsuranceCollected',
      'Coinsurance collected',
      'Share of the patients’ 20% that is collected.',
      BY_MODEL,
    ),
    kinds: ACCESS,
  },
  {
    ...share(
      'savingsThreshold',
      'Savings threshold',
      'Savings below this share of what members would have cost bring no upside.',
      BY_MODEL,
    ),
    kinds: FEE,
  },
  {
    ...number('upsideLimit', 'Upside limit', '% of fees', 'Most upside, as a share of the fees.', BY_MODEL),
    kinds: FEE,
  },
  { ...share('vendorShare', 'Vendor share', 'A vendor’s share of the revenue.', BY_MODEL), kinds: FEE },
  {
    ...number('vendorPmpm', 'Vendor PMPM', '$/member/month', 'A vendor’s fee a member and month.', BY_MODEL),
    kinds: FEE,
  },
] as const satisfies readonly TermColumn[];

/** As a list, where single columns need no telling apart. */
export const TERMS: readonly TermColumn[] = TERM_COLUMNS;

export const termsOfKind = (kind: ContractKind): readonly TermColumn[] =>
  TERMS.filter(({ kinds }) => kinds.includes(kind));
