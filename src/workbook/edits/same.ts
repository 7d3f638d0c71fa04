/** Whether contents are the same, as typed. */
import { isFormula, type Content } from '../plan/cells';
import { TABLE_KEYS } from '../../tables/schemas/model-tables';
import type { TablesNow } from './tables-now';

export const sameContent = (a: Content, b: Content): boolean =>
  isFormula(a) ? isFormula(b) && a.formula === b.formula : a === b;

export const sameRow = (a: readonly Content[], b: readonly Content[]): boolean =>
  a.length === b.length && a.every((content, i) => sameContent(content, b[i]));

/** Whether all that is typed into the tables is the same, in the same place. */
export const sameTables = (a: TablesNow, b: TablesNow): boolean =>
  TABLE_KEYS.every(
    (key) =>
      a[key].headerRow === b[key].headerRow &&
      sameRow(a[key].headers, b[key].headers) &&
      a[key].rows.length === b[key].rows.length &&
      a[key].rows.every(({ contents }, i) => sameRow(contents, b[key].rows[i].contents)),
  );
