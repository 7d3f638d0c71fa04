/**
 * A simulation of the line that is asked about, beside the page: in a worker, with its progress, until it is there or
 * called off. It draws from the sheet Uncertainty, or from the rows that the sheet would be given.
 */
import type { Forecast } from '../../forecast/forecast';
import { simulated, stop, stopOf, type Stop } from '../../simulation/simulation-work';
import { mostForecasts } from '../../what-if/few-forecasts';
import type { Measure } from '../../what-if/measure';
import { USUAL_SEED } from '../../what-if/random';
import type { Percentiles } from '../../what-if/simulate';
import { uncertainDrivers, uncertainDriversIn } from '../../what-if/uncertain-drivers';
import { asRead, assumedUncertainty } from '../../workbook/sheets/risk/assumed';
import { failureText } from '../failure-text';
import { Store } from '../store';
import type { WorkbookApi } from '../workbook-api';

export interface SimulationQuestion {
  readonly forecast: Forecast;
  /** null for none. */
  readonly scenario: string | null;
  readonly measure: Measure;
  readonly trials: number;
  readonly target: number | null;
}

export interface Simulated {
  readonly question: SimulationQuestion;
  /** P10, P50 and P90: of the total, then of each month. */
  readonly percentiles: Percentiles['percentiles'];
  readonly reached: Percentiles['reached'];
  /** Nothing uncertain: the total, then each month. */
  readonly asForecast: readonly number[];
  /** Rows drawn from, and whether they are assumed for want of the sheet. */
  readonly rows: number;
  readonly isAssumed: boolean;
}

export interface SimulationState {
  /** What was asked last; null where nothing is asked any more. */
  question: SimulationQuestion | null;
  running: { readonly done: number; readonly trials: number } | null;
  found: Simulated | null;
  /** Called off by the user. */
  isCanceled: boolean;
  failure: string | null;
}

const START: SimulationState = { question: null, running: null, found: null, isCanceled: false, failure: null };
const SHARES = [0.1, 0.5, 0.9];

/** As many trials as are offered, and are made within a minute. */
export const trialsFor = (forecast: Forecast, scenario: string | null): number[] => {
  const most = 60 * mostForecasts(forecast.model(scenario));
  return [1_000, 10_000, 100_000].filter((trials, i) => i === 0 || trials <= most);
};

export class SimulationSession extends Store<SimulationState> {
  private stopping: Stop | null = null;

  constructor(private readonly api: WorkbookApi) {
    super(START);
  }

  async run(question: SimulationQuestion): Promise<void> {
    this.leave();
    const stopping = (this.stopping = stopOf());
    this.set({ ...START, question, running: { done: 0, trials: question.trials } });
    try {
      const found = await this.simulate(question, stopping);
      if (found && !stopping.isStopped) this.set({ ...START, question, found });
    } catch (error) {
      if (!stopping.isStopped) this.set({ ...START, question, failure: failureText(error) });
    }
  }

  /** Said at once: the worker ends, whatever it was at. */
  readonly cancel = (): void => {
    const { running, question } = this.getState();
    if (!running) return;
    this.leave();
    this.set({ ...START, question, isCanceled: true });
  };

  /** What was asked is asked no more: of other tables, or of another line. */
  readonly forget = (): void => {
    this.leave();
    this.set(START);
  };

  private leave(): void {
    if (this.stopping) stop(this.stopping);
    this.stopping = null;
  }

  private async simulate(question: SimulationQuestion, stopping: Stop): Promise<Simulated | null> {
    const { forecast, scenario, measure, trials, target } = question;
    const table = await this.api.readUncertainty();
    const model = forecast.model(scenario);
    const drivers = table
      ? uncertainDriversIn(table, model)
      : uncertainDrivers(assumedUncertainty(forecast.inputs).map(asRead), model);
    const answer = await simulated(
      {
        ...{ model, line: measure.line, program: measure.program, drivers },
        ...{ trials, seed: USUAL_SEED, shares: SHARES, target },
      },
      stopping,
      (done) => {
        if (!stopping.isStopped) this.set({ ...START, question, running: { done, trials } });
      },
    );
    if (!answer) return null;
    const { series, totals } = forecast.statement(scenario, measure.program);
    return {
      ...{ question, percentiles: answer.percentiles, reached: answer.reached },
      ...{ asForecast: [totals[measure.line], ...series[measure.line]], rows: drivers.length, isAssumed: !table },
    };
  }
}
