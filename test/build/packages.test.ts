import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(__dirname, '..', '..');
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packages: [name: string, version: string][] = Object.entries({ ...dependencies, ...devDependencies });

/** Name and version of each package on the page. */
const listed = readFileSync(join(root, 'docs', 'packages.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => {
    const [, names, versions, license, why] = line.split('|').map((cell) => cell.trim());
    const all = names.split(', ').map((name) => name.replaceAll('`', ''));
    const pinned = versions.split(', ');
    return all.map((name, i) => ({ name, version: pinned[i] ?? pinned[0], license, why }));
  });
const entry = (name: string) =>
  listed.find(
    (candidate) =>
      candidate.name === name || (candidate.name.endsWith('/*') && name.startsWith(candidate.name.slice(0, -1))),
  );

describe('The page of packages', () => {
  it.each(packages)('says why %s %s is here', (name, version) => {
    expect(entry(name)?.version).toBe(version);
    expect(entry(name)?.why).not.toBe('');
  });

  it('names the license that each package states', () => {
    for (const [name] of packages.filter(([name]) => name !== '@microsoft/office-js')) {
      const { license } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
      expect(entry(name)?.license, name).toBe(license);
    }
  });

  it('lists nothing that is not used', () => {
    expect(
      listed.filter(({ name }) => !packages.some(([used]) => entry(used)?.name === name)).map(({ name }) => name),
    ).toEqual([]);
  });

  it('stands beside exact versions', () => {
    expect(packages.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
