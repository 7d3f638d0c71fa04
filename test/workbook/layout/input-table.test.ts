import { describe, expect, test } from 'vitest';
import { CHANGES } from '../../../src/tables/schemas/changes';
import { COSTS } from '../../../src/tables/schemas/costs';
import { PANEL } from '../../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../../src/tables/schemas/payer-mix';
import { SCENARIOS } from '../../../src/tables/schemas/scenarios';
import { SETTINGS } from '../../../src/tables/schemas/settings';
import type { Area } from '../../../src/workbook/plan/cells';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { contentAt, tableRange } from '../plan/planned-cells';

const plan = planWorkbook(SAMPLE_PRACTICE);

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
            expect(`${prompt.title}${alert.title}`).not.toContain('…');
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
    const panel = plan.sheets.find(({ name }) => name === 'Panel')!;
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
