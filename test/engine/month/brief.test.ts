/** Months in brief beside months in full: the same figures, of which fewer are told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/engine/inputs/prepare';
import { UnitsForNobody } from '../../../src/engine/inputs/units-for-nobody';
import type { Model } from '../../../src/engine/model/model';
import { run } from '../../../src/engine/month/events';
import { allocate, BRIEF_FIELDS, MONTH, MONTH_FIELDS } from '../../../src/engine/month/memory';
import { cases } from '../../random-cases';
import { randomModel } from '../reference/random-model';

/** null where the forecast cannot be. */
function prepared(model: Model) {
  try {
    return prepare(model);
  } catch (error) {
    if (error instanceof UnitsForNobody) return null;
    throw error;
  }
}

const told = Object.entries(MONTH).filter(([, field]) => field < BRIEF_FIELDS);

describe('Months in brief', () => {
  it('tell what dollars are made of', () => {
    expect(told.map(([name]) => name)).toEqual([
      ...['referrals', 'newPatients', 'waitingPatients', 'stayedPatients', 'allowedRevenue', 'collectedRevenue'],
      ...['activePatients', 'badDebt', 'cashCollected', 'careTeamCost', 'technologyCost', 'overheadAndComplianceCost'],
    ]);
  });

  it('are months in full to the last bit: payment patterns, what is owed, planned changes and scenarios included', () => {
    fc.assert(
      fc.property(randomModel, (model) => {
        const inputs = prepared(model);
        fc.pre(inputs !== null && !inputs.hasCareTeam && inputs.actual === null);
        const full = allocate(inputs!),
          brief = allocate(inputs!, BRIEF_FIELDS);
        // What was in the memory before is gone.
        brief.months.fill(NaN);
        run(inputs!, full);
        run(inputs!, brief);
        const months = inputs!.programs.length * inputs!.months;
        const different = [];
        for (let at = 0; at < months; at++)
          for (const [name, field] of told) {
            const figure = brief.months[at * BRIEF_FIELDS + field];
            if (!Object.is(figure, full.months[at * MONTH_FIELDS + field]))
              different.push(`${name} at ${at}: ${figure}`);
          }
        expect(different).toEqual([]);
        expect(brief.owedAtStart).toEqual(full.owedAtStart);
      }),
      { numRuns: cases(1_000) },
    );
  });
});
