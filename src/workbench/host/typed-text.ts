/** What Excel makes of text put into a cell: a number, a percentage, a date, a truth value; else the text stays. */
import { readTypedDate } from '../grid/typed-dates';

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
  const date = readTypedDate(trimmed);
  return date ? { content: date.serial, numberFormat: date.numberFormat } : { content: text };
}
