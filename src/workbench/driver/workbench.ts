/** Opens the workbench in a browser and drives it as user and add-in would. */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { startWorkbench } from '../server';
import type { CellReport, WorkbenchApi, WorkbookSnapshot } from '../page/workbench-api';
import type { ChartSpec } from '../grid/grid';
import type { Reopening } from '../host/excel-host';
import type { Switches } from '../host/switches';
import { launchBrowser } from './browser';

export interface OpenOptions {
  /** Built output to serve; the project's dist/ by default. */
  dist?: string;
  /** An open browser to use; else one is launched, and closed with the workbench. */
  browser?: Browser;
  addin?: 'none';
  blanks?: '0' | 'empty' | 'null';
  /** Milliseconds added to every round trip. */
  delay?: number;
  /** Requirement sets that are missing: ExcelApi1.9. */
  without?: string | string[];
  theme?: 'light' | 'dark';
  /** A cell is being typed in from the start. */
  editing?: 'on';
  /** Milliseconds until Excel knows the functions. */
  functionsAfter?: number;
  pane?: number | 'closed';
  viewport?: { width: number; height: number };
}

export interface Workbench {
  page: Page;
  /** The add-in's page, with its pane. */
  frame: Frame;
  /** Runs the body of an Excel.run in the add-in's page, through Microsoft's Office.js. The body sees only its arguments. */
  excel<T, A extends unknown[]>(
    body: (context: Excel.RequestContext, ...args: A) => Promise<T>,
    ...args: A
  ): Promise<T>;
  cell(address: string): Promise<CellReport>;
  cells(address: string): Promise<CellReport[][]>;
  errorCells(): Promise<{ address: string; error: string; text?: string }[]>;
  /** As a user types (text) or pastes (numbers, truth values); settles afterwards. */
  type(address: string, content: string | number | boolean): Promise<void>;
  select(address: string): Promise<void>;
  sheets(): Promise<string[]>;
  charts(sheet: string): Promise<ChartSpec[]>;
  press(buttonId: string): Promise<void>;
  batches(): Promise<number>;
  failed(): Promise<number>;
  play(change: Partial<Switches>): Promise<void>;
  reopen(change: Reopening): Promise<void>;
  removeAddin(): Promise<void>;
  save(): Promise<WorkbookSnapshot>;
  load(snapshot: WorkbookSnapshot): Promise<void>;
  settled(): Promise<void>;
  /** Saves a picture in the folder SCREENSHOTS (or a temporary one) and gives its path. */
  screenshot(name: string): Promise<string>;
  /** What went wrong so far: console errors, uncaught errors, failed requests. */
  errors: string[];
  /** Requests to anywhere but the workbench's own server. */
  externalRequests: string[];
  close(): Promise<void>;
}

/** Text in a page of a browser that must not differ from machine to machine. */
const LOCALE = { locale: 'en-US', timezoneId: 'UTC' };

export async function openWorkbench(options: OpenOptions = {}): Promise<Workbench> {
  const server = await startWorkbench({ port: 0, dist: options.dist });
  const browser = options.browser ?? (await launchBrowser());
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.theme ?? 'light',
    ...LOCALE,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const externalRequests: string[] = [];
  context.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob|about):/.test(request.url()))
      externalRequests.push(request.url());
  });
  context.on('requestfailed', (request) => errors.push(`${request.url()}: ${request.failure()?.errorText}`));
  context.on(
    'response',
    (response) => response.status() >= 400 && errors.push(`${response.url()}: ${response.status()}`),
  );

  const close = async () => {
    await context.close();
    if (!options.browser) await browser.close();
    await server.close();
  };
  try {
    await page.goto(server.url + queryOf(options));
    await page.waitForFunction(
      () => 'workbench' in window || document.documentElement.dataset['failure'] !== undefined,
    );
    const failure = await page.evaluate(() => document.documentElement.dataset['failure']);
    if (failure) throw new Error(failure);
    await page.evaluate(() => window.workbench.ready);
    const frame = page.frame('addin') ?? page.mainFrame();
    return { page, frame, errors, externalRequests, close, ...actions(page, frame) };
  } catch (reason) {
    await close();
    throw new Error([String(reason), ...errors].join('\n'), { cause: reason });
  }
}

function actions(
  page: Page,
  frame: Frame,
): Omit<Workbench, 'page' | 'frame' | 'errors' | 'externalRequests' | 'close'> {
  /** Calls a member of window.workbench. */
  const call = <K extends Exclude<keyof WorkbenchApi, 'ready'>>(name: K, ...args: Parameters<WorkbenchApi[K]>) =>
    page.evaluate(([member, values]) => (window.workbench[member] as (...all: unknown[]) => unknown)(...values), [
      name,
      args,
    ] as [K, unknown[]]) as Promise<Awaited<ReturnType<WorkbenchApi[K]>>>;
  return {
    async excel(body, ...args) {
      // The function travels as text and is made a function again in the page.
      const outcome = await frame.evaluate(
        ([text, values]) =>
          Excel.run((context) => {
            // eslint-disable-next-line no-eval -- in the page of a test
            const run = (0, eval)(`(${text})`) as (context: Excel.RequestContext, ...all: unknown[]) => Promise<never>;
            return run(context, ...values);
          }).then(
            (result) => ({ result, failure: null }),
            (reason: OfficeExtension.Error) => ({
              result: null as never,
              failure: `${reason.code ?? reason.name}: ${reason.message} (${reason.debugInfo?.errorLocation ?? ''})`,
            }),
          ),
        [body.toString(), args] as [string, unknown[]],
      );
      if (outcome.failure !== null) throw new Error(outcome.failure);
      return outcome.result;
    },
    cell: (address) => call('cell', address),
    cells: (address) => call('cells', address),
    errorCells: () => call('errorCells'),
    async type(address, content) {
      await call('type', address, content);
      await call('settled');
    },
    select: (address) => call('select', address),
    sheets: () => call('sheets'),
    charts: (sheet) => call('charts', sheet),
    press: (buttonId) => call('press', buttonId),
    batches: () => call('batches'),
    failed: () => call('failed'),
    play: (change) => call('play', change),
    reopen: (change) => call('reopen', change),
    removeAddin: () => call('removeAddin'),
    save: () => call('save'),
    load: (snapshot) => call('load', snapshot),
    settled: () => call('settled'),
    async screenshot(name) {
      const folder = process.env['SCREENSHOTS'] ?? join(tmpdir(), 'workbench-screenshots');
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
  };
}

function queryOf({ addin, blanks, delay, without, theme, editing, functionsAfter, pane }: OpenOptions): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ addin, blanks, delay, without, theme, editing, functionsAfter, pane })) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size ? `?${query}` : '';
}
