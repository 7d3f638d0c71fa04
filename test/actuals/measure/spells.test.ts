import { describe, expect, it } from 'vitest';
import { attrition } from '../../../src/actuals/measure/attrition';
import { activeMonths } from '../../../src/actuals/measure/active';
import { spellsOf, type RosterRow } from '../../../src/actuals/measure/spells';
import { dayOf } from '../fixtures/clinic';
import { PRIORS } from './coverage';

const [MEDICARE, MEDICAID] = [0, 1];
const row = (patient: number, payer: number, enrolled: string, disenrolled = '', cause = 1): RosterRow => ({
  patient,
  payer,
  cause,
  enrolled: dayOf(enrolled),
  disenrolled: dayOf(disenrolled),
});
const month = (year: number, number: number) => year * 12 + number - 1;
const AS_OF = month(2026, 6);

const priors = {
  causes: (['dischargeRate', 'disengagementRate', 'benefitChangeRate', 'adverseEventRate'] as const).map((cause) =>
    PRIORS.program(cause, 'CCM'),
  ),
  early: PRIORS.program('earlyDropOffRate', 'CCM'),
  multipliers: [0, 1].map(() => PRIORS.payer('attritionMultiplier', 'CCM', '')),
};
const leavers = (rows: RosterRow[], first: number) =>
  attrition(spellsOf(rows, AS_OF).spells, 2, first, AS_OF, priors).leavers;

describe('A roster', () => {
  it('lets nobody leave in the month they joined: they leave in the next, early', () => {
    const { spells } = spellsOf([row(1, MEDICARE, '2025-09-03', '2025-09-28')], AS_OF);
    expect(spells[0]).toMatchObject({ joined: month(2025, 9), left: month(2025, 10) });
    expect(leavers([row(1, MEDICARE, '2025-09-03', '2025-09-28')], month(2025, 3))).toMatchObject({
      early: 1,
      firstMonths: [1, 0],
      laterMonths: [0, 0],
    });
  });

  it('tells a change of payer from a departure', () => {
    const rows = [row(3, MEDICARE, '2024-11-05', '2025-12-31'), row(3, MEDICAID, '2026-01-01')];
    const { spells } = spellsOf(rows, AS_OF);
    expect(spells).toHaveLength(2);
    expect(spells.map(({ isNew }) => isNew)).toEqual([true, false]);
    // March to December with the one, January to June with the other.
    expect(leavers(rows, month(2025, 3))).toMatchObject({ laterMonths: [10, 6], byPayer: [0, 0], early: 0 });
  });

  it('tells a return after a gap from a stay', () => {
    const rows = [row(4, MEDICARE, '2024-08-10', '2025-06-15'), row(4, MEDICARE, '2025-10-20')];
    expect(spellsOf(rows, AS_OF).spells.map(({ isNew }) => isNew)).toEqual([true, true]);
    // March to June, then November as a first month and December to June.
    expect(leavers(rows, month(2025, 3))).toMatchObject({
      laterMonths: [4 + 7, 0],
      firstMonths: [1, 0],
      byPayer: [1, 0],
    });
  });

  it('knows nothing of what happens after the as-of month', () => {
    const { spells } = spellsOf(
      [
        row(5, MEDICARE, '2026-05-30', '2026-07-04'),
        row(6, MEDICARE, '2026-06-02', '2026-06-20'),
        row(7, MEDICARE, '2026-07-02'),
      ],
      AS_OF,
    );
    expect(spells.map(({ patient, left, cause }) => [patient, left, cause])).toEqual([
      [5, Infinity, -1],
      [6, Infinity, -1],
    ]);
  });

  it('leaves out a row that overlaps the one before, and counts it', () => {
    const { spells, overlapping } = spellsOf(
      [row(1, MEDICARE, '2025-01-10', '2025-08-15'), row(1, MEDICAID, '2025-05-01')],
      AS_OF,
    );
    expect([spells.length, overlapping]).toEqual([1, 1]);
  });

  it.each([
    ['average', 0.5 + 2 + 0.5],
    ['closing', 1 + 2 + 0],
    ['retained', 0 + 2 + 0],
  ] as const)('has the active months of the billing basis: %s', (basis, months) => {
    const { spells } = spellsOf([row(1, MEDICARE, '2025-01-10', '2025-04-15')], AS_OF);
    expect(activeMonths(spells, MEDICARE, month(2024, 1), AS_OF, basis).total.exposure).toBe(months);
  });
});

describe('Attrition', () => {
  const stays = (count: number, from = 0) =>
    Array.from({ length: count }, (_, i) => row(from + i, MEDICARE, '2024-01-10'));

  it('is not measured where nobody left: the prior stands to the last bit', () => {
    const { causes, early, multipliers } = attrition(spellsOf(stays(30), AS_OF).spells, 2, null, AS_OF, priors);
    [...causes, early, ...multipliers].forEach((estimate) => {
      expect(estimate.measured).toBeNull();
      expect(estimate.weight).toBe(0);
    });
    expect(causes.map(({ blended }) => blended)).toEqual(priors.causes.map(({ mean }) => mean));
  });

  it('without known causes is shared as the prior shares it', () => {
    const rows = [...stays(50), ...[90, 91, 92].map((id) => row(id, MEDICARE, '2024-01-10', '2026-02-10', -1))];
    const { causes } = attrition(spellsOf(rows, AS_OF).spells, 2, month(2026, 1), AS_OF, priors);
    const exposure = 50 * 6 + 3 * 2;
    const total = priors.causes.reduce((sum, { mean }) => sum + mean, 0);
    causes.forEach(({ measured }, k) =>
      expect(measured).toBeCloseTo((3 / exposure) * (priors.causes[k].mean / total), 12),
    );
  });
});
