/** A sheet: its cells, and what lies on them. */
import { areaName, cellName, columnName, fixedName, type Area } from '../address';
import { isDynamic } from '../formula/dynamic';
import { prefixOf } from '../formula/newer-functions';
import { storedFormula } from '../formula/stored';
import { footerOf } from '../limits';
import type { Cell, Row, Sheet, Table, Validation } from '../workbook';
import type { Styles } from './styles';
import { argb } from './styles';
import { cellText, HEADER, list, officeText, tag, text, type Attributes } from './xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What the sheets of a workbook share. */
export interface Shared {
  styles: Styles;
  /** The place of a text among all texts of the workbook. */
  textPlace(text: string): number;
  addins: readonly string[];
  isOneCell(name: string): boolean;
  /** Whether any formula fills cells by itself, so that the file has to say what that means. */
  hasDynamic: boolean;
}

/** By which the sheet knows parts of its own. */
export interface SheetParts {
  drawing: string | null;
  notes: string | null;
  tables: readonly string[];
}

/** A new column of Excel’s: 64 pixels. */
const DIGIT = 7;
/** Excel keeps 256ths of a digit. */
export const fileWidth = (pixels: number): number => Math.trunc((pixels / DIGIT) * 256) / 256;
const points = (pixels: number): number => pixels * 0.75;

export function writeSheet(sheet: Sheet, isShown: boolean, shared: Shared, parts: SheetParts): string {
  const { print, freeze, protection } = sheet;
  const fits = 'wide' in print.zoom;
  return `${HEADER}${tag(
    'worksheet',
    { xmlns: MAIN, 'xmlns:r': OFFICE },
    sheet.tabColor || fits
      ? tag(
          'sheetPr',
          {},
          sheet.tabColor ? tag('tabColor', { rgb: argb(sheet.tabColor) }) : '',
          fits ? tag('pageSetUpPr', { fitToPage: true }) : '',
        )
      : '',
    tag('dimension', { ref: dimension(sheet) }),
    tag(
      'sheetViews',
      {},
      tag(
        'sheetView',
        { showGridLines: sheet.showGridlines ? null : false, tabSelected: isShown || null, workbookViewId: 0 },
        pane(freeze),
      ),
    ),
    tag('sheetFormatPr', { defaultRowHeight: 15 }),
    columns(sheet.columns, shared.styles),
    sheetData(sheet, shared),
    protection ? tag('sheetProtection', protectionOf(protection)) : '',
    ...highlights(sheet, shared),
    list(
      'dataValidations',
      sheet.validations.map((validation) => validationOf(validation, shared.addins)),
    ),
    print.isCentered || print.hasGridlines
      ? tag('printOptions', { horizontalCentered: print.isCentered || null, gridLines: print.hasGridlines || null })
      : '',
    tag('pageMargins', Object.fromEntries(Object.entries(print.margins).map(([side, length]) => [side, length / 72]))),
    tag('pageSetup', {
      scale: 'scale' in print.zoom && print.zoom.scale !== 100 ? print.zoom.scale : null,
      fitToWidth: 'wide' in print.zoom ? (print.zoom.wide ?? 0) : null,
      fitToHeight: 'wide' in print.zoom ? (print.zoom.tall ?? 0) : null,
      orientation: print.isLandscape ? 'landscape' : 'portrait',
    }),
    footerOf(print.footer) && tag('headerFooter', {}, `<oddFooter>${text(footerOf(print.footer))}</oddFooter>`),
    list(
      'colBreaks',
      print.columnBreaks.map((column) => tag('brk', { id: column, max: 1_048_575, man: true })),
      { manualBreakCount: print.columnBreaks.length },
    ),
    parts.drawing ? tag('drawing', { 'r:id': parts.drawing }) : '',
    parts.notes ? tag('legacyDrawing', { 'r:id': parts.notes }) : '',
    list(
      'tableParts',
      parts.tables.map((id) => tag('tablePart', { 'r:id': id })),
    ),
  )}`;
}

