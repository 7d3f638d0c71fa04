/** What a formula is made of, as far as sharing asks: functions of the add-in that it calls, and cells that it names. */
import { tokenize, type Token } from '@borgar/fx';
import { OUR_FUNCTIONS } from './our-functions';

/** A formula's parts in their order; together they are its text. */
export const partsOf = (formula: string): Token[] => tokenize(formula, { mergeRefs: true });

/** What stands before a name when Excel does not know the add-in, when another program wrote it, or another add-in claims it. */
const PREFIXES = '(?:_xldudf_|_xludf\\.|_xlfn\\.|_xlws\\.|_xll\\.|_udf\\.)*';
const ANOTHERS = '(?:[a-z][a-z0-9]*[._])*';
const OURS = new RegExp(`^${PREFIXES}(${ANOTHERS})PPPM[._]([a-z]+)$`, 'i');
const NAMES_US = /PPPM[._]/i;

/** The add-in's function that a part calls, by its own name: FORECAST; null for any other part. */
export function calledBy({ type, value }: Pick<Token, 'type' | 'value'>): string | null {
  const [, anothers, name] = (type === 'func' && OURS.exec(value)) || [];
  if (name === undefined) return null;
  // Another add-in may have a PPPM of its own; a name that only a newer version of ours has stands behind no prefix of others.
  return anothers === '' || OUR_FUNCTIONS.has(name.toUpperCase()) ? name.toUpperCase() : null;
}

/** Whether a formula calls the add-in, under whatever prefix; a name in quotation marks is none. */
export const callsAddin = (formula: string): boolean => NAMES_US.test(formula) && partsOf(formula).some(calledBy);

/** Tables that a formula names, by their names as they stand there; in a row of a table it may name its own without. */
export const tablesNamed = (formula: string): string[] => [
  ...new Set(
    partsOf(formula).flatMap(({ type, value }) => {
      const name = type === 'structured' ? value.slice(0, value.indexOf('[')).replace(/^.*!/, '') : '';
      return name === '' ? [] : [name];
    }),
  ),
];

/** Cells that a formula names: A1, with or without a sheet before it. */
export interface CellReference {
  /** Where it stands in the formula, and behind it. */
  from: number;
  to: number;
  /** With its exclamation mark, as it is written: 'Payer Mix'!; nothing for a cell of the formula's own sheet. */
  prefix: string;
  /** $B$7:D9 */
  cells: string;
  /** Whether it means all that the cell spills: A6# */
  isSpill: boolean;
}

const RANGES: ReadonlySet<string> = new Set(['range', 'range_beam', 'range_ternary']);

/** Of cells in other files and in a row of sheets Excel itself keeps no account here, so they are left as they are. */
const isElsewhere = (prefix: string): boolean => /[[\]]/.test(prefix) || /^[^']*:/.test(prefix);

export function cellReferences(formula: string): CellReference[] {
  const references: CellReference[] = [];
  let at = 0;
  const parts = partsOf(formula);
  parts.forEach(({ type, value }, i) => {
    const behindSheet = value.lastIndexOf('!') + 1;
    const prefix = value.slice(0, behindSheet);
    if (RANGES.has(type) && !isElsewhere(prefix))
      references.push({
        from: at,
        to: at + value.length,
        prefix,
        cells: value.slice(behindSheet),
        isSpill: parts[i + 1]?.value === '#',
      });
    at += value.length;
  });
  return references;
}

/** 'Payer Mix'! → Payer Mix */
export const sheetOf = (prefix: string): string => {
  const name = prefix.replace(/!$/, '');
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};

/** Where cells are now: their sheet's prefix, and themselves as $B$7; null where they were deleted. */
export type Moved = { prefix: string; cells: string } | null;

const CELLS = /^(\$?)([A-Z]*)(\$?)(\d*)(?::(\$?)([A-Z]*)(\$?)(\d*))?$/i;

/**
 * A formula whose cells have moved, as Excel itself would have changed it had it stood there all the time.
 * @param rows how far the formula's own row has moved against theirs, by sorting: what is relative moves with it
 */
export function withMoved(
  formula: string,
  references: readonly CellReference[],
  moved: readonly Moved[],
  rows = 0,
): string {
  let [text, done] = ['', 0];
  references.forEach((reference, i) => {
    text += formula.slice(done, reference.from) + movedText(reference, moved[i], rows);
    done = reference.to;
  });
  return text + formula.slice(done);
}

function movedText({ prefix, cells }: CellReference, moved: Moved, rows: number): string {
  if (!moved) return `${prefix}#REF!`;
  const isSameSheet = prefix === '' || sheetOf(prefix) === sheetOf(moved.prefix);
  return (isSameSheet ? prefix : moved.prefix) + inTheStyleOf(cells, moved.cells, rows);
}

/** B7 has moved to $B$9 → B9; $B7 → $B9 */
function inTheStyleOf(style: string, cells: string, rows: number): string {
  const [, ...typed] = CELLS.exec(style)!;
  const [, ...now] = CELLS.exec(cells)!;
  const end = (at: 0 | 4): string => {
    const [first, , second] = typed.slice(at);
    const [, column, , row] = now.slice(at);
    // A row alone has its dollar sign where a column has it.
    const [columnFixed, rowFixed] = column ? [first, second] : ['', first || second];
    const shifted = row === '' || rowFixed || rows === 0 ? row : String(Number(row) + rows);
    return `${columnFixed}${column}${row && rowFixed}${shifted}`;
  };
  return typed[4] === undefined && typed[5] === undefined ? end(0) : `${end(0)}:${end(4)}`;
}

/** $B$7, however it is written: what a formula elsewhere keeps an account of. */
export const fixedCells = (cells: string): string =>
  cells
    .split(':')
    .map((end) =>
      end.replace(/^\$?([A-Z]*)\$?(\d*)$/i, (_, column: string, row: string) => dollar(column) + dollar(row)),
    )
    .join(':');

const dollar = (part: string): string => (part === '' ? '' : `$${part}`);
