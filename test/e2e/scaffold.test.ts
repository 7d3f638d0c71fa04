/** The writer against Microsoft's Office.js: what Build lays down, refuses, takes back and removes. */
import { buildSync } from 'esbuild';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rate } from '../../src/rates/rate';
import type * as workbookCode from '../../src/workbook';
import { planWorkbook, SAMPLE_PRACTICE, type Practice } from '../../src/workbook';
import { isFormula, plain } from '../../src/workbook/plan/cells';
import { NAMES } from '../../src/workbook/layout/names';
import { PROGRAMS_ROW } from '../../src/workbook/sheets/compare/layout';
import { statementRow } from '../../src/workbook/sheets/forecast/layout';
import type { WorkbookPlan } from '../../src/workbook/plan/plan';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';

/** The workbook's own code, so that it can be called without the pane between. */
const SCAFFOLD = buildSync({
  entryPoints: [join(__dirname, '../../src/workbook/index.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'scaffold',
  target: 'es2022',
  define: { __VERSION__: '"0.0.0"' },
}).outputFiles[0].text;

interface Built {
  /** Round trips that the build took. */
  syncs: number;
  progress: [done: number, total: number, what: string][];
}

type Scaffold = typeof workbookCode;

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

/** An empty workbook. */
async function open(): Promise<void> {
  await workbench?.close();
  workbench = await openWorkbench({ browser, pane: 'closed' });
  await workbench.frame.evaluate(`${SCAFFOLD}; globalThis.scaffold = scaffold;`);
}

async function build(plan: WorkbookPlan): Promise<Built> {
  const counted = await workbench.frame.evaluate(async (planned) => {
    const { buildWorkbook } = (globalThis as unknown as { scaffold: Scaffold }).scaffold;
    const prototype = Excel.RequestContext.prototype;
    const { sync } = prototype;
    // The pane works on the same page: only the round trips of the context that builds count, which are the most.
    const trips = new Map<Excel.RequestContext, number>();
    prototype.sync = function (this: Excel.RequestContext, ...rest: []) {
      trips.set(this, (trips.get(this) ?? 0) + 1);
      return sync.apply(this, rest);
    } as typeof sync;
    const progress: Built['progress'] = [];
    try {
      await buildWorkbook(planned, (...step) => void progress.push(step));
    } finally {
      prototype.sync = sync;
    }
    return { syncs: Math.max(...trips.values()), progress };
  }, plan);
  await workbench.settled();
  return counted;
}

/** Calls a function of the workbook's own code in the page. */
const call = <K extends 'inspectWorkbook' | 'removeWorkbook' | 'readStatus' | 'setScenario' | 'selectFinding'>(
  name: K,
  ...args: Parameters<Scaffold[K]>
) =>
  workbench.frame.evaluate(
    ([member, values]) =>
      ((globalThis as unknown as { scaffold: Scaffold }).scaffold[member] as (...all: unknown[]) => unknown)(...values),
    [name, args] as [K, unknown[]],
  ) as ReturnType<Scaffold[K]>;

const SAMPLE = planWorkbook(SAMPLE_PRACTICE);
const SHEETS = SAMPLE.sheets.map(({ name }) => name);

const practice = (change: Partial<Practice>): WorkbookPlan => planWorkbook({ ...SAMPLE_PRACTICE, ...change });

const contents = (): Promise<{ tables: string[]; names: string[] }> =>
  workbench.excel(async (context) => {
    const { tables, names } = context.workbook;
    tables.load('items/name');
    names.load('items/name');
    await context.sync();
    return { tables: tables.items.map(({ name }) => name), names: names.items.map(({ name }) => name) };
  });

describe('Build', () => {
  beforeAll(open);

  it('takes at most six round trips, says how far it is, and leaves no error value and a green light', async () => {
    const { syncs, progress } = await build(SAMPLE);
    expect(syncs).toBeGreaterThan(1);
    expect(syncs).toBeLessThanOrEqual(6);
    expect(progress[0][0]).toBe(0);
    expect(progress.at(-1)!.slice(0, 2)).toEqual([progress[0][1], progress[0][1]]);
    expect(progress.every(([done, , what], i) => what !== '' && (i === 0 || done > progress[i - 1][0]))).toBe(true);

    expect(await workbench.sheets()).toEqual(['Sheet1', ...SHEETS]);
    expect(await workbench.errorCells()).toEqual([]);
    const status = await call('readStatus');
    expect(status).toMatchObject({
      light: 'ok',
      scenario: 'Expected',
      scenarios: ['Conservative', 'Expected', 'Stretch'],
      findings: [],
      practice: SAMPLE.practice.name,
    });
    expect(status!.lightText).toMatch(/^All \d+ checks pass, no findings$/);
    expect(status!.headline.every(({ value, text }) => typeof value === 'number' && text !== '')).toBe(true);
    expect(workbench.externalRequests).toEqual([]);
  });

  it('lays down the plan: contents, tables, names, bounds, formats, frozen panes, print titles and charts', async () => {
    for (const sheet of SAMPLE.sheets) {
      const found = await workbench.excel(
        async (context, name, addresses, bounded) => {
          const worksheet = context.workbook.worksheets.getItem(name);
          const ranges = addresses.map((address) => worksheet.getRange(address));
          ranges.forEach((range) => range.load('formulas'));
          const validation = bounded ? worksheet.getRange(bounded).dataValidation : null;
          validation?.load('rule,prompt,errorAlert');
          const frozen = worksheet.freezePanes.getLocationOrNullObject();
          frozen.load('rowCount,columnCount');
          worksheet.charts.load('items/name,items/axes/categoryAxis/tickLabelPosition');
          worksheet.pageLayout.load('orientation');
          const titles = worksheet.pageLayout.getPrintTitleRowsOrNullObject();
          titles.load('rowCount');
          await context.sync();
          return {
            formulas: ranges.map((range) => range.formulas as unknown[][]),
            validation: validation && {
              rule: validation.rule,
              prompt: validation.prompt,
              errorAlert: validation.errorAlert,
            },
            frozen: frozen.isNullObject ? null : { rows: frozen.rowCount, columns: frozen.columnCount },
            charts: worksheet.charts.items.map((chart) => chart.name),
            labels: worksheet.charts.items.map(({ axes }) => axes.categoryAxis.tickLabelPosition as string),
            orientation: worksheet.pageLayout.orientation as string,
            titleRows: titles.isNullObject ? 0 : titles.rowCount,
          };
        },
        sheet.name,
        sheet.blocks.map(({ row, column, contents: cells }) =>
          plain({ row, column, rows: cells.length, columns: cells[0].length }),
        ),
        sheet.validations.length > 0 ? plain({ ...sheet.validations[0].area, rows: 1, columns: 1 }) : null,
      );
      sheet.blocks.forEach((block, i) => {
        const wanted = block.contents.map((cells) =>
          cells.map((content) => (content === null ? '' : isFormula(content) ? content.formula : content)),
        );
        expect(found.formulas[i], `${sheet.name}, row ${block.row + 1}`).toEqual(wanted);
      });
      if (sheet.validations.length > 0) {
        const { prompt, alert } = sheet.validations[0];
        expect(found.validation).toMatchObject({
          prompt: { showPrompt: true, ...prompt },
          errorAlert: { showAlert: true, ...alert },
        });
      }
      expect(found.charts).toEqual(sheet.charts.map(({ name }) => name));
      // Below the plot, not on a zero line within it.
      expect(found.labels).toEqual(sheet.charts.map(() => 'Low'));
      expect(found.orientation).toBe('Landscape');
      expect(found.titleRows).toBe(sheet.print.titleRows);
      if (sheet.freeze.rows > 0 && sheet.freeze.columns > 0) expect(found.frozen).toEqual(sheet.freeze);
    }
    expect((await contents()).tables.sort()).toEqual(
      SAMPLE.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)).sort(),
    );
    expect((await contents()).names.sort()).toEqual(SAMPLE.names.map(({ name }) => name).sort());
  });

  it('is not built twice', async () => {
    await expect(build(SAMPLE)).rejects.toThrow(/holds a scenario workbook already/);
    expect(await workbench.sheets()).toEqual(['Sheet1', ...SHEETS]);
  });
});

