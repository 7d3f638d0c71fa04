import { describe, expect, it } from 'vitest';
import { RatesSession } from '../../../src/taskpane/rates/rates-session';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { standIn } from '../workbook-stand-in';

const FORMULA = '=PPPM.RATE("99490")';

async function opened(built = false) {
  const api = standIn(planWorkbook, []);
  if (built) await api.buildWorkbook(planWorkbook({ ...SAMPLE_PRACTICE, startMonth: 2026 * 12 + 2 }));
  const session = new RatesSession(api);
  await session.look();
  return { api, session };
}

describe('a session with the rates', () => {
  it('starts from the workbook’s settings, until the user chooses, and goes back to them', async () => {
    const { session } = await opened(true);
    expect(session.getState()).toMatchObject({ choices: { locality: '', month: 2026 * 12 + 2 }, chosen: false });
    session.choose({ locality: 'NY-01' });
    await session.look();
    expect(session.getState()).toMatchObject({ choices: { locality: 'NY-01', month: 2026 * 12 + 2 }, chosen: true });
    session.follow();
    expect(session.getState()).toMatchObject({ choices: { locality: '' }, chosen: false });
  });

  it('knows no settings where there is no scenario workbook', async () => {
    const { session } = await opened();
    expect(session.getState()).toMatchObject({ settings: null, choices: { month: null }, failure: null });
  });

  it('writes into a blank cell at once, and takes it back', async () => {
    const { api, session } = await opened();
    await session.insert(FORMULA);
    expect(api.selectedCell).toBe(FORMULA);
    expect(session.getState().outcome).toMatchObject({
      what: 'inserted',
      insertion: { place: { address: 'Sheet1!B7' } },
    });
    await session.takeBack();
    expect(api.selectedCell).toBe('');
    expect(session.getState().outcome).toEqual({ what: 'takenBack', place: 'Sheet1!B7' });
  });

  it('asks before it writes over something, and puts back what was there', async () => {
    const { api, session } = await opened();
    api.selectedCell = '120';
    await session.insert(FORMULA);
    expect(api.selectedCell).toBe('120');
    const { outcome } = session.getState();
    if (outcome?.what !== 'occupied') throw new Error('it did not ask');
    expect(outcome.holds).toBe('120');
    await session.insert(outcome.formula, outcome.place);
    expect(api.selectedCell).toBe(FORMULA);
    await session.takeBack();
    expect(api.selectedCell).toBe('120');
  });

  it('keeps the way back when taking back fails', async () => {
    const { api, session } = await opened();
    await session.insert(FORMULA);
    api.failNext = Object.assign(new Error('x'), { code: 'InvalidOperationInCellEditMode' });
    await session.takeBack();
    expect(session.getState()).toMatchObject({
      failure: expect.stringContaining('finish typing'),
      outcome: { what: 'inserted' },
    });
    await session.takeBack();
    expect(session.getState()).toMatchObject({ failure: null, outcome: { what: 'takenBack' } });
  });

  it('does one thing at a time', async () => {
    const { session } = await opened();
    const first = session.insert(FORMULA);
    await session.insert('=PPPM.RATE("99439")');
    await first;
    expect(session.getState().outcome).toMatchObject({ what: 'inserted', insertion: { formula: FORMULA } });
  });
});
