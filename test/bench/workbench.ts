/**
 * The workbench's speed, by the browser's own count: seconds of the page's thread for Build, for an edit and for a
 * change of scenario, and how long it is busy at one go while somebody types. ThreadTime is processor time, which
 * a busy machine hardly moves. Run by `npm run bench:workbench`; with PROFILE=folder it leaves the browser's profiles there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession } from 'playwright-core';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { buildFromPane, choose, waitForLight } from '../e2e/pane-actions';
import { entering, pressKeys } from '../e2e/keyboard';
import { median } from './timing';

const ROUNDS = 5;
const GREEN = /All \d+ checks pass/;
/** Seconds; the targets of the design. */
const TARGETS = { build: 3, edit: 0.3, largeEdit: 1, frame: 0.05 };

class Meter {
  private constructor(
    private readonly workbench: Workbench,
    private readonly session: CDPSession,
  ) {}

  static async of(workbench: Workbench): Promise<Meter> {
    const session = await workbench.page.context().newCDPSession(workbench.page);
    await session.send('Performance.enable');
    return new Meter(workbench, session);
  }

  /** Seconds of the page's thread until everything is calculated and what follows from it has been painted. */
  async seconds(work: () => Promise<unknown>, name?: string): Promise<number> {
    const folder = process.env['PROFILE'];
    const profiles = folder !== undefined && name !== undefined;
    await this.rest();
    if (profiles) {
      await this.session.send('Profiler.enable');
      await this.session.send('Profiler.start');
    }
    const before = await this.threadTime();
    await work();
    await this.rest();
    const after = await this.threadTime();
    if (profiles) {
      const { profile } = await this.session.send('Profiler.stop');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${name}.cpuprofile`), JSON.stringify(profile));
    }
    return after - before;
  }

  private async rest(): Promise<void> {
    await this.workbench.settled();
    // Rules are looked at again, and the pane asks for its figures, a moment after the last pass.
    await this.workbench.page.waitForTimeout(600);
    await this.workbench.settled();
  }

  private async threadTime(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ThreadTime')!.value;
  }
}

function report(what: string, seconds: number[], target?: number): void {
  const all = seconds.map((value) => value.toFixed(2)).join(' ');
  const aim = target === undefined ? '' : `   (at most ${target.toFixed(2)})`;
  console.log(`${what.padEnd(64)}${median(seconds).toFixed(2)} s${aim}   ${all}`);
}

async function build(browser: Browser, prepare: (workbench: Workbench) => Promise<void>, name?: string) {
  const workbench = await openWorkbench({ browser });
  await prepare(workbench);
  const meter = await Meter.of(workbench);
  const seconds = await meter.seconds(async () => {
    await buildFromPane(workbench);
    await waitForLight(workbench, GREEN);
  }, name);
  return { workbench, meter, seconds };
}

async function repeated(count: number, work: (round: number) => Promise<number>): Promise<number[]> {
  const seconds: number[] = [];
  for (let round = 0; round < count; round++) seconds.push(await work(round));
  return seconds;
}

async function measureSample(browser: Browser): Promise<void> {
  console.log('The sample: 4 programs × 4 payers × 36 months');
  const builds: number[] = [];
  for (let round = 1; round < ROUNDS; round++) {
    const { workbench, seconds } = await build(browser, async () => undefined);
    builds.push(seconds);
    await workbench.close();
  }
  const { workbench, meter, seconds } = await build(browser, async () => undefined, 'build');
  report('Build to green', [...builds, seconds], TARGETS.build);
  await measureEdits(workbench, meter, TARGETS.edit, 'edit');
  const scenarios = ['Stretch', 'Conservative', 'Expected'];
  report(
    'a change of scenario',
    await repeated(scenarios.length, (round) => meter.seconds(() => choose(workbench.frame, scenarios[round]))),
  );
  await measureFrames(browser, workbench);
  await workbench.close();
}

/** Panel!C7 is the first program's opening patients. */
async function measureEdits(workbench: Workbench, meter: Meter, target: number, name: string): Promise<void> {
  await workbench.page.locator('#grid canvas').first().click();
  await workbench.select('Panel!C7');
  const edit = (patients: number, profile?: string) =>
    meter.seconds(async () => {
      await workbench.select('Panel!C7');
      await pressKeys(workbench.page, entering(patients), () => 20);
    }, profile);
  await edit(300);
  report(
    'an edit, typed: new figures',
    await repeated(ROUNDS, (round) => edit(310 + round, round === 2 ? name : undefined)),
    target,
  );
  report('the same edit again: figures remembered', await repeated(ROUNDS, (round) => edit(310 + round)));
}

/** Of the browser's trace: what the page's thread did at one go. Microseconds of processor time, by the name of its thread. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
  args: { name?: string };
}

/**
 * How long the page's thread is busy at one go while keys are pressed and the sheet is scrolled during a calculation: no
 * frame can be shown meanwhile. In processor time, by the browser's trace, so that a busy machine does not show.
 */
async function measureFrames(browser: Browser, { page, ...workbench }: Workbench): Promise<void> {
  // Whoever has chosen a scenario in the pane has left the keys there.
  await page.locator('#grid canvas').first().click();
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  for (let round = 0; round < 3; round++) {
    // Each time from there: an entry below the last program makes the table grow, and all formulas are read anew.
    await workbench.select('Panel!C7');
    await pressKeys(page, entering(200 + round, 100 + round), () => 60);
    await page.mouse.wheel(0, 200);
    await page.waitForTimeout(200);
    await page.mouse.wheel(0, -200);
  }
  await workbench.settled();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents
    .filter(({ name, pid, tid, tdur }) => name === 'RunTask' && tdur !== undefined && pages.has(`${pid} ${tid}`))
    .map(({ tdur }) => tdur! / 1000)
    .sort((one, other) => other - one);
  const limit = TARGETS.frame * 1000;
  const longest = tasks.slice(0, 8).map((task) => task.toFixed(0));
  console.log(
    `tasks while typing and scrolling: ${tasks.length}, ${tasks.filter((task) => task > limit).length} of them over ` +
      `${limit} ms; the longest ${longest.join(' ')} ms`,
  );
}

const LARGE = { programs: 12, months: 120 };

async function measureLarge(browser: Browser): Promise<void> {
  const { workbench, meter, seconds } = await build(
    browser,
    async ({ frame }) => {
      await frame.getByLabel('Forecast for').fill(String(LARGE.months));
      for (const box of await frame
        .getByRole('group', { name: /program/i })
        .getByRole('checkbox')
        .all())
        await box.check({ force: true });
    },
    'build-large',
  );
  const programs = await growTo(LARGE.programs, workbench);
  await workbench.settled();
  await waitForLight(workbench, GREEN);
  console.log(`\nA large practice: ${programs} programs × 4 payers × ${LARGE.months} months`);
  report('Build to green, of the programs that the form offers', [seconds]);
  await measureEdits(workbench, meter, TARGETS.largeEdit, 'edit-large');
  await measureFrames(browser, workbench);
  await workbench.close();
}

/** Copies of the last program, in Panel and in Payer Mix, and patients enough for all of them. */
const growTo = (count: number, workbench: Workbench): Promise<number> =>
  workbench.excel(async (context, wanted) => {
    const panel = context.workbook.tables.getItem('tblPanel');
    const mix = context.workbook.tables.getItem('tblPayerMix');
    const settings = context.workbook.tables.getItem('tblSettings').getDataBodyRange();
    const [panelRows, mixRows] = [panel.getDataBodyRange(), mix.getDataBodyRange()];
    panelRows.load('values');
    mixRows.load('values');
    settings.load('values');
    await context.sync();
    const last = panelRows.values.at(-1)!;
    const itsMix = mixRows.values.filter(([program]) => program === last[0]);
    for (let number = panelRows.values.length + 1; number <= wanted; number++) {
      const name = `Program ${number}`;
      panel.rows.add(undefined, [[name, ...last.slice(1)]]);
      mix.rows.add(
        undefined,
        itsMix.map((row) => [name, ...row.slice(1)]),
      );
    }
    const distinct = settings.values.findIndex(([setting]) => setting === 'Distinct patients');
    settings.getCell(distinct, 1).values = [[100_000]];
    await context.sync();
    return Math.max(wanted, panelRows.values.length);
  }, count);

async function bench(): Promise<void> {
  const browser = await launchBrowser();
  try {
    if (process.argv[2] !== 'large') await measureSample(browser);
    if (process.argv[2] !== 'sample') await measureLarge(browser);
  } finally {
    await browser.close();
  }
}

void bench();
