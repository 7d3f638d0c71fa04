/**
 * The rules of the house that a machine can check. The most important ones: arrows between the folders of
 * src run one way, and files import each other in no circle. `ARROWS` lists what each folder may import besides itself.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescriptCompiler from 'typescript';
import typescript from 'typescript-eslint';

const root = dirname(fileURLToPath(import.meta.url));
const src = resolve(root, 'src');

const ARROWS = {
  engine: [],
  rates: ['engine'],
  contracts: ['engine', 'rates'],
  tables: ['engine', 'rates', 'contracts'],
  forecast: ['engine', 'rates', 'contracts', 'tables'],
  'what-if': ['engine', 'rates', 'contracts', 'tables', 'forecast'],
  actuals: ['engine', 'rates', 'tables', 'forecast'],
  simulation: ['engine', 'what-if'],
  functions: ['engine', 'rates', 'contracts', 'tables', 'forecast', 'what-if', 'simulation', 'actuals'],
  workbook: ['engine', 'rates', 'contracts', 'tables', 'forecast', 'what-if', 'actuals', 'xlsx'],
  taskpane: [
    'engine',
    'rates',
    'contracts',
    'tables',
    'forecast',
    'what-if',
    'simulation',
    'actuals',
    'workbook',
    'plain-copy',
    'xlsx',
  ],
  commands: ['engine', 'tables', 'forecast', 'workbook'],
  xlsx: [],
  workbench: ['xlsx'],
  build: [],
  start: ['build', 'workbench'],
  template: ['functions', 'tables', 'plain-copy', 'workbook', 'xlsx', 'workbench', 'build'],
  'plain-copy': ['engine', 'tables', 'forecast', 'workbook', 'xlsx'],
  summarize: ['tables', 'actuals'],
};

/** The folder of src that a file lies in, or null outside src. */
function folderOf(path) {
  const [first, ...rest] = relative(src, path).split(sep);
  return rest.length && first !== '..' ? first : null;
}

/** Looks at every file that a file names from where it stands: imports, re-exports and lazy imports, of types too. */
const onRelativeImports = (check) => {
  const checkSource = (node) => typeof node?.value === 'string' && node.value.startsWith('.') && check(node);
  return {
    ImportDeclaration: (node) => checkSource(node.source),
    ExportNamedDeclaration: (node) => checkSource(node.source),
    ExportAllDeclaration: (node) => checkSource(node.source),
    ImportExpression: (node) => checkSource(node.source),
    TSImportType: (node) => checkSource(node.source),
  };
};

const arrows = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      wrong: '{{from}} must not import {{to}}: it may import {{allowed}}.',
      outside: '{{from}} must not import {{to}}, which is outside src.',
    },
  },
  create(context) {
    const from = folderOf(context.filename);
    if (!from || !(from in ARROWS)) return {};
    return onRelativeImports((node) => {
      const target = resolve(dirname(context.filename), node.value);
      const to = folderOf(target) ?? folderOf(resolve(target, 'index'));
      if (to === from) return;
      if (!to) context.report({ node, messageId: 'outside', data: { from, to: node.value } });
      else if (!ARROWS[from].includes(to))
        context.report({ node, messageId: 'wrong', data: { from, to, allowed: [from, ...ARROWS[from]].join(', ') } });
    });
  },
};

/** The source that a file means by a relative name, or null where it is none (a style sheet, data). */
function sourceOf(file, name) {
  const path = resolve(dirname(file), name);
  return ['.ts', '.tsx', '/index.ts', '/index.tsx'].map((ending) => path + ending).find(existsSync) ?? null;
}

/** By file, with the time it was changed: an editor lints for days. */
const known = new Map();

function importsOf(file) {
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return [];
  if (known.get(file)?.changed !== changed) {
    const { importedFiles } = typescriptCompiler.preProcessFile(readFileSync(file, 'utf8'));
    const names = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
    known.set(file, { changed, imports: names.map((name) => sourceOf(file, name)).filter(Boolean) });
  }
  return known.get(file).imports;
}

