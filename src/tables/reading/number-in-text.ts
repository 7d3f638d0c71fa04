/** The number that a text spells out, as people paste it from bank statements, price lists and other countries. */

export interface NumberInText {
  value: number;
  /** How it is written, where that is not how Excel reads numbers; blank where it is. */
  form:
    '' | 'in accounting form' | 'with a decimal comma' | 'with spaces between its digits' | 'with a typographic minus';
}

const LONGEST = 40;
const CURRENCY = /[$€£¥]|\b(?:usd|eur|gbp|cad|chf)\b/gi;
const MINUS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const SPACE = /[\s\u00a0\u2007\u2009\u202f]+/g;

/** Digits as they are grouped and pointed, the first that fits; the form says which marks part thousands. */
const DIGITS: readonly { form: RegExp; thousands: RegExp; named: NumberInText['form'] }[] = [
  { form: /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?$|^\.\d+$/, thousands: /,/g, named: '' },
  {
    form: /^(?:\d{1,3}(?:\.\d{3})+|\d*),\d+$|^\d{1,3}(?:\.\d{3}){2,}$/,
    thousands: /\./g,
    named: 'with a decimal comma',
  },
  { form: /^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$/, thousands: /[ '’]/g, named: 'with spaces between its digits' },
];

/** null for a text that spells out no number. */
export function numberInText(cell: unknown): NumberInText | null {
  if (typeof cell !== 'string' || cell.length > LONGEST) return null;
  const plain = cell.replace(MINUS, '-').replace(CURRENCY, '').replace(SPACE, ' ').trim();
  // A zero, as accounting formats show it.
  if (plain === '-') return { value: 0, form: 'in accounting form' };
  const { body, isNegative, isAccounting, isPercent } = unwrapped(plain);
  const digits = DIGITS.find(({ form }) => form.test(body));
  if (!digits) return null;
  const value = Number(body.replace(digits.thousands, '').replace(',', '.')) / (isPercent ? 100 : 1);
  return {
    value: isNegative ? -value : value,
    form: isAccounting ? 'in accounting form' : digits.named || (MINUS.test(cell) ? 'with a typographic minus' : ''),
  };
}

/** Sign, brackets and percent sign taken off. */
function unwrapped(text: string) {
  const [, bracketed] = /^\((.*)\)$/.exec(text.replace(/%$/, '').trim()) ?? [];
  const inside = (bracketed ?? text).trim();
  const [, before, body, after] = /^([-+]?) ?(.*?) ?([-%]*)$/.exec(inside) ?? [];
  return {
    body: body ?? '',
    isNegative: bracketed !== undefined || before === '-' || (after ?? '').includes('-'),
    isAccounting: bracketed !== undefined || (after ?? '').includes('-'),
    isPercent: text.endsWith('%') || (after ?? '').includes('%'),
  };
}
