/**
 * What Office's validator is known to refuse. It is a service on the web that no build can ask, and Microsoft ships no
 * schema of this manifest to the registry, so its public rules are written down here: the order of elements and the
 * bounds from the manifest's reference (learn.microsoft.com/javascript/api/manifest), the rest from what it answered
 * to others. The development manifest keeps to them as the published one does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stampManifest } from '../../src/build/manifest';

const root = join(__dirname, '..', '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const { version } = JSON.parse(read('package.json'));

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
}

/** The elements of a manifest, which has no entities in names and no CDATA. */
function parse(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  for (const [, closing, name, attributes, single, text] of xml
    .replace(/<!--.*?-->|<\?.*?\?>/gs, '')
    .matchAll(/<(\/?)([\w:]+)([^>]*?)(\/?)>([^<]*)/g)) {
    if (closing) open.pop();
    else {
      const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
      const element = { name, attributes: Object.fromEntries(pairs), children: [], text: text.trim() };
      open.at(-1)!.children.push(element);
      if (!single) open.push(element);
    }
  }
  return top.children[0];
}

const below = (element: Element): Element[] => [element, ...element.children.flatMap(below)];

/** Children in the order in which the schema wants them; what is not named here may not be there. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp:
    'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides'.split(
      ' ',
    ),
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  AllFormFactors: ['ExtensionPoint'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

describe.each([
  ['of development', read('manifest.xml')],
  ['of a build', read('dist', 'manifest.xml')],
  [
    'as published',
    stampManifest(read('manifest.xml'), 'https://example.com/pppm', version, 'https://example.com/ask?a=1&b'),
  ],
])('The manifest %s', (_, xml) => {
  const app = parse(xml);
  const all = below(app);
  const only = (name: string): Element => {
    const found = all.filter((element) => element.name === name);
    expect(found, name).toHaveLength(1);
    return found[0];
  };

  it('has its elements in the order of the schema', () => {
    for (const [name, order] of Object.entries(ORDER)) {
      const elements = all.filter((element) => element.name === name);
      expect(elements.length, name).toBeGreaterThan(0);
      for (const { children } of elements) {
        const places = children.map((child) => order.indexOf(child.name));
        expect(places, `${name}: ${children.map((child) => child.name).join(', ')}`).not.toContain(-1);
        expect(places, name).toEqual([...places].sort((a, b) => a - b));
      }
    }
  });

  it('has a version of four numbers, 1.0 or later', () => {
    const { text } = only('Version');
    expect(text).toMatch(/^\d{1,5}\.\d{1,5}\.\d{1,5}\.\d{1,5}$/);
    expect(Number(text.split('.')[0])).toBeGreaterThanOrEqual(1);
  });

  it('says where its users find support, over https', () =>
    expect(only('SupportUrl').attributes.DefaultValue).toMatch(/^https:\/\//));

  it('opens the one pane of the shared runtime, which no TaskpaneId may name', () => {
    expect(only('Runtimes').children).toHaveLength(1);
    expect(all.filter(({ name }) => name === 'TaskpaneId')).toEqual([]);
  });

  it('overrides at version 1.0, the only one for a task pane', () => {
    const { attributes } = only('VersionOverrides');
    expect(attributes['xsi:type']).toBe('VersionOverridesV1_0');
    expect(attributes.xmlns).toBe('http://schemas.microsoft.com/office/taskpaneappversionoverrides');
  });

  it('names each control and group once, without spaces', () => {
    const ids = all.filter(({ name }) => ['Group', 'Control'].includes(name)).map(({ attributes }) => attributes.id);
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\w.]{1,125}$/);
  });

  it('declares no equivalent XLL, which would take the namespace from the functions', () =>
    expect(all.filter(({ name }) => /Equivalent/.test(name))).toEqual([]));

  it('lists each domain once, as a whole origin', () => {
    const domains = all.filter(({ name }) => name === 'AppDomain').map(({ text }) => text);
    expect(new Set(domains).size).toBe(domains.length);
    for (const domain of domains) expect(new URL(domain).origin).toBe(domain);
  });
});

it('the published manifest links the support page of whoever deploys it', () => {
  const published = stampManifest(
    read('manifest.xml'),
    'https://example.com',
    version,
    'https://example.com/ask?a=1&b',
  );
  expect(published).toContain('<SupportUrl DefaultValue="https://example.com/ask?a=1&amp;b"/>');
  expect(stampManifest(read('manifest.xml'), 'https://example.com', version)).toContain(
    '<SupportUrl DefaultValue="https://example.com/help/support.html"/>',
  );
});

it('only the page Share asks Excel to open the pane with a document: people without the add-in may see an error', () => {
  for (const bundle of ['taskpane.js', 'functions.js'])
    expect(read('dist', bundle)).not.toMatch(/AutoShowTaskpane|setStartupBehavior/);
  expect(read('dist', 'taskpane.share.js')).toMatch(/setStartupBehavior/);
});
