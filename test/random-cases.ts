/**
 * How random cases are drawn. The same on every machine, so that a test fails only when the code has changed;
 * SEED=random looks further. RUNS=50 draws fifty times as many cases as a test names; the quick lane draws few.
 */
import fc from 'fast-check';

const { SEED, RUNS } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED ?? 20_270_101) });

/** So many cases in the full lane, in others in proportion. */
export const cases = (ofFullLane: number): number => Math.max(1, Math.round(ofFullLane * Number(RUNS ?? 1)));
