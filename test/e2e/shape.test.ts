/** After Build the workbook changes shape, and every sheet follows: read back through Office.js, against the engine. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LineKey } from '../../src/engine/model/lines';
import { project } from '../../src/engine/project';
import { modelOf } from '../../src/forecast/model-of';
import { monthEndSerial } from '../../src/tables/calendar';
import { readModel, type ModelTables } from '../../src/tables/reading/read-model';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { SAMPLE_PRACTICE } from '../../src/workbook';
import { places, ROOM } from '../../src/workbook/layout/room';
import {
  CHART_LEGEND_COLUMN,
  DIFFERENCES_ROW,
  FIRST_SCENARIO_COLUMN,
  PROGRAM_CHARTS_ROW,
  PROGRAMS_ROW,
  SCENARIO_CHARTS_ROW,
  SCENARIO_LINES,
  SCENARIOS_ROW,
} from '../../src/workbook/sheets/compare/layout';
import { PROGRAM_LINES, programNameRow } from '../../src/workbook/sheets/forecast/layout';
import { buildFromPane, pane } from './pane-actions';

type Cells = (string | number | boolean)[][];
type Tables = Record<keyof ModelTables, Cells>;

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const block = (sheet: string, row: number, column: number, rows: number, columns: number): Promise<Cells> =>
  workbench.excel(
    async (context, ...[name, r, c, height, width]) => {
      const range = context.workbook.worksheets.getItem(name).getRangeByIndexes(r, c, height, width);
      range.load('values');
      await context.sync();
      return range.values as Cells;
    },
    sheet,
    row,
    column,
    rows,
    columns,
  );

/** The six tables as the functions get them. */
const tablesNow = async (): Promise<Tables> => {
  const [panel, payerMix, costs, settings, scenarios, changes] = await workbench.excel(async (context) => {
    const names = ['tblPanel', 'tblPayerMix', 'tblCosts', 'tblSettings', 'tblScenarios', 'tblChanges'];
    const ranges = names.map((name) => context.workbook.tables.getItem(name).getRange());
    ranges.forEach((range) => range.load('values'));
    await context.sync();
    return ranges.map((range) => range.values as Cells);
  });
  return { panel, payerMix, costs, settings, scenarios, changes };
};

/** Writes a whole table anew, as code or a paste would; the rows and columns it gains are its own. */
const writeTable = async (name: string, cells: Cells): Promise<void> => {
  await workbench.excel(
    async (context, table, contents) => {
      const found = context.workbook.tables.getItem(table);
      const range = found.getRange();
      range.load('rowCount,columnCount');
      await context.sync();
      const wanted = range.getResizedRange(contents.length - range.rowCount, contents[0].length - range.columnCount);
      wanted.values = contents;
      found.resize(wanted);
      await context.sync();
    },
    name,
    cells,
  );
  await workbench.settled();
};

const settingRow = async (name: string): Promise<string> => {
  const address = await workbench.excel(async (context, setting) => {
    const body = context.workbook.tables.getItem('tblSettings').getDataBodyRange();
    body.load('values');
    await context.sync();
    const cell = body.getCell(
      body.values.findIndex(([given]) => given === setting),
      1,
    );
    cell.load('address');
    await context.sync();
    return cell.address;
  }, name);
  return address;
};

const lightWords = async () => (await workbench.cells('Start!B4:C4'))[0].map(({ text }) => text);
/** Checks that are not OK, with what they say. */
const failing = async () =>
  (await workbench.cells('Checks!A7:C40'))
    .map((row) => row.map(({ text }) => text.trim()))
    .filter(([test, verdict]) => test !== '' && /^(REVIEW|ERROR|–)$/.test(verdict) && test.length > 21)
    .map(([test, verdict, residual]) => `${verdict} ${test}: ${residual}`);
