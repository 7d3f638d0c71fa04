/** XML as a tree of elements by their names without prefixes: programs choose prefixes as they like. */
import { SaxesParser } from 'saxes';

export interface Element {
  name: string;
  /** By name; one of the relationships’ namespace as r:id. */
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  /** What stands in it, elements apart. */
  text: string;
}

const RELATIONSHIPS = /\/relationships$/;

export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) => {
    const element: Element = { name: local, attributes: attributesOf(attributes), children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void (open.at(-1)!.text += text));
  parser.on('cdata', (text) => void (open.at(-1)!.text += text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml.replace(/^\ufeff/, '')).close();
  return root.children[0];
}

const attributesOf = (read: Record<string, { prefix: string; local: string; uri: string; value: string }>) =>
  Object.fromEntries(
    Object.values(read)
      .filter(({ prefix, uri }) => prefix === '' || RELATIONSHIPS.test(uri))
      .map(({ prefix, local, value }) => [prefix === '' ? local : `r:${local}`, value]),
  );

export const child = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((at, name) => at?.children.find((one) => one.name === name), element);

export const children = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((one) => one.name === name) ?? [];

/** Everything in it of that name, however deep. */
export const within = (element: Element | undefined, name: string): Element[] =>
  element?.children.flatMap((one) => [...(one.name === name ? [one] : []), ...within(one, name)]) ?? [];

export const attribute = (element: Element | undefined, name: string): string | null =>
  element?.attributes[name] ?? null;

export const isOn = (element: Element | undefined, name: string): boolean =>
  ['1', 'true'].includes(attribute(element, name) ?? '');

export const numberOf = (element: Element | undefined, name: string): number | null => {
  const text = attribute(element, name);
  return text === null || Number.isNaN(Number(text)) ? null : Number(text);
};

/** _x000D_ in a text of Office’s stands for a letter that XML cannot hold. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
