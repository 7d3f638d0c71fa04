/** Minimum savings rate of one-sided MSSP tracks, by assigned members: a straight line between the ends of each row. */
import type { Source } from '../../rates/book';

export const ONE_SIDED_SOURCE: Source = {
  text: '42 CFR 425.604(b)',
  confidence: 'one page, as encoded in a public repository',
};

export const ONE_SIDED_MINIMUM = [
  { from: 500, to: 999, rateAtFrom: 0.122, rateAtTo: 0.087 },
  { from: 1000, to: 2999, rateAtFrom: 0.087, rateAtTo: 0.05 },
  { from: 3000, to: 4999, rateAtFrom: 0.05, rateAtTo: 0.039 },
  { from: 5000, to: 5999, rateAtFrom: 0.039, rateAtTo: 0.036 },
  { from: 6000, to: 6999, rateAtFrom: 0.036, rateAtTo: 0.034 },
  { from: 7000, to: 7999, rateAtFrom: 0.034, rateAtTo: 0.032 },
  { from: 8000, to: 8999, rateAtFrom: 0.032, rateAtTo: 0.031 },
  { from: 9000, to: 9999, rateAtFrom: 0.031, rateAtTo: 0.03 },
  { from: 10_000, to: 14_999, rateAtFrom: 0.03, rateAtTo: 0.027 },
  { from: 15_000, to: 19_999, rateAtFrom: 0.027, rateAtTo: 0.025 },
  { from: 20_000, to: 49_999, rateAtFrom: 0.025, rateAtTo: 0.022 },
  { from: 50_000, to: 59_999, rateAtFrom: 0.022, rateAtTo: 0.02 },
  { from: 60_000, to: Infinity, rateAtFrom: 0.02, rateAtTo: 0.02 },
] as const;