const verdictOf = async (test: string) => {
  const rows = await workbench.cells('Checks!A7:C40');
  const found = rows.find(([name]) => name.text === test);
  return found?.slice(1).map(({ text }) => text.trim());
};
const isClose = (a: unknown, b: number) =>
  typeof a === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** What of Compare and Forecast differs from the engine on the tables that stand there now; nothing where all follows. */
async function apart(scenarios: readonly string[]): Promise<string[]> {
  const inputs = readModel(await tablesNow());
  expect(inputs.errors).toEqual([]);
  const wrong: string[] = [];
  const compare = (what: string, shown: unknown, expected: number) => {
    if (!isClose(shown, expected)) wrong.push(`${what}: ${String(shown)} instead of ${expected}`);
  };
  const shown = await block('Compare', SCENARIOS_ROW, FIRST_SCENARIO_COLUMN, SCENARIO_LINES.length + 1, ROOM.scenarios);
  const differences = await block(
    'Compare',
    DIFFERENCES_ROW,
    FIRST_SCENARIO_COLUMN,
    SCENARIO_LINES.length + 1,
    ROOM.scenarios,
  );
  const blank = new Array<string>(ROOM.scenarios - scenarios.length).fill('');
  expect(shown[0]).toEqual([...scenarios, ...blank]);
  expect(differences[0]).toEqual([...scenarios, ...blank]);
  const base = String((await workbench.cell('Compare!B4')).value);
  const totals = new Map(scenarios.map((name) => [name, project(modelOf(inputs, name)).total.totals]));
  scenarios.forEach((name, s) =>
    SCENARIO_LINES.forEach((key, i) => {
      compare(`${name} ${key}`, shown[i + 1][s], totals.get(name)![key]);
      compare(`${name} ${key} less ${base}`, differences[i + 1][s], totals.get(name)![key] - totals.get(base)![key]);
    }),
  );

  const active = String((await workbench.cell('Start!B5')).value);
  const projection = project(modelOf(inputs, active));
  const programs = inputs.programs.map(({ name }) => [name, projection.byProgram.get(name)!] as const);
  const byProgram = await block('Compare', PROGRAMS_ROW, 3, PROGRAM_LINES.length + 1, ROOM.programs);
  expect(byProgram[0]).toEqual([
    ...programs.map(([name]) => name),
    ...new Array<string>(ROOM.programs - programs.length).fill(''),
  ]);
  programs.forEach(([name, statement], p) =>
    PROGRAM_LINES.forEach((key, i) =>
      compare(`${name} ${key}`, byProgram[i + 1][p], statement.totals[key as LineKey & keyof typeof statement.totals]),
    ),
  );
  for (const [p, [name, statement]] of programs.entries()) {
    const [months] = await block('Forecast', programNameRow(p) + 2 + PROGRAM_LINES.indexOf('margin'), 3, 1, 120);
    [...statement.series.margin].forEach((value, t) => compare(`${name} margin ${t + 1}`, months[t], value));
  }
  return wrong;
}

/** Every chart over months, as it is drawn: its months, and by series the points that have a value. */
async function drawn(): Promise<{ chart: string; months: unknown[]; series: (number | null)[][] }[]> {
  const found = [];
  for (const sheet of ['Start', 'Compare'])
    for (const { name, series, categoryAxis } of await workbench.charts(sheet)) {
      if (categoryAxis.type !== 'DateAxis') continue;
      const cellsOf = ({ sheetId, range }: (typeof series)[number]['values']) =>
        workbench.excel(
          async (context, id, { row, column, rows, columns }) => {
            const cells = context.workbook.worksheets.getItem(id).getRangeByIndexes(row, column, rows, columns);
            cells.load('values');
            await context.sync();
            return cells.values.flat() as (string | number)[];
          },
          sheetId,
          range,
        );
      const months = await cellsOf(series[0].categories!);
      const points = [...new Set(months)].map((month) => months.indexOf(month));
      const values = [];
      for (const one of series) {
        const cells = await cellsOf(one.values);
        // Beyond the horizon nothing may stand that would be drawn elsewhere than at the last month.
        values.push(points.map((point) => (typeof cells[point] === 'number' ? cells[point] : null)));
      }
      found.push({ chart: name, months: points.map((point) => months[point]), series: values });
    }
  return found;
}

