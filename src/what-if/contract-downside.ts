/** What contracts may lose where their drivers are uncertain: each trial draws them all, and states the contracts anew. */
import { downsideOf, type Downside } from '../contracts/margin-pool';
import type { Contract } from '../contracts/statement';
import { sample, type Uncertain } from './sampling';

/** Inputs of a contract that can be drawn; a month or a term is not. */
export const DRAWN = [
  'members',
  'memberGrowth',
  'premiumPmpm',
  'benchmarkTrend',
  'costPmpm',
  'costTrend',
  'careEffect',
  'riskScore',
  'quality',
  'attainment',
  'withoutSubstitutes',
] as const satisfies readonly (keyof Contract)[];
export type DrawnKey = (typeof DRAWN)[number];

export interface UncertainInput extends Uncertain {
  /** Null = of all contracts. */
  readonly contract: string | null;
  readonly key: DrawnKey;
  /** Drawn values are held within. */
  readonly lower: number;
  readonly upper: number;
}

/** A downside a trial; the same seed gives the same. */
export function drawnDownsides(
  contracts: readonly Contract[],
  inputs: readonly UncertainInput[],
  months: number,
  trials: number,
  seed: number,
): Downside[] {
  const values = sample(inputs, trials, seed);
  return Array.from({ length: trials }, (_, trial) =>
    downsideOf(
      contracts.map((contract) => {
        const drawn = { ...contract };
        inputs.forEach(({ contract: name, key, lower, upper }, i) => {
          if (name === null || name === contract.contract)
            drawn[key] = Math.min(upper, Math.max(lower, values[i][trial]));
        });
        return drawn;
      }),
      months,
    ),
  );
}
