/** What a line may come to where drivers are uncertain: trial after trial, in slices that their caller sets. */
import { sum } from '../engine/math/sum';
import type { LineKey } from '../engine/model/lines';
import type { Model } from '../engine/model/model';
import { mostForecasts } from './few-forecasts';
import type { DriverCells } from './driver-cells';
import { percentilesOf } from './percentile';
import { Retyping } from './retyping';
import { sample, type Uncertain } from './sampling';

export interface UncertainDriver extends Uncertain {
  readonly cells: DriverCells;
}

/** Figures of the total and then of each month. */
export interface Percentiles {
  readonly percentiles: readonly (readonly number[])[];
  readonly mean: readonly number[];
  /** The share of trials that reach the target; null without one. */
  readonly reached: readonly number[] | null;
}

export class Simulation {
  private readonly values: readonly Float64Array[];
  private readonly retyping: Retyping;
  private readonly trial: Float64Array;
  /** The figures of all trials, place by place: the total, then the months. */
  private readonly all: Float64Array;
  /** By place, the figure of each trial. */
  readonly figures: readonly Float64Array[];
  private done = 0;
  readonly slice: number;

  constructor(
    model: Model,
    private readonly line: LineKey,
    program: string | null,
    drivers: readonly UncertainDriver[],
    readonly trials: number,
    seed: number,
  ) {
    this.slice = Math.max(1, Math.min(MOST_OF_A_SLICE, Math.floor(mostForecasts(model) / SLICES_A_SECOND)));
    this.values = sample(drivers, trials, seed);
    this.all = new Float64Array((model.months + 1) * trials);
    this.figures = Array.from({ length: model.months + 1 }, (_, place) =>
      this.all.subarray(place * trials, (place + 1) * trials),
    );
    this.trial = new Float64Array(drivers.length);
    this.retyping = new Retyping(
      model,
      drivers.map(({ cells }) => cells),
      line,
      program,
    );
  }

  get trialsDone(): number {
    return this.done;
  }

  /** Goes on by some trials. @returns whether that was all of them */
  advance(trials: number): boolean {
    const end = Math.min(this.trials, this.done + trials);
    const { values, all, trials: count, trial, line } = this;
    for (let n = this.done; n < end; n++) {
      for (let i = 0; i < trial.length; i++) trial[i] = values[i][n];
      const { series, totals } = this.retyping.look(trial);
      all[n] = totals[line];
      const months = series[line];
      for (let t = 0, at = n + count; t < months.length; t++, at += count) all[at] = months[t];
    }
    this.done = end;
    return this.done === this.trials;
  }

  /** @param shares of the percentiles, 0.5 for the median; between two trials in proportion, as Excel's PERCENTILE.INC */
  answer(shares: readonly number[], target: number | null): Percentiles {
    const percentiles = this.figures.map((figures) => percentilesOf(figures, shares));
    return {
      percentiles: shares.map((_, i) => percentiles.map((of) => of[i])),
      mean: this.figures.map(mean),
      reached: target === null ? null : this.figures.map((figures) => shareOf(figures, target)),
    };
  }
}

/** Of figures that are all the same, that figure to the last bit. */
const mean = (figures: Float64Array): number =>
  figures.every((figure) => figure === figures[0]) ? figures[0] : sum(figures) / figures.length;

/** The share of figures that reach the target. */
function shareOf(figures: Float64Array, target: number): number {
  let reached = 0;
  for (let n = 0; n < figures.length; n++) if (figures[n] >= target) reached++;
  return reached / figures.length;
}

/** Trials between two looks at whether anybody still wants the answer: of a large model few, some tenths of a second. */
const MOST_OF_A_SLICE = 200;
const SLICES_A_SECOND = 5;

/** @param pause lets others work @returns whether it came to its end */
export async function inSlices(
  simulation: Simulation,
  pause: () => Promise<void>,
  isCanceled: () => boolean,
): Promise<boolean> {
  while (!isCanceled()) {
    if (simulation.advance(simulation.slice)) return true;
    await pause();
  }
  return false;
}
