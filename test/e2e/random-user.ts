/** What a user does, and what Excel does to it, as data that can be drawn; and what must hold when all has settled. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { LINES } from '../../src/engine/model/lines';
import { forecastOf } from '../../src/forecast/forecast';
import { TOTAL_COLUMN } from '../../src/workbook/layout/statement-table';
import { statementRow } from '../../src/workbook/sheets/forecast/layout';
import type { OpenOptions, Workbench } from '../../src/workbench/driver/workbench';
import type { Switches } from '../../src/workbench/host/switches';
import { choose, pane } from './pane-actions';
import { readInputs, SCENARIO_CELL } from './watch-pane';

type Action =
  | { does: 'build' | 'add program' | 'remove' }
  | { does: 'edit'; row: number; to: number | string }
  | { does: 'choose'; scenario: string }
  | { does: 'note'; text: string }
  | { does: 'reopen'; other: { newSheetIds: boolean; withoutSettings: boolean; withoutXmlParts: boolean } };

interface Step {
  action: Action;
  excel: Partial<Switches>;
  /** Milliseconds until the cell is left and this workbook is in front again, and until the next step. */
  interruption: number;
  pause: number;
}

export interface Sequence {
  excel: OpenOptions;
  steps: Step[];
}

const truth = fc.boolean();
const seldom = fc.integer({ min: 0, max: 5 }).map((number) => number === 0);

const ACTION: fc.Arbitrary<Action> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ does: 'build' } as const) },
  { weight: 2, arbitrary: fc.constant({ does: 'add program' } as const) },
  { weight: 1, arbitrary: fc.constant({ does: 'remove' } as const) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('edit' as const),
      row: fc.integer({ min: 7, max: 9 }),
      to: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 400 }) },
        { weight: 1, arbitrary: fc.constant('many') },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('choose' as const),
      scenario: fc.constantFrom('Conservative', 'Expected', 'Stretch'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('note' as const),
      text: fc.string({ minLength: 1, unit: 'grapheme-ascii' }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('reopen' as const),
      other: fc.record({ newSheetIds: truth, withoutSettings: truth, withoutXmlParts: truth }),
    }),
  },
);

const STEP: fc.Arbitrary<Step> = fc.record({
  action: ACTION,
  excel: fc.record({
    late: fc.constantFrom(0, 0, 200, 900),
    outOfOrder: truth,
    oldValues: truth,
    manual: seldom,
    since1904: seldom,
    editing: seldom,
    behind: seldom,
    failing: fc.option(
      fc.record({
        after: fc.integer({ min: 0, max: 8 }),
        times: fc.integer({ min: 1, max: 3 }),
        share: fc.constantFrom(0, 0.5, 1),
        codes: fc.constantFrom(['GeneralException'], ['Timeout'], ['ActivityLimitReached']),
      }),
      { freq: 3 },
    ),
  }),
  interruption: fc.integer({ min: 0, max: 1500 }),
  pause: fc.integer({ min: 0, max: 2500 }),
});

export const SEQUENCE: fc.Arbitrary<Sequence> = fc.record({
  excel: fc.record({
    blanks: fc.constantFrom('0' as const, 'empty' as const, 'null' as const),
    delay: fc.constantFrom(0, 0, 40),
    without: fc.constantFrom<string[]>([], ['DelayForCellEdit1.1']),
    functionsAfter: fc.constantFrom(0, 0, 2000),
  }),
  steps: fc
    .array(STEP, { minLength: 3, maxLength: 7 })
    .map((steps) => [{ action: { does: 'build' } as const, excel: {}, interruption: 0, pause: 1500 }, ...steps]),
});

const QUIET: Partial<Switches> = {
  editing: false,
  late: 0,
  outOfOrder: false,
  oldValues: false,
  behind: false,
  since1904: false,
  failing: null,
};

/** What the user has typed and not thrown away, by its cell. */
type User = Map<string, string | number>;
export const newUser = (): User => new Map();

/** Milliseconds for a button to come, or to be pressed: a busy machine is slow. */
const PATIENCE = 10_000;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function perform(workbench: Workbench, step: Step, user: User): Promise<void> {
  await workbench.play(step.excel);
  const interruption = sleep(step.interruption).then(() => workbench.play({ editing: false, behind: false }));
  await act(workbench, step.action, user);
  await interruption;
  await sleep(step.pause);
}

const typeOnly = ({ page }: Workbench, address: string, content: string | number) =>
  page.evaluate(([at, what]) => window.workbench.type(at, what), [address, content] as const);

