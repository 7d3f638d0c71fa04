import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../../src/engine/project';
import { disagreements } from './reference/agreement';
import { randomModel, randomTeamModel } from './reference/random-model';
import { reference } from './reference/project';
import { cases } from '../random-cases';

const numRuns = cases(300);

describe('the engine and the second implementation', () => {
  it.each([
    ['random models', randomModel],
    ['random models with a care team', randomTeamModel],
  ])(
    'agree on every figure of every statement of %s',
    (_what, models) => {
      fc.assert(
        fc.property(models, (model) => {
          const actual = project(model);
          const expected = reference(model);
          expect([...actual.byProgram.keys()].sort()).toEqual([...expected.byProgram.keys()].sort());
          const found = disagreements(actual.total, { series: expected.total.lines, totals: expected.total.totals });
          for (const [name, { lines, totals }] of expected.byProgram) {
            found.push(
              ...disagreements(actual.byProgram.get(name)!, { series: lines, totals }).map(
                (text) => `${name}: ${text}`,
              ),
            );
          }
          expect(found.slice(0, 5)).toEqual([]);
        }),
        { numRuns },
      );
    },
    600_000,
  );
});

describe('A projection', () => {
  it('keeps its figures while others are made', () => {
    fc.assert(
      fc.property(randomTeamModel, fc.oneof(randomModel, randomTeamModel), (model, other) => {
        const kept = project(model);
        const snapshot = structuredClone({ total: kept.total, team: kept.team });
        const programs = structuredClone(project(model).byProgram);
        for (const each of [other, { ...model, adjustments: [] }, { ...model, waitingLossRate: 1 }])
          project(each).byProgram.forEach(({ totals }) => expect(totals).toBeDefined());
        expect({ total: kept.total, team: kept.team }).toEqual(snapshot);
        expect(kept.byProgram).toEqual(programs);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
