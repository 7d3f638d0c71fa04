import { describe, expect, it } from 'vitest';
import { formula } from '../../../src/workbook/plan/cells';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import type { WorkbookPlan } from '../../../src/workbook/plan/plan';
import { SAMPLE_PRACTICE, type Practice } from '../../../src/workbook/practice/practice';
import { circleIn, nodesOf, referencesOf } from './references';

const practice = (programs: number, months: number): Practice => ({
  ...SAMPLE_PRACTICE,
  months,
  programs: Array.from({ length: programs }, (_, i) => ({
    ...SAMPLE_PRACTICE.programs[i % SAMPLE_PRACTICE.programs.length],
    name: `${SAMPLE_PRACTICE.programs[i % SAMPLE_PRACTICE.programs.length].name}${i < SAMPLE_PRACTICE.programs.length ? '' : ` ${i}`}`,
  })),
});

const withCell = (plan: WorkbookPlan, sheet: string, row: number, column: number, text: string): WorkbookPlan => ({
  ...plan,
  sheets: plan.sheets.map((each) =>
    each.name === sheet ? { ...each, blocks: [...each.blocks, { row, column, contents: [[formula(text)]] }] } : each,
  ),
});

describe('The formulas of a planned workbook', () => {
  const sample = planWorkbook(SAMPLE_PRACTICE);

  it.each<[string, Practice]>([
    ['the sample', SAMPLE_PRACTICE],
    ['one program and one month', practice(1, 1)],
    ['twelve programs and ten years', practice(12, 120)],
  ])('go round in no circle: %s', (_, typed) => {
    expect(circleIn(planWorkbook(typed))).toBeNull();
  });

  it('are looked at across sheets, names, tables and spills', () => {
    const references = (text: string) => referencesOf(sample, 'Checks', text).map(({ sheet }) => sheet);
    expect(references(`=SUM('Payer Mix'!$A$1:$B$2,Forecast!C4,D5#)&"Costs!A1"`)).toEqual([
      'Payer Mix',
      'Forecast',
      'Checks',
    ]);
    expect(references('=IF(ForecastReady,tblPanel[#All],tblPayerMix[Codes])')).toEqual([
      'Checks',
      'Panel',
      'Payer Mix',
    ]);
    expect(() => references('=Nowhere!A1')).toThrow('there is no sheet Nowhere');
    const spill = nodesOf(sample).find(({ text }) => text.includes('PPPM.FORECAST('))!;
    expect(spill.place.area.rows).toBeGreaterThan(30);
  });

  it('would be caught in a circle through a light, and in one through a spill', () => {
    const light = sample.names.find(({ name }) => name === 'ModelCheck')!;
    const { row, column } = light.area;
    expect(circleIn(withCell(sample, light.sheet, row, column, 'Forecast!$B$3'))).not.toBeNull();
    const headline = sample.names.find(({ name }) => name === 'StartMonth')!;
    const statement = nodesOf(sample).find(({ text }) => text.includes('PPPM.FORECAST('))!.place;
    const { area: spill } = statement;
    const inside = `${statement.sheet}!$D$${spill.row + 5}`;
    expect(circleIn(withCell(sample, headline.sheet, headline.area.row, headline.area.column, inside))).not.toBeNull();
  });
});
