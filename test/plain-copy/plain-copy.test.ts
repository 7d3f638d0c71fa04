/** The copy against the engine, figure by figure, calculated by others: LibreOffice where it is installed, IronCalc everywhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import { cases } from '../random-cases';
import { findLibreOffice } from '../second-calculator/libre-office';
import { copiesBehindActuals, randomCopies, typedOverCopies, type CopyCase } from './copies';
import { apart } from './figures';
import { recalculatedByIronCalc, recalculatedByLibreOffice, type Calculated } from './recalculated';

const libreOffice = findLibreOffice();
if (!libreOffice) console.log('Left out: plain-formula copies in LibreOffice, for soffice is not installed.');

const seed = fc.readConfigureGlobal()?.seed ?? 1;
const drawn = (copies: fc.Arbitrary<CopyCase>, count: number): CopyCase[] =>
  fc.sample(copies, { numRuns: count, seed });

function differences({ tables, scenario }: CopyCase, calculated: Calculated): string[] {
  const forecast = forecastOf(tables);
  const programs = forecast.inputs.programs.map(({ name }) => name);
  return apart(calculated, forecast.projection(scenario), programs, forecast.inputs.settings.months);
}

describe.each<[string, fc.Arbitrary<CopyCase>, number]>([
  ['as it is made', randomCopies, 50],
  ['behind months that are over', copiesBehindActuals, 20],
  ['with its inputs typed over', typedOverCopies, 20],
])('A plain-formula copy %s', (_how, copies, count) => {
  it.skipIf(!libreOffice)(
    'gives the engine’s figures in LibreOffice, line by line',
    async () => {
      const all = drawn(copies, cases(count));
      const calculated = await recalculatedByLibreOffice(
        libreOffice!,
        all.map(({ plan }) => plan),
      );
      expect(all.map((each, i) => differences(each, calculated[i]).slice(0, 3))).toEqual(all.map(() => []));
    },
    600_000,
  );

  it('gives the engine’s figures in IronCalc, line by line', () => {
    const all = drawn(copies, Math.max(2, cases(10)));
    expect(all.map((each) => differences(each, recalculatedByIronCalc(each.plan)).slice(0, 3))).toEqual(
      all.map(() => []),
    );
  }, 600_000);
});