/** Everything is forbidden but what is named. */
function protectionOf(allowed: readonly string[]): Attributes {
  return { sheet: true, objects: true, scenarios: true, ...Object.fromEntries(allowed.map((what) => [what, false])) };
}

function dimension({ cells }: Sheet): string {
  const rows = [...cells].filter(([, columns]) => columns.size > 0).map(([row]) => row);
  const all = [...cells.values()].flatMap((columns) => [...columns.keys()]);
  if (rows.length === 0) return 'A1';
  const [top, left] = [least(rows), least(all)];
  return areaName({ row: top, column: left, rows: most(rows) - top + 1, columns: most(all) - left + 1 });
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));

function pane({ rows, columns }: Sheet['freeze']): string {
  if (rows === 0 && columns === 0) return '';
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  return (
    tag('pane', {
      xSplit: columns || null,
      ySplit: rows || null,
      topLeftCell: cellName(rows, columns),
      activePane: active,
      state: 'frozen',
    }) + tag('selection', { pane: active })
  );
}

/** Neighbors that are alike are written together. */
function columns(planned: Sheet['columns'], styles: Styles): string {
  const cols: { min: number; max: number; like: string; attributes: Attributes }[] = [];
  for (const [column, { width, isHidden, format }] of sorted(planned)) {
    const attributes = {
      width: width === undefined ? 9.140625 : fileWidth(width),
      style: (format && styles.cell(format)) || null,
      hidden: isHidden || null,
      customWidth: true,
    };
    const like = JSON.stringify(attributes);
    const last = cols.at(-1);
    if (last?.like === like && last.max === column) last.max++;
    else cols.push({ min: column + 1, max: column + 1, like, attributes });
  }
  return cols.length > 0
    ? tag('cols', {}, ...cols.map(({ min, max, attributes }) => tag('col', { min, max, ...attributes })))
    : '';
}

const sorted = <T>(map: ReadonlyMap<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b);

function sheetData({ cells, rows, tables }: Sheet, shared: Shared): string {
  const numbers = [...new Set([...cells.keys(), ...rows.keys()])].sort((a, b) => a - b);
  return `<sheetData>${numbers
    .map((row) => {
      const written = sorted(cells.get(row) ?? new Map<number, Cell>()).map(([column, cell]) => {
        const table = tables.find(
          ({ area }) =>
            row > area.row &&
            row < area.row + area.rows &&
            column >= area.column &&
            column < area.column + area.columns,
        );
        return writeCell(row, column, cell, table ?? null, shared);
      });
      return tag('row', { r: row + 1, ...heightOf(rows.get(row)) }, ...written);
    })
    .filter((xml) => !/^<row r="\d+"\/>$/.test(xml))
    .join('')}</sheetData>`;
}

const heightOf = (row: Row | undefined): Attributes =>
  row ? { ht: points(row.height), customHeight: !row.isFitted || null, hidden: row.isHidden || null } : {};

function writeCell(row: number, column: number, cell: Cell, table: Table | null, shared: Shared): string {
  const r = cellName(row, column);
  const s = (cell.format && shared.styles.cell(cell.format)) || null;
  const { value, formula, spill } = cell;
  if (formula === undefined) {
    if (value === null) return s === null ? '' : tag('c', { r, s });
    if (typeof value === 'string') return tag('c', { r, s, t: 's' }, tag('v', {}, String(shared.textPlace(value))));
    return tag('c', { r, s, t: typeOf(value) }, valueOf(value));
  }
  const stored = cellText(storedFormula(formula, shared.addins, table?.name ?? null));
  // Excel allows no formula that fills cells in a table.
  const fills =
    table === null && (spill !== undefined || isDynamic(formula, shared.isOneCell, (name) => prefixOf(name) !== ''));
  if (!fills) return tag('c', { r, s, t: typeOf(value) }, `<f>${stored}</f>`, valueOf(value));
  shared.hasDynamic = true;
  const ref = areaName({ row, column, rows: spill?.rows ?? 1, columns: spill?.columns ?? 1 });
  return tag('c', { r, s, t: typeOf(value), cm: 1 }, `<f t="array" ref="${ref}">${stored}</f>`, valueOf(value));
}

