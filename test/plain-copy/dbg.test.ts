import fc from 'fast-check';
import { it } from 'vitest';
import { findLibreOffice } from '../second-calculator/libre-office';
import { randomCopies } from './copies';
import { plannedCells } from './planned-cells';
import { isFormula } from '../../src/workbook/plan/cells';
import { recalculatedByIronCalc, recalculatedByLibreOffice } from './recalculated';
it('dbg', async () => {
  const all = fc.sample(randomCopies, { numRuns: 2, seed: 20270101 });
  const { plan } = all[1];
  const [lo] = await recalculatedByLibreOffice(findLibreOffice()!, [plan]);
  const ic = recalculatedByIronCalc(plan);
  let n = 0;
  for (const { name, cells } of plannedCells(plan)) {
    for (const [r, row] of cells.entries()) for (const [c, x] of (row ?? []).entries()) {
      if (!isFormula(x ?? null)) continue;
      const a = lo.get(name)![r]?.[c] ?? '', b = ic.get(name)![r]?.[c] ?? '';
      const same = typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) : String(a) === String(b);
      if (!same && c <= 5 && ['Order','Moves','Settings Read','Drivers'].includes(name) && n++ < 25) console.log(name, r + 1, c, JSON.stringify(a), JSON.stringify(b), (x as any).formula.slice(0, 220));
    }
  }
}, 600000);
