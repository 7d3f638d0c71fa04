/** A formula of ours that another program or another add-in has written over, as it should read. */
import { calledBy, partsOf } from './formula-parts';

const CALLED = /PPPM[._]/i;
const WORDS = /#(all|data|headers|totals|this row)\b/gi;
const AS_EXCEL_WRITES: Readonly<Record<string, string>> = {
  all: '#All',
  data: '#Data',
  headers: '#Headers',
  totals: '#Totals',
  'this row': '#This Row',
};

/**
 * =_xldudf_pppm_forecast(tblPanel[#all],TRUE()) → =PPPM.FORECAST(tblPanel[#All],TRUE)
 * @returns null for a formula that calls nothing of ours, or calls it as it should
 */
export function repaired(formula: string): string | null {
  if (!CALLED.test(formula)) return null;
  const written = partsOf(formula);
  const parts = withoutSingle(written);
  const kept: Part[] = [];
  let isBroken = parts.length !== written.length;
  for (const part of parts) {
    const name = calledBy(part);
    if (name === null) {
      kept.push(part);
      continue;
    }
    // [1]!PPPM.REVENUE and 'C:\add-ins\pppm.xll'!PPPM.REVENUE name a file that has it.
    isBroken = dropFile(kept) || part.value !== `PPPM.${name}` || isBroken;
    kept.push({ ...part, value: `PPPM.${name}` });
  }
  return isBroken ? withoutOthersWays(kept).join('') : null;
}

type Part = { type: string; value: string };

/** _xlfn.SINGLE(PPPM.RATE(1)) is how @PPPM.RATE(1) is written by who does not know the sign. */
function withoutSingle(parts: readonly Part[]): Part[] {
  const ends = new Set<number>();
  return parts.flatMap((part, i) => {
    const isSingle =
      /^_xlfn\.SINGLE$/i.test(part.value) && part.type === 'func' && calledBy(parts[i + 2] ?? part) !== null;
    const end = isSingle ? closing(parts, i + 3) : -1;
    if (end >= 0 && parts[end + 1]?.value === ')') {
      ends.add(i + 1).add(end + 1);
      return [{ type: 'operator', value: '@' }];
    }
    return ends.has(i) ? [] : [part];
  });
}

/** Where the bracket that opens here is closed; -1 where it is not. */
function closing(parts: readonly Part[], open: number): number {
  let depth = 0;
  for (let i = open; i < parts.length; i++) {
    if (parts[i].value === '(') depth++;
    if (parts[i].value === ')' && --depth === 0) return i;
  }
  return -1;
}

/** Takes off a file’s name and its exclamation mark, if they stand last. */
function dropFile(kept: Part[]): boolean {
  if (kept.at(-1)?.value !== '!') return false;
  kept.pop();
  if (kept.at(-1)?.value === ']') while (kept.pop()?.value !== '[') if (kept.length === 0) break;
  if (/^context/.test(kept.at(-1)?.type ?? '')) kept.pop();
  return true;
}

/** TRUE() and [#all], as LibreOffice writes them. */
function withoutOthersWays(parts: readonly Part[]): string[] {
  const texts: string[] = [];
  parts.forEach(({ type, value }, i) => {
    const isTruth = (at: number) => parts[at]?.type === 'func' && /^(TRUE|FALSE)$/i.test(parts[at].value);
    if (isTruth(i) && parts[i + 1]?.value === '(' && parts[i + 2]?.value === ')') texts.push(value.toUpperCase());
    else if (
      (isTruth(i - 1) && value === '(' && parts[i + 1]?.value === ')') ||
      (isTruth(i - 2) && value === ')' && parts[i - 1]?.value === '(')
    )
      return;
    else if (type === 'structured')
      texts.push(value.replace(WORDS, (_, word: string) => AS_EXCEL_WRITES[word.toLowerCase()]));
    else texts.push(value);
  });
  return texts;
}

/**
 * By what it says, however it is cased, and without the @ that Excel puts before a function it does not know, and that
 * leaves one cell of many: the workbook's own formula is the plan's to the letter.
 */
const keyOf = (formula: string): string =>
  formula
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/@(?=pppm\.)/g, '');

export function asPlanned(planned: readonly string[]): (formula: string) => string {
  const byKey = new Map(planned.map((formula) => [keyOf(formula), formula]));
  return (formula) => byKey.get(keyOf(formula)) ?? formula;
}
