/** The copy against the engine, figure by figure, calculated by others: LibreOffice where it is installed, IronCalc everywhere. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import { cases } from '../random-cases';
import { findLibreOffice } from '../second-calculator/libre-office';
import { copiesBehindActuals, randomCopies, typedOverCopies, type CopyCase } from './copies';
import { apart } from './figures';
import { isFormula } from '../../src/workbook/plan/cells';
import { plannedCells } from './planned-cells';
import { CANARY, recalculatedByIronCalc, recalculatedByLibreOffice, type Calculated } from './recalculated';

const libreOffice = findLibreOffice();
/** The quick lane does not wait for it to start. */
const isAsked = libreOffice !== undefined && cases(50) >= 10;
if (!libreOffice) console.log('Left out: plain-formula copies in LibreOffice, for soffice is not installed.');

const SETS: readonly [string, fc.Arbitrary<CopyCase>, number][] = [
  ['as they are made', randomCopies, 50],
  ['behind months that are over', copiesBehindActuals, 10],
  ['whose inputs are typed over', typedOverCopies, 10],
];

const seed = fc.readConfigureGlobal()?.seed ?? 1;
const drawn = (copies: fc.Arbitrary<CopyCase>, count: number): CopyCase[] =>
  fc.sample(copies, { numRuns: count, seed });

function differences({ tables, scenario }: CopyCase, calculated: Calculated): string[] {
  const forecast = forecastOf(tables);
  const programs = forecast.inputs.programs.map(({ name }) => name);
  return apart(calculated, forecast.projection(scenario), programs, forecast.inputs.settings.months);
}

/** Cells with a formula that still hold what was planted there. */
const leftAsPlanted = ({ plan }: CopyCase, calculated: Calculated): string[] =>
  plannedCells(plan).flatMap(({ name, cells }) =>
    cells.flatMap((row, r) =>
      (row ?? []).flatMap((content, c) =>
        isFormula(content ?? null) && calculated.get(name)?.[r]?.[c] === CANARY ? [`${name}, ${r + 1}, ${c + 1}`] : [],
      ),
    ),
  );

describe.skipIf(!isAsked)('LibreOffice gives the engine’s figures, line by line, of copies', () => {
  const sets = SETS.map(([, copies, count]) => (isAsked ? drawn(copies, cases(count)) : []));
  let calculated: Calculated[];
  // It takes as long to start as to work out a few copies.
  beforeAll(async () => {
    calculated = await recalculatedByLibreOffice(
      libreOffice!,
      sets.flat().map(({ plan }) => plan),
    );
  }, 900_000);

  it.each(SETS.map(([name], i) => [name, i] as const))('%s', (_name, i) => {
    const before = sets.slice(0, i).flat().length;
    expect(sets[i].map((each, k) => differences(each, calculated[before + k]).slice(0, 3))).toEqual(
      sets[i].map(() => []),
    );
    expect(sets[i].flatMap((each, k) => leftAsPlanted(each, calculated[before + k])).slice(0, 3)).toEqual([]);
  });
});

describe('IronCalc gives the engine’s figures, line by line, of copies', () => {
  it.each(SETS)(
    '%s',
    (_name, copies, count) => {
      const all = drawn(copies, cases(count / 5));
      expect(all.map((each) => differences(each, recalculatedByIronCalc(each.plan)).slice(0, 3))).toEqual(
        all.map(() => []),
      );
    },
    600_000,
  );
});

describe('The comparison', () => {
  it('sees a formula that is wrong in one month', () => {
    const [copy] = drawn(randomCopies, 1);
    const wrong = {
      ...copy.plan,
      sheets: copy.plan.sheets.map((sheet) =>
        sheet.name === 'Segments' ? { ...sheet, blocks: sheet.blocks.map(withOneMore) } : sheet,
      ),
    };
    expect(differences(copy, recalculatedByIronCalc(wrong)).length).toBeGreaterThan(0);
  });
});

/** The first month of rows of formulas is one more than it should be. */
const withOneMore = (block: CopyCase['plan']['sheets'][number]['blocks'][number]): typeof block => ({
  ...block,
  contents: block.contents.map((row) =>
    row.map((content, i) =>
      i === 0 && row.length > 1 && isFormula(content) ? { formula: `${content.formula}+1` } : content,
    ),
  ),
});
