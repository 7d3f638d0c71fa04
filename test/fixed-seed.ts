/** The same random cases on every machine, so that a test fails only when the code has changed. SEED=random looks further. */
import fc from 'fast-check';

const { SEED } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED ?? 20_270_101) });