async function chartsFollow(months: number, programs: readonly string[], scenarios: readonly string[]): Promise<void> {
  const ends = places(months).map((t) => monthEndSerial(SAMPLE_PRACTICE.startMonth + t));
  const charts = await drawn();
  expect(charts.map(({ chart }) => chart)).toEqual([
    'Panel',
    'RevenueAndCost',
    'ScenarioRevenue',
    'ScenarioCash',
    'ProgramRevenue',
    'ProgramMargin',
    'BreakEven',
  ]);
  for (const chart of charts) {
    expect(chart.months, chart.chart).toEqual(ends);
    const used = chart.series.filter((values) => values.some((value) => value !== null));
    for (const values of used)
      expect(
        values.every((value) => value !== null),
        chart.chart,
      ).toBe(true);
    const expected = { Panel: programs.length, ProgramRevenue: programs.length, ProgramMargin: programs.length }[
      chart.chart
    ];
    if (expected !== undefined) expect(used, chart.chart).toHaveLength(expected);
    if (chart.chart.startsWith('Scenario')) expect(used, chart.chart).toHaveLength(scenarios.length);
  }
  const [revenue] = await block('Forecast', programNameRow(programs.length - 1) + 2 + 5, 3, 1, months);
  expect(charts.find(({ chart }) => chart === 'ProgramRevenue')!.series[programs.length - 1]).toEqual(revenue);
  // The legends beside the charts, by name.
  const legend = async (sheet: string, row: number, column: number, room: number) =>
    (await block(sheet, row + 1, column + 1, room, 1)).flat().filter((name) => name !== '');
  expect(await legend('Start', 1, 13, ROOM.programs)).toEqual(programs);
  expect(await legend('Compare', PROGRAM_CHARTS_ROW, CHART_LEGEND_COLUMN, ROOM.programs)).toEqual(programs);
  expect(await legend('Compare', SCENARIO_CHARTS_ROW, CHART_LEGEND_COLUMN, ROOM.scenarios)).toEqual(scenarios);
}

const PROGRAMS = SAMPLE_PRACTICE.programs.map(({ name }) => name);
const SCENARIOS = ['Conservative', 'Expected', 'Stretch'];

describe('The horizon', () => {
  it.each([24, 36, 120, 1, 36])('of %i months is that of charts, Compare, Checks and headline', async (months) => {
    await workbench.type(await settingRow('Months'), months);
    // A forecast of one month has planned changes beyond it, which are noted.
    expect(await lightWords()).toEqual(
      months > 1
        ? ['OK', expect.stringMatching(/^All \d+ checks pass, no findings$/)]
        : ['REVIEW', '1 to look at: see Checks'],
    );
    await chartsFollow(months, PROGRAMS, SCENARIOS);
    expect(await apart(SCENARIOS)).toEqual([]);
    expect(await workbench.errorCells()).toEqual([]);
    const total = (await workbench.cell('Compare!D10')).value;
    expect((await workbench.cell('Start!B11')).value).toBeCloseTo(total as number, 6);
  });
});

