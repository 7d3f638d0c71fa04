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

type Line = { color: string; style: 'thin' | 'medium' | 'double' | 'dotted' | 'none' };

export class RangeBorder extends HostObject {
  readonly typeName = 'RangeBorder';

  constructor(
    private readonly range: Range,
    private readonly side: keyof typeof SIDES,
  ) {
    super();
  }

  override [identity]() {
    return { Id: this.side };
  }

  get sideIndex() {
    return this.side;
  }
  get style(): string {
    const { style } = this.line();
    return { none: 'None', double: 'Double', dotted: 'Dot', thin: 'Continuous', medium: 'Continuous' }[style];
  }
  set style(style: string) {
    const drawn: Record<string, Line['style']> = { None: 'none', Continuous: 'thin', Double: 'double', Dot: 'dotted', Dash: 'dotted' };
    if (!(style in drawn)) throw notImplemented(`RangeBorder.style = '${style}'`);
    this.draw({ style: drawn[style] });
  }
  get weight() {
    return this.line().style === 'medium' ? 'Medium' : 'Thin';
  }
  set weight(weight: string) {
    const { style } = this.line();
    // A double or dotted line has one weight here; a hairline is drawn thin, a thick line medium.
    if (style === 'double' || style === 'dotted') return;
    this.draw({ style: weight === 'Medium' || weight === 'Thick' ? 'medium' : 'thin' });
  }
  get color() {
    return this.line().color;
  }
  set color(color: string) {
    const { style } = this.line();
    this.draw({ color: readColor(color), style: style === 'none' ? 'thin' : style });
  }

  private readonly line = (): Line => {
    const { area, sheetId, state } = this.range;
    // A line between cells is read where it is drawn: on the first of them.
    const lastRow = this.side === 'EdgeBottom' ? area.row + area.rows - 1 : area.row;
    const lastColumn = this.side === 'EdgeRight' ? area.column + area.columns - 1 : area.column;
    const borders = state.grid.readFormat(sheetId, lastRow, lastColumn).borders ?? {};
    const name = SIDES[this.side];
    const stored = borders[name] ?? (name === 'insideHorizontal' ? borders.bottom : name === 'insideVertical' ? borders.right : undefined);
    return stored ?? { color: '#000000', style: 'none' };
  };

  private readonly draw = (change: Partial<Line>) => {
    const { area, sheetId, state } = this.range;
    const { color, style } = { ...this.line(), ...change };
    state.grid.format(sheetId, area, { borders: { [SIDES[this.side]]: { color, style } } });
  };
}
