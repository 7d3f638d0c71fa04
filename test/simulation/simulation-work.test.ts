/** A simulation in a worker, in slices where there is none, and called off. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import {
  answerOf,
  simulated,
  simulationOf,
  stop,
  stopOf,
  type SimulationNews,
  type SimulationQuestion,
} from '../../src/simulation/simulation-work';
import { cellsNamed } from '../../src/what-if/driver-cells';
import { handed, sampleTables } from '../tables/sample-model';

const model = forecastOf(handed(sampleTables())).model(null);
const question = (trials: number): SimulationQuestion => ({
  model,
  line: 'margin',
  program: null,
  drivers: [
    {
      cells: cellsNamed(model, { driver: 'Referrals per month', program: 'RPM', payer: null, item: null }),
      distribution: { name: 'PERT', low: 20, likely: 30, high: 50 },
      group: null,
      correlation: 0.7,
    },
  ],
  ...{ trials, seed: 5, shares: [0.1, 0.5, 0.9], target: 0 },
});

/** What it comes to in one go. */
function atOnce(asked: SimulationQuestion) {
  const simulation = simulationOf(asked);
  simulation.advance(asked.trials);
  return answerOf(simulation, asked);
}

/** Stands in for the browser's: what is sent is copied, and what is told comes later. */
class Stage {
  static started: Stage[] = [];
  static play: (worker: Stage, asked: SimulationQuestion) => void = () => {};
  onmessage: ((event: { data: SimulationNews }) => void) | null = null;
  onerror: ((event: { preventDefault(): void }) => void) | null = null;
  isTerminated = false;

  constructor(readonly address: string) {
    Stage.started.push(this);
  }

  postMessage(asked: SimulationQuestion): void {
    const copy = structuredClone(asked);
    setTimeout(() => Stage.play(this, copy));
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

function withWorkers(play: typeof Stage.play): void {
  Object.assign(Stage, { started: [], play });
  vi.stubGlobal('Worker', Stage);
}

afterEach(() => vi.unstubAllGlobals());

describe('A simulation', () => {
  it('is answered in slices where there are no workers', async () => {
    vi.stubGlobal('Worker', undefined);
    expect(await simulated(question(450), stopOf())).toEqual(atOnce(question(450)));
  });

  it('is answered by a worker, which is sent a copy and told to go at the end', async () => {
    withWorkers((worker, asked) => {
      worker.onmessage!({ data: { done: 200 } });
      worker.onmessage!({ data: { answer: atOnce(asked) } });
    });
    const told: number[] = [];
    expect(await simulated(question(450), stopOf(), (done) => told.push(done))).toEqual(atOnce(question(450)));
    expect(told).toEqual([200]);
    expect(Stage.started.map(({ isTerminated }) => isTerminated)).toEqual([true]);
    expect(Stage.started[0].address).toMatch(/^simulation-worker\.js\?v=/);
  });

  it.each([
    ['cannot be loaded', (worker: Stage) => worker.onerror!({ preventDefault() {} })],
    ['comes to nothing', (worker: Stage) => worker.onmessage!({ data: { answer: null } })],
  ])('is answered here where the worker %s', async (_, play) => {
    withWorkers(play);
    expect(await simulated(question(450), stopOf())).toEqual(atOnce(question(450)));
    expect(Stage.started.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });

  it('ends the worker at once when it is called off', async () => {
    withWorkers(() => {});
    const stopping = stopOf();
    const answer = simulated(question(100_000), stopping);
    await new Promise((resolve) => setTimeout(resolve, 20));
    stop(stopping);
    expect(Stage.started[0].isTerminated).toBe(true);
    expect(await answer).toBeNull();
  });

  it('ends within a slice when it is called off where there are no workers', async () => {
    vi.stubGlobal('Worker', undefined);
    const stopping = stopOf();
    const seen: number[] = [];
    const answer = simulated(question(100_000), stopping, (done) => {
      seen.push(done);
      if (seen.length === 2) stop(stopping);
    });
    expect(await answer).toBeNull();
    expect(seen).toHaveLength(2);
  });
});
