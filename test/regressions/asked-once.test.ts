import { afterEach, describe, expect, it, vi } from 'vitest';
import { Session } from '../../src/taskpane/session';
import { planWorkbook } from '../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../src/workbook/practice/practice';
import { standIn } from '../taskpane/workbook-stand-in';

afterEach(() => vi.useRealTimers());

describe('functions that Excel does not know yet when Build has written them', () => {
  // Where the time for them ended while Build still waited for figures, the word for it was lost: they stayed #NAME?.
  it('are asked for once more, whenever the time for them ends', async () => {
    const api = standIn(
      planWorkbook,
      planWorkbook(SAMPLE_PRACTICE).sheets.map(({ name }) => name),
    );
    const read = api.readStatus;
    const at = { sheetId: 'rates', cell: 'F7', address: 'Rates!F7' };
    api.readStatus = async () => {
      const status = await read();
      const isUnknown = status && api.calculations === 0;
      return isUnknown ? { ...status, isCurrent: false, trouble: { error: '#NAME?', at, inTheWay: null } } : status;
    };
    const session = new Session(api);
    await session.open();
    vi.useFakeTimers();
    const building = session.build(SAMPLE_PRACTICE);
    await vi.advanceTimersByTimeAsync(30_000);
    await building;
    expect(api.calculations).toBe(1);
    expect(session.getState()).toMatchObject({ stage: 'workbook', updating: false, status: { light: 'ok' } });
    session.close();
  });
});
