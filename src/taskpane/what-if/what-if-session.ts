/**
 * The What-if page between two looks at it: the line that is asked about, how far each driver moves it, and the value of
 * a driver that meets a target, which one click types into its cell and another takes back.
 */
import { lineByKey, LINES, type LineKey } from '../../engine/model/lines';
import type { Model } from '../../engine/model/model';
import { forecastOf, type Forecast } from '../../forecast/forecast';
import { serialOfTime } from '../../tables/calendar';
import { boundsOf, commonValue, everyCell, labelOf, type DriverCells } from '../../what-if/driver-cells';
import { measured, type Measure } from '../../what-if/measure';
import { project } from '../../engine/project';
import { Sentences } from '../../what-if/sentence';
import { sensitivity, type Tornado } from '../../what-if/sensitivity';
import { solve, type Solution } from '../../what-if/solve';
import type { DoneEdit, Edit, TablesNow } from '../../workbook';
import { typeDriver } from '../../workbook/edits/type-driver';
import { failureText } from '../failure-text';
import { Store } from '../store';
import type { WorkbookApi } from '../workbook-api';

/** A driver that can be sought: one cell of the tables. */
export interface Sought {
  readonly label: string;
  readonly cells: DriverCells;
  readonly today: number | null;
  readonly lower: number;
  readonly upper: number;
}

export interface Found {
  /** As it is said: today, the target, the value. */
  readonly sentence: string;
  /** What is typed; null where the target is not met. */
  readonly value: number | null;
  readonly cells: DriverCells;
  readonly others: number;
}

export interface WhatIfState {
  /** null until the tables have been read. */
  model: Model | null;
  /** Of the tables; the same while they are. */
  forecast: Forecast | null;
  /** Why no question can be asked of the tables. */
  obstacle: string | null;
  startMonth: number | null;
  measure: Measure;
  today: number;
  tornado: Tornado | null;
  drivers: readonly Sought[];
  /** Its label. */
  driver: string;
  found: Found | null;
  isWriting: boolean;
  done: DoneEdit | null;
  undone: Edit | null;
  failure: string | null;
}

const START: WhatIfState = {
  model: null,
  forecast: null,
  obstacle: null,
  startMonth: null,
  measure: { line: 'margin', program: null, month: null },
  today: 0,
  tornado: null,
  drivers: [],
  driver: '',
  found: null,
  isWriting: false,
  done: null,
  undone: null,
  failure: null,
};

/** Each driver is moved down and up by so much of its value. */
export const REACH = 0.1;

/** The day on the user's own calendar. */
const dayNow = (): number => {
  const now = new Date();
  return serialOfTime(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
};

export class WhatIfSession extends Store<WhatIfState> {
  private tables: TablesNow | null = null;
  private scenario: string | null = null;

  constructor(
    private readonly api: WorkbookApi,
    private readonly day: () => number = dayNow,
  ) {
    super(START);
  }

  /** Reads the tables as they are now. @param scenario the active one; null for none */
  async look(scenario: string | null): Promise<void> {
    this.scenario = scenario;
    await this.attempt(async () => {
      this.tables = await this.api.readTables();
      this.ask(this.getState().measure);
    });
  }

  /** What is asked about: a line, of all programs or of one, in total or in a month. */
  readonly ask = (measure: Measure): void => {
    if (!this.tables) return;
    const { panel, payerMix, costs, settings, scenarios, changes, actuals } = this.tables;
    const cellsOf = (table: TablesNow['panel']) => [[...table.headers], ...table.rows.map(({ values }) => [...values])];
    try {
      const forecast = forecastOf({
        ...{ panel: cellsOf(panel), payerMix: cellsOf(payerMix), costs: cellsOf(costs), settings: cellsOf(settings) },
        ...{ scenarios: cellsOf(scenarios), changes: cellsOf(changes), actuals: cellsOf(actuals) },
      });
      const model = forecast.model(this.scenario);
      const known = model.programs.some(({ name }) => name === measure.program);
      const now = { ...measure, program: known ? measure.program : null };
      const drivers = everyCell(model)
        .filter(({ driver }) => !driver.isMonth && driver.key !== 'shareOfPanel')
        .map((cells) => ({ label: labelOf(cells), cells, today: commonValue(model, cells), ...boundsOf(model, cells) }))
        .filter(({ lower, upper }) => lower < upper);
      const { driver } = this.getState();
      this.change({
        ...{ model, forecast, obstacle: null, startMonth: forecast.inputs.settings.startMonth, measure: now },
        today: measured(project(model), now),
        tornado: sensitivity(model, now, { by: 'share', size: REACH }, null),
        drivers,
        driver: drivers.some(({ label }) => label === driver) ? driver : (drivers[0]?.label ?? ''),
        found: null,
      });
    } catch (error) {
      this.change({ model: null, forecast: null, tornado: null, found: null, obstacle: failureText(error) });
    }
  };

  readonly choose = (driver: string): void => this.change({ driver, found: null });
  readonly dismiss = (): void => this.change({ failure: null, undone: null });
  readonly keep = (): void => this.change({ done: null });

  /** Looks for the value of the chosen driver at which the line meets the target. */
  readonly seek = (target: number): void => {
    const { model, measure, drivers, driver, startMonth } = this.getState();
    const sought = drivers.find(({ label }) => label === driver);
    if (!model || !sought) return;
    const goal = { cells: sought.cells, measure, target, lowest: Infinity, highest: Infinity };
    const solution: Solution = solve(model, goal);
    const words = new Sentences(goal, solution, startMonth);
    const met = solution.meetings.find(({ beyond }) => beyond === null);
    const sentence = solution.nearest ? words.nearest : words.of(met ?? solution.meetings[0]);
    this.change({
      found: {
        sentence,
        value: met?.value ?? null,
        cells: sought.cells,
        others: Math.max(0, solution.meetings.length - 1),
      },
      ...{ failure: null, undone: null },
    });
  };

  /** Types the value that was found into its cell. */
  async type(): Promise<void> {
    const { found, measure } = this.getState();
    const { tables } = this;
    if (!tables || found?.value === undefined || found.value === null) return;
    const { driver, program, payer, item } = found.cells;
    const { edit, problem } = typeDriver(
      tables,
      { driver: driver.key, program, payer, item, value: found.value },
      this.day(),
      `Goal seek: ${lineByKey.get(measure.line)!.name}`,
    );
    if (!edit) return this.change({ failure: problem });
    await this.write(async () => {
      const done = await this.api.doEdit(edit, tables);
      this.change({ done, undone: null, found: null });
    });
    await this.look(this.scenario);
  }

  async undo(): Promise<void> {
    const { done } = this.getState();
    if (!done) return;
    await this.write(async () => {
      await this.api.undoEdit(done);
      this.change({ done: null, undone: done.edit });
    });
    await this.look(this.scenario);
  }

  /** One thing at a time: a second click while Excel is busy is not a second order. */
  private async write(work: () => Promise<void>): Promise<void> {
    if (this.getState().isWriting) return;
    this.change({ isWriting: true, failure: null });
    await this.attempt(work);
    this.change({ isWriting: false });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.change({ failure: failureText(error) });
    }
  }

  private change(part: Partial<WhatIfState>): void {
    this.set({ ...this.getState(), ...part });
  }
}

/** Lines that a question is usually about. */
export const ASKED_LINES: readonly { key: LineKey; name: string }[] = LINES.filter(({ key }) =>
  [
    'margin',
    'allowedRevenue',
    'cashCollected',
    'cumulativeCash',
    'closingPatients',
    'totalCost',
    'marginRate',
  ].includes(key),
);