describe('Settings', () => {
  it('are found by their names when the table is sorted', async () => {
    const { settings } = await tablesNow();
    const [header, ...rows] = settings;
    await writeTable('tblSettings', [header, ...[...rows].reverse()]);
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
    expect(await apart(SCENARIOS)).toEqual([]);
    expect((await workbench.cell('Checks!V7')).text).toBe('Jan-27');
    await writeTable('tblSettings', [header, ...rows]);
  });

  it('may give the start month as a text: the sheets read what the functions read, or say that they cannot', async () => {
    const cell = await settingRow('Start month');
    const asText = (text: string | number, format: string) =>
      workbench.excel(
        async (context, address, typed, numberFormat) => {
          const [sheet, place] = address.split('!');
          const range = context.workbook.worksheets.getItem(sheet).getRange(place);
          range.numberFormat = [[numberFormat]];
          range.values = [[typed]];
          await context.sync();
        },
        cell,
        text,
        format,
      );
    const rates = async () => (await workbench.cells('Rates!F4:H4'))[0].map(({ text }) => text);
    const dated = await rates();
    await asText('Jan 2027', '@');
    await workbench.settled();
    expect((await workbench.cell(cell)).value).toBe('Jan 2027');
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
    expect(await rates()).toEqual(dated);
    expect(await verdictOf('The first month is the start month')).toEqual(['OK', '0']);

    await asText('soon', '@');
    await workbench.settled();
    expect(await rates()).toEqual(['', 'no day', expect.stringMatching(/^Start month is a text .*type a date/)]);
    expect(await verdictOf('The first month is the start month')).toEqual(['ERROR', 'no forecast']);

    await asText(46388, 'mmm-yy');
    await workbench.settled();
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
  });
});

describe('A row that adds up others', () => {
  it('is left out of blocks, charts and the check of shares, as the functions leave it out', async () => {
    const { panel, payerMix } = await tablesNow();
    const total = panel[1].map((cell, c) => (typeof cell === 'number' ? cell : c === 0 ? 'Total programs' : ''));
    const share = payerMix[0].indexOf('Share of panel');
    const ofPayers = payerMix[1].map((cell, c) => (c === 1 ? 'Total CCM' : c === share ? 1 : cell));
    await writeTable('tblPanel', [...panel, total]);
    await writeTable('tblPayerMix', [...payerMix, ofPayers]);
    await chartsFollow(36, PROGRAMS, SCENARIOS);
    expect(await apart(SCENARIOS)).toEqual([]);
    expect(await verdictOf('Payer shares of each program add to 100%')).toEqual(['OK', '0']);
    expect(await failing()).toEqual(['REVIEW Nothing odd in the inputs: 2.000000']);

    // A share too many of a program's own payers is still found, with the program that it is of.
    await writeTable('tblPayerMix', [...payerMix, ofPayers.map((cell, c) => (c === 1 ? 'Self-pay' : cell))]);
    expect(await verdictOf('Payer shares of each program add to 100%')).toEqual(['ERROR', '1.000000']);
    await shrink('tblPanel', panel.length);
    await shrink('tblPayerMix', payerMix.length);
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
  });
});

/** Deletes the rows of a table from one on. */
async function shrink(name: string, rows: number): Promise<void> {
  await workbench.excel(
    async (context, table, kept) => {
      const { rows: all } = context.workbook.tables.getItem(table);
      all.load('count');
      await context.sync();
      for (let row = all.count - 1; row >= kept - 1; row--) all.getItemAt(row).delete();
      await context.sync();
    },
    name,
    rows,
  );
  await workbench.settled();
}

