/** Whether contents are the same, as typed. */
import { isFormula, type Content } from '../plan/cells';
import { EDITED_KEYS, type TableNow, type TablesNow } from './tables-now';

export const sameContent = (a: Content, b: Content): boolean =>
  isFormula(a) ? isFormula(b) && a.formula === b.formula : a === b;

export const sameRow = (a: readonly Content[], b: readonly Content[]): boolean =>
  a.length === b.length && a.every((content, i) => sameContent(content, b[i]));

/** Whether all that is typed into the tables is the same, in the same place. */
export const sameTables = (a: TablesNow, b: TablesNow): boolean =>
  EDITED_KEYS.every((key) => sameTable(a[key], b[key]));

const sameTable = (a: TableNow | null, b: TableNow | null): boolean =>
  a === null || b === null
    ? a === b
    : a.headerRow === b.headerRow &&
      sameRow(a.headers, b.headers) &&
      a.rows.length === b.rows.length &&
      a.rows.every(({ contents }, i) => sameRow(contents, b.rows[i].contents));
