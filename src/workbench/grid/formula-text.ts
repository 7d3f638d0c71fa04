/** Formulas as Excel's users write them, and what Univer's parser can read of them. */

/** Text in quotes, quoted sheet names apart, is never touched. */
const QUOTED_TEXT = '"(?:[^"]|"")*"';
const SHEET = "(?:'(?:[^']|'')+'|[A-Za-z0-9_.\\u0080-\\uffff]+)!";
const CELL = '\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}';
/** Cells of one sheet: A1:B2, 'Payer Mix'!$A$1:$B$2. */
export const RANGE = `(?:${SHEET})?${CELL}:${CELL}`;
const COLUMN = '\\$?[A-Za-z]{1,3}';
const SPILL = new RegExp(`${QUOTED_TEXT}|((?:${SHEET})?${CELL})#`, 'g');
const NAME = '[A-Za-z_\\u0080-\\uffff][A-Za-z0-9_.\\u0080-\\uffff]*';
/** Cells, whole columns, a single cell or a name. */
export const REFERENCE = `(?:${SHEET})?(?:${CELL}:${CELL}|${COLUMN}:${COLUMN}|${CELL}|${NAME})(?![A-Za-z0-9_.(!\\[])`;
const THIS_ROW = new RegExp(`${QUOTED_TEXT}|'(?:[^']|'')+'!|(${NAME})?\\[@`, 'g');

/** Finds the pattern, and every quoted text, in which it is not to be found. */
export const outsideQuotes = (pattern: string): RegExp => new RegExp(`${QUOTED_TEXT}|${pattern}`, 'gi');

/** A1# becomes ANCHORARRAY(A1), the name under which Excel stores the operator. */
export function withoutSpillOperator(formula: string): string {
  return formula.includes('#')
    ? formula.replace(SPILL, (match, cell?: string) => (cell ? `ANCHORARRAY(${cell})` : match))
    : formula;
}

/** Inside a table Excel lets the table's name be left out: [@Amount] stands for tblPanel[@Amount]. */
export function withTableName(formula: string, tableName: string): string {
  if (!formula.includes('[@')) return formula;
  return formula.replace(THIS_ROW, (match: string, name: string | undefined) =>
    match === '[@' && !name ? tableName + match : match,
  );
}

/** How Excel shows a formula within its own table: without the table's name. */
export function withoutTableName(formula: string, tableName: string): string {
  if (!formula.includes('[@')) return formula;
  return formula.replace(THIS_ROW, (match: string, name: string | undefined) =>
    name && name.toLowerCase() === tableName.toLowerCase() ? match.slice(name.length) : match,
  );
}

/** The words of a formula that can be names of tables, functions or cells' names, in lower case. */
export function wordsOf(formula: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of formula.replace(/"(?:[^"]|"")*"/g, '""').matchAll(new RegExp(NAME, 'g')))
    words.add(word.toLowerCase());
  return words;
}
