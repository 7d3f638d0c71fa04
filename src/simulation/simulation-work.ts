/** A simulation in a worker of the browser's, so that grid and pane go on; or in slices, where there are no workers. */
import type { Model } from '../engine/model/model';
import type { LineKey } from '../engine/model/lines';
import { Simulation, inSlices, type Percentiles, type UncertainDriver } from '../what-if/simulate';

/** All that a simulation needs to know: plain values, which a worker is sent. */
export interface SimulationQuestion {
  readonly model: Model;
  readonly line: LineKey;
  /** null for all programs together. */
  readonly program: string | null;
  readonly drivers: readonly UncertainDriver[];
  readonly trials: number;
  readonly seed: number;
  /** Of the percentiles. */
  readonly shares: readonly number[];
  readonly target: number | null;
}

/** What a worker says: how many trials are done, at last the answer; or that it has none. */
export type SimulationNews = { readonly done: number } | { readonly answer: Percentiles | null };

export const simulationOf = ({ model, line, program, drivers, trials, seed }: SimulationQuestion): Simulation =>
  new Simulation(model, line, program, drivers, trials, seed);

export const answerOf = (simulation: Simulation, { shares, target }: SimulationQuestion): Percentiles =>
  simulation.answer(shares, target);

/** Calls it off, from whatever is told. */
export interface Stop {
  isStopped: boolean;
  onStop: (() => void) | null;
}

export const stopOf = (): Stop => ({ isStopped: false, onStop: null });

export function stop(it: Stop): void {
  it.isStopped = true;
  it.onStop?.();
}

/** @returns null where it was stopped */
export async function simulated(
  question: SimulationQuestion,
  stopping: Stop,
  onProgress: (done: number) => void = () => {},
): Promise<Percentiles | null> {
  const answer = await byWorker(question, stopping, onProgress);
  if (answer || stopping.isStopped) return answer;
  // No worker, or one that came to nothing: here, where a mistake has a text.
  const simulation = simulationOf(question);
  const isDone = await inSlices(
    simulation,
    () => pause().then(() => onProgress(simulation.trialsDone)),
    () => stopping.isStopped,
  );
  return isDone ? answerOf(simulation, question) : null;
}

/** Beside the page, as functions.js is; the version keeps an old one from answering a new page. */
const ADDRESS = `simulation-worker.js?v=${__VERSION__}`;

/** null where there are no workers, where this one came to nothing, or where it was stopped. */
function byWorker(
  question: SimulationQuestion,
  stopping: Stop,
  onProgress: (done: number) => void,
): Promise<Percentiles | null> {
  if (typeof Worker !== 'function' || stopping.isStopped) return Promise.resolve(null);
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    const end = (answer: Percentiles | null) => {
      stopping.onStop = null;
      worker?.terminate();
      resolve(answer);
    };
    try {
      worker = new Worker(ADDRESS);
    } catch {
      end(null);
      return;
    }
    stopping.onStop = () => end(null);
    worker.onerror = (event) => {
      event.preventDefault();
      end(null);
    };
    worker.onmessageerror = () => end(null);
    worker.onmessage = ({ data }: MessageEvent<SimulationNews>) => {
      if ('done' in data) onProgress(data.done);
      else end(data.answer);
    };
    worker.postMessage(question);
  });
}

/** Lets Excel and the pane work; where there is no timer, what else waits goes first. */
const pause = (): Promise<void> =>
  new Promise((resolve) => (typeof setTimeout === 'function' ? setTimeout(resolve) : resolve()));
