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
  const parts = partsOf(formula);
  const kept: { type: string; value: string }[] = [];
  let isBroken = false;
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

/** Takes off a file’s name and its exclamation mark, if they stand last. */
function dropFile(kept: { type: string; value: string }[]): boolean {
  if (kept.at(-1)?.value !== '!') return false;
  kept.pop();
  if (kept.at(-1)?.value === ']') while (kept.pop()?.value !== '[') if (kept.length === 0) break;
  if (/^context/.test(kept.at(-1)?.type ?? '')) kept.pop();
  return true;
}

/** TRUE() and [#all], as LibreOffice writes them. */
function withoutOthersWays(parts: readonly { type: string; value: string }[]): string[] {
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

/** By what it says, however it is cased: the workbook's own formula is the plan's to the letter. */
const keyOf = (formula: string): string => formula.toLowerCase().replace(/\s+/g, '');

export function asPlanned(planned: readonly string[]): (formula: string) => string {
  const byKey = new Map(planned.map((formula) => [keyOf(formula), formula]));
  return (formula) => byKey.get(keyOf(formula)) ?? formula;
}
