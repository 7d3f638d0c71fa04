/** Codes and places as people paste them: with wide characters, characters without a width, and hyphens of any kind. */

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const HYPHENS = /[\u2010-\u2015\u2212]/g;
const PLAIN = /^[ -~]*$/;

export const plainText = (text: string): string =>
  (PLAIN.test(text) ? text : text.normalize('NFKC').replace(INVISIBLE, '').replace(HYPHENS, '-'))
    .trim()
    .replace(/\s+/g, ' ');
