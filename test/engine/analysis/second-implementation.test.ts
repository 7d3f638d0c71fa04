import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cases } from '../../random-cases';
import { breakEven } from '../../../src/engine/analysis/break-even';
import { startedLater } from '../../../src/engine/analysis/delay';
import { hirePlan, type HirePlanRow } from '../../../src/engine/analysis/hire-plan';
import { COST_DRIVERS, driverByKey, PROGRAM_DRIVERS } from '../../../src/engine/model/drivers';
import type { Change, Model } from '../../../src/engine/model/model';
import { project } from '../../../src/engine/project';
import { disagreements, type Figures } from '../reference/agreement';
import { referenceBreakEven } from '../reference/break-even';
import { putOff, typedLater } from '../reference/delay';
import { linesOf, referenceHirePlan } from '../reference/hire-plan';
import { randomModel, randomTeamModel } from '../reference/random-model';
import { reference } from '../reference/project';

vi.setConfig({ testTimeout: 300_000 });

const question = fc
  .oneof(randomModel, randomTeamModel)
  .chain((model) => fc.tuple(fc.constant(model), fc.constantFrom(null, ...model.programs.map(({ name }) => name))));

/** Equal to one part in 10⁹ of the larger, or to the rounding of what they are the difference of. */
function expectClose(actual: number | null, expected: number | null, size: number, what: string) {
  if (actual === null || expected === null) expect(actual, what).toBe(expected);
  else if (!(Math.abs(actual - expected) <= 1e-9 * Math.max(Math.abs(actual), Math.abs(expected), size)))
    expect(actual, what).toBe(expected);
}

describe('the hire plan', () => {
  it('has the rows of the second implementation', () => {
    const inOrder = (rows: HirePlanRow[]) =>
      rows
        .map((row) => ({ row, key: [row.month, row.role, row.program, row.staffing, row.unitsOnDuty.toFixed(6)] }))
        .map(({ row, key }) => ({ row, key: [...key, row.unitsNeeded.toFixed(6), row.nextUnitPaysAt].join('|') }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ row }) => row);
    fc.assert(
      fc.property(question, ([model, name]) => {
        const actual = inOrder(hirePlan(model, project(model), name));
        const expected = inOrder(referenceHirePlan(model, name));
        const place = ({ month, role, program, staffing, isThere }: HirePlanRow) => [
          month,
          role,
          program,
          staffing,
          isThere,
        ];
        expect(actual.map(place)).toEqual(expected.map(place));
        const { totalCost, allowedRevenue } = linesOf(reference(model), name);
        expected.forEach((row, r) => {
          const t = row.month - 1;
          const dollars = totalCost[t] + allowedRevenue[t] + (t ? totalCost[t - 1] + allowedRevenue[t - 1] : 0);
          expectClose(actual[r].unitsOnDuty, row.unitsOnDuty, 1, 'on duty');
          expectClose(actual[r].unitsNeeded, row.unitsNeeded, 1, 'needed');
          expectClose(actual[r].nextUnitPaysAt, row.nextUnitPaysAt, 1, 'pays at');
          expectClose(actual[r].marginBefore, row.marginBefore, dollars, 'margin before');
          expectClose(actual[r].marginAfter, row.marginAfter, dollars, 'margin after');
        });
      }),
      { numRuns: cases(200) },
    );
  });
});

describe('break-even', () => {
  it('is what the second implementation says', () => {
    fc.assert(
      fc.property(question, ([model, name]) => {
        const { margin, totalCost, allowedRevenue, cumulativeCash } = linesOf(reference(model), name);
        // Within a rounding of zero the two may differ on which side of it a month is.
        fc.pre(
          margin.every((each, t) => each === 0 || Math.abs(each) > 1e-9 * (totalCost[t] + allowedRevenue[t])) &&
            cumulativeCash.every((each) => each === 0 || Math.abs(each) > 1e-6),
        );
        const actual = breakEven(model, project(model), name);
        const expected = referenceBreakEven(model, name);
        for (const key of ['month', 'lastingMonth', 'panelMonth', 'peakMonth', 'paybackMonth'] as const)
          expect(actual[key], key).toBe(expected[key]);
        for (const key of ['panel', 'lastingPanel', 'peakFunding'] as const)
          expectClose(actual[key], expected[key], 1, key);
      }),
      { numRuns: cases(200) },
    );
  });
});

/** Nothing of the plan's own changes over time, and no adjustment sets a month: payers, increases and the fee schedule may change. */
function ofCalendarOnly(model: Model): Model {
  const ownDrivers = new Set<string>([...PROGRAM_DRIVERS, ...COST_DRIVERS].map(({ key }) => key));
  const keepsCalendar = ({ driver }: Change) => !ownDrivers.has(driver) || driver === 'annualIncrease';
  return {
    ...model,
    changes: model.changes.filter(keepsCalendar),
    adjustments: model.adjustments.filter(({ driver }) => !driverByKey.get(driver)!.isMonth),
  };
}

describe.each<[string, (model: Model) => Figures, typeof startedLater]>([
  ['the engine', (model) => project(model).total, startedLater],
  [
    'the second implementation',
    (model) => {
      const { lines, totals } = reference(model).total;
      return { series: lines, totals };
    },
    putOff,
  ],
])('by %s', (_name, figuresOf, later) => {
  it('typing a later start, launch and end is the same as DELAY', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 0, max: 14 }), ([drawn, name], months) => {
        const model = ofCalendarOnly(drawn);
        const found = disagreements(figuresOf(later(model, months, name)), figuresOf(typedLater(model, months, name)));
        expect(found.slice(0, 5)).toEqual([]);
      }),
      { numRuns: cases(150) },
    );
  });
});
