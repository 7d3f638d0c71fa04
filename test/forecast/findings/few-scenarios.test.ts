import { describe, expect, it } from 'vitest';
import { fewScenarios } from '../../../src/forecast/findings/few-scenarios';
import { forecastOf } from '../../../src/forecast/forecast';
import { readModel } from '../../../src/tables/reading/read-model';
import { fullest } from '../../bench/largest-tables';

const LEFT_OUT =
  'Scenarios: Case 9, Case 10, Case 11 and 1 more are not looked at: 2,200 rows × 120 months, with changes in 120 of them, take too long. Use fewer rows or months, or fewer months in which changes begin or end.';

const looked = (tables: ReturnType<typeof fullest>) => fewScenarios(readModel(tables));

describe('the scenarios that CHECKMODEL looks at', () => {
  it('are as many as a second allows; the last ones that take longer are named', () => {
    const { scenarios, findings } = looked(fullest(1));
    expect(scenarios).toEqual([null, ...Array.from({ length: 8 }, (_, i) => `Case ${i + 1}`)]);
    expect(findings.map(({ text }) => text)).toEqual([LEFT_OUT]);
  });

  it('are all of them where changes begin in few months', () => {
    const tables = fullest(2);
    for (const change of tables.changes.slice(1)) change[0] = 7;
    const { scenarios, findings } = looked(tables);
    expect(scenarios).toHaveLength(13);
    expect(findings).toEqual([]);
  });

  it('are told among the findings', () => {
    expect(forecastOf(fullest(3)).findings.map(({ text }) => text)).toContain(LEFT_OUT);
  });
});
