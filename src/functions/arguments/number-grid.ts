/**
 * Numbers as a worksheet function receives them: one, a row, a column or a block. Blank cells count as 0,
 * as in Excel's own arithmetic; anything else that is no number within bounds is refused by its place.
 */
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/arguments';
import { wholeWithinRounding, withinRounding } from '../../tables/reading/bounds';

export interface Grid<Cell> {
  /** The argument's name, for messages. */
  name: string;
  rows: number;
  columns: number;
  values: ArrayLike<Cell>;
}

export interface NumberGrid extends Grid<number> {
  values: Float64Array;
}

export interface Bounds {
  lower: number;
  upper: number;
  isShare: boolean;
}

export const SHARE: Bounds = { lower: 0, upper: 1, isShare: true };
export const AT_LEAST_ZERO: Bounds = { lower: 0, upper: Infinity, isShare: false };
export const ANY_NUMBER: Bounds = { lower: -Infinity, upper: Infinity, isShare: false };
export const between = (lower: number, upper: number): Bounds => ({ lower, upper, isShare: false });

const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** An argument that was left out. A reference to a blank cell arrives as a range and is not left out. */
export const isOmitted = (argument: unknown): boolean =>
  argument === null ||
  argument === undefined ||
  (Array.isArray(argument) && (argument.length === 0 || (Array.isArray(argument[0]) && argument[0].length === 0)));

/** Left out, or nothing but one blank or 0 cell: "not given" for arguments that have a default. */
export const isNotGiven = (argument: unknown): boolean => {
  if (isOmitted(argument)) return true;
  const cell = onlyCell(argument);
  return cell !== MANY && (isBlank(cell) || cell === 0);
};

const MANY = Symbol('many cells');

/** The value of an argument of one cell, however Excel wraps it. */
export function onlyCell(argument: unknown): unknown {
  if (!Array.isArray(argument)) return argument;
  if (argument.length !== 1) return MANY;
  return onlyCell(argument[0]);
}

export const hasManyCells = (argument: unknown): boolean => onlyCell(argument) === MANY;

/** @throws InputError that names the cell. */
export function numbers(name: string, argument: unknown, bounds: Bounds): NumberGrid {
  if (isOmitted(argument))
    throw new InputError(
      messages.missingArgument(
        name,
        bounds.isShare ? 'a share from 0 to 1, e.g. 0.85 or 85%' : 'a number or a range of numbers',
      ),
    );
  const cells: unknown[][] = Array.isArray(argument)
    ? (argument as unknown[]).map((row) => (Array.isArray(row) ? row : [row]))
    : [[argument]];
  const rows = cells.length;
  const columns = rows ? cells[0].length : 0;
  const values = new Float64Array(rows * columns);
  for (let r = 0, i = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, i++) values[i] = cellNumber(name, cells[r][c], i, values.length, bounds);
  return { name, rows, columns, values };
}

function cellNumber(name: string, cell: unknown, index: number, count: number, bounds: Bounds): number {
  if (isBlank(cell)) cell = 0;
  if (typeof cell === 'number' && Number.isFinite(cell)) {
    const value = withinRounding(cell, bounds.lower, bounds.upper);
    if (value >= bounds.lower && value <= bounds.upper) return value;
  }
  const where = messages.cellOf(index, count);
  if (bounds.isShare) throw new InputError(messages.notAShare(name, cell, where));
  if (typeof cell !== 'number' || !Number.isFinite(cell))
    throw new InputError(messages.notANumber(name, cell, where, bounds.lower));
  throw new InputError(messages.outOfBounds(name, cell, bounds.lower, bounds.upper, where));
}

/** An optional argument that has a default: left out, blank and 0 all mean the default. */
export function numbersOr(name: string, argument: unknown, bounds: Bounds, fallback: number): NumberGrid {
  if (isOmitted(argument)) return { name, rows: 1, columns: 1, values: Float64Array.of(fallback) };
  const grid = numbers(name, argument, bounds);
  if (fallback !== 0)
    grid.values.forEach((value, i) => {
      if (value === 0) grid.values[i] = fallback;
    });
  return grid;
}

/** @throws InputError unless the argument is a single number. */
export function oneNumber(name: string, argument: unknown, bounds: Bounds): number {
  if (hasManyCells(argument)) throw new InputError(messages.notOneNumber(name));
  return numbers(name, argument, bounds).values[0];
}

/** A whole number; left out, blank and 0 mean the fallback, where there is one. */
export function wholeNumber(name: string, argument: unknown, lower: number, upper: number, fallback?: number): number {
  if (fallback !== undefined && isNotGiven(argument)) return fallback;
  const given = isNotGiven(argument) ? 0 : onlyCell(argument);
  const value = typeof given === 'number' ? wholeWithinRounding(given) : NaN;
  if (Number.isInteger(value) && value >= lower && value <= upper) return value;
  throw new InputError(messages.notWhole(name, given, lower, upper));
}

/** What every function answers within a second, and Excel on the web takes at a time: 5 MB. */
export const MOST_CELLS = 200_000;

/**
 * One answer for each cell of arguments of the same shape, or of one row, column or cell repeated along the others.
 * @throws InputError when shapes do not fit.
 */
export function broadcast<Cell, Answer>(
  grids: readonly Grid<Cell>[],
  answer: (...values: Cell[]) => Answer,
): Answer[][] {
  const shaped = (count: 'rows' | 'columns') => {
    let largest = grids[0];
    for (const grid of grids) {
      if (grid[count] !== 1 && largest[count] !== 1 && grid[count] !== largest[count])
        throw new InputError(messages.shapesDiffer(largest.name, shapeText(largest), grid.name, shapeText(grid)));
      if (grid[count] > largest[count]) largest = grid;
    }
    return largest[count];
  };
  const rows = shaped('rows');
  const columns = shaped('columns');
  if (rows * columns > MOST_CELLS) throw new InputError(messages.tooManyCells(rows, columns, MOST_CELLS));
  // Plain loops: a sheet of ten thousand one-cell calls feels what is allocated here.
  const values = new Array<Cell>(grids.length);
  const answers: Answer[][] = [];
  for (let r = 0; r < rows; r++) {
    const row: Answer[] = [];
    for (let c = 0; c < columns; c++) {
      for (let g = 0; g < grids.length; g++) {
        const grid = grids[g];
        values[g] = grid.values[(grid.rows === 1 ? 0 : r) * grid.columns + (grid.columns === 1 ? 0 : c)];
      }
      row.push(answer(...values));
    }
    answers.push(row);
  }
  return answers;
}

const shapeText = (grid: Grid<unknown>): string => `${grid.rows} × ${grid.columns}`;
