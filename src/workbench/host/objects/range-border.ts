import { readColor } from '../color';
import { notImplemented } from '../excel-error';
import { HostObject, identity } from '../host-object';
import type { Range } from './range';

export const SIDES = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
  InsideVertical: 'insideVertical',
  InsideHorizontal: 'insideHorizontal',
} as const;

const DRAWN: Readonly<Record<string, Line['style']>> = {
  None: 'none',
  Continuous: 'thin',
  Double: 'double',
  Dot: 'dotted',
  Dash: 'dotted',
};

type Line = { color: string; style: 'thin' | 'medium' | 'double' | 'dotted' | 'none' };

/** What is set before the line is drawn. */
interface Edits {
  style?: Line['style'];
  heavy?: boolean;
  color?: string;
}

const NO_LINE: Line = { color: '#000000', style: 'none' };

export class RangeBorder extends HostObject {
  readonly typeName = 'RangeBorder';

  private edits: Edits = {};

  constructor(
    private readonly range: Range,
    private readonly side: keyof typeof SIDES,
  ) {
    super();
  }

  override [identity]() {
    return { Id: this.side };
  }

  get style(): string {
    const { style } = this.line();
    return { none: 'None', double: 'Double', dotted: 'Dot', thin: 'Continuous', medium: 'Continuous' }[style];
  }
  set style(style: string) {
    if (!(style in DRAWN)) throw notImplemented(`RangeBorder.style = '${style}'`);
    this.edit({ style: DRAWN[style] });
  }
  get weight() {
    return this.line().style === 'medium' ? 'Medium' : 'Thin';
  }
  set weight(weight: string) {
    this.edit({ heavy: weight === 'Medium' || weight === 'Thick' });
  }
  get color() {
    return this.line().color;
  }
  set color(color: string) {
    this.edit({ color: readColor(color) });
  }

  private readonly edit = (change: Edits) => {
    Object.assign(this.edits, change);
    this.range.state.gather(this, () => this.draw());
  };

  private readonly draw = () => {
    const { style, heavy, color } = this.edits;
    this.edits = {};
    const { area, sheetId, state } = this.range;
    const before = style !== undefined && color !== undefined ? NO_LINE : this.line();
    // Weight or color given to no line makes one.
    const wanted = style ?? (before.style === 'none' ? 'thin' : before.style);
    // A double or dotted line has one weight here; a hairline is drawn thin, a thick line medium.
    const isPlain = wanted === 'thin' || wanted === 'medium';
    const drawn = isPlain && heavy !== undefined ? (heavy ? 'medium' : 'thin') : wanted;
    state.grid.format(sheetId, area, {
      borders: { [SIDES[this.side]]: { color: color ?? before.color, style: drawn } },
    });
  };

  private readonly line = (): Line => {
    const { area, sheetId, state } = this.range;
    // A line between cells is read where it is drawn: on the first of them.
    const lastRow = this.side === 'EdgeBottom' ? area.row + area.rows - 1 : area.row;
    const lastColumn = this.side === 'EdgeRight' ? area.column + area.columns - 1 : area.column;
    const borders = state.grid.readFormat(sheetId, lastRow, lastColumn).borders ?? {};
    const name = SIDES[this.side];
    const stored =
      borders[name] ??
      (name === 'insideHorizontal' ? borders.bottom : name === 'insideVertical' ? borders.right : undefined);
    return stored ?? NO_LINE;
  };
}
