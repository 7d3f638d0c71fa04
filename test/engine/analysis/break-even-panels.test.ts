/** Break-even panels of a month taken apart: against every stretch of panels laid out and looked at. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenPanels } from '../../../src/engine/analysis/break-even-panels';
import type { CostStep, MonthEconomics } from '../../../src/engine/analysis/month-economics';
import { cases } from '../../random-cases';

const step = (
  unitCost: number,
  patientsPerUnit: number,
  leastUnits = 0,
  leastPlaces = Math.floor(leastUnits) * patientsPerUnit,
): CostStep => ({ unitCost, patientsPerUnit, leastUnits, leastPlaces });
const month = (contributionPppm: number, fixedCost: number, ...steps: CostStep[]): MonthEconomics => ({
  activePatients: 1,
  contributionPppm,
  fixedCost,
  steps,
});

describe('break-even panels', () => {
  it('are 0 where there is nothing to cover, and none where a patient costs more than it brings', () => {
    expect(breakEvenPanels(month(1, 0))).toEqual({ panel: 0, lastingPanel: 0 });
    expect(breakEvenPanels(month(0, 0))).toEqual({ panel: 0, lastingPanel: 0 });
    for (const economics of [month(-1, 0), month(0, 1), month(0, 0, step(1, 100)), month(-1, 0, step(1, 100))])
      expect(breakEvenPanels(economics)).toEqual({ panel: null, lastingPanel: null });
  });

  it('are what stays ÷ contribution where no unit is bought', () => {
    expect(breakEvenPanels(month(10, 250))).toEqual({ panel: 25, lastingPanel: 25 });
  });

  it('are none where full units cost all that their patients bring, and more', () => {
    expect(breakEvenPanels(month(10, 5, step(1_000, 100)))).toEqual({ panel: null, lastingPanel: null });
    expect(breakEvenPanels(month(10, 0, step(1_001, 100)))).toEqual({ panel: null, lastingPanel: null });
    // Just all of it: each unit pays when it is full, and never lasting.
    expect(breakEvenPanels(month(10, 0, step(1_000, 100)))).toEqual({ panel: 100, lastingPanel: null });
  });

  it('fall behind again at the next unit, until units leave enough', () => {
    // A nurse of $600 for 100 patients who bring $10 each; rent of $500.
    expect(breakEvenPanels(month(10, 500, step(600, 100)))).toEqual({ panel: 170, lastingPanel: 230 });
  });

  it('count the units there are in any case, and the places they have', () => {
    expect(breakEvenPanels(month(10, 0, step(600, 100, 2)))).toEqual({ panel: 120, lastingPanel: 120 });
    // Half a unit has half the places where it is on duty, and none of its own as a minimum.
    expect(breakEvenPanels(month(10, 0, step(600, 100, 0.5, 50))).panel).toBe(30);
    expect(breakEvenPanels(month(10, 0, step(600, 100, 0.5))).panel).toBe(60);
  });

  it('look at no more than 10,000 units of an item', () => {
    const unit = step(9, 1);
    expect(breakEvenPanels(month(10, 10_000, unit)).panel).toBe(10_000);
    expect(breakEvenPanels(month(10, 10_001, unit)).panel).toBe(null);
    // Of each item: 9,001 of these and 901 of those.
    expect(breakEvenPanels(month(10, 9_000, unit, step(1e-3, 10))).panel).toBeCloseTo(9_000.9901, 4);
  });
});

/** Units of an item for a panel just below a place. */
const unitsUpTo = (end: number, { patientsPerUnit, leastUnits, leastPlaces }: CostStep): number =>
  end <= leastPlaces ? leastUnits : Math.ceil(end / patientsPerUnit - 1e-9);

/** Panels by every end of a stretch, up to so many units of each item. */
function laidOut({ contributionPppm, fixedCost, steps }: MonthEconomics, most: number) {
  const ends = steps
    .flatMap(({ patientsPerUnit, leastPlaces }) => [
      leastPlaces,
      ...Array.from({ length: most }, (_, i) => (i + 1) * patientsPerUnit),
    ])
    .filter((end) => end > 0 && steps.every(({ patientsPerUnit }) => end <= most * patientsPerUnit))
    .sort((a, b) => a - b);
  let first: number | null = null,
    lasting = 0,
    before = 0;
  for (const end of ends) {
    if (end <= before) continue;
    const cost = steps.reduce((sum, each) => sum + each.unitCost * unitsUpTo(end, each), fixedCost);
    const needed = cost / contributionPppm;
    if (needed <= end) first ??= needed;
    if (needed > before) lasting = Math.min(needed, end);
    before = end;
  }
  return { first, lasting };
}

const steps = fc.array(
  fc
    .tuple(
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(5, 10, 10, 15, 20, 30, 40, 50),
      fc.constantFrom(0, 0, 1, 1.5, 2, 3),
      fc.boolean(),
    )
    .map(([cost, size, least, isOnDuty]) => step(cost, size, least, (isOnDuty ? least : Math.floor(least)) * size)),
  { minLength: 1, maxLength: 9 },
);

describe('with several items by the unit', () => {
  it('are those of every stretch laid out', () => {
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 400 }),
        (items, more, fixedCost) => {
          // Enough to pay for full units, and to be sure of it soon.
          const full = items.reduce((sum, { unitCost, patientsPerUnit }) => sum + unitCost / patientsPerUnit, 0);
          const economics = month(full + more / 10, fixedCost, ...items);
          const { panel, lastingPanel } = breakEvenPanels(economics);
          const most =
            items.reduce((sum, { unitCost, leastUnits }) => sum + unitCost * (leastUnits + 1), fixedCost) / (more / 10);
          const expected = laidOut(economics, Math.ceil(most / 5) + 1);
          expect(panel).toBeCloseTo(expected.first!, 6);
          expect(lastingPanel).toBeCloseTo(expected.lasting, 6);
        },
      ),
      { numRuns: cases(300) },
    );
  });
});
