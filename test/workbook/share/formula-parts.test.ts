import { describe, expect, it } from 'vitest';
import {
  callsAddin,
  cellReferences,
  fixedCells,
  tablesNamed,
  withMoved,
  type Moved,
} from '../../../src/workbook/share/formula-parts';
import { AT_ONCE } from '../../../src/functions/at-once';
import { LATER } from '../../../src/functions/later';
import { OUR_FUNCTIONS } from '../../../src/workbook/share/our-functions';
import { repaired, asPlanned } from '../../../src/workbook/share/repaired';

describe('a formula calls the add-in', () => {
  it.each([
    ['=PPPM.FORECAST(tblPanel[#All])', true],
    ['=1+pppm.rate("99490")', true],
    ['=_xldudf_PPPM_RATE("99490")', true],
    ['=_xldudf_pppm_rate("99490")', true],
    ['=CONTOSO.PPPM.RATE("99490")', true],
    ["='C:\\add-ins\\pppm.xll'!PPPM.RATE(1)", true],
    ['=IF(A1="PPPM.RATE(1)",1,2)', false],
    ['=PPPM+1', false],
    ['=APPPM.RATE(1)', false],
    ['=_xldudf_CONTOSO_PRICE(1)', false],
    ['=CONTOSO.PPPM.PRICE(1)', false],
    ['=PPPM.OFALATERVERSION(1)', true],
    ['=PPPMRATE(1)', false],
    ['=LET(PPPM.RATE,1,PPPM.RATE+1)', false],
    ["='PPPM.RATE'!A1", false],
  ])('%s: %s', (formula, calls) => expect(callsAddin(formula)).toBe(calls));
});

describe('cells that a formula names', () => {
  it('are found with their sheets, and not in texts, tables, other files or rows of sheets', () =>
    expect(
      cellReferences(
        `=PPPM.FORECAST(tblPanel[#All],$A$5,'Payer Mix'!B5:$C9,Forecast!A6#,A:A,$1:3,"A1",[Book.xlsx]S!A1,Jan:Mar!A1,LOG10(B2))`,
      ).map(({ prefix, cells, isSpill }) => [prefix, cells, isSpill]),
    ).toEqual([
      ['', '$A$5', false],
      ["'Payer Mix'!", 'B5:$C9', false],
      ['Forecast!', 'A6', true],
      ['', 'A:A', false],
      ['', '$1:3', false],
      ['', 'B2', false],
    ]));

  it('are fixed for whoever keeps account of them', () =>
    expect(['A1', '$B7:c9', 'A:$B', '1:$3'].map(fixedCells)).toEqual(['$A$1', '$B$7:$c$9', '$A:$B', '$1:$3']));

  const follow = (formula: string, moved: readonly Moved[], rows = 0) =>
    withMoved(formula, cellReferences(formula), moved, rows);

  it('are followed as Excel follows them: dollar signs stay, sheets are renamed, what was deleted is #REF!', () => {
    const here = (cells: string): Moved => ({ prefix: 'Mine!', cells });
    expect(
      follow(
        '=PPPM.RATE(B5)+$B5+B$5+$B$5',
        [0, 1, 2, 3].map(() => here('$C$7')),
      ),
    ).toBe('=PPPM.RATE(C7)+$C7+C$7+$C$7');
    expect(follow('=PPPM.RATE(A:A,$2:3)', [here('$B:$B'), here('$4:$5')])).toBe('=PPPM.RATE(B:B,$4:5)');
    expect(follow('=PPPM.X(Panel!B5:B9)', [{ prefix: "'Our panel'!", cells: '$B$6:$B$12' }])).toBe(
      "=PPPM.X('Our panel'!B6:B12)",
    );
    expect(follow("=PPPM.X('Panel'!B5)", [{ prefix: 'Panel!', cells: '$B$5' }])).toBe("=PPPM.X('Panel'!B5)");
    expect(follow('=PPPM.X(Panel!B5,C1)', [null, here('$C$1')])).toBe('=PPPM.X(Panel!#REF!,C1)');
  });

  it('move with the row of a formula that was sorted, where they are relative', () =>
    expect(
      follow(
        '=PPPM.RATE(B5)+B$5+$1:1',
        [
          { prefix: 'Mine!', cells: '$B$5' },
          { prefix: 'Mine!', cells: '$B$5' },
          { prefix: 'Mine!', cells: '$1:$1' },
        ],
        3,
      ),
    ).toBe('=PPPM.RATE(B8)+B$5+$1:4'));
});

