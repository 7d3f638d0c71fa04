/** What formulas give, against Excel's results. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CellValue } from '../../grid/grid';
import * as suites from './formula-cases';
import type { FormulaCase } from './formula-cases';

export function describeFormulas(page: () => Page): void {
  describe('formulas', () => {
    beforeAll(() => page().evaluate(fillWorkbook), 60_000);

    for (const [name, list] of Object.entries(suites)) {
      it(`give what Excel gives: ${name}`, async () => {
        const values = await page().evaluate(valuesOf, list);
        const wrong = list.flatMap(({ formula, gives }, index) =>
          sameValues(values[index], gives) ? [] : [{ formula, expected: gives, found: values[index] }],
        );
        expect(wrong).toEqual([]);
      });
    }

    it.each(['=J[1', "=J['1", '=J(1', '={1', '="a', "='a", '=2*(3'])('are read afresh after %s', async (unfinished) => {
      const values = await page().evaluate(valuesOf, [
        { formula: unfinished, gives: '' },
        { formula: '=1+1', gives: 2 },
        { formula: '="a"&"b"', gives: 'ab' },
        { formula: '=2*(3+4)', gives: 14 },
      ]);
      expect(values.slice(1)).toEqual([[[2]], [['ab']], [[14]]]);
    });
  });
}

async function fillWorkbook(): Promise<void> {
  const { grid, at, blank } = window;
  grid.load(blank);
  const data = grid.sheets()[0].id;
  grid.updateSheet(data, { name: 'Data' });
  const [panel, mix, forecast] = ['Panel', 'Payer Mix', 'Forecast'].map((name) => grid.addSheet(name));
  grid.batch(() => {
    const months = Array.from({ length: 12 }, (_, i) => [
      ['East', 'West', 'North'][i % 3],
      i % 2 ? 'B' : 'A',
      45688 + i * 30,
      (i + 1) * 100,
    ]);
    grid.write(data, at('A1:D13'), [['Region', 'Product', 'Date', 'Amount'], ...months], 'addin');
    grid.write(
      panel,
      at('A4:D8'),
      [
        ['Program', 'Opening patients', 'Conversion rate', 'Referrals per month'],
        ['CCM', 180, 0.62, 24],
        ['RPM', 120, 0.55, 18],
        ['APCM', 60, 0.7, 30],
        ['BHI', 40, 0.5, 8],
      ],
      'addin',
    );
    grid.write(
      mix,
      at('A1:C4'),
      [
        ['Program', 'Payer', 'Share of panel'],
        ['CCM', 'Medicare', 0.6],
        ['CCM', 'Medicaid', 0.4],
        ['RPM', 'Medicare', 1],
      ],
      'addin',
    );
    grid.addTable('tblPanel', panel, at('A4:D8'), 'TableStyleMedium2');
    grid.addTable('tblPayerMix', mix, at('A1:C4'), 'TableStyleMedium2');
    grid.write(panel, at('F1:F2'), [[0.05], ['Expected']], 'addin');
    grid.setName('GrowthRate', '=Panel!$F$1');
    grid.setName('Amounts', '=Data!$D$2:$D$13');
    grid.setName('ActiveScenario', '=Panel!$F$2');
    grid.setName('Months', '=Forecast!$A$1#');
    grid.write(
      forecast,
      at('A1'),
      [['=PPPM.FORECAST(tblPanel[#All],tblPayerMix[#All],tblPanel[#All],tblPanel[#All],,,ActiveScenario,,,TRUE)']],
      'addin',
    );
  });
  await grid.settled();
}

/** Writes each formula where its spill has room, and reads what they all give. */
async function valuesOf(cases: FormulaCase[]): Promise<CellValue[][][]> {
  const { grid } = window;
  const sheet = grid.addSheet('Formulas');
  const places: { row: number; rows: number; columns: number }[] = [];
  let row = 0;
  grid.batch(() => {
    for (const { formula, gives } of cases) {
      const [rows, columns] = Array.isArray(gives) ? [gives.length, gives[0].length] : [1, 1];
      places.push({ row, rows, columns });
      grid.write(sheet, { row, column: 0, rows: 1, columns: 1 }, [[formula]], 'addin');
      row += rows + 1;
    }
  });
  await grid.settled();
  const values = places.map((place) => grid.readValues(sheet, { ...place, column: 0 }));
  grid.deleteSheet(sheet);
  await grid.settled();
  return values;
}

function sameValues(found: CellValue[][], expected: FormulaCase['gives']): boolean {
  const wanted = Array.isArray(expected) ? expected : [[expected]];
  return wanted.every((row, r) => row.every((value, c) => sameValue(found[r][c], value)));
}

function sameValue(found: CellValue, expected: CellValue): boolean {
  if (typeof found === 'number' && typeof expected === 'number')
    return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  if (typeof found === 'object' && found !== null && typeof expected === 'object' && expected !== null)
    return found.error === expected.error;
  return found === expected;
}
