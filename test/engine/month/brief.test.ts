/** Months in brief beside months in full: the same figures, of which fewer are told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/engine/inputs/prepare';
import { UnitsForNobody } from '../../../src/engine/inputs/units-for-nobody';
import type { Model } from '../../../src/engine/model/model';
import { run } from '../../../src/engine/month/events';
import { project } from '../../../src/engine/project';
import { LookAgain } from '../../../src/engine/look-again';
import type { LineKey } from '../../../src/engine/model/lines';
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

/** Lines that are made of dollars and of the patients they are for. */
const OF_DOLLARS: readonly LineKey[] = [
  ...(['allowedRevenue', 'badDebt', 'cashCollected', 'receivable', 'totalCost', 'margin', 'cumulativeCash'] as const),
  ...(['activePatients', 'newPatients', 'marginRate', 'revenuePppm', 'expensePmpm', 'marginPppm'] as const),
];

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

  it('make the statement of all programs that months in full make, to the last bit', () => {
    fc.assert(
      fc.property(randomModel, fc.constantFrom(...OF_DOLLARS), (model, line) => {
        fc.pre(prepared(model) !== null);
        const everyProgram = new Set(model.programs.map(({ name }) => name));
        const { series, totals } = new LookAgain(model, new Set(), everyProgram, line, null).look();
        const { total } = project(model);
        // 0 and −0 are one figure.
        expect(totals[line] + 0).toBe(total.totals[line] + 0);
        series[line].forEach((figure, t) => expect(figure + 0).toBe(total.series[line][t] + 0));
      }),
      { numRuns: cases(1_000) },
    );
  });
});