async function act(workbench: Workbench, action: Action, user: User): Promise<void> {
  const { frame } = workbench;
  /** A button that is not there now cannot be pressed by a user either. */
  const press = async (name: string | RegExp): Promise<boolean> => {
    const button = frame.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
    if (
      !(await button.count()) ||
      !(await button
        .first()
        .isEnabled()
        .catch(() => false))
    )
      return false;
    return button
      .first()
      .click({ timeout: PATIENCE })
      .then(
        () => true,
        () => false,
      );
  };
  switch (action.does) {
    case 'build':
      await press('Build workbook');
      return;
    case 'edit':
      if (!(await workbench.sheets()).includes('Panel')) return;
      // The pane asks to leave the workbook alone until it stands, and takes back what does not.
      if (!(await written(workbench).count())) user.set(`Panel!C${action.row}`, action.to);
      await typeOnly(workbench, `Panel!C${action.row}`, action.to);
      return;
    case 'note':
      await typeOnly(workbench, 'Sheet1!A1', `'${action.text}`);
      user.set('Sheet1!A1', action.text);
      return;
    case 'choose':
      if (await pane(workbench).scenario(action.scenario).count())
        await choose(frame, action.scenario).catch(() => undefined);
      return;
    case 'add program':
      if (!(await press('Inputs'))) return;
      if (await frame.getByRole('button', { name: 'Add program' }).first().waitFor({ timeout: PATIENCE }).then(yes, no))
        if (await press('Add program'))
          if (
            await frame
              .getByRole('button', { name: /^Add [A-Z]/ })
              .last()
              .waitFor({ timeout: PATIENCE })
              .then(yes, no)
          )
            await press(/^Add (PCM|APCM|RTM|BHI|PIN|CHI|TCM)/);
      await sleep(300);
      await press('Forecast');
      return;
    case 'remove':
      if (!(await press('Remove these sheets'))) return;
      if (
        !(await frame
          .getByRole('button', { name: /^Remove \d+ sheets?$/ })
          .waitFor({ timeout: PATIENCE })
          .then(yes, no))
      )
        return;
      if (await press(/^Remove \d+ sheets?$/))
        for (const cell of user.keys()) if (/^Panel/.test(cell)) user.delete(cell);
      return;
    case 'reopen':
      // A file saved while functions are still answering is not played yet.
      await workbench.play(QUIET);
      await workbench.settled();
      // Excel keeps XML parts; whoever drops them has not saved what is only half built here.
      if (action.other.withoutXmlParts) await written(workbench).waitFor({ state: 'detached', timeout: 60_000 });
      await workbench.settled();
      await workbench.reopen(action.other);
      workbench.frame = workbench.page.frame('addin')!;
      return;
  }
}

/** What the pane says while sheets are written or removed. */
const written = ({ frame }: Workbench) => frame.getByText(/Building your|Removing the/).first();

const yes = () => true;
const no = () => false;

/** Excel is itself again, and whoever sits before it presses what the pane offers, until nothing is under way. */
export async function settle(workbench: Workbench): Promise<void> {
  await workbench.play({ ...QUIET, manual: false });
  await act(workbench, { does: 'build' }, new Map()).catch(() => undefined);
  for (let calm = 0, attempt = 0; calm < 3; attempt++) {
    if (attempt === 60)
      throw new Error(`Nothing settles: ${(await workbench.frame.locator('main').innerText()).slice(0, 600)}`);
    await workbench.settled();
    const shown = await workbench.frame.locator('main').innerText();
    const offered = workbench.frame.getByRole('button', {
      name: /^(Try again|Calculate again|Calculate automatically)$/,
    });
    if ((await offered.count()) && attempt % 8 === 0)
      await offered
        .first()
        .click({ timeout: PATIENCE })
        .catch(() => undefined);
    else if (/incomplete/.test(shown)) {
      await act(workbench, { does: 'remove' }, new Map());
    } else if (/Calculating|Not calculated yet|Building|Removing|Looking at/.test(shown)) calm = 0;
    else if (await offered.count()) calm = 0;
    else calm++;
    await sleep(500);
  }
}

/** The workbook of the user and ours, when all has settled; ours is taken away afterwards. */
export async function check(workbench: Workbench, user: User): Promise<void> {
  // What the pane adjusts behind its figures, a print area, is calculated as well.
  await workbench.settled();
  for (const [address, content] of user) {
    if (/^Panel/.test(address) && !(await workbench.sheets()).includes('Panel')) continue;
    expect((await workbench.cell(address)).value, address).toBe(content);
  }
  const inputs = await readInputs(workbench);
  if (!inputs) {
    expect(await workbench.sheets()).toEqual(['Sheet1']);
    return;
  }
  const [start, light, words] = await Promise.all(
    ['Start!B11', 'Start!B4', 'Start!C4'].map((address) => workbench.cell(address)),
  );
  const scenario = String((await workbench.cell(SCENARIO_CELL)).value);
  await workbench.frame.getByRole('button', { name: 'Forecast', exact: true }).click();
  const shown = await workbench.frame.locator('main').innerText();
  const forecast = forecastOf(inputs);
  if (forecast.inputs.errors.length) {
    expect(start.value).toBe('see Checks');
    expect(light.value).toBe('ERROR');
    expect(shown).toMatch(/cannot be calculated until/);
  } else {
    const { totals } = forecast.projection(scenario).total;
    const names = await workbench.cells(
      `Forecast!A${statementRow(LINES[0].key) + 1}:C${statementRow(LINES[0].key) + LINES.length}`,
    );
    LINES.forEach(({ key, name }, i) => {
      expect(names[i][0].value).toBe(name);
      expect(Number(names[i][TOTAL_COLUMN].value), name).toBeCloseTo(totals[key], 2);
    });
    expect(Number(start.value)).toBeCloseTo(totals.allowedRevenue, 2);
    expect(['OK', 'REVIEW']).toContain(light.value);
    expect(shown).toContain(start.text.trim());
    expect(shown).toContain(String(words.value));
    expect(await pane(workbench).figures(scenario).count()).toBe(1);
  }
  await act(workbench, { does: 'remove' }, user);
  await pane(workbench).build().waitFor();
  await workbench.settled();
  expect(await workbench.sheets()).toEqual(['Sheet1']);
}
