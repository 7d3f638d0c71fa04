import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Model } from '../../src/engine/model/model';
import { project, Room } from '../../src/engine/project';
import { disagreements } from './reference/agreement';
import { withRandomActuals } from './reference/random-actuals';
import { randomModel, randomTeamModel } from './reference/random-model';
import { reference } from './reference/project';
import { cases } from '../random-cases';

const numRuns = cases(300);

describe('the engine and the second implementation', () => {
  it.each([
    ['random models', randomModel],
    ['random models with a care team', randomTeamModel],
    ['random models behind months that are over', withRandomActuals(randomModel)],
    ['random models with a care team behind months that are over', withRandomActuals(randomTeamModel)],
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

/** A scenario of a model: in force in every month. */
const fewerReferrals: Change = {
  driver: 'referrals',
  program: null,
  payer: null,
  item: null,
  change: 'multiply',
  value: 0.5,
  fromMonth: 1,
  toMonth: Infinity,
};

/** A model, and one beside it: another, or a scenario of the same. */
const sideBySide = fc
  .tuple(randomTeamModel, fc.oneof(randomModel, randomTeamModel), fc.boolean())
  .map(([model, other, isScenario]): [Model, Model] => [
    model,
    isScenario ? { ...model, adjustments: [fewerReferrals] } : other,
  ]);

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

  it('says the same in a room that others use, whatever is asked of it first and when', () => {
    const asked = fc.shuffledSubarray(['programs', 'inputs', 'others'] as const, { minLength: 3 });
    fc.assert(
      fc.property(sideBySide, asked, ([model, other], order) => {
        const alone = project(model);
        const expected = structuredClone({ programs: alone.byProgram, amounts: alone.inputs.adjusted });
        const room = new Room();
        project(other, room).giveBack();
        const shared = project(model, room);
        for (const question of order) {
          if (question === 'programs') expect(shared.byProgram).toEqual(expected.programs);
          else if (question === 'inputs') {
            expect(shared.inputs.adjusted).toEqual(expected.amounts);
            shared.giveBack();
          } else expect(project(other, room).total).toEqual(project(other).total);
        }
        expect(shared.byProgram).toEqual(expected.programs);
        expect(shared.inputs.adjusted).toEqual(expected.amounts);
        expect(project(other, room).byProgram).toEqual(project(other).byProgram);
      }),
      { numRuns: cases(60) },
    );
  }, 120_000);
});