/** The files from one to the other, each importing the next, or null. Files seen before lead nowhere new. */
function way(from, to, seen) {
  if (from === to) return [to];
  if (seen.has(from)) return null;
  seen.add(from);
  for (const next of importsOf(from)) {
    const rest = way(next, to, seen);
    if (rest) return [from, ...rest];
  }
  return null;
}

/**
 * Types count as well: files that need each other's types are read together and moved together, so they are one
 * idea in two files, or a third is missing that both stand on.
 */
const circles = {
  meta: { type: 'problem', schema: [], messages: { circle: 'This import closes a circle: {{circle}}.' } },
  create(context) {
    const file = context.filename;
    const seen = new Set();
    return onRelativeImports((node) => {
      const target = sourceOf(file, node.value);
      const back = target && way(target, file, seen);
      if (!back) return;
      const circle = [file, ...back].map((path) => relative(src, path).split(sep).join('/')).join(' → ');
      context.report({ node, messageId: 'circle', data: { circle } });
    });
  },
};

/** Packages that a folder has no business with. */
const packages = (names, message) => [
  'error',
  { patterns: names.map((name) => ({ group: [name, `${name}/*`], message })) },
];

/** Cells hold text that anyone may have pasted: it is shown as text, never as markup. */
const MARKUP = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Build elements or set textContent: markup from text can carry scripts.',
  },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Markup from text can carry scripts.' },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: 'Build elements instead.',
  },
];
const CLOCK = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
  message: 'Nothing reads the clock: the as-of month is an input.',
};

const DOOR = {
  selector: 'MemberExpression[object.name="Excel"][property.name=/^(run|runBatch|createWorkbook)$/]',
  message: 'Excel is asked through src/workbook/excel/door.ts, which waits while a cell is being typed in.',
};

const PURE = [
  'src/engine/**',
  'src/rates/**',
  'src/contracts/**',
  'src/tables/**',
  'src/forecast/**',
  'src/what-if/**',
  'src/actuals/**',
  'src/functions/**',
];

export default typescript.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**'] },
  ...typescript.configs.recommended.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { house: { rules: { arrows, circles } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'house/arrows': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...MARKUP],
    },
  },
  {
    // The workbench's objects mirror Excel's: a range has a worksheet, which has ranges.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/workbench/host/objects/**'],
    rules: { 'house/circles': 'error' },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-imports': packages(
        ['react', 'react-dom', '@fluentui', 'chart.js', '@univerjs', 'node:*'],
        'The model and the worksheet functions run in any JavaScript engine, without packages of the screen or of Node.',
      ),
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'self',
          'document',
          'localStorage',
          'navigator',
          'fetch',
          'XMLHttpRequest',
          'WebSocket',
          'Office',
          'Excel',
        ].map((name) => ({
          name,
          message: 'The model and the worksheet functions know no screen, no network and no Office.',
        })),
      ],
      'no-restricted-syntax': ['error', ...MARKUP, CLOCK],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Same arguments, same answer: take a seed.' },
        { object: 'Date', property: 'now', message: 'Nothing reads the clock: the as-of month is an input.' },
      ],
    },
  },
  {
    files: ['src/workbook/**', 'src/taskpane/**', 'src/commands/**'],
    ignores: ['src/workbook/excel/door.ts'],
    rules: { 'no-restricted-syntax': ['error', ...MARKUP, DOOR] },
  },
  {
    files: ['src/workbook/**', 'src/taskpane/**', 'src/commands/**'],
    rules: {
      'no-restricted-imports': packages(
        ['@univerjs', 'chart.js', 'node:*'],
        'Those belong to the workbench and to the build.',
      ),
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
          name,
          message: 'Nothing leaves the machine.',
        })),
      ],
    },
  },
);