/** Newer errors Excel keeps as this one. */
const OLD_ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

function typeOf(value: Cell['value']): string | null {
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'b';
  return value !== null && typeof value === 'object' ? 'e' : null;
}

/** Without a value where nothing was calculated yet: Excel then calculates the cell. */
function valueOf(value: Cell['value']): string {
  if (value === null) return '';
  if (typeof value === 'string')
    return `<v${/^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : ''}>${cellText(value)}</v>`;
  if (typeof value === 'object') return `<v>${OLD_ERRORS.has(value.error) ? text(value.error) : '#VALUE!'}</v>`;
  return `<v>${typeof value === 'boolean' ? Number(value) : value}</v>`;
}

function highlights({ highlights: planned }: Sheet, { styles, addins }: Shared): string[] {
  return planned.map(({ areas, formula, format }, i) =>
    tag(
      'conditionalFormatting',
      { sqref: sqref(areas) },
      tag(
        'cfRule',
        { type: 'expression', dxfId: styles.condition(format), priority: i + 1 },
        `<formula>${cellText(storedFormula(formula, addins))}</formula>`,
      ),
    ),
  );
}

const sqref = (areas: readonly Area[]): string => areas.map(areaName).join(' ');

const KINDS = { list: 'list', decimal: 'decimal', wholeNumber: 'whole', date: 'date', custom: 'custom' } as const;
const OPERATORS = {
  Between: null,
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
} as const;

function validationOf(
  { areas, kind, operator, formula1, formula2, ignoreBlanks, prompt, alert }: Validation,
  addins: readonly string[],
): string {
  const stored = (formula: string | number): string =>
    kind === 'list' && !String(formula).startsWith('=')
      ? `"${String(formula).replaceAll('"', '""')}"`
      : storedFormula(String(formula), addins);
  return tag(
    'dataValidation',
    {
      type: KINDS[kind],
      errorStyle: alert && alert.style !== 'Stop' ? alert.style.toLowerCase() : null,
      operator: (operator && OPERATORS[operator]) ?? null,
      allowBlank: ignoreBlanks || null,
      showInputMessage: prompt !== undefined || null,
      showErrorMessage: alert !== undefined || null,
      errorTitle: officeText(alert?.title ?? '') || null,
      error: officeText(alert?.message ?? '') || null,
      promptTitle: officeText(prompt?.title ?? '') || null,
      prompt: officeText(prompt?.message ?? '') || null,
      sqref: sqref(areas),
    },
    `<formula1>${cellText(stored(formula1))}</formula1>`,
    formula2 === undefined ? '' : `<formula2>${cellText(stored(formula2))}</formula2>`,
  );
}

/** Names by which Excel keeps a sheet’s print area and titles. */
export function printNames(
  { name, print }: Sheet,
  quoted: (sheet: string) => string,
): { name: string; formula: string }[] {
  const at = (area: string): string => `${quoted(name)}!${area}`;
  const titles = [
    print.titleColumns &&
      at(
        `$${columnName(print.titleColumns.first)}:$${columnName(print.titleColumns.first + print.titleColumns.count - 1)}`,
      ),
    print.titleRows && at(`$${print.titleRows.first + 1}:$${print.titleRows.first + print.titleRows.count}`),
  ].filter((part) => part !== null);
  return [
    ...(print.area ? [{ name: '_xlnm.Print_Area', formula: at(fixedName(print.area)) }] : []),
    ...(titles.length > 0 ? [{ name: '_xlnm.Print_Titles', formula: titles.join(',') }] : []),
  ];
}
