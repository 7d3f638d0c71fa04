import { describe, expect, it } from 'vitest';
import { usedColumns } from '../../../src/workbook/excel/follow-use';
import { planTables } from '../../../src/workbook/plan/plan-tables';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';

const plan = planWorkbook(SAMPLE_PRACTICE);
const tables = planTables(plan);
const MINUTES = /minutes|consent|documentation|productive/i;
const used = (of: typeof tables) => usedColumns(of).map(({ table, header }) => `${table} ${header}`);

describe('Columns in use', () => {
  it('are none that Build hides', () => {
    const hidden = plan.sheets.flatMap(({ hidden: columns, tables: [table] }) =>
      columns.map(
        (column) =>
          `${table.name} ${String(tables[table.name === 'tblPanel' ? 'panel' : table.name === 'tblCosts' ? 'costs' : 'payerMix']![0][column])}`,
      ),
    );
    expect(hidden.length).toBeGreaterThan(5);
    expect(used(tables).filter((column) => hidden.includes(column))).toEqual([]);
  });

  it('are, with one value, all of its capability, in every table, wherever they stand', () => {
    const at = tables.panel![0].indexOf('Service minutes');
    const panel = tables.panel!.map((row, r) => [
      ...row.slice(at, at + 1).map((cell) => (r === 1 ? 30 : cell)),
      ...row.slice(0, at),
    ]);
    const shown = usedColumns({ ...tables, panel }).filter(({ header }) => MINUTES.test(header));
    expect(shown.map(({ table, header }) => `${table} ${header}`)).toEqual([
      'tblPanel Service minutes',
      ...['Threshold minutes', 'Spread of minutes', 'Consent rate', 'Documentation rate'].map(
        (header) => `tblPayerMix ${header}`,
      ),
      ...['Minutes per unit', 'Productive share'].map((header) => `tblCosts ${header}`),
    ]);
    expect(shown[0].position).toBe(0);
  });

  it('are none of a table that is not there', () =>
    expect(used({ ...tables, costs: null })).not.toContain('tblCosts Staffing'));
});
