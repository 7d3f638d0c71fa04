import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Model, Payer } from '../../../src/engine/model/model';
import { project } from '../../../src/engine/project';
import { disagreements } from '../reference/agreement';
import { randomModel } from '../reference/random-model';
import { reference } from '../reference/project';
import { cases } from '../../random-cases';

/** Amounts of a payer from its first month on, and what is withheld of them: what a fee schedule says. */
const scheduleOf = ({ program, payer }: Payer): fc.Arbitrary<Change[]> => {
  const own = { program, payer, item: null, toMonth: Infinity };
  const set = fc
    .record({ fromMonth: fc.integer({ min: 1, max: 40 }), cents: fc.integer({ min: 0, max: 20_000 }) })
    .map(({ fromMonth, cents }): Change => ({
      ...own,
      driver: 'allowedPppm',
      change: 'set',
      value: cents / 100,
      fromMonth,
    }));
  const withheld = fc
    .constantFrom(0.984, 0.8)
    .map((value): Change => ({ ...own, driver: 'collectedRate', change: 'multiply', value, fromMonth: 1 }));
  return fc
    .tuple(
      fc.uniqueArray(set, { selector: ({ fromMonth }) => fromMonth, maxLength: 4 }),
      fc.array(withheld, { maxLength: 1 }),
    )
    .map((both) => both.flat());
};

const scheduled: fc.Arbitrary<Model> = randomModel.chain((model) =>
  fc
    .tuple(...model.payers.map((payer) => fc.oneof(fc.constant([]), scheduleOf(payer))))
    .map((schedules) => ({ ...model, schedule: schedules.flat() })),
);

describe('A fee schedule', () => {
  it('holds before planned changes and scenarios, in the engine as in the second implementation', () => {
    fc.assert(
      fc.property(scheduled, (model) => {
        const { total } = reference(model);
        expect(disagreements(project(model).total, { series: total.lines, totals: total.totals }).slice(0, 5)).toEqual(
          [],
        );
      }),
      { numRuns: cases(80) },
    );
  }, 600_000);

  it('that says nothing changes nothing', () => {
    fc.assert(
      fc.property(randomModel, (model) => {
        const [empty, without] = [{ ...model, schedule: [] }, model].map((each) => project(each).total);
        expect(empty.series).toEqual(without.series);
        expect(empty.totals).toEqual(without.totals);
      }),
      { numRuns: 20 },
    );
  });

  it('changes no month before it does', () => {
    fc.assert(
      fc.property(randomModel, fc.integer({ min: 2, max: 40 }), (model, fromMonth) => {
        const { program, payer } = model.payers[0];
        const schedule: Change[] = [
          {
            program,
            payer,
            item: null,
            driver: 'allowedPppm',
            change: 'set',
            value: 123.45,
            fromMonth,
            toMonth: Infinity,
          },
        ];
        const [plain, moved] = [project(model), project({ ...model, schedule })].map(({ total }) =>
          Array.from(total.series.allowedRevenue.subarray(0, fromMonth - 1)),
        );
        expect(moved).toEqual(plain);
      }),
      { numRuns: cases(40) },
    );
  });
});
