import { describe, expect, it } from 'vitest';
import { RefreshSession } from '../../../src/taskpane/refresh/refresh-session';
import { columnAt, textIn } from '../../../src/workbook/edits/tables-now';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { contentsOf } from '../../workbook/edits/tables';
import { standIn } from '../workbook-stand-in';
import { claimsText, rosterText } from './exports';

const TODAY = 46_388;
const SUMMARY = [
  'Month,Program,Payer,Opening,New,Lost,Closing,Active,Billable,Claims paid,Allowed,Cash',
  '2026-11,CCM,Medicare,100,10,4,106,103,80,70,4550.00,4000.00',
  '2026-12,CCM,Medicare,106,12,5,113,109.5,85,72,4680.00,4200.00',
].join('\n');

async function opened() {
  const api = standIn(planWorkbook, []);
  await api.buildWorkbook(planWorkbook({ ...SAMPLE_PRACTICE, startMonth: 2026 * 12 }));
  const session = new RefreshSession(api, () => TODAY);
  return { api, session, state: session.getState };
}
type Opened = Awaited<ReturnType<typeof opened>>;

const logLines = async ({ api }: Opened) =>
  (await api.readTables()).log!.rows.map(({ values }) => values).filter(([what]) => what !== null && what !== '');

describe('the four steps', () => {
  it('read a paste, measure it, and write what is ticked with the old values in the Log; one click takes it all back', async () => {
    const all = await opened();
    const { api, session, state } = all;
    const before = contentsOf(await api.readTables());
    await session.paste(rosterText(400));
    await session.paste(claimsText(2400, 400));
    expect(state()).toMatchObject({ step: 'Read', failure: null, work: null });
    expect(state().sources.map(({ readings }) => readings[0].kind)).toEqual(['roster', 'claims']);

    await session.measure();
    expect(state()).toMatchObject({ step: 'Measured', failure: null });
    const { drivers, months } = state().comparison!;
    const collected = drivers.find(({ driver, payer }) => driver === 'collectedRate' && payer === 'Medicare')!;
    expect(collected).toMatchObject({ name: 'Collected share', program: 'CCM' });
    expect(months.length).toBeGreaterThan(20);

    session.tick([collected.id], true);
    await session.propose();
    const { edit } = state().proposal!;
    expect(edit!.says.at(-1)).toBe('Log: 2 lines with the old values');
    await session.apply();
    expect(state()).toMatchObject({ step: 'Rows', sources: [], failure: null });

    const tables = await api.readTables();
    const mix = tables.payerMix;
    const row = mix.rows.find(
      (each) => textIn(mix, each, 'program') === 'CCM' && textIn(mix, each, 'payer') === 'Medicare',
    )!;
    expect(row.values[columnAt(mix, 'collectedRate')]).toBe(collected.value);
    expect(tables.actuals.rows).toHaveLength(months.filter(({ payer }) => payer !== '').length);
    const lines = await logLines(all);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toEqual([
      expect.stringMatching(/^CCM, Medicare: Collected share \(Payer Mix, row \d+\)$/),
      '95%',
      expect.stringMatching(/^\d/),
      'PPPM for Excel, Refresh',
      TODAY,
      expect.stringMatching(/^measured from a roster and claims through \w+ 202\d$/),
    ]);

    await session.undo();
    expect(contentsOf(await api.readTables())).toEqual(before);
    expect(state().undone?.done).toMatch(/rows of actuals written and 1 driver changed/);
  });

  it('change nothing when the same rows come again', async () => {
    const { api, session, state } = await opened();
    const round = async () => {
      await session.paste(SUMMARY);
      await session.measure();
      await session.propose();
    };
    await round();
    await session.apply();
    const once = contentsOf(await api.readTables());
    await round();
    expect(state().proposal).toMatchObject({
      edit: null,
      problem: expect.stringContaining('holds these 2 rows already'),
    });
    await session.apply();
    expect(contentsOf(await api.readTables())).toEqual(once);
  });

  it('write months one by one as at once, and say what a corrected month said before', async () => {
    const [header, ...lines] = SUMMARY.split('\n');
    const written = async (pastes: readonly string[]) => {
      const all = await opened();
      for (const text of pastes) {
        await all.session.paste(text);
        await all.session.measure();
        await all.session.propose();
        await all.session.apply();
      }
      return all;
    };
    const rows = async ({ api }: Opened) => (await api.readTables()).actuals.rows.map(({ contents }) => contents);
    const one = await written(lines.map((line) => `${header}\n${line}`));
    expect(await rows(one)).toEqual(await rows(await written([SUMMARY])));
    const corrected = await written([SUMMARY, SUMMARY.replace('4680.00', '4690.50')]);
    expect((await logLines(corrected)).at(-1)!.slice(0, 3)).toEqual([
      'Actuals, December 2026, CCM, Medicare',
      'Allowed $4,680',
      'Allowed $4,690.5',
    ]);
  });
});

