import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuilt } from '../../src/build/built';

let root: string;
/** Writes a file that was last changed at that second. */
function write(path: string, second: number, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  utimesSync(join(root, path), second, second);
}
const age = (path: string, second: number) => utimesSync(join(root, path), second, second);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'built-'));
  for (const path of [
    'src/engine/kernel.ts',
    'assets/icon.svg',
    'manifest.xml',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'webpack.config.js',
  ])
    write(path, 100);
  for (const path of ['src/engine', 'src', 'assets']) age(path, 100);
  write('dist/manifest.xml', 200, '<x a="https://localhost:3000/taskpane.html"/>');
  for (const path of [
    'functions.js',
    'simulation-worker.js',
    'plain-copy.js',
    'taskpane.html',
    'workbench/workbench.js',
  ])
    write(`dist/${path}`, 200);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('The build is', () => {
  it('up to date when it is newer than its sources', () => {
    expect(isBuilt(root)).toBe(true);
  });

  it.each(['src/engine/kernel.ts', 'assets/icon.svg', 'manifest.xml', 'package.json', 'webpack.config.js'])(
    'stale after a change of %s',
    (path) => {
      age(path, 300);
      expect(isBuilt(root)).toBe(false);
    },
  );

  it('up to date after a change of the workbench’s tests', () => {
    write('src/workbench/test/grid.test.ts', 300);
    for (const path of ['src/workbench', 'src']) age(path, 100);
    expect(isBuilt(root)).toBe(true);
  });

  it('stale after a source was deleted', () => {
    rmSync(join(root, 'src/engine/kernel.ts'));
    expect(isBuilt(root)).toBe(false);
  });

  it.each([
    'functions.js',
    'simulation-worker.js',
    'plain-copy.js',
    'taskpane.html',
    'workbench/workbench.js',
    'manifest.xml',
  ])('stale without %s', (path) => {
    rmSync(join(root, 'dist', path));
    expect(isBuilt(root)).toBe(false);
  });

  it('stale when it was made for another address', () => {
    write('dist/manifest.xml', 200, '<x a="https://example.com/taskpane.html"/>');
    expect(isBuilt(root)).toBe(false);
  });
});