describe('tables that a formula names', () => {
  it.each([
    ['=PPPM.FORECAST(tblPanel[#All],tblPayerMix[[#Headers],[Payer]],tblPanel[Program])', ['tblPanel', 'tblPayerMix']],
    ['=PPPM.RATE(tblMine[[#This Row],[Code]])+A1', ['tblMine']],
    ['=PPPM.RATE([@Code])+PPPM.RATE("tblMine[Code]")', []],
  ])('%s', (formula, tables) => expect(tablesNamed(formula)).toEqual(tables));
});

describe('a formula that came back broken', () => {
  it.each([
    ['=_xldudf_pppm_forecast(tblPanel[#all],TRUE())', '=PPPM.FORECAST(tblPanel[#All],TRUE)'],
    ['=_xldudf_PPPM_RATE("99490")', '=PPPM.RATE("99490")'],
    ['=_xll.PPPM.RATE(1)', '=PPPM.RATE(1)'],
    ['=[1]!PPPM.RATE(1)+1', '=PPPM.RATE(1)+1'],
    ["='C:\\a b\\pppm.xll'!PPPM.RATE(1)", '=PPPM.RATE(1)'],
    ['=pppm.xlam!PPPM.RATE(1)', '=PPPM.RATE(1)'],
    ['=CONTOSO.PPPM.RATE(FALSE())', '=PPPM.RATE(FALSE)'],
    ['=IF(A1="_xldudf_pppm_rate(1)",_xldudf_pppm_rate(1),0)', '=IF(A1="_xldudf_pppm_rate(1)",PPPM.RATE(1),0)'],
    ['=IF(A1>0,_xldudf_PPPM_RATE("99490"),0)', '=IF(A1>0,PPPM.RATE("99490"),0)'],
    ['=LET(x,_xldudf_PPPM_RATE("99490"),x*2)', '=LET(x,PPPM.RATE("99490"),x*2)'],
    ['=_xlfn.LET(_xlpm.x,contoso_pppm_rate(1),_xlpm.x)', '=_xlfn.LET(_xlpm.x,PPPM.RATE(1),_xlpm.x)'],
    ['=@_xldudf_PPPM_RATE(1)', '=@PPPM.RATE(1)'],
    ['=_xlfn.SINGLE(_xldudf_PPPM_RATE(MAX(1,2)))+1', '=@PPPM.RATE(MAX(1,2))+1'],
    ['=_xlfn.SINGLE(PPPM.RATE(1))', '=@PPPM.RATE(1)'],
    ['=_xlfn.SINGLE(PPPM.RATE(1)+1)', null],
    ['=_xlfn.SINGLE(OTHER.RATE(1))', null],
    ['=Contoso.Health.PPPM.RATE(1)+Contoso.PPPM.PRICE(1)', '=PPPM.RATE(1)+Contoso.PPPM.PRICE(1)'],
    ['=CONTOSO.PPPM.PRICE(1)', null],
    ['=PPPMX.RATE(1)', null],
    ['=@PPPM.RATE(1)', null],
    ['=PPPM.RATE(TRUE())', null],
    ['=_xldudf_CONTOSO_PRICE(1)', null],
    ['="_xldudf_pppm_rate(1)"', null],
    ['=SUM(A1)', null],
  ])('%s → %s', (broken, whole) => expect(repaired(broken)).toBe(whole));

  it('reads to the letter as the plan has it, where it says the same', () => {
    const toPlan = asPlanned(['=PPPM.FORECAST(tblPanel[#All],ActiveScenario)']);
    expect(toPlan('=PPPM.FORECAST(tblpanel[#All],activescenario)')).toBe(
      '=PPPM.FORECAST(tblPanel[#All],ActiveScenario)',
    );
    expect(toPlan('=PPPM.RATE(1)')).toBe('=PPPM.RATE(1)');
  });

  it('loses the @ that the plan has not, and keeps one of the user’s own', () => {
    const toPlan = asPlanned(['=PPPM.FORECAST(tblPanel[#All])']);
    expect(toPlan('=@PPPM.FORECAST(tblPanel[#All])')).toBe('=PPPM.FORECAST(tblPanel[#All])');
    expect(toPlan('=@PPPM.RATE(1)')).toBe('=@PPPM.RATE(1)');
  });

  it('is known by the names of all functions that there are', () =>
    expect([...OUR_FUNCTIONS].sort()).toEqual([...Object.keys(AT_ONCE), ...Object.keys(LATER)].sort()));
});
