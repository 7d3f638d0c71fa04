import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionMetadata } from '../../src/build/function-metadata';

const root = join(__dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('The README', () => {
  it('starts with the two commands', () => {
    expect(readme.split('\n').slice(0, 4)).toEqual(['```', 'npm ci && npm start', 'npm ci && npm test', '```']);
  });

  it('lists every worksheet function, and no other', () => {
    const listed = [...readme.matchAll(/^\| `PPPM\.([A-Z]+)`/gm)].map(([, id]) => id);
    expect(listed.sort()).toEqual(
      functionMetadata(join(root, 'src', 'functions'), '')
        .metadata.functions.map(({ id }) => id)
        .sort(),
    );
  });

  it('names only scripts that exist', () => {
    const named = [...readme.matchAll(/npm (?:run )?(start|test|[a-z]+)\b/g)]
      .map(([, name]) => name)
      .filter((name) => !['ci', 'run'].includes(name));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)]*)\)/g)].map(([, path]) => path);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
