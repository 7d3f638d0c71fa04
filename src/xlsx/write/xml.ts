/** XML as a file holds it. */

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

export const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What XML cannot hold at all. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

export const text = (content: string): string => escaped(content.replace(FORBIDDEN, '\ufffd'));

const inAttribute = (content: string): string =>
  text(content).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** Attributes that are null or undefined are left out; truth values are 1 and 0. */
export function tag(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${inAttribute(String(typeof value === 'boolean' ? Number(value) : value))}"`)
    .join('');
  const inside = content.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** The list with how many there are, or nothing where there are none. */
export const list = (name: string, items: readonly string[], attributes: Attributes = {}): string =>
  items.length > 0 ? tag(name, { ...attributes, count: items.length }, ...items) : '';

/**
 * Office's own way to write what XML cannot hold: _x0001_. What looks like that on purpose gets its underscore written
 * so. It holds in texts, formulas and hints alike.
 */
export const officeText = (content: string): string =>
  content
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(FORBIDDEN, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('\r', '_x000D_');

export const cellText = (content: string): string => escaped(officeText(content));

/** Spaces at the ends, and line ends, are kept only where it is asked for. */
export const textTag = (name: string, content: string): string =>
  `<${name}${/^\s|\s$|\n/.test(content) ? ' xml:space="preserve"' : ''}>${cellText(content)}</${name}>`;
