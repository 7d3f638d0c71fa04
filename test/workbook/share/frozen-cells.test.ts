import { describe, expect, it } from 'vitest';
import { formulasToFreeze, type SheetContents } from '../../../src/workbook/share/find-formulas';
import { readStoreRow, storeRow } from '../../../src/workbook/share/frozen-cells';
import { sealOf } from '../../../src/workbook/share/seal';
import { area, isFormula } from '../../../src/workbook/plan/cells';

const kept = {
  sheet: "Payer's Mix",
  area: area(5, 1, 2, 3),
  formula: "=PPPM.FORECAST(tblPanel[#All],B$3,'Other sheet'!C4:D9)",
  seal: 'abc',
  row: null,
};
const formulas = storeRow(kept).map((content) => (content !== null && isFormula(content) ? content.formula : content));

describe('a formula that is kept', () => {
  it('stands beside native formulas that name its cells and whatever it names', () =>
    expect(formulas.filter((_, i) => i !== 3)).toEqual([
      "'Payer''s Mix'!B6",
      "=ROWS('Payer''s Mix'!$B$6:$D$7)",
      kept.formula,
      "=ROWS('Payer''s Mix'!$B$3)",
      "=ROWS('Other sheet'!$C$4:$D$9)",
    ]));

  it('is read back with its places as Excel has moved them', () => {
    const moved = [...formulas];
    moved[1] = '=ROWS(Renamed!$B$8:$D$9)';
    moved[4] = '=ROWS(Renamed!$B$5)';
    moved[5] = '=ROWS(#REF!)';
    expect(readStoreRow(moved)).toMatchObject({
      now: { sheet: 'Renamed', area: area(7, 1, 2, 3) },
      formula: kept.formula,
      seal: 'abc',
      moved: [{ prefix: 'Renamed!', cells: '$B$5' }, null],
    });
  });

  it.each([[[]], [['Mine!A1', '=ROWS(A1)', '=PPPM.X()', 'no details']], [['', '', 3, '']]])(
    'is not made of what somebody has typed there: %j',
    (row) => expect(readStoreRow(row)).toBeNull(),
  );
});

describe('a seal', () => {
  it('tells another value, and not a blank row or column that was inserted', () => {
    const seal = sealOf([
      [1, 'a'],
      ['', 3],
    ]);
    expect(
      sealOf([
        [1, '', 'a'],
        ['', '', ''],
        ['', '', 3],
      ]),
    ).toBe(seal);
    expect(
      sealOf([
        [1, 'a'],
        ['', 4],
      ]),
    ).not.toBe(seal);
    expect(sealOf([[1, 'a', 3]])).not.toBe(seal);
  });
});

describe('formulas to be replaced', () => {
  const sheet = (name: string, cells: unknown[][]): SheetContents => ({
    name,
    row: 0,
    column: 0,
    formulas: cells,
    values: cells.map((row) => row.map((cell) => (String(cell).startsWith('=') ? 0 : cell))),
  });

  it('are those that call the add-in, and those that ask for all that these spill, and so on', () => {
    const found = formulasToFreeze([
      sheet('Forecast', [['=PPPM.FORECAST(1)', '=SUM(A1)', '=A1#+1', '=SUM(E1#)', '=OTHER!A1#']]),
      sheet('Mine', [['=SUM(Forecast!A1#)', '=Forecast!C1#', '=Z9#', 'text', 5]]),
    ]);
    expect(found.map(({ sheet: on, formula }) => `${on} ${formula}`).sort()).toEqual([
      'Forecast =A1#+1',
      'Forecast =PPPM.FORECAST(1)',
      'Mine =Forecast!C1#',
      'Mine =SUM(Forecast!A1#)',
    ]);
  });

  it('are not texts that look like one', () =>
    expect(
      formulasToFreeze([
        { name: 'Mine', row: 0, column: 0, formulas: [['=PPPM.RATE(1)']], values: [['=PPPM.RATE(1)']] },
      ]),
    ).toEqual([]));
});