describe('the built workbook', () => {
  it('turns a slip into words, not into zeros or broken checks, and leads to its cell', async () => {
    await workbench.type('Panel!E8', 62);
    const status = (await call('readStatus'))!;
    expect(status).toMatchObject({
      light: 'error',
      findings: [{ severity: 'error', table: 'Panel', row: 2, column: 'Conversion rate' }],
    });
    expect(status.lightText).toBe('One input stops the forecast: see Checks');
    expect(new Set(status.headline.map(({ value }) => value))).toEqual(new Set(['see Checks']));
    const verdicts = (await workbench.cells('Checks!B7:B30')).map(([{ value }]) => value);
    for (const verdict of verdicts) expect(['OK', 'REVIEW', 'ERROR']).toContain(verdict);
    const wrong = await workbench.errorCells();
    expect(wrong.length).toBeGreaterThan(0);
    for (const { address, text } of wrong) {
      expect(address).toMatch(/^(Forecast|Compare)!A\d+$/);
      expect(text).toMatch(
        /Panel, row 2 \(RPM\), Conversion rate is 62; give a share from 0 to 1, e\.g\. 0\.62 or 62%/,
      );
    }

    await call('selectFinding', status.findings[0]);
    const selected = await workbench.excel(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(selected).toBe('Panel!E8');
    await workbench.type('Panel!E8', '62%');
    expect(await call('readStatus')).toMatchObject({ light: 'ok', findings: [] });
  });

  it('follows the active scenario, and refuses one that is not there', async () => {
    const before = (await call('readStatus'))!;
    await call('setScenario', 'stretch');
    await workbench.settled();
    const after = (await call('readStatus'))!;
    expect(after).toMatchObject({ scenario: 'Stretch', light: 'ok' });
    expect(after.headline[1].value).toBeGreaterThan(before.headline[1].value as number);
    await expect(call('setScenario', 'Strech')).rejects.toThrow(/no scenario “Strech”; did you mean Stretch/);
    const cell = await workbench.excel(async (context, name) => {
      const range = context.workbook.names.getItem(name).getRange();
      range.load('values');
      await context.sync();
      return range.values[0][0] as string;
    }, NAMES.scenario);
    expect(cell).toBe('Stretch');
  });

  it('shows a program added on Panel and Payer Mix without a formula touched', async () => {
    await workbench.excel(async (context) => {
      const rows: Record<string, Record<string, string | number>> = {
        tblPanel: {
          Program: 'Falls prevention',
          'Eligible patients': 200,
          'Opening patients': 30,
          'Referrals per month': 5,
          'Conversion rate': 0.5,
          'Disengagement rate': 0.02,
        },
        tblPayerMix: {
          Program: 'Falls prevention',
          Payer: 'Medicare',
          'Share of panel': 1,
          'Allowed PPPM': 40,
          'Realization rate': 0.9,
          'Clean claim rate': 0.95,
          'Days to pay': 30,
        },
      };
      for (const [table, row] of Object.entries(rows)) {
        const added = context.workbook.tables.getItem(table);
        const headers = added.getHeaderRowRange();
        headers.load('values');
        await context.sync();
        added.rows.add(undefined, [headers.values[0].map((header) => row[String(header)] ?? '')]);
      }
      await context.sync();
    });
    await workbench.settled();
    expect(await workbench.errorCells()).toEqual([]);
    expect(await call('readStatus')).toMatchObject({ light: 'ok', findings: [] });
    const shown = (await workbench.cells(`Compare!D${PROGRAMS_ROW + 1}:I${PROGRAMS_ROW + 1}`))[0].map(
      ({ value }) => value,
    );
    expect(shown).toEqual(['CCM', 'RPM', 'BHI', 'APCM', 'Falls prevention', '']);
  });
});

describe('removing', () => {
  it('takes our sheets and names, also renamed ones, and nothing else; then Build works again', async () => {
    await workbench.excel(async (context) => {
      context.workbook.worksheets.getItem('Costs').name = 'Our costs';
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['kept']];
      context.workbook.names.add('Mine', context.workbook.worksheets.getItem('Sheet1').getRange('A1'));
      await context.sync();
    });
    await call('removeWorkbook');
    expect(await workbench.sheets()).toEqual(['Sheet1']);
    expect(await contents()).toEqual({ tables: [], names: ['Mine'] });
    expect(await workbench.cell('Sheet1!A1')).toMatchObject({ value: 'kept' });
    expect(await call('inspectWorkbook')).toEqual({ ours: [], conflicts: [], isCutOff: false });
    await build(SAMPLE);
    expect(await workbench.errorCells()).toEqual([]);
  });

  it('leaves an empty sheet where all were ours', async () => {
    await workbench.excel(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').delete();
      await context.sync();
    });
    await call('removeWorkbook');
    const left = await workbench.sheets();
    expect(left).toHaveLength(1);
    expect(SHEETS).not.toContain(left[0]);
  });
});

