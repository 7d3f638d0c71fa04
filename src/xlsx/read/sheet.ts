/** A sheet, and what is told of it that a workbook of ours has no place for. */
import { parseAddress, type Area } from '../address';
import { shownFormula } from '../formula/stored';
import type { Column, Highlight, Print, Row, Sheet, Table, Validation, ValidationOperator } from '../workbook';
import { NEW_PRINT } from '../workbook';
import { readCells, textOf } from './cells';
import { cornerOf, readChart } from './chart';
import type { ColorOf } from './colors';
import type { Parts, Relation } from './parts';
import type { Looks } from './styles';
import { attribute, child, children, isOn, numberOf, unescaped, type Element } from './xml-tree';

export interface SheetSource {
  parts: Parts;
  looks: Looks;
  color: ColorOf;
  texts: readonly string[];
  leaveOut(what: string): void;
}

const pixelsOfWidth = (width: number): number => Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7);

export function readSheet(name: string, path: string, source: SheetSource): Sheet {
  const { parts, looks, color, texts, leaveOut } = source;
  const xml = parts.xml(path);
  const relations = parts.relations(path);
  const tables = relations
    .filter(({ kind }) => kind === 'table')
    .map((relation) => readTable(parts.xml(relation.path)));
  const view = child(xml, 'sheetViews', 'sheetView');
  const pane = child(view, 'pane');
  const isFrozen = attribute(pane, 'state')?.startsWith('frozen') ?? false;
  for (const [element, what] of Object.entries(NOT_READ)) if (child(xml, element)) leaveOut(`${what} on ${name}`);
  return {
    name,
    tabColor: color(child(xml, 'sheetPr', 'tabColor')),
    showGridlines: attribute(view, 'showGridLines') !== '0',
    cells: readCells(child(xml, 'sheetData'), {
      texts,
      format: (number) => looks.cell(number),
      tableAt: (row, column) => tables.find(({ area }) => row > area.row && isIn(area, row, column))?.name ?? null,
    }),
    columns: readColumns(child(xml, 'cols'), looks),
    rows: readRows(child(xml, 'sheetData')),
    freeze: isFrozen
      ? { rows: numberOf(pane, 'ySplit') ?? 0, columns: numberOf(pane, 'xSplit') ?? 0 }
      : { rows: 0, columns: 0 },
    tables,
    validations: children(child(xml, 'dataValidations'), 'dataValidation').flatMap(
      (one) => readValidation(one) ?? (leaveOut(`a rule for what may be typed on ${name}`), []),
    ),
    highlights: readHighlights(xml, looks, () => leaveOut(`a conditional format on ${name}`)),
    charts: readCharts(
      relations,
      parts,
      () => leaveOut(`a chart on ${name}`),
      () => leaveOut(`a picture or shape on ${name}`),
    ),
    print: readPrint(xml),
    notes: relations
      .filter(({ kind }) => kind === 'comments')
      .flatMap((relation) => children(child(parts.xml(relation.path), 'commentList'), 'comment'))
      .map((comment) => ({
        ...parseAddress(attribute(comment, 'ref') ?? 'A1')!.area,
        text: textOf(child(comment, 'text')),
      }))
      .map(({ row, column, text }) => ({ row, column, text })),
    protection: readProtection(child(xml, 'sheetProtection')),
  };
}

const NOT_READ: Readonly<Record<string, string>> = {
  mergeCells: 'merged cells',
  hyperlinks: 'links',
  autoFilter: 'a filter outside of tables',
  scenarios: 'Excel’s own scenarios',
  rowBreaks: 'page breaks between rows',
};

const isIn = ({ row, column, rows, columns }: Area, r: number, c: number): boolean =>
  r >= row && r < row + rows && c >= column && c < column + columns;

const areasOf = (sqref: string | null): Area[] =>
  (sqref ?? '').split(' ').flatMap((address) => parseAddress(address)?.area ?? []);

