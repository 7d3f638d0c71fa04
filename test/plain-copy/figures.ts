/** The statements of a calculated copy, beside the engine’s. */
import { ALL_LINES, type LineKey } from '../../src/engine/model/lines';
import type { Projection } from '../../src/engine/project';
import { STATEMENT_ROWS } from '../../src/plain-copy/row-names';
import { HEADER_ROW } from '../../src/workbook/layout/sheet-draft';
import { FIRST_MONTH_COLUMN, TOTAL_COLUMN } from '../../src/workbook/layout/statement-table';
import { disagreements, type Figures } from '../engine/reference/agreement';
import type { Calculated } from './recalculated';
import type { Value } from './planned-cells';

const ROWS_OF_BLOCK = Object.keys(STATEMENT_ROWS).length + 2;

/** The nth statement on the sheet: all programs first. Its name, and its figures line by line, by the names of the lines. */
export function statementAt(calculated: Calculated, nth: number, months: number): { name: Value; figures: Figures } {
  const rows = calculated.get('Statement')!;
  const first = HEADER_ROW + 1 + nth * ROWS_OF_BLOCK;
  const block = rows.slice(first + 1, first + ROWS_OF_BLOCK - 1);
  const lines = ALL_LINES.map(({ key, name }) => {
    const row = block.find(([label]) => label === name);
    if (!row) throw new Error(`no line ${name} in statement ${nth}`);
    return [key as LineKey, row] as const;
  });
  const number = (value: Value | undefined): number => (typeof value === 'number' ? value : NaN);
  return {
    name: rows[first][0],
    figures: {
      series: Object.fromEntries(
        lines.map(([key, row]) => [key, Array.from({ length: months }, (_, t) => number(row[FIRST_MONTH_COLUMN + t]))]),
      ) as unknown as Figures['series'],
      totals: Object.fromEntries(lines.map(([key, row]) => [key, number(row[TOTAL_COLUMN])])) as Figures['totals'],
    },
  };
}

/** Every figure in which a calculated copy and the engine differ. */
export function apart(
  calculated: Calculated,
  projection: Projection,
  programs: readonly string[],
  months: number,
): string[] {
  return [null, ...programs].flatMap((program, nth) => {
    const { name, figures } = statementAt(calculated, nth, months);
    const expected = program === null ? projection.total : projection.byProgram.get(program)!;
    const found = disagreements(figures, expected).map((text) => `${program ?? 'all'}: ${text}`);
    return name === (program ?? 'All programs') ? found : [`statement ${nth} is ${name}, not ${program}`, ...found];
  });
}
