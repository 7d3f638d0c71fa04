/** The cells of a sheet. */
import { parseAddress, type Area } from '../address';
import { movedFormula } from '../formula/moved';
import { shownFormula } from '../formula/stored';
import type { Cell, Format, Value } from '../workbook';
import { attribute, child, children, numberOf, unescaped, within, type Element } from './xml-tree';

export interface CellSource {
  texts: readonly string[];
  format(number: number): Format | undefined;
  /** The table that a cell below a header is in. */
  tableAt(row: number, column: number): string | null;
}

export type Cells = Map<number, Map<number, Cell>>;

export function readCells(data: Element | undefined, source: CellSource): Cells {
  const cells: Cells = new Map();
  /** Formulas that several cells share, by their number: that of the first cell, and where it stands. */
  const shared = new Map<string, { formula: string; row: number; column: number }>();
  let row = -1;
  for (const line of children(data, 'row')) {
    row = (numberOf(line, 'r') ?? row + 2) - 1;
    let column = -1;
    for (const element of children(line, 'c')) {
      column = placeOf(element)?.column ?? column + 1;
      const cell = readCell(element, row, column, source, shared);
      if (!cell) continue;
      const columns = cells.get(row) ?? new Map<number, Cell>();
      cells.set(row, columns);
      columns.set(column, cell);
    }
  }
  return cells;
}

const placeOf = (element: Element): Area | undefined => parseAddress(attribute(element, 'r') ?? '')?.area;

function readCell(
  element: Element,
  row: number,
  column: number,
  source: CellSource,
  shared: Map<string, { formula: string; row: number; column: number }>,
): Cell | null {
  const format = source.format(numberOf(element, 's') ?? 0);
  const value = valueOf(element, source.texts);
  const f = child(element, 'f');
  const stored = f && storedOf(f, row, column, shared);
  const filled = attribute(f, 't') === 'array' ? parseAddress(attribute(f, 'ref') ?? '')?.area : undefined;
  if (value === null && stored === undefined && !format) return null;
  return {
    value,
    ...(stored !== undefined && { formula: shownFormula(stored, source.tableAt(row, column)) }),
    ...(filled && filled.rows * filled.columns > 1 && { spill: { rows: filled.rows, columns: filled.columns } }),
    ...(format && { format }),
  };
}

function storedOf(
  f: Element,
  row: number,
  column: number,
  shared: Map<string, { formula: string; row: number; column: number }>,
): string | undefined {
  const kind = attribute(f, 't');
  const formula = unescaped(f.text);
  if (kind === 'shared') {
    const number = attribute(f, 'si') ?? '';
    if (formula !== '') shared.set(number, { formula, row, column });
    const first = shared.get(number);
    return first && movedFormula(first.formula, row - first.row, column - first.column);
  }
  return formula === '' ? undefined : formula;
}

function valueOf(element: Element, texts: readonly string[]): Value {
  const text = child(element, 'v')?.text;
  switch (attribute(element, 't')) {
    case 's':
      return texts[Number(text)] ?? null;
    case 'str':
      return text === undefined ? null : unescaped(text);
    case 'inlineStr':
      return textOf(child(element, 'is'));
    case 'b':
      return text === undefined ? null : text === '1';
    case 'e':
      return text === undefined ? null : { error: text };
    default:
      return text === undefined || text === '' || Number.isNaN(Number(text)) ? null : Number(text);
  }
}

/** A text whose letters may look different, without its readings in another script. */
export function textOf(element: Element | undefined): string {
  const own = children(element, 't').map(({ text }) => text);
  const runs = children(element, 'r').flatMap((run) => within(run, 't').map(({ text }) => text));
  return unescaped([...own, ...runs].join(''));
}
