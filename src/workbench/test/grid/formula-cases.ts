/**
 * Formulas and what Excel gives for them: from Excel's documentation or worked out by hand, never from the grid.
 * They are written on a sheet of their own beside these:
 *
 *   Data          A1:D13, twelve months of regions: East, West, North in turn, products A and B, amounts 100 to 1200
 *   Panel         tblPanel in A4:D8: Program · Opening patients · Conversion rate · Referrals per month
 *   Payer Mix     tblPayerMix in A1:C4: Program · Payer · Share of panel
 *   Forecast      A1: a spill of PPPM.FORECAST, 35 × 40
 *   names         GrowthRate 5%, Amounts Data!D2:D13, ActiveScenario "Expected", Months = Forecast!A1#
 */
import type { CellError } from '../../grid/grid';

type Expected = number | string | boolean | null | { error: CellError['error'] };

export interface FormulaCase {
  formula: string;
  gives: Expected | Expected[][];
}

const error = (code: CellError['error']) => ({ error: code });
const cases = (list: [string, Expected | Expected[][]][]): FormulaCase[] =>
  list.map(([formula, gives]) => ({ formula, gives }));

export const everyday = cases([
  ['=668<0.000000001', false],
  ['=IF(0.0000001<.0000002,0.0000001*10^7,0)', 1],
  ['=SUM(Data!D2:D13)', 7800],
  ['=SUMIFS(Data!D2:D13,Data!A2:A13,"East",Data!D2:D13,">300")', 2100],
  ['=SUMIFS(Data!D2:D13,Data!A2:A13,{"East","West"})', [[2200, 2600]]],
  ['=COUNTIF(Data!A2:A13,"East")', 4],
  ['=COUNTIF(Data!A2:A13,"E*")', 4],
  ['=COUNTIF(Data!D2:D13,">600")', 6],
  ['=COUNTIFS(Data!A2:A13,"East",Data!B2:B13,"A")', 2],
  ['=COUNTA(Data!A1:A13)', 13],
  ['=AVERAGE(Data!D2:D13)', 650],
  ['=AVERAGEIFS(Data!D2:D13,Data!B2:B13,"A")', 600],
  ['=MAX(Data!D2:D13)', 1200],
  ['=MIN(Data!D2:D13)', 100],
  ['=SUMPRODUCT((Data!A2:A13="East")*Data!D2:D13)', 2200],
  ['=SUMPRODUCT(ABS({1,-2,3}-{3,2,1}))', 8],
  ['=ROUND(2.675,2)', 2.68],
  ['=ROUND(-2.5,0)', -3],
  ['=ROUND(1234.5678,-2)', 1200],
  ['=ROUNDUP(1.21,1)', 1.3],
  ['=INT(-1.5)', -2],
  ['=MOD(-3,2)', 1],
  ['=ABS(-7)', 7],
  ['=IF(1>2,"yes","no")', 'no'],
  ['=IF({1,0},"y","n")', [['y', 'n']]],
  ['=IFS(FALSE,1,TRUE,2)', 2],
  ['=AND(TRUE,1=1)', true],
  ['=OR(FALSE,1=2)', false],
  ['=NOT(FALSE)', true],
  ['=IFERROR(1/0,"none")', 'none'],
  ['=IFERROR({1,2}/{0,1},0)', [[0, 2]]],
  ['=IFNA(MATCH("q",Data!A2:A13,0),-1)', -1],
  ['=ISERROR(1/0)', true],
  ['=ISNUMBER(Data!D2)', true],
  ['=ISBLANK(Data!Z99)', true],
  ['=Data!Z99', 0],
  ['=Data!Z99&""', ''],
  ['=10%+1', 1.1],
  ['=-2^2', 4],
  ['=SUM(2*{1,2})', 6],
  ['=10-{1,2}', [[9, 8]]],
  ['="a"&"b"&1', 'ab1'],
  ['="abc"="ABC"', true],
  ['=TRUE+1', 2],
  ['=0.1+0.2=0.3', true],
  ['=SWITCH(3,1,"a",3,"c")', 'c'],
  ['=CHOOSE(2,10,20,30)', 20],
]);

