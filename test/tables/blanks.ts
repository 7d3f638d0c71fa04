/** Blank cells, which every platform hands over in its own way. */

/** A blank cell, before a platform has decided what it is. */
export const BLANK = Symbol('blank cell');

/** What a blank cell arrives as: 0 on desktop Excel, empty text or null elsewhere. */
export const PLATFORMS: readonly { name: string; blank: 0 | '' | null }[] = [
  { name: 'blanks as 0', blank: 0 },
  { name: 'blanks as ""', blank: '' },
  { name: 'blanks as null', blank: null },
];

/** A cell or a range as the platform hands it over. */
export function handedOver(value: unknown, blank: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => handedOver(part, blank));
  return value === BLANK ? blank : value;
}
