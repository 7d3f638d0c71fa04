import { describe, expect, it } from 'vitest';
import { rate } from '../../../src/functions/rate';
import { rateFormula, type RateQuestion } from '../../../src/workbook/excel/rate-formula';

const QUESTION: RateQuestion = { code: '99490', locality: '', month: null, setting: 'nonfacility', qp: false };
const may2026 = 2026 * 12 + 4;
const formula = (part: Partial<RateQuestion>) => rateFormula({ ...QUESTION, ...part });

describe('the formula of a rate', () => {
  it('leaves out what is at its default', () => {
    expect(formula({})).toBe('=PPPM.RATE("99490")');
    expect(formula({ locality: 'NY-01' })).toBe('=PPPM.RATE("99490","NY-01")');
    expect(formula({ locality: 'NY-01', month: may2026 })).toBe('=PPPM.RATE("99490","NY-01","2026-05")');
    expect(formula({ month: may2026 })).toBe('=PPPM.RATE("99490",,"2026-05")');
    expect(formula({ setting: 'facility' })).toBe('=PPPM.RATE("99490",,,"facility")');
    expect(formula({ qp: true })).toBe('=PPPM.RATE("99490",,,,TRUE)');
    expect(formula({ locality: 'TX-11', month: may2026, setting: 'rhc/fqhc', qp: true })).toBe(
      '=PPPM.RATE("99490","TX-11","2026-05","rhc/fqhc",TRUE)',
    );
  });

  it('asks the function for what was chosen', () => {
    expect(rate([['99490']], [['NY-01']], [['2026-05']])).toEqual([[74.57]]);
    expect(rate([['99490']], undefined, undefined, undefined, true)).toEqual([[66.46]]);
  });
});
