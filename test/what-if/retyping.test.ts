/** Looking again at one model beside projecting each model anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnitsForNobody } from '../../src/engine/inputs/units-for-nobody';
import { LINES } from '../../src/engine/model/lines';
import type { Model } from '../../src/engine/model/model';
import { project } from '../../src/engine/project';
import { boundsOf, everyCell, overlap, withMoved, type DriverCells } from '../../src/what-if/driver-cells';
import { measured } from '../../src/what-if/measure';
import { Retyping } from '../../src/what-if/retyping';
import { randomModel, randomTeamModel } from '../engine/reference/random-model';
import { cases } from '../random-cases';

const asked = fc.record({
  model: fc.oneof(randomModel, randomTeamModel),
  cells: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  line: fc.constantFrom(...LINES.map(({ key }) => key)),
  ofProgram: fc.option(fc.nat()),
  places: fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), {
    minLength: 2,
    maxLength: 4,
  }),
});

/** A value of the driver, between its bounds. */
function valueAt(model: Model, cells: DriverCells, place: number): number {
  const { lower, upper } = boundsOf(model, cells);
  const most = Number.isFinite(upper) ? upper : Math.max(lower, 0) + 500;
  const value = lower + (most - lower) * place;
  return cells.driver.isMonth ? Math.round(value) : value;
}

/** What comes of it; a forecast that cannot be is a refusal. */
function attempted<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnitsForNobody) return error.message;
    throw error;
  }
}

describe('A model typed again', () => {
  it('gives what it gives when it is projected anew, to the last digits, whatever was typed before', () => {
    fc.assert(
      fc.property(asked, ({ model, cells, line, ofProgram, places }) => {
        const all = everyCell(model);
        const drivers: DriverCells[] = [];
        for (const at of cells) {
          const found = all[at % all.length];
          if (!drivers.some((other) => overlap(model, other, found))) drivers.push(found);
        }
        const program = ofProgram === null ? null : model.programs[ofProgram % model.programs.length].name;
        // A model that is refused as it stands is looked at by nobody.
        fc.pre(typeof attempted(() => project(model)) !== 'string');
        const retyping = new Retyping(model, drivers, line, program);
        for (const place of places) {
          const values = drivers.map((driver, i) => valueAt(model, driver, place[i]));
          const anew = attempted(() => {
            const moved = drivers.reduce(
              (before, driver, i) => withMoved(before, driver, { change: 'set', value: values[i] }),
              model,
            );
            const projection = project(moved);
            return [null, ...Array.from({ length: model.months }, (_, t) => t + 1)].map((month) =>
              measured(projection, { line, program, month }),
            );
          });
          const again = attempted(() => {
            const { totals, series } = retyping.look(values);
            return [totals[line], ...series[line]];
          });
          if (typeof anew === 'string' || typeof again === 'string') expect(again).toBe(anew);
          else
            again.forEach((figure, i) =>
              // Cost items that are told apart by what is typed alone may be added in another order.
              expect(Math.abs(figure - anew[i])).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(anew[i]))),
            );
        }
      }),
      { numRuns: cases(1_000) },
    );
  });
});
