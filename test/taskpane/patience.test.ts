import { describe, expect, it } from 'vitest';
import { Patience, type Advice } from '../../src/taskpane/patience';
import type { Trouble } from '../../src/workbook';

const at = { sheetId: 'forecast', cell: 'A6', address: 'Forecast!A6' };
const showing = (error: string): { isCurrent: boolean; byHand: boolean; trouble: Trouble } => ({
  isCurrent: false,
  byHand: false,
  trouble: { error, at, inTheWay: null },
});
const OLD = { isCurrent: false, byHand: false, trouble: null };
const WELL = { isCurrent: true, byHand: false, trouble: null };

/** What is said of each reading, at its second. */
function advice(...readings: [seconds: number, status: Parameters<Patience['judge']>[0]][]): Advice[] {
  let now = 0;
  const patience = new Patience(() => now);
  return readings.map(([seconds, status]) => {
    now = seconds * 1000;
    return patience.judge(status);
  });
}

describe('patience', () => {
  it('is done with figures of the present inputs', () => expect(advice([0, WELL])).toEqual(['done']));
  it('has none with a cell in the way', () => expect(advice([0, showing('#SPILL!')])).toEqual(['tell']));
  it('waits for old figures, and tells when they stay', () =>
    expect(advice([0, OLD], [5, OLD], [19, OLD], [21, OLD])).toEqual(['wait', 'wait', 'wait', 'tell']));
  it('asks once more for functions that stay unknown, then tells', () =>
    expect(
      advice(
        [0, showing('#NAME?')],
        [5, showing('#NAME?')],
        [7, showing('#NAME?')],
        [9, showing('#NAME?')],
        [14, showing('#NAME?')],
      ),
    ).toEqual(['wait', 'wait', 'ask again', 'wait', 'tell']));
  it('has none where Excel calculates only when asked', () =>
    expect(advice([0, { ...OLD, byHand: true }], [1, WELL])).toEqual(['tell', 'done']));
  it('begins anew with every other cause', () =>
    expect(advice([0, OLD], [15, WELL], [16, OLD], [30, OLD], [37, OLD])).toEqual([
      'wait',
      'done',
      'wait',
      'wait',
      'tell',
    ]));
});
