import { describe, expect, test } from 'vitest';
import { CHANGES } from '../../../src/tables/schemas/changes';
import { COSTS } from '../../../src/tables/schemas/costs';
import { PANEL } from '../../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../../src/tables/schemas/payer-mix';
import { SCENARIOS } from '../../../src/tables/schemas/scenarios';
import { SETTINGS } from '../../../src/tables/schemas/settings';
import { schemaColumns } from '../../../src/workbook/layout/input-table';
import { shortSource, SOURCE_LIMIT } from '../../../src/workbook/layout/source-text';
import { unusedColumns } from '../../../src/workbook/layout/unused-columns';
import type { Area, Formula } from '../../../src/workbook/plan/cells';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { sampleTables } from '../../../src/workbook/practice/sample-tables';
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

  test('have room to be typed into below, but a screen is not left empty for it', () => {
    for (const sheet of plan.sheets)
      for (const { area, name } of sheet.tables) {
        const end = area.row + area.rows;
        const below = sheet.blocks.flatMap(({ row }) => (row >= end ? [row] : []));
        if (below.length === 0) continue;
        // Settings are as many as there are; the change log has blank rows of its own.
        const room = name === 'tblSettings' || name === 'tblChangeLog' ? 2 : 4;
        expect(Math.min(...below) - end, name).toBeGreaterThanOrEqual(room);
        expect(Math.min(...below) - end, name).toBeLessThanOrEqual(5);
      }
  });

  test('grow by inserted rows, too: Excel moves a table down only if it is no wider than what grows above it', () => {
    for (const { tables } of plan.sheets)
      for (const above of tables)
        for (const { area } of tables)
          if (area.row > above.area.row)
            if (above.name !== 'tblSettings') {
              expect(area.column).toBeGreaterThanOrEqual(above.area.column);
              expect(area.column + area.columns).toBeLessThanOrEqual(above.area.column + above.area.columns);
            }
  });

  test('say where a row is from in a few words beside it, and in full on Log', () => {
    const log = plan.sheets.find(({ name }) => name === 'Log')!;
    const rowsOfLog = log.blocks.flatMap(({ contents }) => contents);
    const onLog = log.blocks.flatMap(({ row, contents }) => contents.map((_, i) => contentAt(log, row + i, 5)));
    const tables = sampleTables(SAMPLE_PRACTICE);
    const full = Object.values(tables)
      .flat()
      .map(({ source }) => source);
    const shown = schemas.flatMap(({ name }) => {
      const [headers, ...rows] = tableRange(plan, name);
      return rows.map((row) => String(row[headers.indexOf('Source')] ?? ''));
    });
    expect(shown.length).toBeGreaterThanOrEqual(full.length);
    for (const source of shown) expect(source.length, source).toBeLessThanOrEqual(SOURCE_LIMIT);
    for (const source of full) expect([...shown, ...onLog], source).toContain(source);
    expect(shown).toContain('published figures, assumptions: see Log');
    expect(full.some((source) => source.length > 250)).toBe(true);
    expect(rowsOfLog).toContainEqual(['CCM × Medicare', 'Payer Mix']);
  });

  test.each([
    ['assumption', 'assumption'],
    ['assumption: a month to find, a month to start and one more to train', 'assumptions: see Log'],
    ['25% of paid months reach 40 minutes (99439): assumption, as in the plan', 'assumptions: see Log'],
    ['conversion factor and price index (CMS RVU24AR ($33.2875) and RVU25D)', 'published figures: see Log'],
    ['Allowed: Codes at 100% of Medicare (AJMC 2018); appeals: assumption', 'published figures, assumptions: see Log'],
    ['a text of somebody about somewhere else, long and without any year', 'a longer text: see Log'],
  ])('say of “%s” that it is “%s”', (source, short) => expect(shortSource(source)).toBe(short));

  test('hide the columns of what no row uses, and say in the heading which they are', () => {
    const hidden = Object.fromEntries(
      plan.sheets
        .filter((sheet) => sheet.hidden.length > 0)
        .map((sheet) => {
          const [headers] = tableRange(plan, sheet.tables[0].name);
          return [sheet.name, sheet.hidden.map((column) => headers[column])];
        }),
    );
    expect(hidden).toEqual({
      Panel: ['Service minutes'],
      'Payer Mix': ['Threshold minutes', 'Spread of minutes', 'Consent rate', 'Documentation rate'],
      Costs: ['Minutes per unit', 'Productive share'],
    });
    for (const [name, headers] of Object.entries(hidden)) {
      const line = contentAt(
        plan.sheets.find((sheet) => sheet.name === name)!,
        3,
        plan.sheets.find((sheet) => sheet.name === name)!.freeze.columns,
      ) as Formula;
      expect(line.formula).toContain(`Not used: ${headers.join(', ')}. Where they are hidden:`);
      expect(line.formula).toContain(` filled: ${headers.join(', ')}.`);
    }
  });

  test('say what a header means where it is selected: Early drop-off rate', () => {
    const panel = plan.sheets.find(({ name }) => name === 'Panel')!;
    const [headers] = tableRange(plan, 'tblPanel');
    const prompts = headers.map((_, column) =>
      panel.validations.find(({ area: { row, column: at, columns } }) => row === 5 && at === column && columns === 1),
    );
    expect(prompts.every(Boolean)).toBe(true);
    expect(prompts[headers.indexOf('Early drop-off rate')]!.prompt).toEqual({
      title: 'Early drop-off rate (%)',
      message: expect.stringMatching(/^Share of a month’s new patients who leave in the month after they joined/),
    });
    // Whatever is typed there stays: a header may be changed.
    expect(prompts.map((validation) => validation!.rule)).toEqual(
      headers.map(() => ({ kind: 'custom', formula: '=TRUE' })),
    );
  });

  test('show a column that one row uses, with all that belongs to it', () => {
    const columns = schemaColumns(COSTS);
    const used = unusedColumns({ columns, rows: [{ cells: { minutesPerUnit: 9600 }, source: '' }] });
    expect(used.map((column) => columns[column].header)).toEqual([
      'Patients per unit',
      'Minimum units',
      'Staffing',
      'Units on duty',
    ]);
  });
});

const covers = ({ row, column, rows, columns }: Area, r: number, c: number): boolean =>
  r >= row && r < row + rows && c >= column && c < column + columns;
