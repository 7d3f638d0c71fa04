import { describe, expect, it } from 'vitest';
import { InputsSession } from '../../../src/taskpane/inputs/inputs-session';
import { addPayer } from '../../../src/workbook/edits/add-payer';
import { addProgram } from '../../../src/workbook/edits/add-program';
import { addScenario } from '../../../src/workbook/edits/add-scenario';
import { payersOf, programsOf, scenariosOf } from '../../../src/workbook/edits/tables-now';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { standIn } from '../workbook-stand-in';

const PCM = { name: 'PCM', eligiblePatients: 600, openingPatients: 50 };

async function opened() {
  const api = standIn(planWorkbook, []);
  await api.buildWorkbook(planWorkbook(SAMPLE_PRACTICE));
  const session = new InputsSession(api);
  await session.look();
  return { api, session, tables: () => session.getState().tables! };
}

describe('a session with the inputs', () => {
  it('does what was proposed, closes the form and offers to take it back', async () => {
    const { api, session, tables } = await opened();
    session.open('Add program');
    await session.do(addProgram(tables(), PCM).edit!);
    expect(programsOf(tables())).toEqual(['CCM', 'RPM', 'BHI', 'APCM', 'PCM']);
    expect(session.getState()).toMatchObject({ form: null, failure: null, isWriting: false });
    expect((await api.readStatus())!.light).toBe('ok');
    await session.undo();
    expect(programsOf(tables())).toEqual(['CCM', 'RPM', 'BHI', 'APCM']);
    expect(session.getState()).toMatchObject({ done: [], undone: { title: 'Add PCM' } });
  });

  it('takes back several, the last first', async () => {
    const { session, tables } = await opened();
    await session.do(addPayer(tables(), { name: 'Acme', share: 0.1, rebalance: true }).edit!);
    await session.do(addScenario(tables(), 'Downside', null).edit!);
    await session.undo();
    expect([payersOf(tables()).includes('Acme'), scenariosOf(tables()).includes('Downside')]).toEqual([true, false]);
    await session.undo();
    expect(payersOf(tables())).not.toContain('Acme');
  });

  it('writes nothing where the tables have changed since they were shown, and shows them as they are', async () => {
    const { api, session, tables } = await opened();
    const proposal = addProgram(tables(), PCM);
    api.edit('panel', 1, 'Opening patients', 481);
    await session.do(proposal.edit!);
    expect(session.getState()).toMatchObject({ failure: expect.stringMatching(/have changed since/), done: [] });
    expect(programsOf(tables())).not.toContain('PCM');
    expect(tables().panel.rows[0].contents).toContain(481);
  });

  it('keeps the way back when taking back is refused, and says why', async () => {
    const { api, session, tables } = await opened();
    await session.do(addProgram(tables(), PCM).edit!);
    api.edit('panel', 5, 'Referrals per month', 99);
    await session.undo();
    expect(session.getState()).toMatchObject({
      failure: 'Panel, row 11, has been changed since, so nothing was undone.',
      done: [{ edit: { title: 'Add PCM' } }],
    });
  });

  it('does one thing at a time', async () => {
    const { session, tables } = await opened();
    const first = session.do(addProgram(tables(), PCM).edit!);
    await session.do(addProgram(tables(), { ...PCM, name: 'TCM' }).edit!);
    await first;
    expect(programsOf(tables())).toEqual(['CCM', 'RPM', 'BHI', 'APCM', 'PCM']);
  });
});
