/**
 * A formula as a file stores it, and back. =IFNA(PPPM.PANEL(tbl[@Codes]),A1#) is stored as
 * _xlfn.IFNA(_xldudf_PPPM_PANEL(tbl[[#This Row],[Codes]]),_xlfn.ANCHORARRAY(A1)).
 */
import { prefixOf } from './newer-functions';
import { closing, isCall, isCell, join, tokensOf, type Token } from './tokens';

const word = (text: string): Token => ({ kind: 'word', text });
const mark = (text: string): Token => ({ kind: 'mark', text });

/**
 * @param addins namespaces of functions that add-ins bring
 * @param table the one that the formula stands in, whose name may be left out in it
 */
export function storedFormula(formula: string, addins: readonly string[], table: string | null = null): string {
  const tokens = tokensOf(formula.replace(/^=/, ''));
  return join(withPrefixes(withSingles(withAnchors(withRows(tokens, table))), addins));
}

/** tbl[@Codes] and [@Codes] are tbl[[#This Row],[Codes]]. */
function withRows(tokens: Token[], table: string | null): Token[] {
  return tokens.flatMap((token, i) => {
    const row = token.kind === 'brackets' && /^\[@(.*)\]$/s.exec(token.text);
    if (!row) return [token];
    const column = row[1] === '' || row[1].startsWith('[') ? row[1] : `[${row[1]}]`;
    const stored = { ...token, text: `[[#This Row]${column && `,${column}`}]` };
    return tokens[i - 1]?.kind === 'word' || table === null ? [stored] : [word(table), stored];
  });
}

/** A1# is _xlfn.ANCHORARRAY(A1), its sheet within. */
function withAnchors(tokens: Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const cell = result.at(-1);
    if (token.text !== '#' || token.kind !== 'mark' || cell?.kind !== 'word') {
      result.push(token);
      continue;
    }
    const start = result.at(-2)?.kind === 'sheet' || result.at(-2)?.text.endsWith('!') ? -2 : -1;
    const reference = result.splice(start);
    result.push(word('ANCHORARRAY'), mark('('), ...reference, mark(')'));
  }
  return result;
}

/** @A1:A9 is _xlfn.SINGLE(A1:A9), @PANEL(…) the call within. */
function withSingles(tokens: Token[]): Token[] {
  const at = tokens.findIndex(({ kind, text }) => kind === 'mark' && text === '@');
  if (at < 0) return tokens;
  let end = at + 1;
  if (tokens[end]?.kind === 'sheet') end++;
  if (isCall(tokens, end)) end = closing(tokens, end + 1);
  else if (tokens[end + 1]?.text === ':') end += 2;
  else if (tokens[end + 1]?.kind === 'brackets') end += 1;
  const operand = tokens.slice(at + 1, end + 1);
  return withSingles([
    ...tokens.slice(0, at),
    word('SINGLE'),
    mark('('),
    ...operand,
    mark(')'),
    ...tokens.slice(end + 1),
  ]);
}

function withPrefixes(tokens: Token[], addins: readonly string[]): Token[] {
  const parameters = parametersOf(tokens);
  return tokens.map((token, i) => {
    if (token.kind !== 'word') return token;
    if (!isCall(tokens, i)) return parameters.has(token.text.toLowerCase()) ? word(`_xlpm.${token.text}`) : token;
    const addin = addins.find((name) => token.text.toUpperCase().startsWith(`${name.toUpperCase()}.`));
    if (addin) return word(`_xldudf_${token.text.toUpperCase().replaceAll('.', '_')}`);
    if (parameters.has(token.text.toLowerCase())) return word(`_xlpm.${token.text}`);
    return word(prefixOf(token.text) + token.text);
  });
}

/** What LET and LAMBDA call their values, in lower case. */
function parametersOf(tokens: readonly Token[]): Set<string> {
  const parameters = new Set<string>();
  tokens.forEach(({ text }, i) => {
    if (!/^(let|lambda)$/i.test(text) || !isCall(tokens, i)) return;
    const end = closing(tokens, i + 1);
    let [depth, argument] = [0, 0];
    for (let at = i + 1; at < end; at++) {
      const token = tokens[at];
      if (token.kind === 'mark' && '({'.includes(token.text)) depth++;
      else if (token.kind === 'mark' && ')}'.includes(token.text)) depth--;
      else if (depth === 1 && token.text === ',') argument++;
      const isFirst = depth === 1 && token.kind === 'word' && /^[(,]$/.test(tokens[at - 1].text.trim() || ',');
      const names = isFirst && tokens[at + 1]?.text === ',' && (/^lambda$/i.test(text) || argument % 2 === 0);
      if (names && !isCell(token.text)) parameters.add(token.text.toLowerCase());
    }
  });
  return parameters;
}

const ANCHOR = /^_xlfn\.anchorarray$/i;
const SINGLE = /^_xlfn\.single$/i;
/** Excel writes it so, LibreOffice in lower case. */
const OF_ADDIN = /^_xldudf_([A-Za-z0-9]+)_(.+)$/i;

/** @param table the one that the formula stands in */
export function shownFormula(stored: string, table: string | null = null): string {
  const tokens = shown(tokensOf(stored));
  return `=${join(withShortRows(tokens, table))}`;
}

function shown(tokens: Token[]): Token[] {
  const result: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i];
    if (kind === 'word' && (ANCHOR.test(text) || SINGLE.test(text)) && isCall(tokens, i)) {
      const end = closing(tokens, i + 1);
      const inside = shown(tokens.slice(i + 2, end));
      result.push(...(ANCHOR.test(text) ? [...inside, mark('#')] : [mark('@'), ...inside]));
      i = end;
    } else result.push(kind === 'word' ? word(shownWord(text)) : tokens[i]);
  }
  return result;
}

function shownWord(text: string): string {
  const ofAddin = OF_ADDIN.exec(text);
  if (ofAddin) return `${ofAddin[1]}.${ofAddin[2]}`.toUpperCase();
  return text.replace(/^_xlfn\.(_xlws\.)?|^_xlpm\./i, '');
}

const THIS_ROW = /^\[\[#This Row\],\[((?:'.|[^\]'])*)\]\]$/i;
/** A column whose name needs no brackets of its own. */
const PLAIN = /^[A-Za-z_]\w*$/;

function withShortRows(tokens: Token[], table: string | null): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const row = token.kind === 'brackets' ? THIS_ROW.exec(token.text) : null;
    if (!row) {
      result.push(token);
      continue;
    }
    const isOwn = table !== null && result.at(-1)?.text.toLowerCase() === table.toLowerCase();
    if (isOwn) result.pop();
    result.push({ ...token, text: `[@${PLAIN.test(row[1]) ? row[1] : `[${row[1]}]`}]` });
  }
  return result;
}

/** Namespaces of the add-ins whose functions a stored formula calls. */
export const addinsOf = (stored: string): string[] =>
  tokensOf(stored).flatMap(({ kind, text }) => (kind === 'word' && OF_ADDIN.exec(text)?.[1].toUpperCase()) || []);