function readColumns(cols: Element | undefined, looks: Looks): Map<number, Column> {
  const columns = new Map<number, Column>();
  for (const col of children(cols, 'col')) {
    const [first, last] = [numberOf(col, 'min')! - 1, numberOf(col, 'max')! - 1];
    const width = numberOf(col, 'width');
    const format = looks.cell(numberOf(col, 'style') ?? 0);
    const column: Column = {
      ...(width !== null && isOn(col, 'customWidth') && { width: pixelsOfWidth(width) }),
      ...(isOn(col, 'hidden') && { isHidden: true }),
      ...(format && { format }),
    };
    // What holds to the end of the sheet is no column of anybody’s.
    if (Object.keys(column).length > 0 && last - first < 1000)
      for (let at = first; at <= last; at++) columns.set(at, column);
  }
  return columns;
}

function readRows(data: Element | undefined): Map<number, Row> {
  return new Map(
    children(data, 'row').flatMap((row): [number, Row][] => {
      const height = numberOf(row, 'ht');
      if (height === null && !isOn(row, 'hidden')) return [];
      return [
        [
          numberOf(row, 'r')! - 1,
          {
            height: (height ?? 15) / 0.75,
            ...(!isOn(row, 'customHeight') && { isFitted: true }),
            ...(isOn(row, 'hidden') && { isHidden: true }),
          },
        ],
      ];
    }),
  );
}

function readTable(xml: Element | undefined): Table {
  const name = attribute(xml, 'displayName') ?? attribute(xml, 'name') ?? '';
  const look = child(xml, 'tableStyleInfo');
  return {
    name,
    area: parseAddress(attribute(xml, 'ref') ?? 'A1')!.area,
    style: attribute(look, 'name') ?? '',
    hasTotals: (numberOf(xml, 'totalsRowCount') ?? 0) > 0,
    hasBands: isOn(look, 'showRowStripes'),
    hasFilterButtons: child(xml, 'autoFilter') !== undefined,
    calculated: new Map(
      children(child(xml, 'tableColumns'), 'tableColumn').flatMap((column, i): [number, string][] => {
        const stored = child(column, 'calculatedColumnFormula')?.text;
        return stored === undefined ? [] : [[i, shownFormula(unescaped(stored), name)]];
      }),
    ),
  };
}

const KINDS: Readonly<Record<string, Validation['kind']>> = {
  list: 'list',
  decimal: 'decimal',
  whole: 'wholeNumber',
  date: 'date',
  custom: 'custom',
};
const OPERATORS: Readonly<Record<string, ValidationOperator>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
};

function readValidation(rule: Element): Validation | null {
  const kind = KINDS[attribute(rule, 'type') ?? ''];
  if (!kind) return null;
  const formula = (name: string): string | number | undefined => {
    const text = child(rule, name)?.text;
    if (text === undefined) return undefined;
    const stored = unescaped(text);
    if (kind === 'list' && stored.startsWith('"')) return stored.slice(1, -1).replaceAll('""', '"');
    return kind !== 'list' && kind !== 'custom' && stored.trim() !== '' && !Number.isNaN(Number(stored))
      ? Number(stored)
      : shownFormula(stored);
  };
  const shown = (what: 'prompt' | 'error') => ({
    title: unescaped(attribute(rule, `${what}Title`) ?? ''),
    message: unescaped(attribute(rule, what) ?? ''),
  });
  const style = attribute(rule, 'errorStyle') ?? 'stop';
  const second = formula('formula2');
  return {
    areas: areasOf(attribute(rule, 'sqref')),
    kind,
    ...(kind !== 'list' && kind !== 'custom' && { operator: OPERATORS[attribute(rule, 'operator') ?? 'between'] }),
    formula1: formula('formula1') ?? '',
    ...(second !== undefined && { formula2: second }),
    ignoreBlanks: isOn(rule, 'allowBlank'),
    ...(isOn(rule, 'showInputMessage') && { prompt: shown('prompt') }),
    ...(isOn(rule, 'showErrorMessage') && {
      alert: { ...shown('error'), style: style === 'stop' ? 'Stop' : style === 'warning' ? 'Warning' : 'Information' },
    }),
  };
}

