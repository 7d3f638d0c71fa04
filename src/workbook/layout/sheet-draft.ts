/** A sheet in the making: everything a sheet plan holds, gathered piece by piece. */
import { area, columnFixed, formula, type Area, type Content, type Formula } from '../plan/cells';
import { COLORS, FORMATS } from './look';
import type {
  BlockPlan,
  CellFormat,
  ChartPlan,
  FormatPlan,
  HeightPlan,
  HighlightPlan,
  PrintPlan,
  SheetPlan,
  TablePlan,
  ValidationPlan,
} from '../plan/plan';
import { NAMES } from './names';

/** Of a column nobody speaks of: Excel's own. */
const STANDARD_WIDTH = 8.43;

/** Rows of title, purpose and light, which every sheet starts with. */
export const HEADING_ROWS = 3;
/** First row below them and a blank one; there a sheet's first table has its units, and its header below. */
export const UNITS_ROW = HEADING_ROWS + 1;
export const HEADER_ROW = UNITS_ROW + 1;

/** Points. */
const TWO_LINES = 31;

export interface Heading {
  /** More than the purpose, where columns scroll. */
  tip?: string;
  /** Columns that stay in sight: the purpose stands in the first of them, in two lines if need be. */
  frozenColumns?: number;
  /** The light and its explanation; a repetition of those on Checks unless given. */
  light?: readonly [Formula, Formula];
}

export class SheetDraft {
  private readonly blocks: BlockPlan[] = [];
  private readonly tables: TablePlan[] = [];
  private readonly formats: FormatPlan[] = [];
  private readonly heights: HeightPlan[] = [];
  private readonly validations: ValidationPlan[] = [];
  private readonly highlights: HighlightPlan[] = [];
  private readonly charts: ChartPlan[] = [];
  private readonly columnWidths: number[] = [];
  private readonly hidden: number[] = [];
  private frozen = { rows: 0, columns: 0 };
  private printing: PrintPlan = {
    titleRows: 0,
    titleColumns: 0,
    area: null,
    columns: null,
    yearScale: null,
    pagesWide: 1,
  };

  constructor(
    readonly name: string,
    private readonly tabColor: string,
  ) {}

  /** Widths of columns beside each other, in characters; where two tables want a column, the wider one has its way. */
  widths(characters: readonly number[], from = 0): this {
    characters.forEach((width, i) => {
      this.columnWidths[from + i] = Math.max(width, this.columnWidths[from + i] ?? 0);
    });
    return this;
  }

  hide(column: number): this {
    this.hidden.push(column);
    return this;
  }

  put(row: number, column: number, contents: readonly (readonly Content[])[]): this {
    this.blocks.push({ row, column, contents });
    return this;
  }

  format(place: Area, ...formats: readonly CellFormat[]): this {
    this.formats.push({ area: place, format: Object.assign({}, ...formats) as CellFormat });
    return this;
  }

  table(name: string, place: Area, calculated: TablePlan['calculated'] = []): this {
    this.tables.push({ name, area: place, calculated });
    return this;
  }

  height(row: number, height: number, rows = 1): this {
    this.heights.push({ row, rows, height });
    return this;
  }

  validate(validation: ValidationPlan): this {
    this.validations.push(validation);
    return this;
  }

  highlight(highlight: HighlightPlan): this {
    this.highlights.push(highlight);
    return this;
  }

  chart(chart: ChartPlan): this {
    this.charts.push(chart);
    return this;
  }

  freeze(rows: number, columns: number): this {
    this.frozen = { rows, columns };
    return this;
  }

  print(printing: Partial<PrintPlan>): this {
    this.printing = { ...this.printing, ...printing };
    return this;
  }

  /** Title, purpose and the check light, the same three rows on every sheet but Start. */
  heading(title: string, purpose: string, more: Heading = {}): this {
    const { tip, frozenColumns = 0, light = [formula(NAMES.light), formula(NAMES.lightText)] } = more;
    // Of a text that runs over into columns that scroll, half would go with them.
    const scrolling = Math.max(frozenColumns, 2);
    this.put(0, 0, [[title], [purpose]]);
    this.put(2, 0, [['Model check', light[0]]]).put(2, scrolling, [[light[1]]]);
    this.format(area(0, 0), FORMATS.title).height(0, 27);
    this.format(area(1, 0), FORMATS.muted, frozenColumns > 0 ? { wrap: true, vertical: 'Top' } : {});
    if (frozenColumns > 0) this.height(1, TWO_LINES);
    if (tip) this.put(1, frozenColumns, [[tip]]).format(area(1, frozenColumns), FORMATS.units, { vertical: 'Top' });
    this.format(area(2, 0), FORMATS.label);
    this.format(area(2, scrolling), FORMATS.muted);
    return this.light(area(2, 1));
  }

  /** Paints OK, REVIEW and ERROR; the word is in the cell already. */
  light(place: Area): this {
    this.format(place, FORMATS.light);
    const first = columnFixed(place.row, place.column);
    const paint = (word: string, fill: string, color: string) =>
      this.highlight({ area: place, formula: `=${first}="${word}"`, fill, color });
    paint('OK', COLORS.okFill, COLORS.okInk);
    paint('REVIEW', COLORS.reviewFill, COLORS.reviewInk);
    paint('ERROR', COLORS.errorFill, COLORS.errorInk);
    return this;
  }

  /** More words on a section than its title has room for: in the first column that scrolls, so that neither is cut. */
  remark(row: number, column: number, text: string): this {
    return this.put(row, column, [[text]]).format(area(row, column), FORMATS.units, { indent: 1 });
  }

  section(row: number, column: number, columns: number, title: string): this {
    return this.put(row, column, [[title]]).format(area(row, column, 1, columns), FORMATS.section);
  }

  plan(): SheetPlan {
    const {
      name,
      tabColor,
      columnWidths,
      hidden,
      blocks,
      tables,
      formats,
      heights,
      validations,
      highlights,
      charts,
      frozen,
      printing,
    } = this;
    return {
      name,
      tabColor,
      widths: Array.from(columnWidths, (width) => width ?? STANDARD_WIDTH),
      hidden,
      blocks,
      tables,
      formats,
      heights,
      validations,
      highlights,
      charts,
      freeze: frozen,
      print: printing,
    };
  }
}
