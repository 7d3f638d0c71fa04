import { describe, expect, it } from 'vitest';
import { differences } from './differences';
import type { Answer } from './recording';

const kinds = (id: string, before: Answer, after: Answer) =>
  differences(id, before, after).map(({ kind, row, column }) => [kind, row, column]);
const refusal = (text: string) => ({ error: '#VALUE!', text });

describe('Two answers', () => {
  it('agree to the last bit, or a figure moved', () => {
    expect(kinds('FORECAST', [['Margin', 0.3]], [['Margin', 0.3]])).toEqual([]);
    expect(kinds('FORECAST', [['Margin', 0.1 + 0.2]], [['Margin', 0.3]])).toEqual([['figure', 1, 2]]);
    expect(kinds('FORECAST', [['Margin', 0]], [['Margin', -0]])).toEqual([]);
  });

  it('tell other words from another figure', () => {
    expect(kinds('LEAKAGE', [['Paid', 5]], [['Paid claims', 5]])).toEqual([['text', 1, 1]]);
    expect(kinds('BREAKEVEN', [['Payback month', 7]], [['Payback month', 'not within 6 months']])).toEqual([
      ['figure', 1, 2],
    ]);
  });

  it('count a refusal for a figure, and another text of a refusal for other words', () => {
    expect(kinds('RATE', [[66.13, refusal('gone')]], [[refusal('gone'), refusal('ended')]])).toEqual([
      ['figure', 1, 1],
      ['text', 1, 2],
    ]);
    expect(kinds('FORECAST', refusal('a'), refusal('b'))).toEqual([['text', 0, 0]]);
    expect(kinds('FORECAST', refusal('a'), [[1]])).toEqual([['figure', 0, 0]]);
  });

  it('have figures in every row that there is, but findings and what explains a figure are words', () => {
    expect(kinds('HIREPLAN', [[1]], [[1], [2]])).toEqual([['figure', 2, 1]]);
    expect(
      kinds(
        'EXPLAIN',
        [['Margin', 1]],
        [
          ['Margin', 2],
          ['Rent', 3],
        ],
      ),
    ).toEqual([
      ['figure', 1, 2],
      ['text', 2, 1],
      ['text', 2, 2],
    ]);
    expect(kinds('CHECKMODEL', [['Panel', 1]], [['Panel', 2]])).toEqual([['text', 1, 2]]);
  });
});
