/** A formula in pieces. Joined again they are the formula, so that a piece can be told without touching the others. */

export interface Token {
  kind: 'text' | 'sheet' | 'brackets' | 'error' | 'word' | 'number' | 'mark';
  text: string;
}

/** Texts, quoted sheets, what stands in a table’s brackets, errors, words (functions, names, cells), numbers, marks. */
const TOKEN = new RegExp(
  [
    '(?<text>"(?:[^"]|"")*")',
    "(?<sheet>'(?:[^']|'')*'!?)",
    "(?<brackets>\\[(?:'.|[^\\[\\]']|\\[(?:'.|[^\\[\\]'])*\\])*\\])",
    '(?<error>#(?:N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|BUSY!))',
    '(?<word>[A-Za-z_$\\\\\\u0080-\\uffff][\\w.$?\\\\\\u0080-\\uffff]*!?)',
    '(?<number>\\d+(?:\\.\\d*)?(?:[Ee][+-]?\\d+)?|\\.\\d+)',
    '(?<mark>[^])',
  ].join('|'),
  'g',
);

export const tokensOf = (formula: string): Token[] =>
  [...formula.matchAll(TOKEN)].map(({ 0: text, groups }) => ({
    kind: Object.keys(groups!).find((kind) => groups![kind] !== undefined) as Token['kind'],
    text,
  }));

export const join = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** The place of the parenthesis that closes the one at `open`; the end where none does. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i].kind !== 'mark') continue;
    if (tokens[i].text === '(') depth++;
    else if (tokens[i].text === ')' && --depth === 0) return i;
  }
  return tokens.length;
}

export const isCall = (tokens: readonly Token[], i: number): boolean =>
  tokens[i].kind === 'word' && tokens[i + 1]?.text === '(';

/** Whether a word is a cell: A1, $A$1. */
export const isCell = (text: string): boolean => /^\$?[A-Za-z]{1,3}\$?\d{1,7}$/.test(text);
