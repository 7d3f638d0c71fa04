import { describe, expect, test } from 'vitest';
import { LINES } from '../../../src/engine/model/lines';
import { CHANGES } from '../../../src/tables/schemas/changes';
import { COSTS } from '../../../src/tables/schemas/costs';
import { PANEL } from '../../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../../src/tables/schemas/payer-mix';
import { SCENARIOS } from '../../../src/tables/schemas/scenarios';
import { SETTINGS } from '../../../src/tables/schemas/settings';
import { columnName, isFormula, type Area } from '../../../src/workbook/plan/cells';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { PAYERS, PROGRAMS, SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { HIRES, NAMES, SHEETS } from '../../../src/workbook/layout/places';
import type { SheetPlan, WorkbookPlan } from '../../../src/workbook/plan/plan';
import { contentAt, tableRange } from './plan-tables';

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

interface PlacedFormula {
  at: string;
  text: string;
}

const formulasOf = ({ sheets } = plan): PlacedFormula[] =>
  sheets.flatMap((sheet) =>
    sheet.blocks.flatMap(({ row, column, contents }) =>
      contents.flatMap((cells, r) =>
        cells.flatMap((content, c) =>
          isFormula(content)
            ? [{ at: `${sheet.name}!${columnName(column + c)}${row + r + 1}`, text: content.formula }]
            : [],
        ),
      ),
    ),
  );

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
      'Checks',
      'Log',
    ]));

  test('is the same for the same practice', () => expect(planWorkbook(SAMPLE_PRACTICE)).toEqual(plan));

  test('has three charts or more, the first two on Start', () => {
    expect(plan.sheets.flatMap(({ charts }) => charts).length).toBeGreaterThanOrEqual(3);
    expect(sheetNamed('Start').charts.map(({ name }) => name)).toEqual(['Panel', 'RevenueAndCost']);
  });

  test('fits every sheet for print, with titles repeated wherever it is longer than a page', () => {
    for (const sheet of plan.sheets) {
      expect(sheet.print.pagesWide, sheet.name).toBeGreaterThanOrEqual(1);
      if (sheet.name !== 'Start') expect(sheet.print.titleRows, sheet.name).toBeGreaterThan(0);
    }
  });

  test('freezes the header of every sheet but Start, and label, unit and total of the forecast', () => {
    for (const { name, freeze } of plan.sheets) if (name !== 'Start') expect(freeze.rows, name).toBeGreaterThan(0);
    expect(sheetNamed('Forecast').freeze).toEqual({ rows: 6, columns: 3 });
  });
});

