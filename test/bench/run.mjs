/**
 * `npm run bench`, `npm run bench:claims`: bundles the benchmarks with the sources they time, runs them, and fails only
 * when one cannot run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const names = process.argv[2] ? [process.argv[2]] : ['bench', 'simulate', 'largest'];
const folder = mkdtempSync(join(tmpdir(), 'pppm-bench-'));
try {
  // Each is a bundle of its own: what is loaded later (src/functions/later.ts) makes esbuild wrap every module it shares,
  // whose constants are then variables; the engine takes 1.6 times as long with them.
  for (const name of names) {
    const outfile = join(folder, `${name}.cjs`);
    await build({
      entryPoints: [join(here, `${name}.ts`)],
      outfile,
      bundle: true,
      platform: 'node',
      // A script, as webpack ships the engine: constants of a module scope cost more.
      format: 'cjs',
      target: 'node20',
      define: { __VERSION__: '"bench"' },
      logLevel: 'warning',
    });
    const { bench } = createRequire(import.meta.url)(outfile);
    await bench(here, outfile);
  }
} catch (error) {
  console.error(`The benchmarks cannot run. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
