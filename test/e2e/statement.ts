/** The statement as the cells hold it, read through Office.js, and as the engine gives it for the same inputs. */
import { LINES, type StatementLineKey } from '../../src/engine/model/lines';
import { project, type Projection } from '../../src/engine/project';
import { readModel, type ModelTables } from '../../src/tables/reading/read-model';
import { modelOf } from '../../src/forecast/model-of';
import { planTables } from '../../src/workbook/plan/plan-tables';
import { planWorkbook, SAMPLE_PRACTICE } from '../../src/workbook';
import { FIRST_MONTH_COLUMN, TOTAL_COLUMN } from '../../src/workbook/layout/statement-table';
import {
  PROGRAM_LINES,
  programNameRow,
  STATEMENT_ROW,
  type ProgramLine,
} from '../../src/workbook/sheets/forecast/layout';
import type { Workbench } from '../../src/workbench/driver/workbench';

export interface Series {
  total: number;
  months: number[];
}

export interface Statements {
  total: Record<StatementLineKey, Series>;
  byProgram: Map<string, Record<ProgramLine, Series>>;
}

export const PROGRAMS = SAMPLE_PRACTICE.programs.map(({ name }) => name);
const MONTHS = SAMPLE_PRACTICE.months;

export const SAMPLE_TABLES: ModelTables = planTables(planWorkbook(SAMPLE_PRACTICE));

/** A table with one cell typed over; the row counts from 1 below the header. */
export function edited(
  tables: ModelTables,
  table: keyof ModelTables,
  row: number,
  header: string,
  value: string | number,
): ModelTables {
  const range = tables[table]!.map((cells) => [...cells]);
  range[row][range[0].indexOf(header)] = value;
  return { ...tables, [table]: range };
}

export function expectedStatements(tables: ModelTables, scenario: string): Statements {
  const projection: Projection = project(modelOf(readModel(tables), scenario));
  const series = (keys: readonly StatementLineKey[], statement: Projection['total']) =>
    Object.fromEntries(
      keys.map((key) => [key, { total: statement.totals[key], months: [...statement.series[key]] }]),
    ) as Record<StatementLineKey, Series>;
  return {
    total: series(
      LINES.map(({ key }) => key),
      projection.total,
    ),
    byProgram: new Map([...projection.byProgram].map(([name, statement]) => [name, series(PROGRAM_LINES, statement)])),
  };
}

export async function readStatements(workbench: Workbench): Promise<Statements> {
  const values = await workbench.excel(
    async (context, rows, columns) => {
      const range = context.workbook.worksheets.getItem('Forecast').getRangeByIndexes(0, 0, rows, columns);
      range.load('values');
      await context.sync();
      return range.values as (string | number | boolean)[][];
    },
    programNameRow(PROGRAMS.length),
    FIRST_MONTH_COLUMN + MONTHS,
  );
  const series = <K extends StatementLineKey>(keys: readonly K[], firstRow: number) =>
    Object.fromEntries(keys.map((key, i) => [key, line(key, values[firstRow + i])])) as Record<K, Series>;
  return {
    total: series(
      LINES.map(({ key }) => key),
      STATEMENT_ROW + 1,
    ),
    byProgram: new Map(
      PROGRAMS.map((name, i) => {
        const row = programNameRow(i);
        if (values[row][0] !== name) throw new Error(`Forecast row ${row + 1} is ${values[row][0]}, not ${name}`);
        return [name, series(PROGRAM_LINES, row + 2)];
      }),
    ),
  };
}

function line(key: StatementLineKey, cells: readonly (string | number | boolean)[]): Series {
  const { name } = LINES.find((candidate) => candidate.key === key)!;
  if (cells[0] !== name) throw new Error(`Forecast holds ${cells[0]} where ${name} belongs`);
  const numbers = cells.slice(TOTAL_COLUMN).map((cell) => {
    if (typeof cell !== 'number') throw new Error(`${name} holds ${JSON.stringify(cell)}`);
    return cell;
  });
  return { total: numbers[0], months: numbers.slice(FIRST_MONTH_COLUMN - TOTAL_COLUMN) };
}

/** Figures further apart than one part in 10⁹, measured against the larger or against 1. */
export function differences(actual: Statements, expected: Statements): string[] {
  const apart: string[] = [];
  const compare = (what: string, a: number, b: number) => {
    if (!(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)))) apart.push(`${what}: ${a} instead of ${b}`);
  };
  const lines = (name: string, a: Record<string, Series>, b: Record<string, Series>) => {
    for (const [key, series] of Object.entries(b)) {
      compare(`${name} ${key} total`, a[key].total, series.total);
      series.months.forEach((value, t) => compare(`${name} ${key} month ${t + 1}`, a[key].months[t], value));
      if (a[key].months.length !== series.months.length)
        apart.push(`${name} ${key}: ${a[key].months.length} months instead of ${series.months.length}`);
    }
  };
  lines('all', actual.total, expected.total);
  for (const [name, series] of expected.byProgram) lines(name, actual.byProgram.get(name)!, series);
  return apart;
}