export const lookups = cases([
  ['=INDEX(Data!D2:D13,MATCH("West",Data!A2:A13,0))', 200],
  ['=INDEX(Data!A1:D13,3,4)', 200],
  ['=SUM(INDEX(Data!D1:D13,0,1))', 7800],
  ['=MATCH(350,Data!D2:D13,1)', 3],
  ['=XMATCH("West",Data!A2:A13)', 2],
  ['=XMATCH(350,Data!D2:D13,-1)', 3],
  ['=XLOOKUP("North",Data!A2:A13,Data!D2:D13)', 300],
  ['=XLOOKUP("Zzz",Data!A2:A13,Data!D2:D13,"none")', 'none'],
  ['=XLOOKUP(350,Data!D2:D13,Data!D2:D13,0,-1)', 300],
  ['=VLOOKUP("B",Data!B2:D13,3,FALSE)', 200],
  ["='Payer Mix'!C2", 0.6],
  ["=SUM('Payer Mix'!C2:C4)", 2],
  ["=SUMIFS('Payer Mix'!C:C,'Payer Mix'!A:A,\"CCM\")", 1],
  ['=HYPERLINK("#Panel!A1","Panel")', 'Panel'],
]);

export const dates = cases([
  ['=DATE(2026,2,28)', 46081],
  ['=EDATE(DATE(2025,1,31),1)', 45716],
  ['=EDATE(DATE(2024,2,29),12)', 45716],
  ['=EDATE(DATE(2025,3,31),-1)', 45716],
  ['=EDATE(DATE(2025,1,31),{0,1,2})', [[45688, 45716, 45747]]],
  ['=EOMONTH(DATE(2025,1,15),2)', 45747],
  ['=EOMONTH(DATE(2025,1,1),0)', 45688],
  ['=EOMONTH(DATE(2025,1,1),SEQUENCE(1,3,0))', [[45688, 45716, 45747]]],
  ['=EOMONTH("x",1)', error('#VALUE!')],
  ['=YEAR(45716)*100+MONTH(45716)', 202502],
  ['=TEXT(DATE(2025,1,31),"mmm-yy")', 'Jan-25'],
  ['=LEN(DATE(2025,1,31))', 5],
  ['=MID(DATE(2025,1,31),2,2)&RIGHT(DATE(2025,1,31))', '568'],
  ['=FIND("6",EOMONTH(DATE(2025,1,1),0))', 3],
  ['=TEXT(1234.5,"#,##0.00")', '1,234.50'],
  ['=TEXT(0.625,"0.0%")', '62.5%'],
  ['=TEXT({1.5,2},"0.00")', [['1.50', '2.00']]],
]);

