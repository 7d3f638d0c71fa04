/** A practice's plain-formula copy as a file: it does without the add-in, and stands calculated. */
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import type { PracticeFile } from '../../src/template/practice-file';
import { tablesOf } from '../../src/plain-copy/of-file';
import { plainFile, plainTemplate, template } from '../../src/template/template';
import { readXlsx } from '../../src/xlsx';
import { apart } from '../plain-copy/figures';
import { faultsOf } from '../xlsx/package-faults';
import { valuesIn } from '../xlsx/values-in';

const SMALL: PracticeFile = { programs: ['CCM', 'APCM'], months: 14, payers: ['Medicare'] };
const live = await template(SMALL);
const bytes = await plainTemplate(SMALL);
const { workbook } = readXlsx(bytes);

describe('The plain-formula file of a practice', () => {
  it('keeps the rules of the standard', () => expect(faultsOf(bytes)).toEqual([]));

  it('asks nothing of the add-in, and is not taken for a workbook of it', () => {
    const formulas = workbook.sheets.flatMap(({ cells }) =>
      [...cells.values()].flatMap((row) => [...row.values()].flatMap(({ formula }) => formula ?? [])),
    );
    expect(formulas.length).toBeGreaterThan(1_000);
    expect(formulas.filter((formula) => /PPPM\.|_xl/i.test(formula))).toEqual([]);
    expect(workbook.customXml).toEqual([]);
    expect(readXlsx(live).workbook.customXml).toHaveLength(1);
  });

  it('stands calculated: every figure of its statements is the engine’s', () => {
    const file = readXlsx(live).workbook;
    const forecast = forecastOf(tablesOf(file));
    const headline = file.sheets[0].cells.get(10)?.get(1)?.value;
    expect(forecast.projection('Expected').total.totals.allowedRevenue).toBeCloseTo(Number(headline), 6);
    expect(apart(valuesIn(workbook), forecast.projection('Expected'), ['CCM', 'APCM'], 14)).toEqual([]);
  });

  it('is the same from the live workbook’s file', async () => {
    expect(await plainFile(readXlsx(live).workbook)).toEqual(bytes);
  });

  it('is refused of a file that is no workbook of the add-in', async () => {
    const file = readXlsx(live).workbook;
    const without = file.sheets.filter(({ name }) => name !== 'Costs');
    await expect(plainFile({ ...file, sheets: without })).rejects.toThrow('The file has no table tblCosts');
  });
});