describe('other practices', () => {
  beforeEach(open);

  it('works for ten years', async () => {
    await build(practice({ months: 120 }));
    expect(await workbench.errorCells()).toEqual([]);
    expect(await call('readStatus')).toMatchObject({ light: 'ok' });
  });

  it('works for one program, one payer, one month; over a new year, January changes the allowed amount and no other month does', async () => {
    const OCTOBER_2025 = 2025 * 12 + 9;
    await build(
      practice({
        programs: [{ name: 'PCM', eligiblePatients: 300, openingPatients: 20 }],
        payers: ['Medicare'],
        months: 1,
        startMonth: OCTOBER_2025,
      }),
    );
    const isWell = async () => {
      expect(await workbench.errorCells()).toEqual([]);
      expect(await call('readStatus')).toMatchObject({ light: 'ok', findings: [] });
    };
    await isWell();

    const set = async (setting: string, value: number) => {
      await workbench.excel(
        async (context, named, typed) => {
          const body = context.workbook.tables.getItem('tblSettings').getDataBodyRange();
          body.load('values');
          await context.sync();
          const row = body.values.findIndex(([name]) => name === named);
          body.getCell(row, 1).values = [[typed]];
          await context.sync();
        },
        setting,
        value,
      );
      await workbench.settled();
    };
    const [in2025, in2026] = ['2025-12-31', '2026-12-31'].map(
      (date) => rate({ code: '99426', locality: '', date, setting: 'nonfacility', qp: false }).amount,
    );
    await set('Months', 6);
    const row = statementRow('allowedPppm') + 1;
    const allowed = (await workbench.cells(`Forecast!D${row}:J${row}`))[0].map(({ value }) =>
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
    );
    expect(allowed).toEqual([in2025, in2025, in2025, in2026, in2026, in2026, null]);
    expect((await workbench.cell('Payer Mix!D7')).value).toBe(in2025);
    await isWell();

    const JANUARY_2026 = 46_023;
    await set('Start month', JANUARY_2026);
    expect((await workbench.cell('Payer Mix!D7')).value).toBe(in2026);
  });

  it('takes what people type as text, whatever it starts with', async () => {
    const names = ['=1+1', '+Health', '-5', '@Blue', "'Quoted", '2027-01-01', '50%'];
    await build(
      practice({
        name: '=HYPERLINK("http://example.com","Pay")',
        payers: names,
        programs: [{ name: '=CCM', eligiblePatients: 500, openingPatients: 40 }],
      }),
    );
    expect(await workbench.cell('Start!A1')).toMatchObject({ value: '=HYPERLINK("http://example.com","Pay")' });
    expect((await workbench.cells('Payer Mix!A7:B13')).map((row) => row.map(({ value }) => value))).toEqual(
      names.map((name) => ['=CCM', name]),
    );
    expect(await workbench.errorCells()).toEqual([]);
    expect(await call('readStatus')).toMatchObject({ light: 'ok', practice: '=HYPERLINK("http://example.com","Pay")' });
  });
});