export const arrays = cases([
  [
    '=SEQUENCE(2,3,10,5)',
    [
      [10, 15, 20],
      [25, 30, 35],
    ],
  ],
  [
    '={1;2}*{10,20}',
    [
      [10, 20],
      [20, 40],
    ],
  ],
  ['=Data!D2:D4*2', [[200], [400], [600]]],
  [
    '=TRANSPOSE({1,2;3,4})',
    [
      [1, 3],
      [2, 4],
    ],
  ],
  ['=FILTER(Data!D2:D13,Data!A2:A13="East")', [[100], [400], [700], [1000]]],
  ['=SORT(UNIQUE(Data!A2:A13))', [['East'], ['North'], ['West']]],
  ['=LET(x,5,y,x*2,x+y)', 15],
  ['=LET(a,SEQUENCE(3),b,a*2,SUM(FILTER(b,b>2)))', 10],
  ['=SCAN(0,SEQUENCE(1,4),LAMBDA(a,b,a+b))', [[1, 3, 6, 10]]],
  ['=MAP(SEQUENCE(3),LAMBDA(a,a*2))', [[2], [4], [6]]],
  ['=BYROW(SEQUENCE(2,2),LAMBDA(r,SUM(r)))', [[3], [7]]],
  [
    '=HSTACK({1;2},{3;4})',
    [
      [1, 3],
      [2, 4],
    ],
  ],
  [
    '=VSTACK({1,2},{3,4})',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['=TAKE(SEQUENCE(5),2)', [[1], [2]]],
  ['=SUM(DROP(SEQUENCE(5),2))', 12],
  ['=TEXTJOIN(", ",TRUE,{"a","","b"})', 'a, b'],
]);

export const errors = cases([
  ['=NA()', error('#N/A')],
  ['=1/0', error('#DIV/0!')],
  ['=SQRT(-1)', error('#NUM!')],
  ['="a"+1', error('#VALUE!')],
  ['=NOSUCHFUNCTION(1)', error('#NAME?')],
  ['=NoSuchName', error('#NAME?')],
  ['=INDEX(Data!A1:B2,5,5)', error('#REF!')],
  ['=tblPanel[No such column]', error('#REF!')],
  ['=SUM(1,NA())', error('#N/A')],
]);

export const namesAndTables = cases([
  ['=GrowthRate*100', 5],
  ['=growthrate*100', 5],
  ['=SUM(Amounts)', 7800],
  ['=ActiveScenario', 'Expected'],
  ['=SUM(tblPanel[Opening patients])', 400],
  ['=SUM(TBLPANEL[opening PATIENTS])', 400],
  ['=SUM( tblPanel[[Opening patients]:[Referrals per month]] )', 482.37],
  ['=SUM(tblPanel[[Referrals per month]:[Opening patients]])', 482.37],
  ['=COUNTA(tblPanel[#All])', 20],
  ['=ROWS(tblPanel[#All])', 5],
  ['=ROWS(tblPanel)', 4],
  ['=ROWS(tblPanel[#Data])', 4],
  ['=COLUMNS(tblPanel[#Headers])', 4],
  ['=INDEX(tblPanel[#Headers],1,2)', 'Opening patients'],
  ['=tblPanel[[#Headers],[Conversion rate]]', 'Conversion rate'],
  ['=ROWS(tblPanel[[#Headers],[#Data],[Program]])', 5],
  ['=ROWS(tblPanel[[#All],[Program]])', 5],
  ['=tblPanel[#Totals]', error('#REF!')],
  ['=SUMIFS(tblPayerMix[Share of panel],tblPayerMix[Program],"CCM")', 1],
  ['=SUMPRODUCT(tblPanel[Opening patients],tblPanel[Conversion rate])', 239.6],
  ['=MAX(ABS(SUMIFS(tblPayerMix[Share of panel],tblPayerMix[Program],tblPanel[Program])-1))', 1],
  ['=INDEX(tblPanel[Program],2)', 'RPM'],
  ['=XLOOKUP("APCM",tblPanel[Program],tblPanel[Opening patients])', 60],
  ['="tblPanel[Program]"', 'tblPanel[Program]'],
]);

/** The forecast's cell in row r (of 35) and column c (of 40) is 400 + 100 (r − 2) + (c − 4) where it is a number. */
export const spilledAreas = cases([
  ['=ROWS(Forecast!A1#)', 35],
  ['=COLUMNS(Forecast!A1#)', 40],
  ['=COLUMNS(Months)', 40],
  ['=INDEX(Forecast!A1#,2,4)', 400],
  ['=INDEX(Forecast!A1#,35,39)', 3735],
  ['=INDEX(Forecast!$A$1#,1,1)', 'Line'],
  ['=INDEX(Forecast!A1#,XMATCH("Line 3",INDEX(Forecast!A1#,0,1)),4)', 600],
  ['=INDEX(Forecast!D1:AM35,MATCH("Line 3",Forecast!A1:A35,0),1)', 600],
  ['=XLOOKUP("Line 3",Forecast!A2:A35,Forecast!D2:D35)', 600],
  ['=SUM(INDEX(Forecast!A1#,2,0))', 15030],
  ['=SUM(Forecast!D2:AM2)', 15030],
  ['=SUM(DROP(INDEX(Forecast!A1#,2,0),,3))', 15030],
  ['=SUMIFS(Forecast!D2:D35,Forecast!B2:B35,"$")', 35700],
  ['=COUNTIF(Forecast!D2:D35,">600")', 31],
  ['=COUNTIF(Forecast!C2:C35,"")', 34],
  ['=SUMPRODUCT(ABS(Forecast!D2:AM2-Forecast!D3:AM3))', 3600],
  ['=Forecast!D2', 400],
  ['=Forecast!C2=""', true],
  ['=MAX(Forecast!D2:AM35)', 3735],
  ['=IFERROR(INDEX(Forecast!A1#,99,1),"outside")', 'outside'],
  ['=TEXT(Forecast!D1,"mmm-yy")', 'Jan-26'],
  ['=Data!A1#', error('#REF!')],
  ['=PPPM.SIZE(Forecast!A1#)', '35x40'],
]);

export const singleValues = cases([
  ['=@PPPM.BLOCK(2,3)', 11],
  ['=@PPPM.BLOCK(2,3)+1', 12],
  ['=SUM(@PPPM.BLOCK(2,2),PPPM.BLOCK(2,2))', 77],
  ['=IF(TRUE,@SEQUENCE(3,1,@PPPM.BLOCK(1,2)),")@SUM(")', 11],
  ['=@SUM(Data!D2:D13)', 7800],
  ['=@Data!$A$2:$D$2', 'East'],
  ['=@Data!A2:D4', error('#VALUE!')],
  ["=@'Payer Mix'!Z1:Z1", 0],
  ['="@SUM(1)"', '@SUM(1)'],
  ['=@GrowthRate*2', 0.1],
  ['=@Data!Z:Z', 0],
]);

export const errorCounts = cases([
  ['=SUMPRODUCT(--ISERROR(Data!A1:Z200))', 0],
  ['=SUMPRODUCT(--ISERROR({1,#N/A,3}))', 1],
  ['=SUMPRODUCT(--ISERROR(Forecast!A1:AN40))', 0],
  ['=COUNTOFERRORS(Data!A1:B2)', error('#NAME?')],
]);

export const addinFunctions = cases([
  ['=PPPM.ADD(2,3)', 5],
  ['=pppm.add(2,3)', 5],
  ['=PPPM.ADD(2)', 'omitted:2'],
  ['=PPPM.KINDS(1,,3)', 'number|omitted|number'],
  ['=PPPM.KINDS("a",TRUE,Data!Z99)', 'string|boolean|blank'],
  ['=PPPM.KINDS()', 'omitted|omitted|omitted'],
  ['=PPPM.SIZE(Data!A2:D5)', '4x4'],
  ['=PPPM.SIZE(Data!A2)', '1x1'],
  ['=PPPM.SIZE(7)', '1x1'],
  ['=PPPM.SIZE({1,2,3})', '1x3'],
  ['=PPPM.SIZE(tblPanel[#All])', '5x4'],
  ['=PPPM.TIMES(Data!D2:D4,GrowthRate)', [[5], [10], [15]]],
  ['=PPPM.TIMES(SEQUENCE(3),2)', [[2], [4], [6]]],
  ['=SUM(PPPM.TIMES(tblPanel[Opening patients],2))', 800],
  [
    '=PPPM.BLOCK(2,3)',
    [
      [11, 12, 13],
      [21, 22, 23],
    ],
  ],
  ['=SUM(PPPM.BLOCK(2,3))', 102],
  ['=INDEX(PPPM.BLOCK(2,3),2,3)', 23],
  [
    '=PPPM.BLOCK(2,2)*10',
    [
      [110, 120],
      [210, 220],
    ],
  ],
  ['=PPPM.ADD({1,2},10)', [[11, 12]]],
  ['=PPPM.ADD(Data!D2:D4,1)', [[101], [201], [301]]],
  ['=PPPM.FAIL("#VALUE!")', error('#VALUE!')],
  ['=PPPM.FAIL("#N/A")', error('#N/A')],
  ['=PPPM.FAIL("#NUM!")', error('#NUM!')],
  ['=PPPM.FAIL("#DIV/0!")', error('#DIV/0!')],
  ['=PPPM.THROW()', error('#VALUE!')],
  ['=PPPM.PARTLY()', [[1], [error('#N/A')], [3]]],
  ['=IFERROR(PPPM.FAIL("#NUM!"),"caught")', 'caught'],
  ['=IFNA(PPPM.FAIL("#N/A"),"caught")', 'caught'],
  ['=PPPM.ADD(1/0,1)', error('#DIV/0!')],
  ['=PPPM.TOTAL(1/{1,0})', error('#DIV/0!')],
  [
    '=PPPM.TEXTS()',
    [
      ['a', ''],
      ['', 'd'],
    ],
  ],
  ['=PPPM.NULLS()', [[1, 0]]],
  ['=PPPM.SLOW(5)', 50],
  ['=PPPM.SLOW(5)+1', 51],
  ['=SUM(PPPM.SLOW(1),PPPM.SLOW(2))', 30],
  ['=PPPM.SLOW(PPPM.SLOW(2))', 200],
  ['=PPPM.SLOWROW(3)', [[3, 30, 300]]],
  ['=LET(r,PPPM.BLOCK(2,2),SUM(r))', 66],
  ['=MAP(SEQUENCE(2),LAMBDA(a,PPPM.ADD(a,10)))', [[11], [12]]],
  ['=IF(PPPM.SLOW(1)>5,PPPM.ADD(1,1),0)', 2],
]);
