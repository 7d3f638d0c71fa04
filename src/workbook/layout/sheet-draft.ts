/** A sheet in the making: everything a sheet plan holds, gathered piece by piece. */
import { area, formula, type Area, type Content, type Formula } from '../plan/cells';
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
import { NAMES } from './places';

export class SheetDraft {
  private readonly blocks: BlockPlan[] = [];
  private readonly tables: TablePlan[] = [];
  private readonly formats: FormatPlan[] = [];
  private readonly heights: HeightPlan[] = [];
  private readonly validations: ValidationPlan[] = [];
  private readonly highlights: HighlightPlan[] = [];
  private readonly charts: ChartPlan[] = [];
  private frozen = { rows: 0, columns: 0 };
  private printing: PrintPlan = { titleRows: 0, titleColumns: 0, pagesWide: 1 };

  constructor(
    readonly name: string,
    private readonly tabColor: string,
    private readonly widths: readonly number[],
  ) {}

  put(row: number, column: number, contents: readonly (readonly Content[])[]): this {
    this.blocks.push({ row, column, contents });
    return this;
  }

  format(place: Area, ...formats: readonly CellFormat[]): this {
    this.formats.push({ area: place, format: Object.assign({}, ...formats) as CellFormat });
    return this;
  }

  table(name: string, place: Area): this {
    this.tables.push({ name, area: place });
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

  /**
   * Title, purpose and the check light, the same three rows on every sheet but Start.
   * @param light the light and its explanation; a repetition of those on Checks unless given
   */
  heading(
    title: string,
    purpose: string,
    light: readonly [Formula, Formula] = [formula(NAMES.light), formula(NAMES.lightText)],
  ): this {
    this.put(0, 0, [[title], [purpose]]);
    this.put(2, 0, [['Model check', ...light]]);
    this.format(area(0, 0), FORMATS.title).height(0, 27);
    this.format(area(1, 0), FORMATS.purpose);
    this.format(area(2, 0), { bold: true });
    this.format(area(2, 2), FORMATS.purpose);
    return this.light(area(2, 1));
  }

  /** Paints OK, REVIEW and ERROR; the word is in the cell already. */
  light(place: Area): this {
    this.format(place, FORMATS.light);
    const first = `$${String.fromCharCode(65 + place.column)}${place.row + 1}`;
    const paint = (word: string, fill: string, color: string) =>
      this.highlight({ area: place, formula: `=${first}="${word}"`, fill, color });
    paint('OK', COLORS.okFill, COLORS.okInk);
    paint('REVIEW', COLORS.reviewFill, COLORS.reviewInk);
    paint('ERROR', COLORS.errorFill, COLORS.errorInk);
    return this;
  }

  section(row: number, column: number, columns: number, title: string): this {
    return this.put(row, column, [[title]]).format(area(row, column, 1, columns), FORMATS.section);
  }

  plan(): SheetPlan {
    const {
      name,
      tabColor,
      widths,
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
      widths,
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
