/** Formulas in the words of a calculator that has no tables: tblPanel[Program] becomes Panel!$A$7:$A$10. */

export interface TableArea {
  name: string;
  sheet: string;
  /** Of the header, counted from 0. */
  row: number;
  column: number;
  headers: readonly string[];
  /** Rows below the header. */
  rows: number;
}

const STRUCTURED = /"(?:[^"]|"")*"|([A-Za-z_]\w*)\[((?:[^[\]]|\[[^\]]*\])*)\]/g;

/** @param at where the formula stands, for [@Column] */
export function plainReferences(
  formula: string,
  tables: readonly TableArea[],
  at: { sheet: string; row: number },
): string {
  return formula.replace(STRUCTURED, (match, name: string | undefined, part: string) => {
    if (name === undefined) return match;
    const table = tables.find((candidate) => candidate.name === name);
    if (!table) throw new Error(`${formula}: there is no table ${name}`);
    const whole = { first: table.row + 1, last: table.row + table.rows };
    const [, special = '', header = ''] = /^(@|\[?#(?:All|Headers|This Row)\]?)?,?\[?([^[\]]*)\]?$/.exec(part) ?? [];
    const column = table.headers.indexOf(header);
    if (header !== '' && column < 0) throw new Error(`${formula}: ${name} has no column ${header}`);
    const [left, right] = header === '' ? [0, table.headers.length - 1] : [column, column];
    if (special.includes('#All')) return area(table, table.row, whole.last, left, right);
    if (special.includes('#Headers')) return area(table, table.row, table.row, left, right);
    return special === ''
      ? area(table, whole.first, whole.last, left, right)
      : area(table, at.row, at.row, left, right);
  });
}

function area(table: TableArea, top: number, bottom: number, left: number, right: number): string {
  const cell = (row: number, column: number) => `$${columnName(table.column + column)}$${row + 1}`;
  const from = cell(top, left);
  const to = cell(bottom, right);
  return `'${table.sheet.replaceAll("'", "''")}'!${from}${from === to ? '' : `:${to}`}`;
}

/** 0→A, 26→AA */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
