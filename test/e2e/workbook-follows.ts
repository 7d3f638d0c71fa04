/** Whether the sheets follow the tables: Compare, Forecast and the charts, against the engine on the tables as they stand. */
import { expect } from 'vitest';
import type { LineKey } from '../../src/engine/model/lines';
import { project } from '../../src/engine/project';
import { modelOf } from '../../src/forecast/model-of';
import { monthEndSerial } from '../../src/tables/calendar';
import { readModel, type ModelTables } from '../../src/tables/reading/read-model';
import type { Workbench } from '../../src/workbench/driver/workbench';
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

export type Cells = (string | number | boolean)[][];
type Tables = Record<keyof ModelTables, Cells>;

/** @param of the open workbook, once it is there */
export const following = (of: () => Workbench) => {
  const block = (sheet: string, row: number, column: number, rows: number, columns: number): Promise<Cells> =>
    of().excel(
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
  const tablesNow = async (): Promise<Omit<Tables, 'actuals'>> => {
    const [panel, payerMix, costs, settings, scenarios, changes] = await of().excel(async (context) => {
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
    await of().excel(
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
    await of().settled();
  };

  const settingRow = async (name: string): Promise<string> => {
    const address = await of().excel(async (context, setting) => {
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

  const lightWords = async () => (await of().cells('Start!B4:C4'))[0].map(({ text }) => text);
  /** Checks that are not OK, with what they say. */
  const failing = async () =>
    (await of().cells('Checks!A7:C40'))
      .map((row) => row.map(({ text }) => text.trim()))
      .filter(([test, verdict]) => test !== '' && /^(REVIEW|ERROR|–)$/.test(verdict) && test.length > 21)
      .map(([test, verdict, residual]) => `${verdict} ${test}: ${residual}`);
  const verdictOf = async (test: string) => {
    const rows = await of().cells('Checks!A7:C40');
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
    const shown = await block(
      'Compare',
      SCENARIOS_ROW,
      FIRST_SCENARIO_COLUMN,
      SCENARIO_LINES.length + 1,
      ROOM.scenarios,
    );
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
    const base = String((await of().cell('Compare!B4')).value);
    const totals = new Map(scenarios.map((name) => [name, project(modelOf(inputs, name)).total.totals]));
    scenarios.forEach((name, s) =>
      SCENARIO_LINES.forEach((key, i) => {
        compare(`${name} ${key}`, shown[i + 1][s], totals.get(name)![key]);
        compare(`${name} ${key} less ${base}`, differences[i + 1][s], totals.get(name)![key] - totals.get(base)![key]);
      }),
    );

    const active = String((await of().cell('Start!B5')).value);
    const projection = project(modelOf(inputs, active));
    const programs = inputs.programs.map(({ name }) => [name, projection.byProgram.get(name)!] as const);
    const byProgram = await block('Compare', PROGRAMS_ROW, 3, PROGRAM_LINES.length + 1, ROOM.programs);
    expect(byProgram[0]).toEqual([
      ...programs.map(([name]) => name),
      ...new Array<string>(ROOM.programs - programs.length).fill(''),
    ]);
    programs.forEach(([name, statement], p) =>
      PROGRAM_LINES.forEach((key, i) =>
        compare(
          `${name} ${key}`,
          byProgram[i + 1][p],
          statement.totals[key as LineKey & keyof typeof statement.totals],
        ),
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
      for (const { name, series, categoryAxis } of await of().charts(sheet)) {
        if (categoryAxis.type !== 'DateAxis') continue;
        const cellsOf = ({ sheetId, range }: (typeof series)[number]['values']) =>
          of().excel(
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

  async function chartsFollow(
    months: number,
    programs: readonly string[],
    scenarios: readonly string[],
  ): Promise<void> {
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
    expect(await legend('Start', 7, 13, ROOM.programs)).toEqual(programs);
    expect(await legend('Compare', PROGRAM_CHARTS_ROW, CHART_LEGEND_COLUMN, ROOM.programs)).toEqual(programs);
    expect(await legend('Compare', SCENARIO_CHARTS_ROW, CHART_LEGEND_COLUMN, ROOM.scenarios)).toEqual(scenarios);
  }

  /** Deletes the rows of a table from one on. */
  async function shrink(name: string, rows: number): Promise<void> {
    await of().excel(
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
    await of().settled();
  }

  /** As code writes a text: no validation asks. */
  async function writeCell(address: string, text: string): Promise<void> {
    await of().excel(
      async (context, place, typed) => {
        const [sheet, cell] = place.split('!');
        context.workbook.worksheets.getItem(sheet).getRange(cell).values = [[typed]];
        await context.sync();
      },
      address,
      text,
    );
    await of().settled();
  }

  return { tablesNow, writeTable, settingRow, lightWords, failing, verdictOf, apart, chartsFollow, shrink, writeCell };
};