function readHighlights(xml: Element | undefined, looks: Looks, leaveOut: () => void): Highlight[] {
  return children(xml, 'conditionalFormatting')
    .flatMap((block) => children(block, 'cfRule').map((rule) => ({ rule, areas: areasOf(attribute(block, 'sqref')) })))
    .flatMap(({ rule, areas }) => {
      const formula = child(rule, 'formula')?.text;
      if (attribute(rule, 'type') === 'expression' && formula !== undefined) return [{ rule, areas, formula }];
      leaveOut();
      return [];
    })
    .sort((a, b) => (numberOf(a.rule, 'priority') ?? 0) - (numberOf(b.rule, 'priority') ?? 0))
    .map(({ rule, areas, formula }) => ({
      areas,
      formula: shownFormula(unescaped(formula)),
      format: looks.condition(numberOf(rule, 'dxfId') ?? -1),
    }));
}

function readCharts(
  relations: readonly Relation[],
  parts: Parts,
  leaveOut: () => void,
  leavePicture: () => void,
): Sheet['charts'] {
  return relations
    .filter(({ kind }) => kind === 'drawing')
    .flatMap(({ path }) => {
      const charts = parts.relations(path).filter(({ kind }) => kind === 'chart');
      return anchorsOf(parts.xml(path)).flatMap((anchor) => {
        const frame = child(anchor, 'graphicFrame');
        const id = attribute(child(frame, 'graphic', 'graphicData', 'chart'), 'r:id');
        const found = charts.find((chart) => chart.id === id);
        if (!found) {
          leavePicture();
          return [];
        }
        const chart =
          anchor.name === 'twoCellAnchor'
            ? readChart(parts.xml(found.path), {
                name: attribute(child(frame, 'nvGraphicFramePr', 'cNvPr'), 'name') ?? '',
                from: cornerOf(child(anchor, 'from')),
                to: cornerOf(child(anchor, 'to')),
              })
            : null;
        if (!chart) leaveOut();
        return chart ?? [];
      });
    });
}

const anchorsOf = (drawing: Element | undefined): Element[] =>
  (drawing?.children ?? []).flatMap((one) =>
    one.name === 'AlternateContent' ? (one.children[0]?.children ?? []) : [one],
  );

function readPrint(xml: Element | undefined): Print {
  const [options, margins, setup] = ['printOptions', 'pageMargins', 'pageSetup'].map((name) => child(xml, name));
  const fits = isOn(child(xml, 'sheetPr', 'pageSetUpPr'), 'fitToPage');
  const pages = (name: string): number | null => (numberOf(setup, name) ?? 1) || null;
  const margin = (side: keyof Print['margins']): number => {
    const inches = numberOf(margins, side);
    return inches === null ? NEW_PRINT.margins[side] : Math.round(inches * 72 * 1e6) / 1e6;
  };
  const footer = child(xml, 'headerFooter', 'oddFooter')?.text ?? '';
  return {
    ...NEW_PRINT,
    isLandscape: attribute(setup, 'orientation') === 'landscape',
    margins: {
      left: margin('left'),
      right: margin('right'),
      top: margin('top'),
      bottom: margin('bottom'),
      header: margin('header'),
      footer: margin('footer'),
    },
    zoom: fits ? { wide: pages('fitToWidth'), tall: pages('fitToHeight') } : { scale: numberOf(setup, 'scale') ?? 100 },
    isCentered: isOn(options, 'horizontalCentered'),
    hasGridlines: isOn(options, 'gridLines'),
    columnBreaks: children(child(xml, 'colBreaks'), 'brk').map((brk) => numberOf(brk, 'id') ?? 0),
    footer: footerParts(footer),
  };
}

/** &LLeft&CMiddle&RRight; what names no side stands in the middle. */
function footerParts(text: string): Print['footer'] {
  const parts = { L: '', C: '', R: '' };
  let side: keyof typeof parts = 'C';
  for (const piece of text.split(/(&[LCR])/)) {
    if (/^&[LCR]$/.test(piece)) side = piece[1] as keyof typeof parts;
    else parts[side] += piece;
  }
  return { left: parts.L, center: parts.C, right: parts.R };
}

function readProtection(protection: Element | undefined): string[] | null {
  if (!isOn(protection, 'sheet')) return null;
  return Object.entries(protection!.attributes)
    .filter(([name, value]) => value === '0' && !['sheet', 'objects', 'scenarios'].includes(name))
    .map(([name]) => name);
}
