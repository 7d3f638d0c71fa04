/** Months in brief beside months in full: the same figures, of which fewer are told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/engine/inputs/prepare';
import { UnitsForNobody } from '../../../src/engine/inputs/units-for-nobody';
import type { ActualMonth, CostItem, Model } from '../../../src/engine/model/model';
import { panelToCash } from '../../../src/engine/month/events';
import { project } from '../../../src/engine/project';
import { LookAgain } from '../../../src/engine/look-again';
import type { LineKey } from '../../../src/engine/model/lines';
import { programInBrief } from '../../../src/engine/month/in-brief';
import { allocate, MONTH, MONTH_FIELDS } from '../../../src/engine/month/memory';
import { allocateInBrief, BRIEF_FIELDS } from '../../../src/engine/month/memory-in-brief';
import { cases } from '../../random-cases';
import { plainItem, plainModel, promptPayer, steadyProgram } from '../reference/plain';
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
      ...['newPatients', 'stayedPatients', 'allowedRevenue', 'collectedRevenue'],
      ...['activePatients', 'badDebt', 'cashCollected', 'careTeamCost', 'technologyCost', 'overheadAndComplianceCost'],
    ]);
  });

  it('are months in full to the last bit: payment patterns, what is owed, planned changes and scenarios included', () => {
    fc.assert(
      fc.property(randomModel, (model) => {
        const inputs = prepared(model);
        fc.pre(inputs !== null && !inputs.hasCareTeam && inputs.actual === null);
        const full = allocate(inputs!),
          brief = allocateInBrief(inputs!);
        // What was in the memory before is gone.
        brief.months.fill(NaN);
        panelToCash(inputs!, full);
        inputs!.programs.forEach((_, p) => programInBrief(inputs!, brief, p));
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

  it('make the statement that months in full make, to the last bit: of all programs and of one, at every look', () => {
    fc.assert(
      fc.property(
        randomModel,
        fc.constantFrom(...OF_DOLLARS),
        fc.boolean(),
        fc.nat(),
        (model, line, ofAll, untouched) => {
          fc.pre(prepared(model) !== null);
          const names = model.programs.map(({ name }) => name);
          const one = names[untouched % names.length];
          const touched = new Set(names.filter((name) => name !== one));
          const again = new LookAgain(model, new Set(), touched, line, ofAll ? null : one);
          const { total, byProgram } = project(model);
          const inFull = ofAll ? total : byProgram.get(one)!;
          for (let look = 0; look < 2; look++) {
            const { series, totals } = again.look();
            // 0 and −0 are one figure.
            expect(totals[line] + 0).toBe(inFull.totals[line] + 0);
            series[line].forEach((figure, t) => expect(figure + 0).toBe(inFull.series[line][t] + 0));
          }
        },
      ),
      { numRuns: cases(1_000) },
    );
  });
});

describe('A model is looked at again', () => {
  const nurse: CostItem = {
    ...plainItem,
    ...{ item: 'Nurse', category: 'care team', program: 'CCM', basis: 'per unit', amount: 5_000 },
    ...{ patientsPerUnit: 100, minimumUnits: 0, startMonth: 1, endMonth: Infinity, annualIncrease: 0 },
  };
  const plain: Model = {
    ...plainModel,
    ...{ months: 12, basis: 'average', waitingLossRate: 0, changes: [], adjustments: [] },
    programs: [{ ...steadyProgram, openingPatients: 150, conversionRate: 0.5 }],
    payers: [promptPayer],
    costs: [nurse],
  };
  const withCareTeam: Model = { ...plain, costs: [{ ...nurse, staffing: 'planned', unitsOnDuty: 2 }] };
  const january: ActualMonth = {
    ...{ program: 'CCM', payer: 'Medicare', month: 1, openingPatients: 150, newPatients: 0, lostPatients: 0 },
    ...{ closingPatients: 150, activePatients: null, billablePatients: 150, paidClaims: 150 },
    ...{ allowedRevenue: 15_000, cashCollected: 15_000, minutes: null, cost: 10_000, referrals: 0, waitingPatients: 0 },
  };
  const afterJanuary: Model = { ...plain, actual: { months: 1, rows: [january] } };

  it.each<[string, Model, LineKey, boolean]>([
    ['in brief', plain, 'margin', true],
    ['in full where a care team limits it', withCareTeam, 'margin', false],
    ['in full where months are over', afterJanuary, 'margin', false],
    ['in full for a line that is not of dollars', plain, 'billablePatients', false],
  ])('%s', (_, model, line, isInBrief) => {
    const again = new LookAgain(model, new Set(['referrals']), new Set(['CCM']), line, null);
    const program = model.programs[0] as { referrals: number };
    const totals = [0, 40, 0].map((referrals) => {
      program.referrals = referrals;
      again.typed('referrals').values[0] = referrals;
      const total = again.look().totals[line];
      expect(again.isInBrief).toBe(isInBrief);
      expect(total).toBe(project(model).total.totals[line]);
      return total;
    });
    expect(totals[1]).not.toBe(totals[0]);
    expect(totals[2]).toBe(totals[0]);
  });
});
