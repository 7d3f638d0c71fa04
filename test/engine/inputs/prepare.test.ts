import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjust, prepare, type Inputs } from '../../../src/engine/inputs/prepare';
import {
  COST_DRIVERS,
  PAYER_DRIVERS,
  PROGRAM_DRIVERS,
  type CostDriver,
  type PayerDriver,
  type ProgramDriver,
} from '../../../src/engine/model/drivers';
import type { Model } from '../../../src/engine/model/model';
import { run } from '../../../src/engine/month/events';
import { allocate, type Memory } from '../../../src/engine/month/memory';
import { statementOf } from '../../../src/engine/month/statement';
import { project } from '../../../src/engine/project';
import { randomModel, randomTeamModel } from '../reference/random-model';

const anyModel = fc.oneof(randomModel, randomTeamModel);
const figuresOf = ({ programs, months }: Inputs, memory: Memory) =>
  Array.from(statementOf(memory, 0, programs.length, months).figures);

/** Rows whose every value is another number; one payer has the whole panel. */
function countedUp(): Model {
  let next = 0;
  const values = (keys: readonly { key: string }[]) => Object.fromEntries(keys.map(({ key }) => [key, ++next]));
  return {
    months: 1,
    basis: 'average',
    waitingLossRate: 0,
    hireAtUtilization: 0.9,
    hireLeadMonths: 0,
    trainingMonths: 0,
    minutesDistribution: 'gamma',
    programs: [{ name: 'CCM', ...values(PROGRAM_DRIVERS) }],
    payers: [{ program: 'CCM', payer: 'Medicare', ...values(PAYER_DRIVERS), shareOfPanel: 1, paymentPattern: null }],
    costs: [
      {
        item: 'Nurse',
        category: 'care team',
        program: 'CCM',
        basis: 'per unit',
        staffing: 'planned',
        ...values(COST_DRIVERS),
      },
    ],
    changes: [],
    adjustments: [],
  } as unknown as Model;
}

describe('Inputs', () => {
  it('hold the typed values of every driver under its own name', () => {
    const model = countedUp();
    const { programs, payers, costs } = model;
    const inputs = prepare(model);
    for (const { key } of PROGRAM_DRIVERS)
      expect(inputs.program[key as ProgramDriver][0], key).toBe(programs[0][key as ProgramDriver]);
    for (const { key } of PAYER_DRIVERS)
      expect(inputs.payer[key as PayerDriver][0], key).toBe(payers[0][key as PayerDriver]);
    for (const { key } of COST_DRIVERS)
      expect(inputs.cost[key as CostDriver][0], key).toBe(costs[0][key as CostDriver]);
  });

  it('with other adjustments give what a model with them gives, in memory used again', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const inputs = prepare({ ...model, adjustments: [] });
        const memory = allocate(inputs);
        for (const adjustments of [model.adjustments, [], model.adjustments.slice(1), model.adjustments]) {
          adjust(inputs, adjustments);
          run(inputs, memory);
          const anew = project({ ...model, adjustments });
          expect(figuresOf(inputs, memory)).toEqual(Array.from(anew.total.figures));
          expect(inputs.clips).toEqual(anew.clips);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('refuse adjustments that begin while nothing else does', () => {
    fc.assert(
      fc.property(randomModel, (model) => {
        const inputs = prepare({ ...model, months: 12, changes: [], adjustments: [] });
        const later = { driver: 'referrals', program: null, payer: null, item: null, value: 1 };
        expect(() => adjust(inputs, [{ ...later, change: 'set', fromMonth: 5, toMonth: Infinity }])).toThrow(
          /begin or end within a period/,
        );
      }),
      { numRuns: 5 },
    );
  });
});
