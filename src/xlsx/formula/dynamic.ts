/**
 * Whether Excel has to be told that a formula may fill several cells. It reads a stored formula the old way unless it is
 * marked: a range where one value is wanted is then cut down to its own row or column, and calls that may give several
 * cells are shown with @. Marking more than needed changes nothing in Excel, marking less changes figures. So only a
 * formula without ranges, or with ranges as whole arguments of functions that take them, goes without.
 */
import { isCall, isCell, tokensOf, type Token } from './tokens';

/** These take a range as it is. */
const TAKES_RANGES = new Set('SUM MAX MIN COUNT COUNTA COUNTBLANK AVERAGE PRODUCT ROWS COLUMNS AND OR NPV'.split(' '));
/** These may give a range or several cells whatever they are given. */
const GIVES_MANY = new Set('INDEX OFFSET INDIRECT CHOOSE MMULT TRANSPOSE FREQUENCY LINEST'.split(' '));
/** Newer functions that give one value. */
const GIVES_ONE = /^(IFNA|MAXIFS|MINIFS|CONCAT|TEXTJOIN|UNICODE|BASE|(GAMMA|NORM|NORM\.S|BETA)\.(DIST|INV))$/;

/**
 * @param isOneCell whether a name stands for one cell
 * @param isNewer whether Excel stores the function with a prefix
 */
export function isDynamic(
  formula: string,
  isOneCell: (name: string) => boolean,
  isNewer: (name: string) => boolean,
): boolean {
  const tokens = tokensOf(formula.replace(/^=/, '')).filter(({ text }) => text.trim() !== '');
  const calls: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i];
    if (kind === 'mark' && text === '{') return true;
    if (kind === 'mark' && text === '(')
      calls.push(i > 0 && isCall(tokens, i - 1) ? tokens[i - 1].text.toUpperCase() : '');
    else if (kind === 'mark' && text === ')') calls.pop();
    else if (isCall(tokens, i)) {
      const name = text.toUpperCase();
      const isOurs = name.includes('.') && !isNewer(name) && name !== 'ERROR.TYPE';
      if (isOurs || GIVES_MANY.has(name) || (isNewer(name) && !GIVES_ONE.test(name))) return true;
    } else {
      const length = rangeAt(tokens, i, isOneCell);
      if (length === 0) continue;
      const isWhole = /^[(,]$/.test(tokens[i - 1]?.text ?? '') && /^[),]$/.test(tokens[i + length]?.text ?? '');
      if (!isWhole || !TAKES_RANGES.has(calls.at(-1) ?? '')) return true;
      i += length - 1;
    }
  }
  return false;
}

/** How many tokens the range has that begins here; 0 where none does. */
function rangeAt(tokens: readonly Token[], start: number, isOneCell: (name: string) => boolean): number {
  let at = start;
  if (tokens[at].kind === 'sheet' || tokens[at].text.endsWith('!')) at++;
  const token = tokens[at];
  if (!token) return 0;
  if (token.kind === 'brackets') return isOneRow(token.text) ? 0 : at - start + 1;
  if (token.kind === 'number') return tokens[at + 1]?.text === ':' ? at - start + 3 : 0;
  if (token.kind !== 'word') return 0;
  const next = tokens[at + 1];
  if (next?.text === ':') return at - start + 3;
  if (next?.text === '#') return at - start + 2;
  if (next?.kind === 'brackets') return isOneRow(next.text) ? 0 : at - start + 2;
  return isCell(token.text) || /^(true|false)$/i.test(token.text) || isOneCell(token.text) ? 0 : at - start + 1;
}

const isOneRow = (brackets: string): boolean =>
  /^\[@[^:]*\]$|^\[\[#This Row\],\[[^:]*\]\]$|^\[\[#Headers\],\[[^:]*\]\]$/i.test(brackets);
