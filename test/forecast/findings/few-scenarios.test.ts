import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../../src/forecast/forecast';
import { fullest } from '../../bench/largest-tables';

const findings = (tables: Omit<ReturnType<typeof fullest>, never>) =>
  forecastOf(tables).findings.map(({ text }) => text);
const leftOut = (tables: ReturnType<typeof fullest>) => findings(tables).filter((text) => /not looked at/.test(text));

describe('the scenarios that CHECKMODEL looks at', () => {
  it('are as many as a second allows; the last ones that take longer are named', () => {
    expect(leftOut(fullest(1))).toEqual([
      'Scenarios: Case 9, Case 10, Case 11 and 1 more are not looked at: 2,200 rows × 120 months, with changes in 120 of them, take too long. Use fewer rows or months, or fewer months in which changes begin or end.',
    ]);
  });

  it('are all of them where changes begin in few months', () => {
    const tables = fullest(2);
    for (const change of tables.changes.slice(1)) change[0] = 7;
    expect(leftOut(tables)).toEqual([]);
  });

  it('say what is wrong in those looked at, as ever', () => {
    const tables = fullest(3);
    const doubled = tables.scenarios[1].map((cell, c) => (c === 5 + 7 ? 1e6 : cell));
    tables.scenarios[1] = doubled;
    expect(findings(tables).some((text) => /Case 8/.test(text))).toBe(true);
  });
});