describe('Scenarios', () => {
  const added = (cells: Cells, name: string, like: string, at: number): Cells => {
    const column = cells[0].indexOf(like);
    return cells.map((row, r) => [...row.slice(0, at), r === 0 ? name : row[column], ...row.slice(at)]);
  };

  it('inserted between two others, or appended at the right end, are compared by name', async () => {
    const { scenarios } = await tablesNow();
    const between = added(scenarios, 'Cautious', 'Conservative', scenarios[0].indexOf('Expected'));
    await writeTable('tblScenarios', between);
    const four = ['Conservative', 'Cautious', 'Expected', 'Stretch'];
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
    expect(await apart(four)).toEqual([]);
    await chartsFollow(36, PROGRAMS, four);

    const five = [...four, 'Best*'];
    await writeTable('tblScenarios', added(between, 'Best*', 'Stretch', between[0].length));
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
    expect(await apart(five)).toEqual([]);
    await chartsFollow(36, PROGRAMS, five);
    await pane(workbench).scenario('Best*').waitFor();
  });

  it('with a * in their names are themselves: active, and as the base', async () => {
    await writeCell('Start!B5', 'Best*');
    await writeCell('Compare!B4', 'Best*');
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
    expect(await apart(['Conservative', 'Cautious', 'Expected', 'Stretch', 'Best*'])).toEqual([]);
    // What begins alike is not the same.
    await writeCell('Compare!B4', 'B*');
    expect(await verdictOf('Scenarios are compared with one that is there')).toEqual(['REVIEW', '1.000000']);
    expect((await workbench.cell('Compare!C24')).text).toBe('see Checks');
    await writeCell('Start!B5', 'Expected');
    await writeCell('Compare!B4', 'Expected');
  });

  it('renamed while one of them is active: the check fails, and says that it is not shown', async () => {
    const { scenarios } = await tablesNow();
    await writeTable('tblScenarios', [
      scenarios[0].map((header) => (header === 'Expected' ? 'Plan' : header)),
      ...scenarios.slice(1),
    ]);
    expect((await lightWords())[0]).toBe('ERROR');
    expect(await verdictOf('Compare agrees with Forecast')).toEqual([
      'ERROR',
      expect.stringMatching(/not shown|no forecast/),
    ]);
    await writeTable('tblScenarios', scenarios);
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
  });
});

/** As code writes a text: no validation asks. */
async function writeCell(address: string, text: string): Promise<void> {
  await workbench.excel(
    async (context, place, typed) => {
      const [sheet, cell] = place.split('!');
      context.workbook.worksheets.getItem(sheet).getRange(cell).values = [[typed]];
      await context.sync();
    },
    address,
    text,
  );
  await workbench.settled();
}

describe('Programs and payers', () => {
  it('typed below the last row have their block, their column, their series and their share checked', async () => {
    const { panel, payerMix } = await tablesNow();
    const last = 5 + panel.length;
    await workbench.type(`Panel!A${last + 1}`, 'R*M');
    for (const [header, value] of [
      ['Opening patients', 40],
      ['Referrals per month', 5],
      ['Conversion rate', 0.5],
      ['Disengagement rate', 0.02],
    ] as const)
      await workbench.type(`Panel!${letter(panel[0].indexOf(header))}${last + 1}`, value);
    expect(await verdictOf('Payer shares of each program add to 100%')).toEqual(['ERROR', expect.anything()]);
    const row = 6 + payerMix.length;
    const cells: Record<string, string | number> = {
      Program: 'r*m',
      Payer: 'Medicaid',
      'Share of panel': 1,
      'Allowed PPPM': 50,
      'Realization rate': 0.8,
      'Clean claim rate': 0.9,
      'Days to pay': 30,
    };
    for (const [header, value] of Object.entries(cells)) {
      await workbench.type(`Payer Mix!${letter(payerMix[0].indexOf(header))}${row}`, value);
    }
    const programs = [...PROGRAMS, 'R*M'];
    const scenarios = ['Conservative', 'Cautious', 'Expected', 'Stretch', 'Best*'];
    expect(await verdictOf('Payer shares of each program add to 100%')).toEqual(['OK', '0']);
    expect(await apart(scenarios)).toEqual([]);
    await chartsFollow(36, programs, scenarios);
    expect((await lightWords())[0]).toMatch(/OK|REVIEW/);
  });
});

const letter = (column: number): string => String.fromCharCode(65 + column);

