/** What the browser runs in the grid's tests: a grid, and functions such as an add-in brings. */
import type { AddinFunction, CellRange, CellValue, Grid } from '../../grid/grid';
import { createGrid } from '../../grid/univer-grid';

declare global {
  interface Window {
    grid: Grid;
    sample: typeof sample;
    at: typeof at;
    /** The empty workbook, to start a test from. */
    blank: unknown;
  }
}

/** at('B2:D4') */
function at(address: string): CellRange {
  const [from, to = from] = address.split(':').map((cell) => {
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(cell)!;
    return {
      row: Number(digits) - 1,
      column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    };
  });
  return { row: from.row, column: from.column, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}

type Parameter = AddinFunction['parameters'][number];

const one = (name: string): Parameter => ({ name, description: `The ${name}.`, optional: false, matrix: false });
const maybe = (name: string): Parameter => ({ ...one(name), optional: true });
const many = (name: string): Parameter => ({ ...one(name), matrix: true });
const maybeMany = (name: string): Parameter => ({ ...many(name), optional: true });

const number = (value: unknown) => (typeof value === 'number' ? value : 0);

interface Call {
  name: string;
  args: unknown[];
  caller: string;
}

const calls: Call[] = [];
let running = 0;
let mostAtOnce = 0;
/** Slow functions answer when it is open. */
let gate: Promise<void> | null = null;

function define(
  name: string,
  parameters: Parameter[],
  compute: (...args: never[]) => CellValue | CellValue[][],
  delay = 0,
): AddinFunction {
  return {
    name: `PPPM.${name}`,
    description: `What ${name} gives.`,
    parameters,
    async call(args, caller) {
      calls.push({ name, args, caller });
      mostAtOnce = Math.max(mostAtOnce, ++running);
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      if (delay > 0) await gate;
      running--;
      const result = compute(...(args as never[]));
      return Array.isArray(result) ? result : [[result]];
    },
  };
}

const sample = {
  calls,
  mostAtOnce: () => mostAtOnce,
  /** Keeps the answers of slow functions back until the given function is called. */
  holdAnswers(): () => void {
    let open!: () => void;
    gate = new Promise((resolve) => (open = resolve));
    return open;
  },
  functions: [
    define('ADD', [one('a'), maybe('b')], (a: number, b?: number) => (b === undefined ? `omitted:${a}` : a + b)),
    define('KINDS', [maybe('a'), maybe('b'), maybe('c')], (...args: unknown[]) =>
      [0, 1, 2].map((i) => (args[i] === undefined ? 'omitted' : args[i] === null ? 'blank' : typeof args[i])).join('|'),
    ),
    define('SIZE', [many('block')], (block: unknown[][]) => `${block.length}x${block[0].length}`),
    define('TIMES', [many('block'), one('factor')], (block: unknown[][], factor: number) =>
      block.map((row) => row.map((cell) => number(cell) * factor)),
    ),
    define('GROW', [one('start'), maybe('count')], (start: number, count = 4) => [
      Array.from(
        { length: Math.max(1, Math.min(6, Math.round(Math.abs(number(count))))) },
        (_, i) => number(start) + i,
      ),
    ]),
    define('TOTAL', [many('block')], (block: unknown[][]) =>
      block.flat().reduce<number>((sum, cell) => sum + number(cell), 0),
    ),
    define('BLOCK', [one('rows'), one('columns')], (rows: number, columns: number) =>
      Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => (r + 1) * 10 + c + 1)),
    ),
    define('FAIL', [one('code')], (code: string) => ({ error: code, text: `It failed with ${code}.` }) as CellValue),
    define('THROW', [], () => {
      throw new Error('It broke.');
    }),
    define('PARTLY', [], () => [[1], [{ error: '#N/A', text: 'No second one.' }], [3]]),
    define('TEXTS', [], () => [
      ['a', ''],
      ['', 'd'],
    ]),
    define('NULLS', [], () => [[1, null]]),
    define('SLOW', [one('value')], (value: number) => value * 10, 60),
    define('SLOWROW', [one('value')], (value: number) => [[value, value * 10, value * 100]], 60),
    define(
      'FORECAST',
      [
        many('panel'),
        many('mix'),
        many('costs'),
        maybeMany('settings'),
        maybeMany('scenarios'),
        maybeMany('changes'),
        maybe('scenario'),
        maybe('program'),
        maybeMany('lines'),
        maybe('labels'),
      ],
      forecast,
      20,
    ),
  ],
};

/** As wide and as tall as the add-in's own: labels, units and text among numbers, and empty text. */
function forecast(
  panel: unknown[][],
  _mix: unknown,
  _costs: unknown,
  _settings: unknown,
  _scenarios: unknown,
  _changes: unknown,
  scenario?: string,
): CellValue[][] {
  const opening = panel.slice(1).reduce((sum, row) => sum + number(row[1]), 0) * (scenario === 'Stretch' ? 2 : 1);
  const months = Array.from({ length: 36 }, (_, month) => 46053 + month * 30);
  const lines = Array.from({ length: 34 }, (_, line): CellValue[] => [
    `Line ${line + 1}`,
    line % 2 ? '$' : 'patients',
    '',
    ...months.map((_, month) => opening + line * 100 + month),
  ]);
  return [['Line', 'Unit', 'Total', ...months, ''], ...lines.map((line) => [...line, ''])];
}

window.grid = createGrid(document.getElementById('app')!);
window.sample = sample;
window.at = at;
window.blank = structuredClone(window.grid.save());
window.grid.registerFunctions(sample.functions);
