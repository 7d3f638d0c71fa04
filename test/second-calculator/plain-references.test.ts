import { describe, expect, it } from 'vitest';
import { plainReferences } from './plain-references';

const TABLES = [
  { name: 'tblPanel', sheet: 'Panel', row: 5, column: 0, headers: ['Program', 'Eligible patients'], rows: 4 },
  { name: 'tblPayerMix', sheet: 'Payer Mix', row: 5, column: 26, headers: ['Codes'], rows: 1 },
];
const plain = (formula: string) => plainReferences(formula, TABLES, { sheet: 'Panel', row: 7 });

describe('Structured references become plain ones:', () => {
  it.each([
    ['=SUM(tblPanel[Eligible patients])', "=SUM('Panel'!$B$7:$B$10)"],
    ['=ROWS(tblPanel[#All])', "=ROWS('Panel'!$A$6:$B$10)"],
    ['=ROWS(tblPanel[[#All],[Program]])', "=ROWS('Panel'!$A$6:$A$10)"],
    ['=tblPanel[[#Headers],[Program]]', "='Panel'!$A$6"],
    ['=tblPanel[@[Eligible patients]]*2', "='Panel'!$B$8*2"],
    ['=tblPanel[[#This Row],[Program]]', "='Panel'!$A$8"],
    ['=tblPayerMix[Codes]&"tblPanel[Program]"', '=\'Payer Mix\'!$AA$7&"tblPanel[Program]"'],
    ['=A1+Forecast!B2', '=A1+Forecast!B2'],
  ])('%s', (formula, expected) => expect(plain(formula)).toBe(expected));

  it('and a table or column that is not there is said', () => {
    expect(() => plain('=tblCosts[Item]')).toThrow('no table tblCosts');
    expect(() => plain('=tblPanel[Item]')).toThrow('no column Item');
  });
});