describe('formulas', () => {
  const formulas = formulasOf();

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

  test('hold no constants but 0 and 1', () => {
    for (const { at, text } of formulas) {
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
      const rest = bare(text);
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
  };
  const table = tables[/PPPM\.(\w+)/.exec(formula)![1]];
  if (table) return table;
  const range = /\$([A-Z]+)\$(\d+):\$\1\$(\d+)/.exec(formula);
  return {
    rows: range ? Number(range[3]) - Number(range[2]) + 2 : sheet === 'Forecast' ? LINES.length + 1 : 1,
    columns: 123,
  };
}

describe('input tables', () => {
  const schemas = [PANEL, PAYER_MIX, COSTS, SCENARIOS, SETTINGS, CHANGES];

  test.each(schemas.map((schema) => [schema.name, schema] as const))(
    '%s has every column of its schema, by its header',
    (name, schema) => {
      const [headers] = tableRange(plan, name);
      for (const { header } of schema.columns) expect(headers).toContain(header);
      expect(headers).toContain('Source');
      expect(new Set(headers).size).toBe(headers.length);
    },
  );

  test.each(schemas.map((schema) => [schema.name, schema] as const))(
    '%s says units above the header and bounds, hint and alert below it',
    (name, schema) => {
      const sheet = plan.sheets.find(({ tables }) => tables.some((table) => table.name === name))!;
      const { area } = sheet.tables.find((table) => table.name === name)!;
      const headers = tableRange(plan, name)[0];
      for (const column of schema.columns) {
        const at = area.column + headers.indexOf(column.header);
        const units = contentAt(sheet, area.row - 1, at);
        expect(units ?? '', `${name} ${column.header}`).toBe(column.unit);
        for (let row = area.row + 1; row < area.row + area.rows; row++) {
          const found = sheet.validations.filter((validation) => covers(validation.area, row, at));
          expect(found.length, `${name} ${column.header} row ${row}`).toBeGreaterThan(0);
          for (const { prompt, alert, rule } of found) {
            expect(prompt.title.length).toBeLessThanOrEqual(32);
            expect(prompt.message.length).toBeLessThanOrEqual(255);
            expect(prompt.message).not.toBe('');
            expect(alert.title.length).toBeLessThanOrEqual(32);
            expect(alert.message.length).toBeLessThanOrEqual(225);
            expect(alert.message).not.toBe('');
            if (rule.kind === 'list' && Array.isArray(rule.source))
              expect(rule.source.join(',').length).toBeLessThanOrEqual(255);
            if (rule.kind === 'custom') expect(rule.formula.length).toBeLessThanOrEqual(255);
          }
        }
      }
    },
  );

  test('show inputs blue on pale yellow and nothing else so', () => {
    for (const sheet of plan.sheets)
      for (const { format } of sheet.formats)
        if (format.fill === '#FFF9DB') expect(format.color, sheet.name).toBe('#0000FF');
  });

  test('bound a share from 0 to 1, take the word zero, and say so', () => {
    const panel = sheetNamed('Panel');
    const at = tableRange(plan, 'tblPanel')[0].indexOf('Conversion rate');
    const { rule, alert } = panel.validations.find(({ area }) => area.column === at)!;
    expect(rule).toEqual({ kind: 'custom', formula: '=OR(E7="",E7="zero",AND(ISNUMBER(E7),E7>=0,E7<=1))' });
    expect(alert).toMatchObject({
      style: 'Stop',
      message: 'Give a share from 0% to 100%, e.g. 85%, or leave it blank: nobody enrolls.',
    });
  });

  test('have room below: nothing stands under a table that may grow, but on Scenarios ten rows further down', () => {
    for (const sheet of plan.sheets)
      for (const { area, name } of sheet.tables) {
        const below = sheet.blocks.flatMap(({ row }) => (row >= area.row + area.rows ? [row] : []));
        // Settings are as many as there are; the change log has blank rows of its own.
        const room = name === 'tblSettings' || name === 'tblChangeLog' ? 2 : 10;
        for (const row of below)
          expect(row - (area.row + area.rows), `${name}, row ${row}`).toBeGreaterThanOrEqual(room);
      }
  });
});

const covers = ({ row, column, rows, columns }: Area, r: number, c: number): boolean =>
  r >= row && r < row + rows && c >= column && c < column + columns;

describe('Checks', () => {
  const checks = sheetNamed('Checks');
  const verdicts = formulasOf().filter(({ at, text }) => at.startsWith('Checks!B') && text.includes('ABS('));

  test('are twenty or more, each with residual, tolerance, what is compared and where to look', () => {
    expect(verdicts.length).toBeGreaterThanOrEqual(20);
    verdicts.forEach((_, i) => {
      const row = 6 + i;
      expect(isFormula(contentAt(checks, row, 2)), `row ${row + 1}`).toBe(true);
      expect(typeof contentAt(checks, row, 3), `row ${row + 1}`).toBe('number');
      for (const column of [0, 4, 5])
        expect(String(contentAt(checks, row, column)).length, `row ${row + 1}`).toBeGreaterThan(3);
    });
  });

  test('check the add-in without its help: only the findings come from it', () => {
    const calls = formulasOf().filter(({ at, text }) => at.startsWith('Checks!') && text.includes('PPPM.'));
    expect(calls).toHaveLength(1);
    expect(calls[0].text).toContain(
      'PPPM.CHECKMODEL(tblPanel[#All],tblPayerMix[#All],tblCosts[#All],tblSettings[#All],tblScenarios[#All],tblChanges[#All])',
    );
  });

  test('never turn into error values themselves', () => {
    for (const { at, text } of formulasOf().filter(({ at: place }) => place.startsWith('Checks!C')))
      if (at !== 'Checks!C3') expect(text, at).toContain('IFERROR(');
  });

  test('feed one light that Start and Forecast repeat', () => {
    expect(plan.names.find(({ name }) => name === NAMES.light)).toMatchObject({ sheet: SHEETS.checks });
    for (const sheet of ['Start', 'Forecast'])
      expect(
        formulasOf().some(({ at, text }) => at.startsWith(`${sheet}!`) && text === `=${NAMES.light}`),
        sheet,
      ).toBe(true);
  });
});
