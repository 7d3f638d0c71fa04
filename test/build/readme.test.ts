import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionMetadata } from '../../src/build/function-metadata';

const root = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const architecture = read('docs/architecture.md');
const { scripts } = JSON.parse(read('package.json'));

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`),
];

const FENCED = /^```[^\n]*\n[^]*?^```/gm;

/** What stands in code: between backticks, and in blocks. */
const codeOf = (page: string) => [
  ...(page.match(FENCED) ?? []),
  ...[...page.replace(FENCED, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code),
];

/** Files and folders of the tree; `…` stands for a name that is to be given. */
const pathsIn = (page: string) =>
  codeOf(page)
    .filter((code) => /^((src|test|docs|assets)\/\S*|\.[a-z][\w.-]+)$/.test(code))
    .map((path) => path.split('…')[0]);

const ROOMS = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

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

  it('lists every room of the house, and no other', () => {
    expect([...readme.matchAll(/^src\/(\S+)/gm)].map(([, room]) => room).sort()).toEqual(ROOMS);
  });

  it('shows a picture that is quick to load', () => {
    const [, path] = /!\[[^\]]+\]\(([^)]+\.png)\)/.exec(readme)!;
    expect(readFileSync(join(root, path)).length).toBeLessThan(150_000);
  });
});

describe('The page of the architecture', () => {
  const rows = [...architecture.matchAll(/^\| `src\/([a-z-]+)` \|[^|]*\|([^|]*)\|$/gm)].map(
    ([, room, imports]) =>
      [
        room,
        imports
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean)
          .sort(),
      ] as const,
  );

  it('lists every room of the house, and no other', () => {
    expect(rows.map(([room]) => room).sort()).toEqual(ROOMS);
  });

  it('lets each room import what the lint rule lets it', () => {
    const [, arrows] = /const ARROWS = \{([^}]*)\}/.exec(read('.eslint.config.mjs'))!;
    const allowed = [...arrows.matchAll(/^\s*'?([\w-]+)'?: \[([^\]]*)\]/gm)].map(
      ([, room, names]) => [room, [...names.matchAll(/'([^']+)'/g)].map(([, name]) => name).sort()] as const,
    );
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(allowed));
  });
});

describe('The decisions', () => {
  const files = readdirSync(join(root, 'docs/decisions')).filter((name) => name !== 'README.md');

  it('are listed by number and title', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/^\| \[(\d+)\]\((\S+)\) \| (.+) \|$/gm)];
    expect(listed.map(([, number, file, title]) => [number, file, `# ${title}`])).toEqual(
      files.map((file) => [file.slice(0, 2), file, read(`docs/decisions/${file}`).split('\n')[0]]),
    );
  });

  it.each(files)('have one form: %s', (file) => {
    expect([...read(`docs/decisions/${file}`).matchAll(/^## (.*)$/gm)].map(([, part]) => part)).toEqual([
      'Context',
      'Decision',
      'Consequences',
      'Facts',
    ]);
  });
});

describe.each(PAGES)('%s', (path) => {
  const page = read(path);

  it('links only to files that exist', () => {
    const links = [...page.matchAll(/\]\((?!https?:|#)([^)#]*)[^)]*\)/g)].map(([, link]) => link);
    expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  it('names only files and folders that exist', () => {
    expect(pathsIn(page).filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it('names only scripts that exist', () => {
    const named = codeOf(page).flatMap((code) =>
      [...code.matchAll(/(?:^|&& |=\w+ )npm (?:run )?([a-z:]+)/gm)].map(([, name]) => name),
    );
    expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
  });
});

it('The walks of CONTRIBUTING name the files they touch', () => {
  const walks = read('CONTRIBUTING.md')
    .split(/^## Add /m)
    .slice(1);
  expect(walks.map((walk) => walk.split('\n')[0])).toEqual([
    'a worksheet function',
    'a column',
    'a setting',
    'a line of the statement',
    'a model of payment',
    'a sheet',
    'a page to the pane',
  ]);
  for (const walk of walks) expect(pathsIn(walk).length, walk).toBeGreaterThan(1);
});
