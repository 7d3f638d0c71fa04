/** An .xlsx file as a workbook, whoever wrote it, and in words what of it is not read. */
import { parseAddress } from '../address';
import { addinsOf, shownFormula } from '../formula/stored';
import type { Name, Print, Sheet, Workbook } from '../workbook';
import { textOf } from './cells';
import { colorsOf } from './colors';
import { NoWorkbook, Parts } from './parts';
import { readSheet } from './sheet';
import { looksOf } from './styles';
import { attribute, child, children, isOn, numberOf, unescaped, type Element } from './xml-tree';

export interface ReadWorkbook {
  workbook: Workbook;
  /** Each named once: merged cells on Start. */
  leftOut: string[];
}

/** @throws NoWorkbook */
export function readXlsx(bytes: Uint8Array): ReadWorkbook {
  const parts = Parts.of(bytes);
  const path = parts.relations('').find(({ kind }) => kind === 'officeDocument')?.path;
  const xml = parts.xml(path);
  if (!path || xml?.name !== 'workbook') throw new NoWorkbook('This file holds no workbook of Excel’s.');
  const relations = parts.relations(path);
  const part = (kind: string): Element | undefined => parts.xml(relations.find((one) => one.kind === kind)?.path);
  const leftOut = new Set<string>();
  const color = colorsOf(part('theme'));
  const source = {
    parts,
    color,
    looks: looksOf(part('styles'), color),
    texts: children(part('sharedStrings'), 'si').map(textOf),
    leaveOut: (what: string) => void leftOut.add(what),
  };
  for (const [kind, what] of Object.entries(NOT_READ))
    if (relations.some((one) => one.kind === kind)) leftOut.add(what);
  const places: number[] = [];
  const sheets = children(child(xml, 'sheets'), 'sheet').flatMap((sheet, i): Sheet[] => {
    const name = attribute(sheet, 'name') ?? '';
    const relation = relations.find(({ id }) => id === attribute(sheet, 'r:id'));
    if (relation?.kind !== 'worksheet') {
      leftOut.add(`${name}, which is no worksheet`);
      return [];
    }
    if ((attribute(sheet, 'state') ?? 'visible') !== 'visible') leftOut.add(`that ${name} is hidden`);
    places.push(i);
    return [readSheet(name, relation.path, source)];
  });
  const defined = children(child(xml, 'definedNames'), 'definedName').map((element) => ({
    name: attribute(element, 'name') ?? '',
    sheet: places.indexOf(numberOf(element, 'localSheetId') ?? -1),
    isOfSheet: attribute(element, 'localSheetId') !== null,
    comment: unescaped(attribute(element, 'comment') ?? ''),
    stored: unescaped(element.text),
  }));
  for (const { name, isOfSheet } of defined)
    if (isOfSheet && !/^_xlnm\./.test(name)) leftOut.add(`the name ${name}, which holds on one sheet only`);
  const active = places.indexOf(numberOf(child(xml, 'bookViews', 'workbookView'), 'activeTab') ?? 0);
  return {
    leftOut: [...leftOut],
    workbook: {
      sheets: sheets.map((sheet, i) => ({
        ...sheet,
        print: { ...sheet.print, ...printOf(defined.filter((one) => one.isOfSheet && one.sheet === i)) },
      })),
      names: defined
        .filter(({ name, isOfSheet }) => !isOfSheet && !/^_xlnm\./.test(name))
        .map(({ name, stored, comment }): Name => ({ name, comment, formula: shownFormula(stored) })),
      activeSheet: Math.max(0, active),
      addins: addinsIn(parts),
      customXml: relations
        .filter(({ kind }) => kind === 'customXml')
        .map((one) => (parts.text(one.path) ?? '').replace(/^\ufeff?<\?xml[^>]*\?>\s*/, '')),
      title:
        child(parts.xml(parts.relations('').find(({ kind }) => kind === 'core-properties')?.path), 'title')?.text ?? '',
      customProperties: customProperties(
        parts.xml(parts.relations('').find(({ kind }) => kind === 'custom-properties')?.path),
      ),
      since1904: isOn(child(xml, 'workbookPr'), 'date1904'),
    },
  };
}

const NOT_READ: Readonly<Record<string, string>> = {
  vbaProject: 'macros',
  externalLink: 'links to other workbooks',
  pivotCacheDefinition: 'pivot tables',
};

function printOf(names: readonly { name: string; stored: string }[]): Partial<Print> {
  const stored = (name: string) => names.find((one) => one.name === `_xlnm.${name}`)?.stored;
  const area = parseAddress(stored('Print_Area') ?? '')?.area ?? null;
  const titles = (stored('Print_Titles')?.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).flatMap(
    (address) => parseAddress(address)?.area ?? [],
  );
  const rows = titles.find(({ columns }) => columns > 10_000);
  const columns = titles.find((one) => one !== rows);
  return {
    area,
    titleRows: rows ? { first: rows.row, count: rows.rows } : null,
    titleColumns: columns ? { first: columns.column, count: columns.columns } : null,
  };
}

/** Read from the text of the sheets, since any formula may call one. */
function addinsIn(parts: Parts): string[] {
  const found = new Set<string>();
  for (const name of parts.names().filter((path) => /^xl\/worksheets\/[^/]+\.xml$/.test(path)))
    for (const [call] of (parts.text(name) ?? '').matchAll(/_xldudf_[A-Za-z0-9]+_\w+/gi))
      for (const addin of addinsOf(call)) found.add(addin);
  return [...found];
}

function customProperties(xml: Element | undefined): Record<string, string | number | boolean> {
  return Object.fromEntries(
    children(xml, 'property').map((property) => {
      const [value] = property.children;
      const text = value?.text ?? '';
      const read =
        value?.name === 'bool'
          ? text === 'true' || text === '1'
          : /^(r8|r4|i4|int|decimal)$/.test(value?.name ?? '')
            ? Number(text)
            : text;
      return [attribute(property, 'name') ?? '', read];
    }),
  );
}
