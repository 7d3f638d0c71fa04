import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preProcessFile } from 'typescript';
import { describe, expect, it } from 'vitest';

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const root = join(__dirname, '..', '..');
const manifest = (folder: string): Manifest => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
const project = manifest('.');
const workbench = manifest('src/workbench');
const namesIn = (...lists: (Record<string, string> | undefined)[]) =>
  lists.flatMap((list) => Object.keys(list ?? {})).sort();
const packages = [project, workbench].flatMap(({ dependencies, devDependencies, optionalDependencies }) =>
  Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }),
);

/** Name and version of each package on the page, and the heading it stands under. */
const listed = readFileSync(join(root, 'docs', 'packages.md'), 'utf8')
  .split(/^## /m)
  .flatMap((section) => {
    const [heading, ...lines] = section.split('\n');
    return lines
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => {
        const [, names, versions, license, why] = line.split('|').map((cell) => cell.trim());
        const all = names.split(', ').map((name) => name.replaceAll('`', ''));
        const pinned = versions.split(', ');
        return all.map((name, i) => ({ heading, name, version: pinned[i] ?? pinned[0], license, why }));
      });
  });
const entry = (name: string) =>
  listed.find(
    (candidate) =>
      candidate.name === name || (candidate.name.endsWith('/*') && name.startsWith(candidate.name.slice(0, -1))),
  );
const under = (heading: string) =>
  [...new Set(packages.map(([name]) => name))].filter((name) => entry(name)?.heading === heading).sort();

describe('The page of packages', () => {
  it.each(packages)('says why %s %s is here', (name, version) => {
    expect(entry(name)?.version).toBe(version);
    expect(entry(name)?.why).not.toBe('');
  });

  it('names the license that each package states', () => {
    for (const [name] of packages.filter(([name]) => name !== '@microsoft/office-js')) {
      const path = join(root, 'node_modules', name, 'package.json');
      // What is optional may be missing on a machine.
      if (name in (project.optionalDependencies ?? {}) && !existsSync(path)) continue;
      const { license } = JSON.parse(readFileSync(path, 'utf8'));
      expect(entry(name)?.license, name).toBe(license);
    }
  });

  it('lists nothing that is not used', () => {
    expect(
      listed.filter(({ name }) => !packages.some(([used]) => entry(used)?.name === name)).map(({ name }) => name),
    ).toEqual([]);
  });

  it('stands beside exact versions', () => {
    expect(packages.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-r\.\d+)?$/.test(version))).toEqual([]);
  });

  it('keeps apart what ships and what only the workbench needs', () => {
    expect(under('In what ships')).toEqual(namesIn(project.dependencies));
    const ofWorkbench = namesIn(workbench.dependencies, workbench.devDependencies);
    expect(under('In the workbench only')).toEqual(ofWorkbench.filter((name) => !(name in project.dependencies)));
  });
});

/** The packages that the sources in a folder name, types and lazy imports included. */
function imported(folder: string, skip: string[] = []): string[] {
  const found = readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !skip.includes(join(folder, name)))
    .flatMap((item) => {
      if (item.isDirectory()) return imported(join(folder, item.name), skip);
      if (!/\.(tsx?|mjs|cjs|js)$/.test(item.name)) return [];
      const text = readFileSync(join(root, folder, item.name), 'utf8');
      return preProcessFile(text, true, true)
        .importedFiles.map(({ fileName }) => fileName)
        .filter((name) => !/^(node:|\.|\/)/.test(name))
        .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
    });
  return [...new Set(found)].sort();
}

describe('A package is listed where it is imported:', () => {
  const ours = namesIn(project.dependencies, project.devDependencies, project.optionalDependencies);
  const theirs = namesIn(workbench.dependencies, workbench.devDependencies);

  it('by the workbench, whose peers the project brings', () => {
    const used = imported('src/workbench', ['src/workbench/test']);
    expect(used).toContain('@univerjs/core');
    expect(used.filter((name) => ![...theirs, ...namesIn(workbench.peerDependencies)].includes(name))).toEqual([]);
    expect(namesIn(workbench.peerDependencies).filter((name) => !ours.includes(name))).toEqual([]);
  });

  it('by the add-in, its build and its tests', () => {
    const used = [...imported('src', ['src/workbench']), ...imported('test')];
    expect(used).toContain('react');
    expect(used.filter((name) => !ours.includes(name))).toEqual([]);
  });
});
