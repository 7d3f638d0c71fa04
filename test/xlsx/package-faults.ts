/**
 * What is wrong with the package of an .xlsx file by ECMA-376: parts 2 (content types, relationships) and 1 (the order of
 * a sheet's elements, what refers to what), and Excel's limits. Reads the bytes by itself, with nothing of the writer's.
 */
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

interface Tag {
  name: string;
  attributes: Record<string, string>;
  depth: number;
  text: string;
}

/** @throws where the XML is not well formed */
function tagsOf(xml: string): Tag[] {
  const tags: Tag[] = [];
  const open: Tag[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const tag = { name, attributes, depth: open.length, text: '' };
    tags.push(tag);
    open.push(tag);
  });
  parser.on('text', (text) => open.at(-1) && (open.at(-1)!.text += text));
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return tags;
}

/** ECMA-376 part 1, CT_Worksheet: elements in this order. */
const ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

export function faultsOf(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes);
  const faults: string[] = [];
  const parts = new Map<string, Tag[]>();
  for (const [path, content] of Object.entries(files)) {
    try {
      parts.set(path, tagsOf(strFromU8(content)));
    } catch (reason) {
      faults.push(`${path} is not well formed: ${String(reason)}`);
    }
  }
  faults.push(...contentTypes(parts), ...relationships(parts), ...sheets(parts), ...workbook(parts), ...tables(parts));
  return faults;
}

const named = (tags: readonly Tag[] | undefined, name: string): Tag[] => tags?.filter((tag) => tag.name === name) ?? [];

function contentTypes(parts: Map<string, Tag[]>): string[] {
  const types = parts.get('[Content_Types].xml');
  const defaults = new Map(named(types, 'Default').map(({ attributes: a }) => [a['Extension'], a['ContentType']]));
  const overrides = new Map(named(types, 'Override').map(({ attributes: a }) => [a['PartName'], a['ContentType']]));
  return [
    ...(overrides.size < named(types, 'Override').length ? ['a part has two content types'] : []),
    ...[...parts.keys()].flatMap((path) => {
      if (path === '[Content_Types].xml') return [];
      const type = overrides.get(`/${path}`) ?? defaults.get(path.split('.').at(-1)!);
      if (!type) return [`${path} has no content type`];
      return type === 'application/xml' && !path.startsWith('customXml/item') ? [`${path} is plain XML only`] : [];
    }),
    ...[...overrides.keys()].flatMap((path) => (parts.has(path.slice(1)) ? [] : [`${path} is typed and not there`])),
  ];
}

function relationships(parts: Map<string, Tag[]>): string[] {
  const faults: string[] = [];
  const reached = new Set(['[Content_Types].xml']);
  for (const [path, tags] of parts) {
    if (!path.endsWith('.rels')) continue;
    reached.add(path);
    const folder = posix.dirname(posix.dirname(path));
    const owner = posix.join(folder, posix.basename(path, '.rels'));
    const ids = named(tags, 'Relationship').map(({ attributes }) => attributes['Id']);
    if (new Set(ids).size < ids.length) faults.push(`${path} has an id twice`);
    if (path !== '_rels/.rels' && !parts.has(owner)) faults.push(`${path} is of no part`);
    for (const { attributes } of named(tags, 'Relationship')) {
      const target = attributes['Target'].startsWith('/')
        ? attributes['Target'].slice(1)
        : posix.join(folder, attributes['Target']);
      if (!parts.has(target)) faults.push(`${path}: ${attributes['Id']} leads to ${target}, which is not there`);
      reached.add(target);
    }
    for (const tag of parts.get(owner) ?? [])
      for (const [name, id] of Object.entries(tag.attributes))
        if (/^r:/.test(name) && !ids.includes(id)) faults.push(`${owner}: ${tag.name} names ${id}, which is nothing`);
  }
  return [...faults, ...[...parts.keys()].flatMap((path) => (reached.has(path) ? [] : [`nothing leads to ${path}`]))];
}

const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

