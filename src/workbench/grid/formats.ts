/** Cell formats, in Excel's words and in Univer's. */
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import { fontOfStack, fontStack } from './font-stacks';
import type { CellFormat, CellRange } from './grid';

/** Pixels of one step of Excel's indent. */
const INDENT = 9;

const HORIZONTAL = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
};
const VERTICAL = { Top: VerticalAlign.TOP, Center: VerticalAlign.MIDDLE, Bottom: VerticalAlign.BOTTOM };
const BORDER_STYLES = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  double: BorderStyleTypes.DOUBLE,
  dotted: BorderStyleTypes.DOTTED,
};
const SIDES = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;

type Borders = NonNullable<CellFormat['borders']>;
type Border = NonNullable<Borders[keyof Borders]>;

/** The style of one cell of a range: the outer borders belong to the cells at its edge only. */
export function styleAt(
  format: CellFormat,
  range: CellRange,
  row: number,
  column: number,
  plain = plainStyle(format),
): IStyleData {
  if (!format.borders) return plain;
  const { borders } = format;
  const bd: IBorderData = {};
  const set = (side: 't' | 'b' | 'l' | 'r', border: Border | undefined) => {
    if (border)
      bd[side] =
        border.style === 'none'
          ? (null as unknown as undefined)
          : { s: BORDER_STYLES[border.style], cl: { rgb: border.color } };
  };
  set('t', row === range.row ? borders.top : borders.insideHorizontal);
  set('b', row === range.row + range.rows - 1 ? borders.bottom : borders.insideHorizontal);
  set('l', column === range.column ? borders.left : borders.insideVertical);
  set('r', column === range.column + range.columns - 1 ? borders.right : borders.insideVertical);
  return Object.keys(bd).length > 0 ? { ...plain, bd } : plain;
}

/** Everything of a format but its borders; the same for all cells of a range. */
export function plainStyle(format: CellFormat): IStyleData {
  const style: IStyleData = {};
  if (format.numberFormat !== undefined)
    style.n = format.numberFormat === 'General' ? null : { pattern: format.numberFormat };
  if (format.fill !== undefined) style.bg = format.fill === null ? null : { rgb: format.fill };
  if (format.fontColor !== undefined) style.cl = { rgb: format.fontColor };
  if (format.fontName !== undefined) style.ff = fontStack(format.fontName);
  if (format.fontSize !== undefined) style.fs = format.fontSize;
  if (format.bold !== undefined) style.bl = flag(format.bold);
  if (format.italic !== undefined) style.it = flag(format.italic);
  if (format.underline !== undefined) style.ul = { s: flag(format.underline) };
  if (format.horizontal !== undefined) style.ht = HORIZONTAL[format.horizontal];
  if (format.vertical !== undefined) style.vt = VERTICAL[format.vertical];
  if (format.wrap !== undefined) style.tb = format.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (format.indent !== undefined) style.pd = { l: format.indent * INDENT + 2 };
  return style;
}

export function formatOf(style: Nullable<IStyleData>): CellFormat {
  if (!style) return {};
  const format: CellFormat = {};
  if (style.n?.pattern) format.numberFormat = style.n.pattern;
  if (style.bg?.rgb) format.fill = style.bg.rgb;
  if (style.cl?.rgb) format.fontColor = style.cl.rgb;
  if (style.ff) format.fontName = fontOfStack(style.ff);
  if (style.fs) format.fontSize = style.fs;
  if (style.bl !== undefined) format.bold = style.bl === BooleanNumber.TRUE;
  if (style.it !== undefined) format.italic = style.it === BooleanNumber.TRUE;
  if (style.ul) format.underline = style.ul.s === BooleanNumber.TRUE;
  if (style.ht != null) format.horizontal = keyOf(HORIZONTAL, style.ht);
  if (style.vt != null) format.vertical = keyOf(VERTICAL, style.vt);
  if (style.tb != null) format.wrap = style.tb === WrapStrategy.WRAP;
  if (style.pd?.l != null) format.indent = Math.max(0, Math.round((style.pd.l - 2) / INDENT));
  const borders = bordersOf(style.bd);
  if (borders) format.borders = borders;
  return format;
}

function bordersOf(bd: Nullable<IBorderData>): Borders | undefined {
  if (!bd) return undefined;
  const borders: Borders = {};
  for (const [side, key] of Object.entries(SIDES) as [keyof typeof SIDES, 't' | 'b' | 'l' | 'r'][]) {
    const line = bd[key];
    const style = line && keyOf(BORDER_STYLES, line.s);
    if (line && style) borders[side] = { color: line.cl?.rgb ?? '#000000', style };
  }
  return Object.keys(borders).length > 0 ? borders : undefined;
}

function flag(value: boolean): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function keyOf<K extends string>(map: Record<K, unknown>, value: unknown): K | undefined {
  return (Object.keys(map) as K[]).find((key) => map[key] === value);
}