describe('The largest workbook', () => {
  it('of 12 programs, 8 payers, 6 scenarios and 120 months reads as the engine does', async () => {
    const { panel, payerMix, scenarios } = await tablesNow();
    const programs = [...PROGRAMS, 'R*M', 'PCM', 'RTM', 'TCM', 'Stroke?', '~Home', 'Heart (HF)', '99457'];
    const payers = ['Medicare', 'Medicare Advantage', 'Medicaid', 'Commercial', 'A*', 'B?', 'C~', 'Self-pay'];
    const at = (header: string) => payerMix[0].indexOf(header);
    const mix = programs.flatMap((program, p) =>
      payers.map((payer) =>
        payerMix[1].map((cell, c) =>
          c === at('Program')
            ? program
            : c === at('Payer')
              ? payer
              : c === at('Share of panel')
                ? 0.125
                : c === at('Allowed PPPM')
                  ? 50 + p
                  : c === at('Codes') || c === at('Percent of Medicare')
                    ? ''
                    : cell,
        ),
      ),
    );
    await writeTable('tblPanel', [
      panel[0],
      ...programs.map((name, p) => (panel[p + 1] ? panel[p + 1] : panel[2]).map((cell, c) => (c === 0 ? name : cell))),
    ]);
    await writeTable('tblPayerMix', [payerMix[0], ...mix]);
    await workbench.type(await settingRow('Months'), 120);
    const wide = scenarios.map((row, r) => [...row, r === 0 ? 'Mid' : '']);
    await writeTable('tblScenarios', wide);
    const six = ['Conservative', 'Cautious', 'Expected', 'Stretch', 'Best*', 'Mid'];
    expect(await apart(six)).toEqual([]);
    await chartsFollow(120, programs, six);
    expect(await workbench.errorCells()).toEqual([]);
    const [light, words] = await lightWords();
    // Notes on the inputs are all that is left to look at.
    expect([light, words]).toEqual(
      light === 'OK' ? ['OK', expect.anything()] : ['REVIEW', expect.stringMatching(/^1 to look at/)],
    );
    for (const test of ['Every program is shown', 'Every scenario is shown', 'Compare agrees with Forecast'])
      expect(await verdictOf(test), test).toEqual(['OK', '0']);
  });

  it('says which program and scenario it has no room for', async () => {
    const { panel, payerMix, scenarios } = await tablesNow();
    await writeTable('tblPanel', [...panel, panel[2].map((cell, c) => (c === 0 ? 'One more' : cell))]);
    await writeTable('tblPayerMix', [
      ...payerMix,
      payerMix[1].map((cell, c) => (c === 0 ? 'One more' : c === 2 ? 1 : cell)),
    ]);
    await writeTable(
      'tblScenarios',
      scenarios.map((row, r) => [...row, r === 0 ? 'Seventh' : '']),
    );
    expect((await failing()).filter((text) => !text.includes('Nothing odd'))).toEqual([
      '– Programs add to the total: allowed revenue: more programs than shown',
      '– Programs add to the total: total cost: more programs than shown',
      '– Programs add to the total: closing patients: more programs than shown',
      'REVIEW Every program is shown: 1.000000',
      'REVIEW Every scenario is shown: 1.000000',
    ]);
    expect((await lightWords())[0]).toBe('REVIEW');
  });
});

describe('A sheet deleted by hand', () => {
  it('leaves the rest working: Compare, then Log', async () => {
    for (const name of ['Compare', 'Log']) {
      await workbench.excel(async (context, sheet) => {
        context.workbook.worksheets.getItem(sheet).delete();
        await context.sync();
      }, name);
      await workbench.settled();
      expect(await workbench.errorCells(), name).toEqual([]);
      expect(await verdictOf('Compare agrees with Forecast')).toEqual(['–', 'sheet deleted']);
      expect((await lightWords())[0]).toBe('REVIEW');
      expect((await workbench.cell('Start!B11')).value).toEqual(expect.any(Number));
    }
    await workbench.frame
      .getByRole('region', { name: 'Checks', exact: true })
      .filter({ hasText: /to look at/ })
      .waitFor();
    await pane(workbench).scenario('Seventh').waitFor();
    expect([...new Set(workbench.errors)]).toEqual([]);
  });
});
