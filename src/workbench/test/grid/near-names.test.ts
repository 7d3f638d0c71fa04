import { describe, expect, it } from 'vitest';
import { unknownName } from '../../grid/near-names';

const known = {
  functions: ['SUM', 'SUMIF', 'ROUND', 'PPPM.REVENUE', 'PPPM.RESERVE', 'PPPM.FORECAST'],
  names: ['GrowthRate', 'tblPanel'],
};

describe('an unknown name in a formula', () => {
  it.each([
    ['=PPPM.REVENU(1)', 'There is no function PPPM.REVENU. Did you mean PPPM.REVENUE?'],
    ['=SUM(PPPM.FORCAST(1))', 'There is no function PPPM.FORCAST. Did you mean PPPM.FORECAST?'],
    ['=SUMM(A1)', 'There is no function SUMM. Did you mean SUM or SUMIF?'],
    ['=NOTHINGLIKEIT(1)', 'There is no function NOTHINGLIKEIT.'],
    ['=GrowthRat*2', 'There is no name GrowthRat. Did you mean GrowthRate?'],
  ])('%s', (formula, text) => {
    expect(unknownName(formula, known)).toBe(text);
  });

  it.each([
    '=SUM(A1:B2)',
    '=round(GROWTHRATE*2, 1)',
    '="NOSUCH("&A1',
    '=TRUE',
    "='No such'!A1",
    '=SUM(tblPanel[Amount])',
  ])('is none in %s', (formula) => {
    expect(unknownName(formula, known)).toBeNull();
  });
});
