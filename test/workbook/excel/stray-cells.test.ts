import { describe, expect, it } from 'vitest';
import { CHANGES } from '../../../src/tables/schemas/changes';
import type { TableSchema } from '../../../src/tables/schemas/column';
import { PANEL } from '../../../src/tables/schemas/panel';
import { SETTINGS } from '../../../src/tables/schemas/settings';
import { strayFindings, type TableOnSheet } from '../../../src/workbook/excel/stray-cells';
import { area, type Area } from '../../../src/workbook/plan/cells';

/** A sheet of ten columns and thirty rows, blank but for what is said. */
const sheet = (filled: Record<string, [row: number, column: number]>): unknown[][] =>
  Array.from({ length: 30 }, (_, r) =>
    Array.from(
      { length: 10 },
      (_, c) => Object.entries(filled).find(([, [row, column]]) => row === r && column === c)?.[0] ?? '',
    ),
  );
const table = (schema: TableSchema, place: Area, values: unknown[][]): TableOnSheet => ({
  schema,
  sheetId: 'one',
  sheetName: 'Our inputs',
  area: place,
  used: { row: 0, column: 0, values },
});
const cellsOf = (tables: TableOnSheet[]) =>
  strayFindings(tables).map(({ table: title, at }) => `${title} ${at.address}`);

const THREE_BY_FOUR = area(5, 0, 3, 4);

describe('data that no table covers', () => {
  it('is none in the table, in its title and units, and far beside it', () =>
    expect(
      cellsOf([table(PANEL, THREE_BY_FOUR, sheet({ in: [6, 1], units: [4, 2], title: [3, 0], remark: [6, 8] }))]),
    ).toEqual([]));

  it.each([
    ['directly below', { a: [8, 1] }, "Panel 'Our inputs'!B9"],
    ['below a gap', { a: [20, 0], b: [22, 3] }, "Panel 'Our inputs'!A21:D23"],
    ['below, beside the columns', { a: [8, 4] }, "Panel 'Our inputs'!E9"],
    ['beside', { a: [6, 4] }, "Panel 'Our inputs'!E7"],
    ['beside a gap', { a: [5, 5], b: [7, 5] }, "Panel 'Our inputs'!F6:F8"],
  ] as const)('is found %s', (_, filled, found) =>
    expect(cellsOf([table(PANEL, THREE_BY_FOUR, sheet(filled as never))])).toEqual([found]),
  );

  it('ends where the next table begins, with its title and units', () => {
    const values = sheet({ title: [12, 0], units: [13, 1], header: [14, 0], stray: [10, 0] });
    const tables = [table(SETTINGS, THREE_BY_FOUR, values), table(CHANGES, area(14, 0, 4, 4), values)];
    expect(cellsOf(tables)).toEqual(["Settings 'Our inputs'!A11"]);
  });
});
