import { describe, expect, it } from 'vitest';
import { CLAIM_STATUSES } from '../../../src/actuals/rows';
import { readReason, readStatus, saysNoDate } from '../../../src/actuals/reading/words';

describe('Words of exports', () => {
  it.each([
    ['Paid', 'paid'],
    ['DENIED - FINAL', 'denied'],
    ['in dispute', 'in appeal'],
    ['Overturned', 'paid on appeal'],
    ['Upheld on appeal', 'appeal lost'],
    ['Not yet decided', 'pending'],
    ['22', 'paid'],
    ['Void', undefined],
    ['', undefined],
  ])('%s stands for %s', (word, status) => {
    expect(CLAIM_STATUSES[readStatus(word) ?? -1]).toBe(status);
  });

  it.each([
    ['Goals met', 'Discharge rate'],
    ['Patient graduated from program', 'Discharge rate'],
    ['Moved out of state', 'Discharge rate'],
    ['Unable to reach x3', 'Disengagement rate'],
    ['Patient opted out', 'Disengagement rate'],
    ['withdrew consent', 'Disengagement rate'],
    ['Insurance changed', 'Benefit change rate'],
    ['Lost Medicaid', 'Benefit change rate'],
    ['Deceased', 'Adverse event rate'],
    ['Admitted to hospice', 'Adverse event rate'],
    ['Disengagement', 'Disengagement rate'],
    ['see note', ''],
  ])('%s is %s', (reason, cause) => {
    expect(readReason(reason)).toBe(cause);
  });

  it('tell that there is no date yet', () => {
    expect(['Active', 'n/a', 'NULL', '12/31/9999', 'Not yet'].map(saysNoDate)).toEqual(Array(5).fill(true));
    expect(['soon', '2026-07-04'].map(saysNoDate)).toEqual([false, false]);
  });
});
