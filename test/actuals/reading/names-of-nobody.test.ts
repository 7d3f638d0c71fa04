/** Names that the model does not have are told, so that a user can say what they stand for; patients are not. */
import { describe, expect, it } from 'vitest';
import { readCells } from '../../../src/actuals/reading/read-cells';

const HEADERS = ['Patient ID', 'Program', 'Payer', 'Enrolled', 'Disenrolled'];
const MODEL = { programs: ['CCM'], payers: ['Medicare'] };
const read = (...rows: string[][]) => readCells([HEADERS, ...rows], MODEL);

describe('names that are not in the model', () => {
  it('are told once each, in the order in which they come', () => {
    const { unknown, account } = read(
      ['P1', 'Chronic care', 'Medicare', '2026-01-05', ''],
      ['P2', 'Chronic care', 'Medicare', '2026-01-06', ''],
      ['P3', 'CCM', 'MCR', '2026-01-07', ''],
      ['P4', 'CCM', 'Medicare', '2026-01-08', ''],
    );
    expect(unknown).toEqual({ programs: ['Chronic care'], payers: ['MCR'] });
    expect(account).toMatchObject({ rowsUsed: 1, rowsAside: 3 });
  });

  it('are none where a patient’s number has slipped into their column', () => {
    expect(read(['P1', 'P1', 'Medicare', '2026-01-05', '']).unknown).toEqual({ programs: [], payers: [] });
  });
});

it('a patient’s number among other words of a cell is not shown either', () => {
  const { setAside } = read(
    ['P4711', 'CCM', 'Medicare', 'P4711 see note', ''],
    ['P2', 'CCM', 'Medicare', '2026-01-06', ''],
    ['P3', 'CCM', 'Medicare', '2026-01-07', ''],
  );
  expect(setAside).toHaveLength(1);
  expect(JSON.stringify(setAside)).not.toContain('4711');
});
