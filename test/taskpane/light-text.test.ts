import { describe, expect, it } from 'vitest';
import { lightText, stopsForecast } from '../../src/taskpane/light-text';
import { error, note } from '../../src/tables/messages/finding';
import { placed } from '../../src/workbook/excel/finding-places';
import type { StrayFinding } from '../../src/workbook/excel/stray-cells';

const at = (table: string) => ({ table, row: 1, column: 'Kind' });
const slip = placed(
  error(at('Panel'), () => 'a slip'),
  new Map(),
);
const remark = placed(
  note(at('Panel'), () => 'a remark'),
  new Map(),
);
const added: StrayFinding = {
  ...placed(
    error(at('Contracts'), () => 'a slip'),
    new Map(),
  ),
  at: { sheetId: 'contracts', cell: 'B7', address: 'Contracts!B7' },
};
const say = (...findings: (typeof slip)[]) =>
  lightText({ findings, trouble: null, lightText: '1 of 33 checks fail: see Checks' });

describe('The light in words', () => {
  it('counts the inputs that stop the forecast', () => {
    expect(say(slip, remark)).toBe('One input stops the forecast');
    expect(say(slip, slip, added)).toBe('2 inputs stop the forecast');
  });

  it('says what the sheet says where a slip on an added sheet stops no forecast', () => {
    expect([slip, remark, added].map(stopsForecast)).toEqual([true, false, false]);
    expect(say(added, remark)).toBe('1 of 33 checks fail: see Checks');
  });
});
