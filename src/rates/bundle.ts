/**
 * A bundle: the codes of one paid month with their average units, written as a sum.
 *
 *     99490 + 0.35*99439        35% * 99439 + 99490        99490, 99439
 *
 * A code has five characters (99490, G0557); any other number is units. Terms are parted by +, a comma, a
 * semicolon or a new line; units stand before or after their code; a code that comes twice adds up.
 */
import { plainText } from './plain-text';
import { RateError } from './rate-error';

export interface BundleItem {
  code: string;
  /** Average units in a paid month. */
  units: number;
}

const CODE = /^[A-Z]?\d{4,5}[A-Z]?$/;
const UNITS = /^(\d+\.?\d*|\.\d+)\s*(%?)$/;

/** @throws RateError that names the part it cannot read. */
export function parseBundle(text: string): BundleItem[] {
  const units = new Map<string, number>();
  for (const term of text.split(/[+,;\n]/)) {
    const { code, units: added } = parseTerm(term, text);
    units.set(code, (units.get(code) ?? 0) + added);
  }
  return [...units].map(([code, sum]) => ({ code, units: sum }));
}

function parseTerm(term: string, text: string): BundleItem {
  const factors = plainText(term)
    .toUpperCase()
    .split(/\s*[*×]\s*/);
  const codes = factors.filter(isCode);
  const counts = factors.filter((factor) => !isCode(factor)).map((factor) => UNITS.exec(factor));
  if (codes.length !== 1 || counts.length > 1 || counts.includes(null))
    throw new RateError({ what: 'unreadableBundle', text, part: term.trim() });
  const [count] = counts;
  return { code: codes[0], units: count ? Number(count[1]) / (count[2] ? 100 : 1) : 1 };
}

const isCode = (word: string): boolean => word.length === 5 && CODE.test(word);
