/**
 * How random cases are drawn. The same on every machine, so that a test fails only when the code has changed;
 * SEED=random looks further. RUNS=50 draws fifty times as many cases as a test names; the quick lane draws few.
 */
import fc from 'fast-check';

const { SEED, RUNS } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED ?? 20_270_101) });

/** So many cases in the full lane, in others in proportion. */
export const cases = (ofFullLane: number): number => Math.max(1, Math.round(ofFullLane * Number(RUNS ?? 1)));

/**
 * Of what a test tries one after the other, the full lane takes every so-manieth, and a lane of many cases each. Tests
 * that differ in `variant` begin at different ones, so that n of them have tried all between them.
 */
export function everyNth(n: number, variant: number): { first: number; step: number } {
  const step = Math.max(1, Math.round(n / Number(RUNS ?? 1)));
  return { first: Math.abs((fc.readConfigureGlobal()?.seed ?? 0) + variant) % step, step };
}