describe('what is there already', () => {
  beforeEach(open);

  it('is never overwritten: Build names what is in its way and changes nothing', async () => {
    await workbench.excel(async (context) => {
      const panel = context.workbook.worksheets.add('panel');
      panel.getRange('A1:A2').values = [['Mine'], [1]];
      panel.tables.add('A1:A2', true).name = 'tblCosts';
      context.workbook.names.add('StartMonth', panel.getRange('A2'));
      await context.sync();
    });
    expect(await call('inspectWorkbook')).toEqual({
      isCutOff: false,
      ours: [],
      conflicts: ['the sheet panel', 'the table tblCosts on panel', 'the name StartMonth'],
    });
    await expect(build(SAMPLE)).rejects.toThrow(
      /Nothing was built: .*the sheet panel, the table tblCosts on panel, the name StartMonth/,
    );
    expect(await workbench.sheets()).toEqual(['Sheet1', 'panel']);
    expect(await call('readStatus')).toBeNull();
  });

  it('is left as it was when a build fails half-way', async () => {
    const broken: WorkbookPlan = {
      ...SAMPLE,
      sheets: SAMPLE.sheets.map((sheet) =>
        sheet.name === 'Checks' ? { ...sheet, blocks: [{ row: 0, column: 0, contents: [[1, 2], [3]] }] } : sheet,
      ),
    };
    await expect(build(broken)).rejects.toThrow();
    expect(await workbench.sheets()).toEqual(['Sheet1']);
    expect(await contents()).toEqual({ tables: [], names: [] });
    await build(SAMPLE);
    expect(await call('readStatus')).toMatchObject({ light: 'ok' });
  });

  it('is not removed where it is not ours', async () => {
    await call('removeWorkbook');
    expect(await workbench.sheets()).toEqual(['Sheet1']);
  });
});