describe('what a user is asked', () => {
  it('is asked once: what headers and names stand for is remembered in the workbook', async () => {
    const { api, session, state } = await opened();
    const text = SUMMARY.replace('Program', 'Kurs').replaceAll('CCM', 'Chronic care');
    await session.paste(text);
    expect(state().sources[0].readings[0]).toMatchObject({ kind: 'summary', missing: ['Program'] });
    await session.measure();
    expect(state().failure).toMatch(/Pasted rows could not be read/);
    await session.mean('headers', { Kurs: 'Program' });
    expect(state().sources[0].readings[0]).toMatchObject({ refused: null, unknown: { programs: ['Chronic care'] } });
    await session.mean('programs', { 'Chronic care': 'CCM' });
    expect(state().sources[0].readings[0].account).toMatchObject({ rowsUsed: 2, rowsAside: 0 });

    const next = new RefreshSession(api, () => TODAY);
    await next.paste(text);
    expect(next.getState().sources[0].readings[0].account).toMatchObject({ rowsUsed: 2, rowsAside: 0 });
  });

  it('says that two pastes of a kind are to be one, and goes on without the second', async () => {
    const { session, state } = await opened();
    await session.paste(SUMMARY);
    await session.paste(SUMMARY);
    await session.measure();
    expect(state().failure).toMatch(/Pasted rows \(1\) and Pasted rows \(2\) both hold a monthly summary/);
    session.remove(2);
    await session.measure();
    expect(state()).toMatchObject({ step: 'Measured', failure: null });
  });

  it('says why nothing was pasted, selected or opened', async () => {
    const { api, session, state } = await opened();
    await session.paste('  ');
    expect(state().failure).toMatch(/^Nothing was pasted yet/);
    await session.takeSelection();
    expect(state().failure).toMatch(/^Fewer than two rows/);
    api.selectedRows = { address: 'Sheet1!A1:L3', cells: SUMMARY.split('\n').map((line) => line.split(',')) };
    await session.takeSelection();
    expect(state()).toMatchObject({ step: 'Read', failure: null, sources: [{ name: 'Sheet1!A1:L3' }] });
  });
});

describe('long work', () => {
  it('can be stopped, and leaves what was read before', async () => {
    const { session, state } = await opened();
    await session.paste(SUMMARY);
    const reading = session.paste(claimsText(20_000, 400));
    // As soon as the page shows how far it is.
    const unsubscribe = session.subscribe(() => state().work?.share && session.stop());
    await reading;
    unsubscribe();
    expect(state()).toMatchObject({ work: null, stopped: 'Reading Pasted rows' });
    expect(state().sources).toHaveLength(1);
  });
});

describe('patients', () => {
  it('are named in nothing that is proposed, written, logged or remembered', async () => {
    const { api, session, state } = await opened();
    // A patient's number slipped into the program, and a date that is none.
    await session.paste(
      rosterText(300)
        .replace('SECRET5,RPM', 'SECRET5,SECRET5')
        .replace('SECRET7,RPM,Commercial,2026', 'SECRET7,RPM,Commercial,SECRET7 2026'),
    );
    await session.paste(claimsText(1200, 300));
    await session.measure();
    session.tick(
      state().comparison!.drivers.map(({ id }) => id),
      true,
    );
    await session.propose();
    const { proposal, comparison, sources } = state();
    const shown = sources.flatMap(({ readings }) => readings.map((reading) => ({ ...reading, rows: null })));
    await session.apply();
    const tables = await api.readTables();
    const told = JSON.stringify([proposal, comparison, shown, contentsOf(tables), await api.readExportWords()]);
    expect(/.{0,60}SECRET.{0,60}/.exec(told)).toBeNull();
    expect(JSON.stringify(state().sources)).toBe('[]');
  });
});
