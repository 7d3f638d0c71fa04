import type { CellError, CellValue } from '../grid/grid';

/** Office.js's numbers for what went wrong in a function, and what Excel's cell shows. */
const ERRORS: Readonly<Record<number, CellError['error']>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};
/** Only these two show what the function said about them. */
const WITH_TEXT = new Set([1, 7]);

/** The cells of one result, [id, succeeded, value, error code] as Office.js reports it. */
export function readResult([, succeeded, value, errorCode]: unknown[]): CellValue[][] {
  if (!succeeded) {
    const code = Number(errorCode);
    const error = ERRORS[code] ?? '#VALUE!';
    const text = WITH_TEXT.has(code) && typeof value === 'string' && value !== '' ? value : undefined;
    return [[text === undefined ? { error } : { error, text }]];
  }
  if (!Array.isArray(value)) return [[readCell(value)]];
  const rows = value as unknown[];
  const columns = Array.isArray(rows[0]) ? rows[0].length : 0;
  // Excel takes a block only: no flat list, no rows of different length, nothing empty.
  if (columns === 0 || !rows.every((row) => Array.isArray(row) && row.length === columns))
    return [[{ error: '#VALUE!' }]];
  return (rows as unknown[][]).map((row) => row.map(readCell));
}

function readCell(value: unknown): CellValue {
  // null shows as 0, as in Excel; a function that wants an empty cell returns "".
  if (value === null || value === undefined) return 0;
  if (typeof value !== 'object') return value as number | string | boolean;
  const entity = value as { type?: string; basicValue?: unknown; message?: string };
  if (entity.type === 'Error') {
    const error = entity.basicValue as CellError['error'];
    return entity.message ? { error, text: entity.message } : { error };
  }
  if (entity.type === 'FormattedNumber') return entity.basicValue as number;
  return { error: '#VALUE!' };
}
