/** Excel refuses to change what stands on a protected sheet, whichever object is asked to. */
import type { Grid } from '../grid/grid';
import type { DocumentState } from './document-state';
import { accessDenied } from './excel-error';

/** What changes a sheet, by how it names the sheet: itself, or one of its tables. */
const CHANGES: Readonly<Partial<Record<keyof Grid, 'sheet' | 'table' | 'named table'>>> = {
  write: 'sheet',
  clear: 'sheet',
  format: 'sheet',
  setColumnWidth: 'sheet',
  setRowHeight: 'sheet',
  addTable: 'named table',
  updateTable: 'table',
  deleteTable: 'table',
  setValidation: 'sheet',
  addConditionalFormat: 'sheet',
  clearConditionalFormats: 'sheet',
  setNote: 'sheet',
  putChart: 'sheet',
  deleteChart: 'sheet',
};

export function lockedWith(grid: Grid, document: () => DocumentState): Grid {
  const sheetOf = (by: 'sheet' | 'table' | 'named table', [first, second]: unknown[]) =>
    by === 'sheet' ? first : by === 'named table' ? second : grid.tables().find(({ id }) => id === first)?.sheetId;
  return new Proxy(grid, {
    get(target, member: keyof Grid) {
      const value = target[member];
      if (typeof value !== 'function') return value;
      const by = CHANGES[member];
      return (...args: unknown[]) => {
        if (by && document().sheets[sheetOf(by, args) as string]?.protection) throw accessDenied();
        return (value as (...all: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}
