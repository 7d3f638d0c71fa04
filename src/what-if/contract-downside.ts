/** What contracts may lose where their drivers are uncertain: each trial draws them all, and states the contracts anew. */
import { byYear, cashTest, downsideOf, type CashTest, type Downside } from '../contracts/margin-pool';
import type { Contract } from '../contracts/statement';
import { sum } from '../engine/math/sum';
import type { DrawnKey } from '../tables/schemas/drawn-inputs';
import { percentile } from './percentile';
import { sample, type Uncertain } from './sampling';

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

/** One trial in ten is worse. */
const P10 = 0.9;

/** What trials say: of the total and then of each year. */
export interface Chances {
  expected: number[];
  p10: number[];
  /** The month by which a tenth of the trials have failed, and the reserve that nine of ten do not need. */
  cash: CashTest;
}

/** A sum of all months, and of each twelve. */
export const totalAndYears = (monthly: Float64Array): number[] => [sum(monthly), ...byYear(monthly)];

/** @param cumulative cash of care management, from the start on */
export function chancesOf(trials: readonly Downside[], cumulative: Float64Array): Chances {
  const losses = trials.map(({ loss }) => totalAndYears(loss));
  const places = losses[0].map((_, place) => Float64Array.from(losses, (of) => of[place]).sort());
  const tests = trials.map(({ cash }) => cashTest(cumulative, cash));
  const fails = Float64Array.from(tests, ({ failsIn }) => failsIn ?? Infinity).sort();
  // By then a tenth of the trials have failed.
  const failsIn = fails[Math.ceil(trials.length * (1 - P10)) - 1];
  return {
    expected: places.map((sorted) => sum(sorted) / trials.length),
    p10: places.map((sorted) => percentile(sorted, P10)),
    cash: {
      failsIn: failsIn === Infinity ? null : failsIn,
      reserve: percentile(Float64Array.from(tests, ({ reserve }) => reserve).sort(), P10),
    },
  };
}
