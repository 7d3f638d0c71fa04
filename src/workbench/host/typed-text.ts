/** What Excel makes of text put into a cell: a number, a percentage, a date, a truth value; else the text stays. */

export interface TypedCell {
  content: string | number | boolean;
  /** The format Excel gives to a cell that has none yet. */
  numberFormat?: string;
}

const NUMBER = /^([-+]?)\$?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[-+]?\d+)?(%?)$/i;

export function readTypedText(text: string): TypedCell {
  // The grid itself takes the apostrophe off: it has to know that what follows is text, whatever it looks like.
  if (text.startsWith('=') || text.startsWith("'") || text === '') return { content: text };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { content: trimmed.toLowerCase() === 'true' };
  const number = NUMBER.exec(trimmed);
  if (number) {
    const [, sign, digits, exponent = '', percent] = number;
    const value = Number(`${sign}${digits.replaceAll(',', '')}${exponent}`);
    // Divided, not multiplied by 0.01: 62% must be the very number 0.62.
    if (percent) return { content: value / 100, numberFormat: digits.includes('.') ? '0.00%' : '0%' };
    return { content: value };
  }
  return readDate(trimmed) ?? { content: text };
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** 1/2 and Jan 2 are days of this year, Jan 2027 is the first of its month. */
function readShortDate(text: string): TypedCell | null {
  const named = /^([a-z]{3,9})[\s-]+(\d{1,4})$/i.exec(text);
  const slashed = /^(\d{1,2})\/(\d{1,2})$/.exec(text);
  const month = named ? MONTHS.findIndex((name) => name.startsWith(named[1].toLowerCase())) + 1 : Number(slashed?.[1]);
  const number = Number((named ?? slashed)?.[2]);
  if (!(month >= 1 && month <= 12)) return null;
  if (number >= 1900) return { content: serial(number, month, 1), numberFormat: 'mmm-yy' };
  if (!(number >= 1 && number <= 31)) return null;
  return { content: serial(new Date().getFullYear(), month, number), numberFormat: 'd-mmm' };
}

const serial = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

function readDate(text: string): TypedCell | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!iso && !american) return readShortDate(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : [american![3], american![1], american![2]].map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) return null;
  return { content: serial(year, month, day), numberFormat: 'm/d/yyyy' };
}
