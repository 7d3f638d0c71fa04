import { describe, expect, test } from 'vitest';
import { proposedFactor } from '../../../src/rates/rate';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { assumedUpdate } from '../../../src/workbook/practice/yearly-update';
import { tableRange } from '../plan/planned-cells';

describe('The assumed yearly update', () => {
  test('goes on as the conversion factor went, the proposed one included', () => {
    const [first, last] = [33.2875, proposedFactor(2027, false)!.tenThousandths / 1e4];
    expect(assumedUpdate().value).toBeCloseTo((last / first) ** (1 / 3) - 1, 3);
    expect(assumedUpdate()).toEqual({
      value: -0.005,
      note: 'In the sample the conversion factor goes on as from $33.29 (2024) to $32.84 (2027, proposed: CMS-1848-P, July 2026).',
    });
  });

  test('stands in Settings as an assumption, with what it rests on', () => {
    const [headers, ...rows] = tableRange(planWorkbook(SAMPLE_PRACTICE), 'tblSettings');
    const row = rows.find(([name]) => name === 'Assumed yearly update')!;
    expect(row[headers.indexOf('Value')]).toBe(assumedUpdate().value);
    expect(row[headers.indexOf('Source')]).toContain('assumption');
    expect(row[headers.indexOf('Note')]).toContain(assumedUpdate().note);
  });
});
