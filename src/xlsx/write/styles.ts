/** The looks of cells, each written once: fonts, fills, borders, number formats, and what cells have of them. */
import type { Format, Side } from '../workbook';
import { HEADER, list, tag } from './xml';

/** Number formats that Excel knows by number. */
export const KNOWN_FORMATS: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};
const FIRST_OWN_FORMAT = 164;
const SIDES: readonly Side[] = ['left', 'right', 'top', 'bottom'];

/** #RRGGBB as ARGB, without transparency. */
export const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;

/** Texts in the order in which they were first asked for. */
class Pool {
  private readonly places = new Map<string, number>();
  constructor(...first: string[]) {
    first.forEach((text) => this.place(text));
  }
  place(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }
  all(): string[] {
    return [...this.places.keys()];
  }
}

export class Styles {
  private readonly fonts = new Pool(fontOf({}));
  /** The first two are Excel’s own, whatever is written there. */
  private readonly fills = new Pool(
    tag('fill', {}, tag('patternFill', { patternType: 'none' })),
    tag('fill', {}, tag('patternFill', { patternType: 'gray125' })),
  );
  private readonly borders = new Pool(borderOf({}));
  private readonly numberFormats = new Pool();
  private readonly cells = new Pool();
  private readonly conditional = new Pool();

  constructor() {
    this.cell({});
  }

  /** The number by which cells have the format. */
  cell(format: Format): number {
    const numFmtId = this.numberFormat(format.numberFormat ?? 'General');
    const fontId = this.fonts.place(fontOf(format));
    const fillId = format.fill ? this.fills.place(fillOf(format.fill)) : 0;
    const borderId = this.borders.place(borderOf(format.borders ?? {}));
    const alignment = alignmentOf(format);
    return this.cells.place(
      tag(
        'xf',
        {
          ...{ numFmtId, fontId, fillId, borderId, xfId: 0 },
          applyNumberFormat: numFmtId > 0 || null,
          applyFont: fontId > 0 || null,
          applyFill: fillId > 0 || null,
          applyBorder: borderId > 0 || null,
          applyAlignment: alignment !== '' || null,
        },
        alignment,
      ),
    );
  }

  /** The number by which a conditional format has the format. */
  condition({ fontColor, fill, bold, italic }: Format): number {
    const font = [
      bold === undefined ? '' : tag('b', { val: bold }),
      italic === undefined ? '' : tag('i', { val: italic }),
      fontColor ? tag('color', { rgb: argb(fontColor) }) : '',
    ].join('');
    return this.conditional.place(
      tag(
        'dxf',
        {},
        font && tag('font', {}, font),
        fill
          ? tag(
              'fill',
              {},
              tag(
                'patternFill',
                { patternType: 'solid' },
                tag('fgColor', { rgb: argb(fill) }),
                tag('bgColor', { rgb: argb(fill) }),
              ),
            )
          : '',
      ),
    );
  }

  write(): string {
    const own = this.numberFormats.all();
    return `${HEADER}${tag(
      'styleSheet',
      { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
      list(
        'numFmts',
        own.map((formatCode, i) => tag('numFmt', { numFmtId: FIRST_OWN_FORMAT + i, formatCode })),
      ),
      list('fonts', this.fonts.all()),
      list('fills', this.fills.all()),
      list('borders', this.borders.all()),
      list('cellStyleXfs', [tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
      list('cellXfs', this.cells.all()),
      list('cellStyles', [tag('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
      list('dxfs', this.conditional.all()) || tag('dxfs', { count: 0 }),
      tag('tableStyles', { count: 0, defaultTableStyle: 'TableStyleMedium2', defaultPivotStyle: 'PivotStyleLight16' }),
    )}`;
  }

  private numberFormat(code: string): number {
    return KNOWN_FORMATS[code] ?? FIRST_OWN_FORMAT + this.numberFormats.place(code);
  }
}

/** Written whole: a font without a name or size is not Excel’s own. */
const fontOf = ({ bold, italic, underline, fontSize = 11, fontColor, fontName = 'Calibri' }: Format): string =>
  tag(
    'font',
    {},
    bold ? tag('b') : '',
    italic ? tag('i') : '',
    underline ? tag('u') : '',
    tag('sz', { val: fontSize }),
    fontColor ? tag('color', { rgb: argb(fontColor) }) : '',
    tag('name', { val: fontName }),
    tag('family', { val: 2 }),
  );

const fillOf = (fill: string): string =>
  tag(
    'fill',
    {},
    tag('patternFill', { patternType: 'solid' }, tag('fgColor', { rgb: argb(fill) }), tag('bgColor', { indexed: 64 })),
  );

const borderOf = (borders: NonNullable<Format['borders']>): string =>
  tag(
    'border',
    {},
    ...SIDES.map((side) => {
      const line = borders[side];
      return line ? tag(side, { style: line.style }, tag('color', { rgb: argb(line.color) })) : tag(side);
    }),
    tag('diagonal'),
  );

function alignmentOf({ horizontal, vertical, wrap, indent }: Format): string {
  const attributes = {
    // An indent is from the left unless something else is said.
    horizontal: horizontal && horizontal !== 'General' ? horizontal.toLowerCase() : indent ? 'left' : null,
    vertical: vertical && vertical !== 'Bottom' ? vertical.toLowerCase() : null,
    wrapText: wrap || null,
    indent: indent || null,
  };
  return Object.values(attributes).some((value) => value !== null) ? tag('alignment', attributes) : '';
}
