/** The workbook of a practice as a file: what stands in it, and what other programs make of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx as hucre } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { LINES } from '../../src/engine/model/lines';
import { forecastOf } from '../../src/forecast/forecast';
import type { PracticeFile } from '../../src/template/practice-file';
import { planOfFile } from '../../src/template/practice-file';
import { TEMPLATES, template } from '../../src/template/template';
import { planTables } from '../../src/workbook/plan/plan-tables';
import { readXlsx, writeXlsx, type Cell, type Value, type Workbook } from '../../src/xlsx';
import { areaName } from '../../src/xlsx/address';
import { shownFormula } from '../../src/xlsx/formula/stored';
import {
  convertInLibreOffice,
  findLibreOffice,
  isCalculatedInLibreOffice,
  openInLibreOffice,
} from '../second-calculator/libre-office';
import { faultsOf } from '../xlsx/package-faults';

const SMALL: PracticeFile = { programs: ['CCM', 'RPM'], months: 18, payers: ['Medicare', 'Commercial'], add: ['risk'] };
const bytes = await template(SMALL);
const { workbook, leftOut } = readXlsx(bytes);

const cell = (sheet: string, row: number, column: number): Cell | undefined =>
  workbook.sheets
    .find(({ name }) => name === sheet)
    ?.cells.get(row)
    ?.get(column);
const value = (...at: Parameters<typeof cell>): Value => cell(...at)?.value ?? null;

const tableAt = (sheet: number, row: number, column: number): string | null =>
  workbook.sheets[sheet].tables.find(
    ({ area }) =>
      row > area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
  )?.name ?? null;

describe('The file of a practice', () => {
  it('keeps the rules of the standard, and is read without a rest', () => {
    expect(faultsOf(bytes)).toEqual([]);
    expect(leftOut).toEqual([]);
  });

  it('holds every sheet, name, table and chart of the plan', () => {
    const plan = planOfFile(SMALL, '1.0.0');
    expect(workbook.sheets.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
    const of = <K extends 'tables' | 'charts'>(sheets: readonly Record<K, readonly { name: string }[]>[], key: K) =>
      sheets.map((sheet) => sheet[key].map(({ name }) => name));
    expect(of(workbook.sheets, 'tables')).toEqual(of(plan.sheets, 'tables'));
    expect(of(workbook.sheets, 'charts')).toEqual(of(plan.sheets, 'charts'));
    expect(workbook.names.map(({ name }) => name).sort()).toEqual(plan.names.map(({ name }) => name).sort());
    expect(workbook.sheets.map(({ highlights }) => highlights.length)).toEqual(
      plan.sheets.map((sheet) => sheet.highlights.length),
    );
    expect(workbook.sheets.map(({ validations }) => validations.length)).toEqual(
      plan.sheets.map((sheet) => sheet.validations.length),
    );
  });

  it('is read alike by another reader', async () => {
    const { sheets } = await hucre(bytes, { readStyles: false });
    sheets.forEach((sheet, i) => {
      for (const [row, columns] of workbook.sheets[i].cells)
        for (const [column, { value: held, formula }] of columns) {
          const at = `${sheet.name}, row ${row + 1}, column ${column + 1}`;
          const other = sheet.cells?.get(`${row},${column}`);
          const read = other?.formulaResult ?? sheet.rows[row]?.[column] ?? null;
          if (formula !== undefined)
            expect(shownFormula(other?.formula ?? '', tableAt(i, row, column)), at).toBe(formula);
          // It makes dates of numbers that are shown as such.
          if (!(read instanceof Date) && held !== null) expect(read ?? '', at).toBe(held);
        }
      expect(sheet.tables?.map(({ name }) => name) ?? []).toEqual(workbook.sheets[i].tables.map(({ name }) => name));
      expect(sheet.charts?.length ?? 0).toBe(workbook.sheets[i].charts.length);
      expect(sheet.dataValidations?.length ?? 0).toBe(workbook.sheets[i].validations.length);
    });
  });

  it('is known for ours by a part of its own', () => {
    expect(workbook.customXml).toHaveLength(1);
    expect(workbook.customXml[0]).toContain('xmlns="urn:pppm-for-excel:workbook"');
  });

  it('shows the engine’s figures in every line and month', () => {
    const statement = forecastOf(planTables(planOfFile(SMALL, '1.0.0'))).statement('Expected', null);
    LINES.forEach(({ name, key }, i) => {
      expect(value('Forecast', 6 + i, 0)).toBe(name);
      expect(value('Forecast', 6 + i, 2)).toBe(statement.totals[key]);
      for (let month = 0; month < 18; month++)
        expect(value('Forecast', 6 + i, 3 + month), `${name}, month ${month + 1}`).toBe(statement.series[key][month]);
    });
  });

  it('passes its own checks, and no cell shows an error or waits', () => {
    expect(value('Start', 3, 1)).toBe('OK');
    const bad = workbook.sheets.flatMap(({ name, cells }) =>
      [...cells].flatMap(([row, columns]) =>
        [...columns].flatMap(([column, held]) =>
          (held.formula && held.value === null) || (typeof held.value === 'object' && held.value !== null)
            ? [`${name}, row ${row + 1}, column ${column + 1}: ${JSON.stringify(held)}`]
            : [],
        ),
      ),
    );
    expect(bad).toEqual([]);
  });

  it('is the same to the byte when it is made again, and in another time zone', async () => {
    const before = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Auckland';
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-780);
      expect(Buffer.from(await template(SMALL)).equals(Buffer.from(bytes))).toBe(true);
      process.env['TZ'] = 'America/St_Johns';
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(210);
      expect(Buffer.from(writeXlsx({ ...workbook, addins: ['PPPM'] })).equals(Buffer.from(bytes))).toBe(true);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('The templates that are ready-made', () => {
  const configs = readdirSync(TEMPLATES).filter((name) => name.endsWith('.json'));

  it('are there for five kinds of practice', () => {
    expect(configs).toHaveLength(5);
    expect(readdirSync(TEMPLATES).filter((name) => name.endsWith('.xlsx'))).toEqual(
      configs.map((name) => name.replace(/json$/, 'xlsx')),
    );
  });

  it.each(configs)('have not drifted from %s; npm run templates makes them anew', async (name) => {
    const path = join(TEMPLATES, name);
    const made = await template(JSON.parse(readFileSync(path, 'utf8')) as PracticeFile);
    expect(Buffer.from(made).equals(readFileSync(path.replace(/json$/, 'xlsx')))).toBe(true);
  });

  it.each(configs)('have figures and no error: %s', (name) => {
    const read = readXlsx(readFileSync(join(TEMPLATES, name.replace(/json$/, 'xlsx')))).workbook;
    const start = read.sheets[0].cells;
    expect(['OK', 'REVIEW']).toContain(start.get(3)?.get(1)?.value);
    expect(start.get(9)?.get(1)?.value).toBeGreaterThan(10_000);
    expect(read.sheets.some((sheet) => sheet.name === 'Variance')).toBe(name.includes('actuals'));
  });
});

const libreOffice = findLibreOffice();
if (!libreOffice) console.log('Left out: the file in LibreOffice, for soffice is not installed.');

describe.skipIf(!libreOffice)('In LibreOffice', () => {
  const WRONG = -999;
  /** A number is shown with all its digits, also where it would be a date. */
  const DIGITS = { numberFormat: '0.000000000000000E+00' };
  /**
   * LibreOffice 7.4 takes ROW of a table for an error: the stamp of the inputs, and the check of cells below tables. So
   * it does INDEX of a table with its header, in which Uncertainty and Risk look up what a driver is now.
   */
  const BEYOND_IT = /ROW\(tbl|AVERAGEIFS\(INDEX\(tbl|^=IFERROR\(INDEX\(tbl/;
  const isNative = ({ formula }: Cell) =>
    formula !== undefined && isCalculatedInLibreOffice(formula) && !BEYOND_IT.test(formula);

  /** Functions of the add-in as their values, and every cell that LibreOffice is to calculate wrong. */
  const planted: Workbook = {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const filled = (row: number, column: number): boolean =>
        [...sheet.cells].some(([r, columns]) =>
          [...columns].some(
            ([c, held]) =>
              isNative(held) &&
              held.spill &&
              row >= r &&
              row < r + held.spill.rows &&
              column >= c &&
              column < c + held.spill.columns,
          ),
        );
      return {
        ...sheet,
        cells: new Map(
          [...sheet.cells].map(([row, columns]) => [
            row,
            new Map(
              [...columns].map(([column, held]): [number, Cell] => {
                if (isNative(held) || (!held.formula && held.value !== null && filled(row, column)))
                  return [column, { ...held, value: WRONG, format: DIGITS }];
                const { formula: _, spill: __, ...standing } = held;
                return [column, { ...standing, format: DIGITS }];
              }),
            ),
          ]),
        ),
      };
    }),
  };

  it('opens, and every native formula gives the value that the file has', () => {
    const opened = openInLibreOffice(libreOffice!, 'workbook.xlsx', writeXlsx(planted));
    expect([...opened.keys()].sort()).toEqual(workbook.sheets.map(({ name }) => name).sort());
    let calculated = 0;
    const differ = workbook.sheets.flatMap(({ name, cells }) =>
      [...cells].flatMap(([row, columns]) =>
        [...columns].flatMap(([column, held]) => {
          if (!isNative(held)) return [];
          calculated++;
          const shown = opened.get(name)?.[row]?.[column] ?? '';
          const right =
            typeof held.value === 'number' && typeof shown === 'number'
              ? Math.abs(shown - held.value) <= Math.max(1e-8, 1e-9 * Math.abs(held.value))
              : // LibreOffice writes TRUE as 1.
                shown === (typeof held.value === 'boolean' ? Number(held.value) : held.value);
          return right
            ? []
            : [`${name}, row ${row + 1}, column ${column + 1}: ${shown}, not ${String(held.value)}: ${held.formula}`];
        }),
      ),
    );
    expect(differ).toEqual([]);
    const beyond = workbook.sheets.flatMap(({ name, cells }) =>
      [...cells.values()].flatMap((columns) =>
        [...columns.values()].filter(({ formula }) => BEYOND_IT.test(formula ?? '')).map(() => name),
      ),
    );
    expect(beyond.filter((name) => name !== 'Risk' && name !== 'Uncertainty')).toHaveLength(2);
    expect(calculated).toBeGreaterThan(500);
  });

  it('opens as it is, and what it saves of it is read again: inputs, tables, and the add-in’s formulas', () => {
    const saved = convertInLibreOffice(libreOffice!, 'workbook.xlsx', bytes, 'xlsx').get('workbook.xlsx');
    const read = readXlsx(saved!).workbook;
    expect(read.sheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name));
    const tables = ({ sheets }: Workbook) =>
      sheets
        .flatMap((sheet) => sheet.tables.map(({ name, area }) => `${name} on ${sheet.name}: ${areaName(area)}`))
        .sort();
    expect(tables(read)).toEqual(tables(workbook));
    const constants = ({ cells }: Workbook['sheets'][number]) =>
      [...cells].flatMap(([row, columns]) =>
        [...columns].flatMap(([column, { value: held, formula }]) =>
          formula === undefined && held !== null && held !== '' ? [`${row},${column}: ${JSON.stringify(held)}`] : [],
        ),
      );
    for (const name of ['Panel', 'Costs', 'Scenarios'])
      expect(constants(read.sheets.find((sheet) => sheet.name === name)!)).toEqual(
        constants(workbook.sheets.find((sheet) => sheet.name === name)!),
      );
    const ours = (sheets: Workbook['sheets']) =>
      sheets.flatMap(({ cells }) =>
        [...cells.values()].flatMap((columns) =>
          [...columns.values()].flatMap(({ formula }) => formula?.match(/PPPM\.[A-Z]+\(/g) ?? []),
        ),
      );
    expect(ours(read.sheets)).toEqual(ours(workbook.sheets));
  });
});
