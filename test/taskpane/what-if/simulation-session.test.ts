/** A simulation asked in the pane: the same figures as the function’s, with progress, and called off. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forecastOf } from '../../../src/forecast/forecast';
import {
  SimulationSession,
  trialsFor,
  type SimulationQuestion,
} from '../../../src/taskpane/what-if/simulation-session';
import { USUAL_SEED } from '../../../src/what-if/random';
import { planTables } from '../../../src/workbook/plan/plan-tables';
import { planAddition, planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { asRead, assumedUncertainty } from '../../../src/workbook/sheets/risk/assumed';
import { uncertaintySheet } from '../../../src/workbook/sheets/risk/uncertainty';
import { simulateAtOnce } from '../../../src/functions/simulate';
import { standIn, type StandIn } from '../workbook-stand-in';

const tables = planTables(
  planWorkbook({ ...SAMPLE_PRACTICE, months: 12, programs: SAMPLE_PRACTICE.programs.slice(0, 2) }),
);
const forecast = forecastOf(tables);
const question: SimulationQuestion = {
  ...{ forecast, scenario: null, trials: 300, target: 0 },
  measure: { line: 'margin', program: null, month: null },
};

const UNCERTAIN = [
  ['Driver', 'Program', 'Low', 'High', 'Group'],
  ['Disengagement rate', 'CCM', 0.02, 0.04, ''],
];

/** Excel, with these cells on Uncertainty. */
function asked(uncertainty: (string | number)[][] | null): { session: SimulationSession; api: StandIn } {
  const api: StandIn = { ...standIn(planWorkbook, []), readUncertainty: async () => uncertainty };
  return { session: new SimulationSession(api), api };
}

const functionSays = (uncertainty: unknown[][], target: unknown) =>
  simulateAtOnce(
    ...[tables.panel, tables.payerMix, tables.costs, tables.settings, tables.scenarios, tables.changes, tables.actuals],
    ...[uncertainty, 'Margin', 300, USUAL_SEED, null, null, null, target],
  );

afterEach(() => vi.unstubAllGlobals());

describe('A simulation in the pane', () => {
  it('gives the percentiles and likelihoods that PPPM.SIMULATE gives of the sheet’s rows', async () => {
    const { session } = asked(UNCERTAIN);
    await session.run(question);
    const { found, failure, running } = session.getState();
    expect({ failure, running }).toEqual({ failure: null, running: null });
    const [, ...rows] = functionSays(UNCERTAIN, 'zero').map((row) => row.slice(1));
    expect(found!.percentiles).toEqual(rows.slice(0, 3));
    expect(found!.asForecast).toEqual(rows[4]);
    expect(found!.reached).toEqual(rows[5]);
    expect(found).toMatchObject({ rows: 1, isAssumed: false });
  });

  it('draws without the sheet from the rows that the sheet would have', async () => {
    const { session } = asked(null);
    await session.run(question);
    const { found } = session.getState();
    const assumed = assumedUncertainty(forecast.inputs);
    expect(found).toMatchObject({ rows: assumed.length, isAssumed: true });
    const { sheets } = planAddition([uncertaintySheet], tables);
    const [{ tables: planned, blocks }] = sheets;
    expect(planned[0].area.rows - 1).toBe(assumed.length);
    const typed = blocks.map(({ contents }) => contents).find((contents) => contents[0][0] === assumed[0].driver)!;
    expect(typed.map(([driver, program]) => [driver, program])).toEqual(
      assumed.map(({ driver, program }) => [driver, program]),
    );
    const header = ['Driver', 'Program', 'Item', 'Distribution', 'Low', 'Likely', 'High', 'Group'];
    const cells = assumed
      .map(asRead)
      .map(({ driver, program, item, distribution, low, likely, high, group }) =>
        [driver, program, item, distribution, low, likely, high, group].map((cell) => cell ?? ''),
      );
    expect(found!.percentiles).toEqual(
      functionSays([header, ...cells], 'zero')
        .slice(1, 4)
        .map((row) => row.slice(1)),
    );
  });

  it('tells how far it is, and says at once that it is called off', async () => {
    const { session } = asked(UNCERTAIN);
    const seen: number[] = [];
    let whenCanceled: unknown = null;
    session.subscribe(() => {
      const { running } = session.getState();
      if (!running) return;
      seen.push(running.done);
      if (running.done > 0 && whenCanceled === null) {
        session.cancel();
        whenCanceled = session.getState();
      }
    });
    await session.run({ ...question, trials: 100_000 });
    expect(seen[0]).toBe(0);
    expect(seen).toHaveLength(2);
    expect(whenCanceled).toMatchObject({ running: null, found: null, isCanceled: true, failure: null });
    expect(session.getState()).toBe(whenCanceled);
  });

  it('says nothing of a question that another has taken the place of', async () => {
    const { session } = asked(UNCERTAIN);
    const first = session.run({ ...question, trials: 100_000 });
    await session.run({ ...question, measure: { ...question.measure, line: 'allowedRevenue' } });
    await first;
    expect(session.getState().found!.question.measure.line).toBe('allowedRevenue');
    session.forget();
    expect(session.getState()).toMatchObject({ found: null, isCanceled: false });
  });

  it.each([
    ['low above high', [['Disengagement rate', 'CCM', 0.04, 0.02, '']], /row 1: Low is 0.04, above High/],
    [
      'an unknown driver',
      [['Disengagment rate', 'CCM', 0.02, 0.04, '']],
      /row 1: driver .* did you mean .*Disengagement rate/,
    ],
    ['a group of one', [['Disengagement rate', 'CCM', 0.02, 0.04, 'retention']], /row 1 is alone in group/],
    ['a driver without its row', [['Disengagement rate', 'APCM', 0.02, 0.04, '']], /row 1: program .*APCM/],
  ])('says what is wrong with the row: %s', async (_, rows, text) => {
    const { session } = asked([UNCERTAIN[0], ...rows]);
    await session.run(question);
    expect(session.getState()).toMatchObject({ found: null, running: null, failure: expect.stringMatching(text) });
  });

  it('offers as many cases as are drawn within about a minute', () => {
    expect(trialsFor(forecast, null)).toEqual([1_000, 10_000, 100_000]);
  });
});
