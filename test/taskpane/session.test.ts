import { describe, expect, it, vi } from 'vitest';
import { Session } from '../../src/taskpane/session';
import { planWorkbook } from '../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../src/workbook/practice/practice';
import { standIn } from './workbook-stand-in';

const SHEETS = planWorkbook(SAMPLE_PRACTICE).sheets.map(({ name }) => name);

async function opened(prepare: (api: ReturnType<typeof standIn>) => void = () => {}) {
  const api = standIn(planWorkbook, SHEETS);
  prepare(api);
  const session = new Session(api);
  await session.open();
  return { api, session };
}

const built = async () => {
  const { api, session } = await opened();
  await session.build(SAMPLE_PRACTICE);
  return { api, session };
};

const workbookOf = (session: Session) => {
  const state = session.getState();
  if (state.stage !== 'workbook') throw new Error(`the pane shows ${state.stage}`);
  return state;
};

const settled = (session: Session) => vi.waitFor(() => expect(workbookOf(session).updating).toBe(false));

const place = (cell: string) => ({ sheetId: 'forecast', cell, address: `Forecast!${cell}` });

describe('a session with a workbook', () => {
  it('opens on the form in a workbook that is not ours', async () => {
    const { session } = await opened();
    expect(session.getState()).toMatchObject({ stage: 'form', conflicts: [] });
  });

  it('builds with progress through every sheet and ends on the workbook', async () => {
    const { session } = await opened();
    const seen: string[] = [];
    session.subscribe(() => {
      const state = session.getState();
      if (state.stage === 'building' && state.what) seen.push(state.what);
    });
    await session.build(SAMPLE_PRACTICE);
    expect(seen).toEqual(SHEETS.map((name) => `Writing ${name}`));
    expect(workbookOf(session)).toMatchObject({
      built: true,
      sheets: SHEETS,
      status: { light: 'ok', scenario: 'Expected' },
    });
  });

  it('does not write where a sheet of the user has a name it needs', async () => {
    const { api, session } = await opened((stand) => {
      stand.foreign = ['Panel', 'Budget'];
    });
    const write = vi.spyOn(api, 'buildWorkbook');
    await session.build(SAMPLE_PRACTICE);
    expect(write).not.toHaveBeenCalled();
    expect(session.getState()).toMatchObject({ stage: 'form', conflicts: ['Panel'] });
  });

  it('shows a workbook that was built meanwhile and writes nothing over it', async () => {
    const { api, session } = await built();
    const other = new Session(api);
    const write = vi.spyOn(api, 'buildWorkbook');
    await other.build(SAMPLE_PRACTICE);
    expect(write).not.toHaveBeenCalled();
    expect(workbookOf(other).built).toBe(false);
    expect(workbookOf(session).built).toBe(true);
  });

  it('watches before it shows the figures: an input may be changed at once', async () => {
    const { api, session } = await opened();
    let watched = false;
    const watch = api.watchWorkbook;
    api.watchWorkbook = async (...listeners) => {
      const stop = await watch(...listeners);
      watched = true;
      return stop;
    };
    const shown = new Promise<boolean>((resolve) =>
      session.subscribe(() => session.getState().stage === 'workbook' && resolve(watched)),
    );
    await session.build(SAMPLE_PRACTICE);
    expect(await shown).toBe(true);
  });

  it('follows a cell that changes', async () => {
    const { api, session } = await built();
    const before = workbookOf(session).status.headline[0].value;
    api.edit('panel', 1, 'Opening patients', 480);
    expect(workbookOf(session).updating).toBe(true);
    await settled(session);
    expect(workbookOf(session).status.headline[0].value).toBeGreaterThan(before as number);
  });

  it('reads again when the workbook changed while it was being read', async () => {
    const { api, session } = await built();
    api.delay = 15;
    api.edit('panel', 1, 'Opening patients', 480);
    await new Promise((resolve) => setTimeout(resolve, 5));
    api.edit('panel', 1, 'Opening patients', 960);
    await settled(session);
    const api2 = await api.readStatus();
    expect(workbookOf(session).status.headline).toEqual(api2!.headline);
  });

  it('reads again when the workbook changed while Build was reading it', async () => {
    const { api, session } = await opened();
    const read = api.readStatus;
    vi.spyOn(api, 'readStatus').mockImplementationOnce(async () => {
      const status = await read();
      api.edit('panel', 1, 'Opening patients', 480);
      return status;
    });
    await session.build(SAMPLE_PRACTICE);
    await settled(session);
    expect(workbookOf(session).status.headline).toEqual((await read())!.headline);
  });

  it('finds 62 typed for 62% at its table, row and column, and is well again when corrected', async () => {
    const { api, session } = await built();
    api.edit('panel', 1, 'Conversion rate', 62);
    await settled(session);
    expect(workbookOf(session).status).toMatchObject({
      light: 'error',
      findings: [{ table: 'Panel', row: 1, column: 'Conversion rate' }],
    });
    api.edit('panel', 1, 'Conversion rate', 0.62);
    await settled(session);
    expect(workbookOf(session).status).toMatchObject({ light: 'ok', findings: [] });
  });

  it('switches the scenario in the workbook, and follows a switch made there', async () => {
    const { api, session } = await built();
    const expected = workbookOf(session).status.headline[0].value;
    await session.switchScenario('Stretch');
    await settled(session);
    expect(workbookOf(session).status.scenario).toBe('Stretch');
    expect(workbookOf(session).status.headline[0].value).not.toBe(expected);
    api.chooseScenario('Conservative');
    await settled(session);
    expect(workbookOf(session).status.scenario).toBe('Conservative');
  });

  it('reads again while Excel is still calculating, and passes no old figure off as new', async () => {
    const { api, session } = await built();
    const whole = (await api.readStatus())!;
    const read = vi
      .spyOn(api, 'readStatus')
      .mockResolvedValueOnce({ ...whole, light: 'calculating', isCurrent: false })
      .mockResolvedValueOnce({ ...whole, light: 'ok', isCurrent: false });
    await session.refresh();
    expect(workbookOf(session)).toMatchObject({ updating: true, late: false });
    await settled(session);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('tells at once what is in the way, and goes on looking whether it still is', async () => {
    const { api, session } = await built();
    const whole = (await api.readStatus())!;
    const trouble = { error: '#SPILL!', at: place('A6'), inTheWay: place('F12') };
    vi.spyOn(api, 'readStatus').mockResolvedValueOnce({ ...whole, light: 'error', isCurrent: false, trouble });
    await session.refresh();
    expect(workbookOf(session)).toMatchObject({ updating: false, status: { trouble } });
    await session.showPlace(trouble.inTheWay);
    expect(api.selectedPlaces).toEqual(['Forecast!F12']);
    await vi.waitFor(() => expect(workbookOf(session).status.trouble).toBeNull(), 3000);
  });

  it('says why when Excel is in the middle of a cell, and recovers', async () => {
    const { api, session } = await built();
    api.failNext = Object.assign(new Error('editing'), { code: 'InvalidOperationInCellEditMode' });
    await session.refresh();
    expect(workbookOf(session)).toMatchObject({ updating: true, failure: expect.stringContaining('finish typing') });
    await session.refresh();
    expect(workbookOf(session)).toMatchObject({ updating: false, failure: null });
  });

  it('removes the sheets and can build again', async () => {
    const { session } = await built();
    await session.remove();
    expect(session.getState()).toMatchObject({ stage: 'form', removed: true });
    await session.build(SAMPLE_PRACTICE);
    expect(workbookOf(session).built).toBe(true);
  });

  it('tells the reason when a build breaks off', async () => {
    const { api, session } = await opened();
    vi.spyOn(api, 'buildWorkbook').mockRejectedValue(Object.assign(new Error('x'), { code: 'AccessDenied' }));
    await session.build(SAMPLE_PRACTICE);
    expect(session.getState()).toMatchObject({ stage: 'form', failure: expect.stringContaining('protected') });
  });

  it('notices sheets deleted by hand', async () => {
    const { api, session } = await built();
    vi.spyOn(api, 'readStatus').mockResolvedValue(null);
    await session.refresh();
    expect(session.getState()).toMatchObject({ stage: 'unfinished', sheets: SHEETS });
  });

  it('leads to the cell of a finding', async () => {
    const { api, session } = await built();
    api.edit('panel', 1, 'Conversion rate', 62);
    await settled(session);
    await session.showFinding(workbookOf(session).status.findings[0]);
    expect(api.selected).toMatchObject([{ table: 'Panel', row: 1, column: 'Conversion rate' }]);
  });
});
