/** How the copy's formulas are written: readable, and known to every Excel since 2010 and to LibreOffice. */
import { describe, expect, it } from 'vitest';
import { plainCopy } from '../../src/plain-copy/plain-copy';
import { columnNumber, isFormula, type Content } from '../../src/workbook/plan/cells';
import { planTables } from '../../src/workbook/plan/plan-tables';
import { planWorkbook } from '../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../src/workbook/practice/practice';
import { teamWorkload } from '../bench/team-workload';
import { formulasOf, plannedCells } from './planned-cells';

const copies = [
  plainCopy(planTables(planWorkbook(SAMPLE_PRACTICE)), { scenario: 'Stretch', version: '1.2.3' }),
  plainCopy(teamWorkload(), { scenario: null, version: '1.2.3' }),
];
const sheets = copies.map(plannedCells);
const formulas = sheets.flatMap(formulasOf);

/** All of them are of Excel 2010 or older, none is volatile, none finds its cells by reckoning. */
const FUNCTIONS = [
  ...['ABS', 'AND', 'COLUMN', 'COUNT', 'COUNTA', 'COUNTBLANK', 'COUNTIF', 'COUNTIFS', 'DATE', 'GAMMADIST', 'IF'],
  ...['IFERROR', 'INDEX', 'INT', 'ISNUMBER', 'ISTEXT', 'LN', 'LOWER', 'MATCH', 'MAX', 'MIN', 'MOD', 'MONTH', 'N'],
  ...['NORMSDIST', 'OR', 'ROUND', 'ROUNDUP', 'SQRT', 'SUM', 'SUMIFS', 'SUMPRODUCT', 'TRIM', 'YEAR'],
];
const LONGEST = 8_192;
const FIRST_MONTH = 3;

/** The formula as it would stand in another column: each relative column as its distance. */
const inColumn = (formula: string, column: number): string =>
  formula.replace(
    /(?<![A-Za-z$_'"])([A-Z]{1,3})(\$\d+)/g,
    (_, name: string, row: string) => `[${columnNumber(name) - column}]${row}`,
  );

describe('The formulas of the copy', () => {
  it('use functions of Excel 2010 alone', () => {
    const used = new Set(
      formulas.flatMap((formula) => formula.replace(/"[^"]*"/g, '').match(/[A-Z][A-Z.0-9]*(?=\()/g) ?? []),
    );
    expect([...used].filter((name) => !FUNCTIONS.includes(name))).toEqual([]);
  });

  it('call no function of the add-in, no table by its name and no other file', () => {
    expect(formulas.filter((formula) => /PPPM\.|tbl\w+\[|\[\d+\]|#REF!/.test(formula)).slice(0, 3)).toEqual([]);
  });

  it('write small numbers as powers of ten: the workbench compares with 1E-9 as if it were a text', () => {
    expect(formulas.filter((formula) => /\dE[-+]?\d|0\.00000\d/.test(formula)).slice(0, 3)).toEqual([]);
  });

  it('fit into a cell', () => {
    expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThan(LONGEST);
  });

  it('are the same in every month of a row', () => {
    const monthly = ['Statement', 'By Payer', 'Moves', 'Drivers', 'Programs', 'Segments', 'Team', 'Cost Lines'];
    let rows = 0;
    for (const { name, cells } of sheets.flat().filter((sheet) => monthly.includes(sheet.name)))
      cells.forEach((row, r) => {
        const months = (row ?? []).slice(FIRST_MONTH).map((cell: Content | undefined) => cell ?? null);
        if (!isFormula(months[0] ?? null) || months.length < 2) return;
        rows++;
        const first = months.map((cell, t) => (isFormula(cell) ? inColumn(cell.formula, FIRST_MONTH + t) : cell));
        expect(new Set(first).size, `${name}, row ${r + 1}: ${String(first[0])}`).toBe(1);
      });
    expect(rows).toBeGreaterThan(500);
  });

  it('hold no name and no text of the inputs: those stand in cells', () => {
    const texts = ['CCM', 'Medicare', 'APCM', 'Nurse'];
    expect(formulas.filter((formula) => texts.some((text) => formula.includes(`"${text}`))).slice(0, 3)).toEqual([]);
  });
});

describe('The copy', () => {
  it('is the same for the same tables', () => {
    const again = plainCopy(teamWorkload(), { scenario: null, version: '1.2.3' });
    expect(JSON.stringify(again)).toBe(JSON.stringify(copies[1]));
  });

  it('has the inputs in tables that the add-in reads as those it was made of', () => {
    const tables = planTables(planWorkbook(SAMPLE_PRACTICE));
    const copied = planTables(plainCopy(tables, { scenario: null, version: '1.2.3' }));
    const again = planTables(plainCopy(copied, { scenario: null, version: '1.2.3' }));
    expect(again).toEqual(copied);
  });

  it('says with the first finding why tables cannot be copied', () => {
    const broken = { ...teamWorkload(), panel: [['Program'], ['CCM']] };
    expect(() => plainCopy(broken, { scenario: null, version: '1' })).toThrow(/Panel|Payer/);
  });
});
