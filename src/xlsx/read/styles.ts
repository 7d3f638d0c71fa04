/** The looks of cells and of conditional formats, by the numbers that cells have of them. */
import type { Format, Line, Side } from '../workbook';
import type { ColorOf } from './colors';
import { attribute, child, children, isOn, numberOf, type Element } from './xml-tree';

export interface Looks {
  cell(number: number): Format | undefined;
  condition(number: number): Format;
}

/** Number formats that a file names by number only. */
const KNOWN_FORMATS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

export function looksOf(styles: Element | undefined, color: ColorOf): Looks {
  const numberFormats = new Map<number, string>([
    ...Object.entries(KNOWN_FORMATS).map(([id, code]): [number, string] => [Number(id), code]),
    ...children(child(styles, 'numFmts'), 'numFmt').map((one): [number, string] => [
      numberOf(one, 'numFmtId')!,
      attribute(one, 'formatCode') ?? '',
    ]),
  ]);
  const fonts = children(child(styles, 'fonts'), 'font').map((font) => fontOf(font, color));
  const fills = children(child(styles, 'fills'), 'fill').map((fill) => fillOf(fill, color, false));
  const borders = children(child(styles, 'borders'), 'border').map((border) => borderOf(border, color));
  const cells = children(child(styles, 'cellXfs'), 'xf').map((xf): Format => {
    const numberFormat = numberFormats.get(numberOf(xf, 'numFmtId') ?? 0);
    return {
      ...(numberFormat && { numberFormat }),
      ...fonts[numberOf(xf, 'fontId') ?? 0],
      ...fills[numberOf(xf, 'fillId') ?? 0],
      ...borders[numberOf(xf, 'borderId') ?? 0],
      ...alignmentOf(child(xf, 'alignment')),
    };
  });
  const conditions = children(child(styles, 'dxfs'), 'dxf').map((dxf): Format => {
    const { fontName: _, fontSize: __, ...font } = fontOf(child(dxf, 'font'), color);
    return { ...font, ...fillOf(child(dxf, 'fill'), color, true) };
  });
  return {
    cell: (number) => (cells[number] && Object.keys(cells[number]).length > 0 ? cells[number] : undefined),
    condition: (number) => conditions[number] ?? {},
  };
}

function fontOf(font: Element | undefined, color: ColorOf): Format {
  const flag = (name: string): boolean => {
    const element = child(font, name);
    return element !== undefined && !['0', 'false', 'none'].includes(attribute(element, 'val') ?? '1');
  };
  const [size, name] = [numberOf(child(font, 'sz'), 'val'), attribute(child(font, 'name'), 'val')];
  const fontColor = color(child(font, 'color'));
  return {
    ...(flag('b') && { bold: true }),
    ...(flag('i') && { italic: true }),
    ...(flag('u') && { underline: true }),
    ...(size !== null && size !== 11 && { fontSize: size }),
    ...(name !== null && name !== 'Calibri' && { fontName: name }),
    // Black is what a new cell has, and the theme’s dark is black there.
    ...(fontColor && fontColor !== '#000000' && { fontColor }),
  };
}

function fillOf(fill: Element | undefined, color: ColorOf, isCondition: boolean): Format {
  const pattern = child(fill, 'patternFill');
  const kind = attribute(pattern, 'patternType') ?? (isCondition ? 'solid' : 'none');
  if (kind === 'none' || kind === 'gray125') return {};
  // In a conditional format it is the other of the two that shows.
  const shown = color(child(pattern, isCondition ? 'bgColor' : 'fgColor')) ?? color(child(pattern, 'fgColor'));
  return shown ? { fill: shown } : {};
}

const STYLES: Readonly<Record<string, Line['style']>> = {
  medium: 'medium',
  thick: 'medium',
  double: 'double',
  dotted: 'dotted',
};

function borderOf(border: Element, color: ColorOf): Format {
  const sides = (['left', 'right', 'top', 'bottom'] as const satisfies readonly Side[]).flatMap(
    (side): [Side, Line][] => {
      const line = child(border, side);
      const style = attribute(line, 'style');
      if (style === null || style === 'none') return [];
      return [[side, { color: color(child(line, 'color')) ?? '#000000', style: STYLES[style] ?? 'thin' }]];
    },
  );
  return sides.length > 0 ? { borders: Object.fromEntries(sides) } : {};
}

const HORIZONTAL: Readonly<Record<string, Format['horizontal']>> = { left: 'Left', center: 'Center', right: 'Right' };
const VERTICAL: Readonly<Record<string, Format['vertical']>> = { top: 'Top', center: 'Center' };

function alignmentOf(alignment: Element | undefined): Format {
  const horizontal = HORIZONTAL[attribute(alignment, 'horizontal') ?? ''];
  const vertical = VERTICAL[attribute(alignment, 'vertical') ?? ''];
  const indent = numberOf(alignment, 'indent');
  return {
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(isOn(alignment, 'wrapText') && { wrap: true }),
    ...(indent && { indent }),
  };
}
