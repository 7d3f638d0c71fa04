/** A formula as another cell has it: what is not fixed by $ moves along. */
import { MOST_COLUMNS, MOST_ROWS, parseAddress, columnName } from '../address';
import { isCall, isCell, join, tokensOf } from './tokens';

/** @param formula without its leading = */
export function movedFormula(formula: string, down: number, right: number): string {
  const tokens = tokensOf(formula);
  const besideColon = (i: number): boolean => tokens[i - 1]?.text === ':' || tokens[i + 1]?.text === ':';
  return join(
    tokens.map((token, i) => {
      const { kind, text } = token;
      if (kind === 'word' && isCell(text) && !isCall(tokens, i)) return { kind, text: moved(text, down, right) };
      const isWhole = (kind === 'word' && /^\$?[A-Za-z]{1,3}$|^\$\d+$/.test(text)) || kind === 'number';
      return isWhole && besideColon(i) ? { kind, text: moved(text, down, right) } : token;
    }),
  );
}

/** B7, $B$7, B or 7. */
function moved(reference: string, down: number, right: number): string {
  const [, fixedColumn, letters, fixedRow, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(reference)!;
  const column = letters && parseAddress(letters)!.area.column + (fixedColumn ? 0 : right);
  const isRowFixed = (letters === '' ? fixedColumn : fixedRow) !== '';
  const row = digits && Number(digits) - 1 + (isRowFixed ? 0 : down);
  const isOff =
    (column !== '' && (column < 0 || column >= MOST_COLUMNS)) || (row !== '' && (row < 0 || row >= MOST_ROWS));
  if (isOff) return '#REF!';
  return `${fixedColumn}${column === '' ? '' : columnName(column)}${fixedRow}${row === '' ? '' : row + 1}`;
}
