import { describe, expect, it } from 'vitest';
import { firstTrouble, type SheetCells } from '../../../src/workbook/excel/trouble';

/** A sheet with a formula in B2, what it shows, and what else stands there. */
const sheet = (formula: string, shows: unknown, others: Record<string, unknown> = {}): SheetCells => {
  const cells = (first: unknown) => [
    ['', '', ''],
    ['', first, others['C2'] ?? ''],
    ['', others['B3'] ?? '', ''],
  ];
  return { sheetId: 'one', name: 'Forecast', row: 0, column: 0, formulas: cells(formula), values: cells(shows) };
};
const trouble = (...sheets: SheetCells[]) => {
  const found = firstTrouble(sheets, 36);
  return found && [found.error, found.at.address, found.inTheWay?.address ?? null];
};

describe('A formula that cannot calculate', () => {
  it.each([
    ['#SPILL!', { C2: 'typed' }, 'Forecast!C2'],
    ['#SPILL!', { B3: 0 }, 'Forecast!B3'],
    ['#SPILL!', {}, null],
    ['#NAME?', {}, null],
    ['#CALC!', {}, null],
    ['#CONNECT!', {}, null],
    ['#VALUE!', {}, null],
  ])('is a state of its own by its error: %s beside %j', (error, others, inTheWay) =>
    expect(trouble(sheet('=PPPM.FORECAST(tblPanel[#All])', error, others))).toEqual([error, 'Forecast!B2', inTheWay]),
  );

  it.each(['#BUSY!', '#GETTING_DATA'])('is none while its answer is on its way: %s', (error) =>
    expect(trouble(sheet('=PPPM.FORECAST(tblPanel[#All])', error))).toBeNull(),
  );

  it('is told before those that follow from it', () => {
    const calc = sheet('=PPPM.LEAKAGE(tblPanel[#All])', '#CALC!');
    const name = sheet('=PPPM.BREAKEVEN(tblPanel[#All])', '#NAME?');
    const spill = sheet('=PPPM.FORECAST(tblPanel[#All])', '#SPILL!', { C2: 1 });
    expect(trouble(calc, name)?.[0]).toBe('#NAME?');
    expect(trouble(calc, name, spill)?.[0]).toBe('#SPILL!');
  });

  it('is none of ours where it does not call the add-in', () => {
    expect(trouble(sheet('=1/0', '#DIV/0!'))).toBeNull();
    expect(trouble(sheet('typed', '#CALC!'))).toBeNull();
  });
});
