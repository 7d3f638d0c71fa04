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

function readDate(text: string): TypedCell | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!iso && !american) return null;
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : [american![3], american![1], american![2]].map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) return null;
  return { content: date.getTime() / 86_400_000 + 25_569, numberFormat: 'm/d/yyyy' };
}
