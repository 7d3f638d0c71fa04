/** Medicare Advantage: what is the same for every plan, and the percent-of-premium contract on top of it. */
import type { Source } from '../../rates/book';
import { NO_END, terms, type Model } from './model';

const BIDS: Source = {
  text: 'Medicare Advantage bid process, CY2027 cycle; Rate Announcement of 2026-04-06',
  confidence: '2+ secondary pages',
};

/** The benchmark of a plan with four stars or more is raised. */
export const QUALITY_BONUS = { fromStars: 4, factor: 1.05, source: BIDS } as const;

/** The plan's part of what its bid is below the benchmark, by stars. */
export const REBATE_RATES = [
  { upToStars: 3, rate: 0.5 },
  { upToStars: 4, rate: 0.65 },
  { upToStars: Infinity, rate: 0.7 },
] as const;

export const MEDICARE_ADVANTAGE: readonly Model[] = [
  {
    name: 'Medicare Advantage',
    aliases: ['MA', 'Medicare Advantage capitation', 'Percent of premium'],
    kind: 'capitation',
    from: null,
    to: NO_END,
    scope: 'all care of the members that the contract names, for a percent of the plan’s premium',
    risk: 'all medical cost',
    follows: null,
    source: BIDS,
    // In force as long as the statutory minimum is; the factor of normalization differs by year, and is typed.
    terms: terms('2026-01-01', NO_END, BIDS, { codingAdjustment: 0.059 }),
  },
];
