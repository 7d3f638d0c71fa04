/** What is taken of a driver before anything is measured, and how much it weighs against what is. */
import { NORMAL_POINT } from '../statistics/interval';

export interface Prior {
  readonly mean: number;
  /** In the unit of the driver's effective exposure: so much exposure would weigh as much as the prior does. */
  readonly strength: number;
  /** Where it is from: the present input, or who published the range. */
  readonly source: string;
}

/** Published as a range: 90% of practices are taken to lie in it. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly likely?: number;
}

/** A 90% range is so many standard deviations wide. */
const DEVIATIONS_PER_RANGE = 2 * NORMAL_POINT;

/** Standard deviation ÷ mean of what a patient-month brings, as far as a prior is concerned. */
const CV_OF_AMOUNT = 0.5;
/** How well an amount that was typed is known, and a published one at best. */
const TYPED_AMOUNT = 0.1;
const PUBLISHED_AMOUNT = 0.05;

/** Nothing is known before: what is measured stands alone. */
export const NO_PRIOR: Prior = { mean: NaN, strength: 0, source: '' };

/** What is not known takes part in no sum. */
export const meanOrNothing = ({ mean }: Prior): number => (Number.isNaN(mean) ? 0 : mean);

export const MULTIPLIER_STRENGTH = 16;
export const PATTERN_STRENGTH = 20;
export const CV_STRENGTH = 25;

const middle = ({ low, high, likely }: Range): number => likely ?? (low + high) / 2;

/** Half of the way to the nearer bound is a standard deviation of a share that was typed. */
export const typedShare = (mean: number, source: string): Prior => ofShare(mean, distance(mean) / 2, source);

/** A narrow range is one source, not the spread between practices: at least a quarter of the way to the nearer bound. */
export const publishedShare = (range: Range, source: string): Prior =>
  ofShare(
    middle(range),
    Math.max((range.high - range.low) / DEVIATIONS_PER_RANGE, distance(middle(range)) / 4),
    source,
  );

export const typedAmount = (mean: number, source: string): Prior => ofAmount(mean, TYPED_AMOUNT, source);

export const publishedAmount = (range: Range, source: string): Prior =>
  ofAmount(
    middle(range),
    Math.max((range.high - range.low) / (DEVIATIONS_PER_RANGE * middle(range)), PUBLISHED_AMOUNT),
    source,
  );

/** Away from 0 and 1, where no share has a spread. */
const inside = (mean: number): number => Math.min(Math.max(mean, 0.001), 0.999);
const distance = (mean: number): number => Math.min(inside(mean), 1 - inside(mean));

/** Beta(n0 m, n0 (1 − m)) with this standard deviation; never less than one observation. */
const ofShare = (mean: number, deviation: number, source: string): Prior => ({
  mean,
  strength: Math.max(1, (inside(mean) * (1 - inside(mean))) / deviation ** 2 - 1),
  source,
});

const ofAmount = (mean: number, relative: number, source: string): Prior => ({
  mean,
  strength: (CV_OF_AMOUNT / relative) ** 2,
  source,
});
