/** Builds the add-in when dist/ is missing or older than its sources. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DEVELOPMENT_URL } from './base-url';

const SOURCES = [
  'src',
  'assets',
  'manifest.xml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'webpack.config.js',
];
/** Folders inside them that no bundle is made of: the workbench has its tests with it. */
const ASIDE = ['node_modules', 'test'];
/** One file of each bundle. */
const PRODUCTS = ['functions.js', 'simulation-worker.js', 'plain-copy.js', 'taskpane.html', 'workbench/workbench.js'];

/** Of a file, or of the newest file in a folder. */
function lastChange(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const inside = readdirSync(path).filter((name) => !ASIDE.includes(name));
  return Math.max(status.mtimeMs, ...inside.map((name) => lastChange(join(path, name))));
}

/** Whether dist/ holds a build of these sources for the development server. */
export function isBuilt(root: string): boolean {
  const products = PRODUCTS.map((name) => join(root, 'dist', name));
  const manifest = join(root, 'dist', 'manifest.xml');
  if (![...products, manifest].every(existsSync)) return false;
  if (!readFileSync(manifest, 'utf8').includes(`${DEVELOPMENT_URL}/taskpane.html`)) return false;
  return (
    Math.min(...products.map((path) => statSync(path).mtimeMs)) >=
    Math.max(...SOURCES.map((name) => lastChange(join(root, name))))
  );
}

export function buildIfStale(root: string): void {
  if (isBuilt(root)) return;
  console.log('Building the add-in …');
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'webpack', 'bin', 'webpack.js')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The build failed; see above');
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}
