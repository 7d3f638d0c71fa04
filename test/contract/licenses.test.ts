import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { licenseText, packageFolder } from '../../src/build/licenses-plugin';

const root = join(__dirname, '..', '..');
const read = (name: string) => readFileSync(join(root, 'dist', name), 'utf8');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Licenses that ask for their text, and for nothing of our own. */
const ALLOWED = /\((MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Apache-2\.0 AND BSL-1\.0|Apache License|OFL-1\.1)\)$/;
const BUNDLES = ['functions', 'simulation-worker', 'plain-copy', 'taskpane', 'workbench/workbench'];

describe.each(BUNDLES)('The bundle %s', (bundle) => {
  it('says its version in its first line', () => {
    expect(read(`${bundle}.js`).split('\n')[0]).toContain(`PPPM for Excel ${version}`);
  });

  it('comes with the licenses of what is in it', () => {
    const [first] = read(`${bundle}.js`).split('\n');
    expect(first).toContain(`${bundle.split('/').at(-1)}.licenses.txt`);
    const packages = read(`${bundle}.licenses.txt`).match(/^\S+ \d+\.\d+\.\d+\S* \([^)]*\)$/gm) ?? [];
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.filter((line) => !ALLOWED.test(line))).toEqual([]);
  });
});

describe('Licenses of packages', () => {
  it('are sought in the package of a file', () => {
    expect(packageFolder('/x/node_modules/react/index.js')).toBe('/x/node_modules/react');
    expect(packageFolder('/x/node_modules/@a/b/lib/c.js')).toBe('/x/node_modules/@a/b');
    expect(packageFolder('/x/node_modules/a/node_modules/b/c.js')).toBe('/x/node_modules/a/node_modules/b');
    expect(packageFolder('/x/src/engine/kernel.ts')).toBeNull();
  });

  it('are listed by name, with their texts', () => {
    const text = licenseText([
      { name: 'c', version: '3.0.0', license: 'MIT', text: 'You may.' },
      { name: 'b', version: '2.0.0', license: 'MIT', text: 'You may.' },
      { name: 'a', version: '1.0.0', license: 'ISC', text: '' },
    ]);
    expect(text).toMatch(/^a 1\.0\.0 \(ISC\)[^]*-{80}\n\nb 2\.0\.0 \(MIT\)\nc 3\.0\.0 \(MIT\)\n\nYou may\.\n$/);
  });

  it('include that of the interface of the pane', () => {
    expect(read('taskpane.licenses.txt')).toMatch(/^react-dom [^]*Copyright \(c\) Facebook/m);
  });
});
