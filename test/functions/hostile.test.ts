/** Whatever a formula hands over, a worksheet function answers with cells or with a text that helps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../tables/cpu-time';
import { inOrder, sampleTables } from '../tables/sample-model';
import { call, type CellError, FUNCTION_IDS, onPlatform } from './excel';
import { expectDecent } from './decent-answers';
import { argument, cell } from './hostile-arguments';
import { cases } from '../random-cases';

/** A second look before a verdict: the first call may have paid for compiling. */
function expectQuick(id: string, args: readonly unknown[]): void {
  const once = () =>
    cpuTime(() => {
      try {
        call(id, ...args);
      } catch {
        /* a text is an answer, too */
      }
    });
  expect(Math.min(once(), once(), once()), `${id}: milliseconds`).toBeLessThan(50);
}

describe.each(FUNCTION_IDS.map((id) => ({ id })))('PPPM.$id', ({ id }) => {
  it('answers any arguments with cells or a text that helps', () => {
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 11 }), (args) => void expectDecent(id, args)),
      { numRuns: cases(250) },
    );
  });

  it('answers them quickly', () => {
    fc.assert(
      fc.property(fc.array(argument, { minLength: 3, maxLength: 11 }), (args) => expectQuick(id, args)),
      { numRuns: 15 },
    );
  });
});

/** Good tables with a few cells, rows and columns spoilt. */
const spoilt = fc
  .tuple(
    fc.constantFrom(0, '', null),
    fc.array(fc.record({ table: fc.nat(5), row: fc.nat(7), column: fc.nat(12), value: cell }), { maxLength: 4 }),
    fc.option(fc.record({ table: fc.nat(5), row: fc.nat(7) }), { freq: 3 }),
    fc.option(fc.record({ table: fc.nat(5), column: fc.nat(12) }), { freq: 3 }),
  )
  .map(([blank, cells, row, column]) => {
    const tables = inOrder(sampleTables()).map((table) => onPlatform(blank).range(table));
    for (const { table, row: r, column: c, value } of cells)
      if (tables[table][r]?.length > c) tables[table][r][c] = value;
    if (row) tables[row.table].splice(row.row, 1);
    if (column) tables[column.table].forEach((line) => line.splice(column.column, 1));
    return tables;
  });

describe('Spoilt tables', () => {
  it('give CHECKMODEL findings and nothing else', () => {
    fc.assert(
      fc.property(spoilt, (tables) => {
        expectDecent('CHECKMODEL', tables);
        for (const row of call('CHECKMODEL', ...tables)) expect(row).toHaveLength(row[0] === 'No findings' ? 1 : 4);
      }),
      { numRuns: cases(400) },
    );
  });

  it('give FORECAST figures or the first finding: errors in CHECKMODEL and an error in the cell go together', () => {
    fc.assert(
      fc.property(
        spoilt,
        fc.constantFrom(null, 'Stretch', 'Conservative', 'expected'),
        fc.constantFrom(null, 'CCM', 'RPM'),
        (tables, scenario, program) => {
          expectDecent('FORECAST', [...tables, scenario, program, null, true]);
          const errors = call('CHECKMODEL', ...tables).filter(
            ([table, , , text]) => table !== 'No findings' && !String(text).startsWith('Note: '),
          );
          let message = '';
          try {
            call('FORECAST', ...tables);
          } catch (error) {
            ({ message } = error as CellError);
          }
          expect(message !== '').toBe(errors.length > 0);
          if (errors.length) expect(message.slice(0, 40)).toBe(String(errors[0][3]).slice(0, 40));
        },
      ),
      { numRuns: cases(300) },
    );
  });

  it('give EXPLAIN an explanation or a text, for any line and month', () => {
    fc.assert(
      fc.property(
        spoilt,
        fc.oneof(cell, fc.constantFrom('Margin', 'New patients', 'Care team cost', 'Utilization rate')),
        fc.oneof(cell, fc.integer({ min: 1, max: 24 })),
        fc.oneof(cell, fc.constant('Stretch')),
        (tables, line, month, scenario) => {
          expectDecent('EXPLAIN', [line, month, ...tables, scenario]);
        },
      ),
      { numRuns: cases(300) },
    );
  });

  it('keep no function busy', () => {
    fc.assert(
      fc.property(spoilt, (tables) => {
        for (const id of ['CHECKMODEL', 'FORECAST']) expectQuick(id, tables);
      }),
      { numRuns: 20 },
    );
  });
});
