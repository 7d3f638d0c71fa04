import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import { plainCopy } from '../../src/plain-copy/plain-copy';
import { SCENARIO, tablesOf } from '../forecast/tables-of';
import { randomModel, randomTeamModel } from '../engine/reference/random-model';
import { apart } from './figures';
import { formulasOf, plannedCells } from './planned-cells';
import { recalculatedByIronCalc, recalculatedByLibreOffice } from './recalculated';
import { findLibreOffice } from '../second-calculator/libre-office';

describe('try', () => {
  it('one', async () => {
    const n = Number(process.env.N ?? 3);
    const models = fc
      .sample(process.env.TEAM ? randomTeamModel : randomModel, { numRuns: n, seed: Number(process.env.SD ?? 1) })
      .map((model) => ({ ...model, months: Math.min(model.months, 24), actual: null }));
    const tables = models.map(tablesOf);
    const good = tables.filter((t) => {
      try {
        forecastOf(t).projection(SCENARIO);
        return true;
      } catch (e) {
        console.log(String(e));
        return false;
      }
    });
    const plans = good.map((t) => plainCopy(t, { scenario: SCENARIO, version: '1' }));
    console.log(plans.map((p) => formulasOf(plannedCells(p)).length).join(' '));
    const time = Date.now();
    const calculated = process.env.IC
      ? plans.map(recalculatedByIronCalc)
      : await recalculatedByLibreOffice(findLibreOffice()!, plans);
    console.log('seconds', (Date.now() - time) / 1000);
    good.forEach((t, i) => {
      const f = forecastOf(t);
      const found = apart(
        calculated[i],
        f.projection(SCENARIO),
        f.inputs.programs.map(({ name }) => name),
        f.inputs.settings.months,
      );
      console.log(i, found.length, found.slice(0, 6).join('\n   '));
    });
    expect(1).toBe(1);
  }, 600_000);
});
it.skipIf(!process.env.DBG)('dbg', () => {
  const model = fc.sample(randomTeamModel, { numRuns: 1, seed: 7 })[0];
  const t = tablesOf({ ...model, months: Math.min(model.months, 24), actual: null });
  const plan = plainCopy(t, { scenario: SCENARIO, version: '1' });
  const c = recalculatedByIronCalc(plan);
  const p = plannedCells(plan);
  console.log(
    c
      .get('Settings Read')!
      .slice(5)
      .map(
        (r, i) => `${r?.slice(0, 2)} ${JSON.stringify(p.find((x) => x.name === 'Settings Read')!.cells[5 + i]?.[1])}`,
      )
      .join('\n'),
  );
});
