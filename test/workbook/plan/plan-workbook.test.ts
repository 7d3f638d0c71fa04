import { describe, expect, test } from 'vitest';
import { LINES } from '../../../src/engine/model/lines';
import { columnName, isFormula, type Area } from '../../../src/workbook/plan/cells';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { PAYERS, PROGRAMS, SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { HIRES } from '../../../src/workbook/sheets/compare/layout';
import type { SheetPlan, WorkbookPlan } from '../../../src/workbook/plan/plan';
import { formulasOf, tableRange } from './planned-cells';

const plan = planWorkbook(SAMPLE_PRACTICE);
const largest = planWorkbook({
  ...SAMPLE_PRACTICE,
  months: 120,
  programs: PROGRAMS.map(({ name, eligiblePatients, openingPatients }) => ({
    name,
    eligiblePatients,
    openingPatients,
  })),
  payers: PAYERS.map(({ name }) => name),
});
const sheetNamed = (name: string): SheetPlan => plan.sheets.find((sheet) => sheet.name === name)!;

/** A formula without the texts in it. */
const bare = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '""');

describe('the workbook', () => {
  test('has the sheets of the design, in order', () =>
    expect(plan.sheets.map(({ name }) => name)).toEqual([
      'Start',
      'Panel',
      'Payer Mix',
      'Costs',
      'Rates',
      'Scenarios',
      'Forecast',
      'Compare',
      'Actuals',
      'Checks',
      'Log',
    ]));

  test('is the same for the same practice', () => expect(planWorkbook(SAMPLE_PRACTICE)).toEqual(plan));

  test('has three charts or more, the first two on Start', () => {
    expect(plan.sheets.flatMap(({ charts }) => charts).length).toBeGreaterThanOrEqual(3);
    expect(sheetNamed('Start').charts.map(({ name }) => name)).toEqual(['Panel', 'RevenueAndCost']);
  });

  test('repeats titles in print wherever a sheet is longer than a page', () => {
    for (const { name, print } of plan.sheets) if (name !== 'Start') expect(print.titleRows, name).toBeGreaterThan(0);
  });

  test('freezes the header of every sheet but Start, and label, unit and total of the forecast', () => {
    for (const { name, freeze } of plan.sheets) if (name !== 'Start') expect(freeze.rows, name).toBeGreaterThan(0);
    expect(sheetNamed('Forecast').freeze).toEqual({ rows: 6, columns: 3 });
  });
});

