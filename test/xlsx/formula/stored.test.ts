import { describe, expect, it } from 'vitest';
import { isDynamic } from '../../../src/xlsx/formula/dynamic';
import { movedFormula } from '../../../src/xlsx/formula/moved';
import { prefixOf } from '../../../src/xlsx/formula/newer-functions';
import { shownFormula, storedFormula } from '../../../src/xlsx/formula/stored';

describe('A formula is stored as Excel stores it, and read back as Excel shows it:', () => {
  it.each([
    ['=PPPM.REVENUE(100,0.8)', '_xldudf_PPPM_REVENUE(100,0.8)'],
    ['=IFNA(PPPM.RATE(A1),"PPPM.RATE(A1)")', '_xlfn.IFNA(_xldudf_PPPM_RATE(A1),"PPPM.RATE(A1)")'],
    ['=SUM(A1#)', 'SUM(_xlfn.ANCHORARRAY(A1))'],
    ["=SUM('Payer Mix'!$A$3#)*2", "SUM(_xlfn.ANCHORARRAY('Payer Mix'!$A$3))*2"],
    ['=Calc!A3#&"A1#"', '_xlfn.ANCHORARRAY(Calc!A3)&"A1#"'],
    ['=@A1:A9', '_xlfn.SINGLE(A1:A9)'],
    ['=@PPPM.PANEL(A1,B1)+1', '_xlfn.SINGLE(_xldudf_PPPM_PANEL(A1,B1))+1'],
    ['=FILTER(A1:A9,B1:B9="x")', '_xlfn._xlws.FILTER(A1:A9,B1:B9="x")'],
    ['=LET(x,2,rate,A1,x*rate)', '_xlfn.LET(_xlpm.x,2,_xlpm.rate,A1,_xlpm.x*_xlpm.rate)'],
    ['=MAP(A1:A3,LAMBDA(a,a*2))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.a,_xlpm.a*2))'],
    ['=GAMMA.DIST(20,4,5,TRUE)', '_xlfn.GAMMA.DIST(20,4,5,TRUE)'],
    ['=ERROR.TYPE(A1)+SUMIFS(A:A,B:B,"#N/A")', 'ERROR.TYPE(A1)+SUMIFS(A:A,B:B,"#N/A")'],
    ['=tblPanel[@[Opening patients]]*2', 'tblPanel[[#This Row],[Opening patients]]*2'],
    ["=tblPanel[[#All],[It''s]]", "tblPanel[[#All],[It''s]]"],
    ['=IF(A1=#N/A,1,2)', 'IF(A1=#N/A,1,2)'],
  ])('%s', (shown, stored) => {
    expect(storedFormula(shown, ['PPPM'])).toBe(stored);
    expect(shownFormula(stored)).toBe(shown);
  });

  it('within its own table, whose name may be left out', () => {
    expect(storedFormula('=[@Codes]&[@[Two words]]', [], 'tblMix')).toBe(
      'tblMix[[#This Row],[Codes]]&tblMix[[#This Row],[Two words]]',
    );
    expect(shownFormula('tblMix[[#This Row],[Codes]]&tblPanel[[#This Row],[Codes]]', 'tblMix')).toBe(
      '=[@Codes]&tblPanel[@Codes]',
    );
  });

  it('as LibreOffice writes it, in lower case', () => {
    expect(shownFormula('_xldudf_pppm_forecast(tblPanel[#All],TRUE())')).toBe('=PPPM.FORECAST(tblPanel[#All],TRUE())');
  });

  it('and another add-in’s functions are left alone', () => {
    expect(storedFormula('=OTHER.FN(1)', ['PPPM'])).toBe('OTHER.FN(1)');
  });
});

const ONE_CELL = new Set(['ActiveScenario']);
const dynamic = (formula: string) =>
  isDynamic(
    formula,
    (name) => ONE_CELL.has(name),
    (name) => prefixOf(name) !== '',
  );

describe('Excel is told that a formula may fill several cells', () => {
  it.each([
    '=PPPM.REVENUE(100,0.8)',
    '=tblPayerMix[Codes]&""',
    '=A1:A9*2',
    '=SUMPRODUCT((A1:A9>10)*A1:A9)',
    '=SUM(IF(A1:A9>1,1))',
    '=SUM(-A1:A9)',
    '=INDEX(A1:A9,2)',
    '=A1#',
    '=SEQUENCE(3)',
    '={1,2}',
    '=Guardrails',
    '=COUNTIFS(A1:A9,B1:B9)',
    '=IF(TRUE,A:A)',
    "='Payer Mix'!A1:A9",
  ])('%s', (formula) => expect(dynamic(formula)).toBe(true));

  it.each([
    '=A1+$B$2*2',
    '=SUM(A1:A9)',
    "=MAX(0,SUM('Payer Mix'!A1:A9,B1))",
    '=IF(ActiveScenario="","none",TEXT(A1,"0.0"))',
    '=IFNA(A1,"no")',
    '=SUM(tblPanel[Eligible patients])',
    '=tblPanel[@Codes]&"A1:A9"',
    '=Forecast!$A$53',
    '=ERROR.TYPE(A1)',
  ])('but not of %s', (formula) => expect(dynamic(formula)).toBe(false));
});

describe('A formula that cells share moves with them:', () => {
  it.each([
    ['A1+$B$2*C$3+$D4', 'B3+$B$2*D$3+$D6'],
    ['SUM(A1:B2)&"A1"', 'SUM(B3:C4)&"A1"'],
    ["'A1'!A1+LOG10(A1)", "'A1'!B3+LOG10(B3)"],
    ['SUM(A:B)+SUM(1:2)+SUM($1:$2)', 'SUM(B:C)+SUM(3:4)+SUM($1:$2)'],
    ['tbl[A1]*2', 'tbl[A1]*2'],
  ])('%s', (formula, moved) => expect(movedFormula(formula, 2, 1)).toBe(moved));

  it('and off the sheet it refers to nothing', () => expect(movedFormula('A1', -1, 0)).toBe('#REF!'));
});
