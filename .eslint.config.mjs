/**
 * The rules of the house that a machine can check. The most important one: arrows between the folders of
 * src run one way. `ARROWS` lists what each folder may import besides itself.
 */
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript-eslint';

const root = dirname(fileURLToPath(import.meta.url));
const src = resolve(root, 'src');

const ARROWS = {
  engine: [],
  rates: ['engine'],
  tables: ['engine', 'rates'],
  forecast: ['engine', 'rates', 'tables'],
  functions: ['engine', 'rates', 'tables', 'forecast'],
  workbook: ['engine', 'rates', 'tables', 'forecast'],
  taskpane: ['engine', 'rates', 'tables', 'forecast', 'workbook'],
  commands: ['engine', 'tables', 'forecast', 'workbook'],
  workbench: [],
  build: [],
  start: ['build', 'workbench'],
};

/** The folder of src that a file lies in, or null outside src. */
function folderOf(path) {
  const [first, ...rest] = relative(src, path).split(sep);
  return rest.length && first !== '..' ? first : null;
}

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
    const check = (node) => {
      if (typeof node?.value !== 'string' || !node.value.startsWith('.')) return;
      const target = resolve(dirname(context.filename), node.value);
      const to = folderOf(target) ?? folderOf(resolve(target, 'index'));
      if (to === from) return;
      if (!to) context.report({ node, messageId: 'outside', data: { from, to: node.value } });
      else if (!ARROWS[from].includes(to))
        context.report({ node, messageId: 'wrong', data: { from, to, allowed: [from, ...ARROWS[from]].join(', ') } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
    };
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

const PURE = ['src/engine/**', 'src/rates/**', 'src/tables/**', 'src/forecast/**', 'src/functions/**'];

export default typescript.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**'] },
  ...typescript.configs.recommended.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { house: { rules: { arrows } } },
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