describe('formulas', () => {
  const formulas = formulasOf(plan);

  test('call PPPM fewer than 60 times, even with every program', () => {
    const calls = (from = plan) =>
      formulasOf(from).reduce((sum, { text }) => sum + (text.match(/PPPM\.[A-Z]+\(/g)?.length ?? 0), 0);
    expect(calls()).toBeGreaterThan(5);
    expect(calls()).toBeLessThan(60);
    expect(calls(largest)).toBeLessThan(60);
  });

  test('stand at most two PPPM calls deep, through tables, names and spills', () => {
    const depths = callDepths(largest);
    expect(Math.max(...depths.values())).toBe(2);
    for (const { at, text } of formulasOf(largest))
      expect(text.match(/PPPM\./g)?.length ?? 0, at).toBeLessThanOrEqual(1);
  });

  test('use no volatile, hidden or add-in-only way to refer to cells', () => {
    for (const { at, text } of formulas)
      expect(bare(text), at).not.toMatch(/\b(OFFSET|INDIRECT|NOW|TODAY|RAND|RANDBETWEEN|CELL|INFO|EVALUATE)\(/i);
  });

  test('hold no constants but 0 and 1, apart from the stamp of the inputs, the numbers of errors and the day that tells the date system', () => {
    for (const { at, text } of formulas.filter((cell) => !/UNICODE\(|ERROR\.TYPE\(|DATE\(2000,/.test(cell.text))) {
      const withoutReferences = bare(text)
        .replace(/'[^']+'!/g, '')
        .replace(/\$?[A-Z]{1,3}\$?\d+/g, '')
        .replace(/tbl\w+(\[[^\]]*\])?/g, '');
      for (const number of withoutReferences.match(/(?<![A-Za-z_])\d+(\.\d+)?/g) ?? [])
        expect(['0', '1'], `${at}: ${text}`).toContain(number);
    }
  });

  test('refer only to sheets, tables, columns and names that the plan makes', () => {
    const sheets = new Set(plan.sheets.map(({ name }) => name));
    const names = new Set(plan.names.map(({ name }) => name));
    const headers = new Map(
      plan.sheets.flatMap(({ tables }) =>
        tables.map(({ name }) => [name, new Set(tableRange(plan, name)[0].map(String))] as const),
      ),
    );
    for (const { at, text } of formulas) {
      const rest = bare(text).replace(/\[\[#All\],(\[[^\]]*\])\]/g, '$1');
      for (const [, quoted, simple] of rest.matchAll(/(?:'([^']+)'|([A-Za-z]+))!/g))
        expect(sheets, at).toContain(quoted ?? simple);
      for (const [, table, column] of rest.matchAll(/(tbl\w+)\[([^\]]+)\]/g)) {
        expect([...headers.keys()], at).toContain(table);
        if (!column.startsWith('#')) expect([...headers.get(table)!], at).toContain(column);
      }
      const words =
        rest
          .replace(/'[^']+'!|[A-Za-z]+!|tbl\w+\[[^\]]*\]|PPPM\.[A-Z]+/g, '')
          .match(/[A-Za-z][A-Za-z]{3,}(?![A-Za-z(])/g) ?? [];
      for (const word of words)
        if (!['TRUE', 'FALSE'].includes(word) && /[a-z]/.test(word)) expect(names, `${at}: ${text}`).toContain(word);
    }
  });

  test('are balanced and within what Excel takes', () => {
    for (const { at, text } of formulasOf(largest)) {
      expect(text.length, at).toBeLessThan(8192);
      expect((bare(text).match(/\(/g) ?? []).length, at).toBe((bare(text).match(/\)/g) ?? []).length);
    }
  });

  test('never stand under a spill of the add-in', () => {
    for (const { blocks, name } of plan.sheets.filter(
      ({ name: sheet }) => sheet === 'Forecast' || sheet === 'Compare',
    )) {
      const spills = blocks.flatMap((block) =>
        block.contents.flatMap((cells, r) =>
          cells.flatMap((content, c) =>
            isFormula(content) && content.formula.includes('PPPM.')
              ? [{ row: block.row + r, column: block.column + c, ...extent(content.formula, name) }]
              : [],
          ),
        ),
      );
      expect(spills.length, name).toBeGreaterThan(0);
      for (const spill of spills)
        for (const block of blocks)
          block.contents.forEach((cells, r) =>
            cells.forEach((content, c) => {
              const [row, column] = [block.row + r, block.column + c];
              const inside =
                row >= spill.row &&
                row < spill.row + spill.rows &&
                column >= spill.column &&
                column < spill.column + spill.columns;
              if (inside && (row !== spill.row || column !== spill.column))
                expect(content, `${name} ${columnName(column)}${row + 1}`).toBeNull();
            }),
          );
    }
  });
});

/** By cell with a formula: how many PPPM calls have to answer one after the other until it has its value. */
function callDepths(of: WorkbookPlan): Map<string, number> {
  interface Placed {
    at: string;
    sheet: string;
    text: string;
    fills: Area;
  }
  const placed = of.sheets.flatMap(({ name: sheet, blocks }): Placed[] =>
    blocks.flatMap((block) =>
      block.contents.flatMap((cells, r) =>
        cells.flatMap((content, c) => {
          if (!isFormula(content)) return [];
          const [row, column] = [block.row + r, block.column + c];
          return [
            {
              at: `${sheet}!${columnName(column)}${row + 1}`,
              sheet,
              text: content.formula,
              fills: {
                row,
                column,
                ...(content.formula.includes('PPPM.') ? extent(content.formula, sheet) : { rows: 1, columns: 1 }),
              },
            },
          ];
        }),
      ),
    ),
  );
  const known = new Map<string, number>();
  const onSheet = new Map(of.sheets.map(({ name }) => [name, placed.filter(({ sheet }) => sheet === name)]));
  const columnOf = (letters: string) =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const readBy = ({ sheet, text }: Placed): { sheet: string; area: Area }[] => {
    const rest = bare(text);
    const cells = [
      ...rest.matchAll(/(?:(?:'([^']+)'|([A-Za-z]+))!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?![\w(])/g),
    ].map(([, quoted, simple, from, top, to = from, bottom = top]) => ({
      sheet: quoted ?? simple ?? sheet,
      area: {
        row: Number(top) - 1,
        column: columnOf(from),
        rows: Number(bottom) - Number(top) + 1,
        columns: columnOf(to) - columnOf(from) + 1,
      },
    }));
    const tables = of.sheets.flatMap(({ name, tables: own }) =>
      own.filter((table) => rest.includes(table.name)).map(({ area }) => ({ sheet: name, area })),
    );
    const names = of.names.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(rest));
    return [...cells, ...tables, ...names];
  };
  const depthOf = (cell: Placed): number => {
    const before = known.get(cell.at);
    if (before !== undefined) return before;
    known.set(cell.at, 0);
    const below = readBy(cell).flatMap(({ sheet, area }) =>
      (onSheet.get(sheet) ?? []).filter((other) => other !== cell && meet(other.fills, area)),
    );
    const depth = Math.max(0, ...below.map(depthOf)) + (cell.text.includes('PPPM.') ? 1 : 0);
    known.set(cell.at, depth);
    return depth;
  };
  placed.forEach(depthOf);
  return known;
}

const meet = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

/** The cells a call fills: of a statement its header and the lines it is asked for, of a table its rows. */
function extent(formula: string, sheet: string): { rows: number; columns: number } {
  const tables: Record<string, { rows: number; columns: number }> = {
    LEAKAGE: { rows: 9, columns: 7 },
    BREAKEVEN: { rows: 7, columns: 4 },
    HIREPLAN: { rows: 1 + HIRES, columns: 9 },
    CHECKMODEL: { rows: 500, columns: 4 },
    PROGRAMS: { rows: formula.includes('tblPayerMix') ? 1000 : 200, columns: 1 },
    SCENARIONAMES: { rows: 100, columns: 1 },
  };
  const table = tables[/PPPM\.(\w+)/.exec(formula)![1]];
  if (table) return table;
  const range = /\$([A-Z]+)\$(\d+):\$\1\$(\d+)/.exec(formula);
  return {
    rows: range ? Number(range[3]) - Number(range[2]) + 2 : sheet === 'Forecast' ? LINES.length + 1 : 1,
    columns: 123,
  };
}
