/** Chance from a given seed: integers all the way, so that every engine draws the same. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Taken where no seed is given, and stated beside the answer. */
export const USUAL_SEED = 20_270_101;

export interface Chance {
  /** At least 0 and below 1. */
  uniform(): number;
  shuffle(values: { length: number; [index: number]: number }): void;
}

export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  return {
    uniform: () => uniformFloat64(generator),
    shuffle(values) {
      for (let i = values.length - 1; i > 0; i--) {
        const j = uniformInt(generator, 0, i);
        const value = values[i];
        values[i] = values[j];
        values[j] = value;
      }
    },
  };
}