function sheets(parts: Map<string, Tag[]>): string[] {
  const faults: string[] = [];
  const count = (part: string, list: string, item: string): number => {
    const tags = parts.get(part) ?? [];
    const at = tags.findIndex(({ name }) => name === list);
    if (at < 0) return 0;
    const rest = tags.slice(at + 1);
    const end = rest.findIndex(({ depth }) => depth <= tags[at].depth);
    return (end < 0 ? rest : rest.slice(0, end)).filter(
      ({ name, depth }) => name === item && depth === tags[at].depth + 1,
    ).length;
  };
  const [looks, conditions] = [count('xl/styles.xml', 'cellXfs', 'xf'), count('xl/styles.xml', 'dxfs', 'dxf')];
  const texts = named(parts.get('xl/sharedStrings.xml'), 'si').length;
  for (const [path, tags] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(path)) continue;
    const fault = (text: string): void => void faults.push(`${path}: ${text}`);
    const order = tags.filter(({ depth }) => depth === 1).map(({ name }) => ORDER.indexOf(name));
    if (order.some((place, i) => place < 0 || place < (order[i - 1] ?? 0))) fault('elements out of order');
    let [row, column] = [0, 0];
    for (const { name, attributes, text } of tags) {
      if (name === 'row') {
        if (Number(attributes['r']) <= row) fault(`row ${attributes['r']} comes after ${row}`);
        [row, column] = [Number(attributes['r']), 0];
      }
      if (name === 'c') {
        const [, letters, digits] = ADDRESS.exec(attributes['r']) ?? [];
        const number = [...(letters ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
        if (Number(digits) !== row || number <= column || number > 16_384)
          fault(`cell ${attributes['r']} is out of place`);
        column = number;
        if (Number(attributes['s'] ?? 0) >= looks) fault(`${attributes['r']} has a look that is not there`);
        if ('cm' in attributes && !parts.has('xl/metadata.xml')) fault(`${attributes['r']} needs metadata`);
      }
      if (name === 'f' && text.length > 8192) fault(`a formula of ${text.length} characters`);
      if (name === 'f' && text.startsWith('=')) fault(`a formula with its sign: ${text}`);
      if (name === 'cfRule' && Number(attributes['dxfId']) >= conditions) fault('a condition’s look is not there');
      if (name === 'dataValidation')
        for (const [key, most] of Object.entries({ promptTitle: 32, prompt: 255, errorTitle: 32, error: 255 }))
          if ((attributes[key] ?? '').length > most) fault(`${key} of ${attributes[key].length} characters`);
    }
    tags.forEach((tag, i) => {
      if (tag.name !== 'c' || tag.attributes['t'] !== 's') return;
      const v = tags[i + 1];
      if (v?.name !== 'v' || !(Number(v.text) < texts)) fault(`${tag.attributes['r']} has a text that is not there`);
    });
  }
  return faults;
}

function workbook(parts: Map<string, Tag[]>): string[] {
  const tags = parts.get('xl/workbook.xml');
  const faults: string[] = [];
  for (const { attributes } of named(tags, 'calcPr'))
    if ('fullCalcOnLoad' in attributes) faults.push('Excel would calculate everything when it opens');
  const names = named(tags, 'definedName').map(({ attributes: a }) =>
    `${a['localSheetId'] ?? ''}!${a['name']}`.toLowerCase(),
  );
  if (new Set(names).size < names.length) faults.push('a name is there twice');
  const titles = named(tags, 'sheet').map(({ attributes }) => attributes['name'].toLowerCase());
  if (new Set(titles).size < titles.length || titles.some((title) => title.length > 31)) faults.push('a sheet’s name');
  return faults;
}

function tables(parts: Map<string, Tag[]>): string[] {
  const all = [...parts].filter(([path]) => path.startsWith('xl/tables/')).map(([, tags]) => tags);
  const ids = all.map((tags) => tags[0].attributes['id']);
  return [
    ...(new Set(ids).size < ids.length ? ['two tables have one id'] : []),
    ...all.flatMap((tags) => {
      const columns = named(tags, 'tableColumn').map(({ attributes }) => attributes['name'].toLowerCase());
      return new Set(columns).size < columns.length ? [`a column of ${tags[0].attributes['name']} is there twice`] : [];
    }),
  ];
}
