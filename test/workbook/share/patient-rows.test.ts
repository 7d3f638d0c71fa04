import { describe, expect, it } from 'vitest';
import { patientRows } from '../../../src/workbook/share/patient-rows';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { plain } from '../../../src/workbook/plan/cells';

const sheet = (values: unknown[][], row = 0, column = 0) => [{ name: 'Mine', row, column, formulas: values, values }];
const found = (values: unknown[][], row = 0, column = 0) =>
  patientRows(sheet(values, row, column)).map(({ sign, area: cells, rows }) => `${sign}: ${plain(cells)}, ${rows}`);

describe('rows that name patients', () => {
  it('stand below the headers of rosters and claims, as wide as these are', () => {
    expect(
      found([
        ['', 'January', '', ''],
        ['', 'MRN', 'Program', 'Enrolled'],
        ['', 'X1', 'CCM', 45000],
        ['', '', 'RPM', ''],
        ['', '', '', ''],
        ['', 'Total', 2, ''],
      ]),
    ).toEqual(['MRN: B2:D4, 2']);
    expect(
      found(
        [
          ['Claim ID', 'Patient_ID'],
          ['C1', 'P1'],
        ],
        9,
        4,
      ),
    ).toEqual(['Claim ID: E10:F11, 1']);
  });

  it('stand below who a person is, too', () =>
    expect(
      found([
        ['Name', 'Date of Birth'],
        ['N.', 20000],
      ]),
    ).toEqual(['Date of Birth: A1:B2, 1']));

  it('are known by the form of their numbers where no header is', () =>
    expect(
      found([
        ['1EG4-TE5-MK73', 'x'],
        ['1EG4TE5MK72', 'y'],
        ['', ''],
        ['123-45-6789', 'z'],
      ]),
    ).toEqual(['a Medicare beneficiary number: A1:B2, 2', 'a social security number: A4:B4, 1']));

  it('are none where nothing stands below the header, and in sums of patients', () => {
    expect(
      found([
        ['Patient ID', 'Program'],
        ['', ''],
      ]),
    ).toEqual([]);
    expect(
      found([
        ['Month', 'Closing patients', 'Submitted claims'],
        [1, 20, 30],
      ]),
    ).toEqual([]);
  });

  it('are none in a workbook as it is built', () => {
    const sheets = planWorkbook(SAMPLE_PRACTICE).sheets.map(({ name, blocks }) => {
      const values: unknown[][] = [];
      for (const { row, column, contents } of blocks)
        contents.forEach((cells, r) =>
          cells.forEach((cell, c) => {
            while (values.length <= row + r) values.push([]);
            const line = values[row + r];
            while (line.length <= column + c) line.push('');
            line[column + c] = cell ?? '';
          }),
        );
      return { name, row: 0, column: 0, formulas: values, values };
    });
    expect(patientRows(sheets)).toEqual([]);
  });
});
