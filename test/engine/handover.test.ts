/** Months that are over, and the forecast behind them. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { project } from '../../src/engine/project';
import { cases } from '../random-cases';
import { disagreements } from './reference/agreement';
import { cutAt } from './reference/cut';
import { randomModel, randomTeamModel } from './reference/random-model';

vi.setConfig({ testTimeout: 600_000 });

const told = fc.record({ active: fc.boolean(), cost: fc.boolean(), minutes: fc.boolean() });

describe('A forecast cut at a month, its figures up to there taken for actual ones', () => {
  it.each([
    ['unlimited staff', randomModel],
    ['a care team that limits, hires, trains and brings minutes', randomTeamModel],
  ])('goes on as in one go: %s', (_what, models) => {
    fc.assert(
      fc.property(models, fc.nat(), told, (model, at, tells) => {
        const months = 1 + (at % model.months);
        const whole = project(model);
        const cut = project(cutAt(model, months, tells));
        expect(disagreements(cut.total, whole.total)).toEqual([]);
        for (const [name, statement] of whole.byProgram)
          expect(disagreements(cut.byProgram.get(name)!, statement)).toEqual([]);
      }),
      { numRuns: cases(150) },
    );
  });
});
