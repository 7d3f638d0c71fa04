import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../grid/pasted-text';

describe('pasted text', () => {
  it.each<[string, string, string[][]]>([
    [
      'tabs part cells',
      'CCM\t1,800\r\nRPM\t900\r\n',
      [
        ['CCM', '1,800'],
        ['RPM', '900'],
      ],
    ],
    [
      'a blank first cell stays',
      '\t1\nb\t2',
      [
        ['', '1'],
        ['b', '2'],
      ],
    ],
    ['quotes hold tabs, line breaks and quotes', '"a\tb"\t"two\nlines"\t"12"""', [['a\tb', 'two\nlines', '12"']]],
    [
      'commas part cells of csv',
      'CCM,"1,800"\nRPM,900',
      [
        ['CCM', '1,800'],
        ['RPM', '900'],
      ],
    ],
    ['numbers with thousands are one column', '1,800\n2,400', [['1,800'], ['2,400']]],
    ['sentences are one column', 'Hello, world\nGood, bye', [['Hello, world'], ['Good, bye']]],
    ['lines of different length are one column', 'a,b\nc', [['a,b'], ['c']]],
    ['a single line is not csv', 'Smith,John', [['Smith,John']]],
  ])('%s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });
});
