/** Lays the cells of a sheet into Excel: contents, formats, tables, and what may be typed where. */
import { formula, isFormula, onSheet, plain, type Content } from '../plan/cells';
import type { BlockPlan, CellFormat, FormatPlan, SheetPlan, TablePlan, ValidationPlan } from '../plan/plan';
import { TABLE_STYLE } from '../layout/look';
import { points } from '../layout/print-area';
import { typed } from './typed';

export function writeCells(
  sheet: Excel.Worksheet,
  { tabColor, widths, hidden, blocks, tables, formats, heights }: SheetPlan,
): void {
  sheet.tabColor = tabColor;
  sheet.showGridlines = false;
  widths.forEach((characters, column) => {
    // Neighbors of one width are set together.
    if (column > 0 && widths[column - 1] === characters) return;
    let columns = 1;
    while (widths[column + columns] === characters) columns++;
    sheet.getRangeByIndexes(0, column, 1, columns).getEntireColumn().format.columnWidth = points(characters);
  });
  for (const column of hidden) sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = true;
  // Formats first: a date format that is there already is not replaced by Excel's own.
  formats.forEach((format) => writeFormat(sheet, format));
  heights.forEach(({ row, rows, height }) => {
    sheet.getRangeByIndexes(row, 0, rows, 1).getEntireRow().format.rowHeight = height;
  });
  blocks.forEach((block) => writeBlock(sheet, block));
  for (const plan of tables) {
    const { name, area } = plan;
    const table = sheet.tables.add(plain(area), true);
    table.name = name;
    table.style = TABLE_STYLE;
    table.showBandedRows = false;
    table.showFilterButton = false;
    writeCalculated(table, plan, blocks);
  }
}

/**
 * The formula goes into the whole column first: from then on Excel gives it to every new row, whatever is typed over
 * it in some of them.
 */
function writeCalculated(table: Excel.Table, { area, calculated }: TablePlan, blocks: readonly BlockPlan[]): void {
  for (const { column, formula: ofColumn } of calculated) {
    const body = table.getDataBodyRange().getColumn(column);
    const rows = Array.from({ length: area.rows - 1 }, (_, i) => i);
    body.formulas = rows.map(() => [ofColumn]);
    for (const i of rows) {
      const content = contentAt(blocks, area.row + 1 + i, area.column + column);
      if (!isFormula(content)) body.getCell(i, 0).formulas = [[typed(content)]];
    }
  }
}

/** As later blocks leave it. */
function contentAt(blocks: readonly BlockPlan[], row: number, column: number): Content {
  const covering = blocks.filter((block) => block.contents[row - block.row]?.[column - block.column] !== undefined);
  const last = covering[covering.length - 1];
  return last ? last.contents[row - last.row][column - last.column] : null;
}

function writeBlock(sheet: Excel.Worksheet, { row, column, contents }: BlockPlan): void {
  if (contents.length === 0) return;
  sheet.getRangeByIndexes(row, column, contents.length, contents[0].length).formulas = contents.map((cells) =>
    cells.map(typed),
  );
}

function writeFormat(sheet: Excel.Worksheet, { area, format }: FormatPlan): void {
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  const { numberFormat, fill, color, bold, italic, size, align, vertical, wrap, indent, top, bottom }: CellFormat =
    format;
  // One value stands for all cells of the range, which the type does not say.
  if (numberFormat !== undefined) range.numberFormat = numberFormat as unknown as string[][];
  if (fill !== undefined) range.format.fill.color = fill;
  if (color !== undefined) range.format.font.color = color;
  if (bold !== undefined) range.format.font.bold = bold;
  if (italic !== undefined) range.format.font.italic = italic;
  if (size !== undefined) range.format.font.size = size;
  if (align !== undefined) range.format.horizontalAlignment = align;
  if (vertical !== undefined) range.format.verticalAlignment = vertical;
  if (wrap !== undefined) range.format.wrapText = wrap;
  if (indent !== undefined) range.format.indentLevel = indent;
  const rule = (
    edge: 'EdgeTop' | 'EdgeBottom' | 'InsideHorizontal',
    { color: ink, weight }: NonNullable<CellFormat['top']>,
  ) => {
    const border = range.format.borders.getItem(edge);
    border.style = 'Continuous';
    border.weight = weight;
    border.color = ink;
  };
  if (top) rule('EdgeTop', top);
  if (bottom) {
    rule('EdgeBottom', bottom);
    if (area.rows > 1) rule('InsideHorizontal', bottom);
  }
}

export function writeValidation(sheet: Excel.Worksheet, { area, rule, prompt, alert }: ValidationPlan): void {
  const { dataValidation } = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  dataValidation.rule =
    rule.kind === 'custom'
      ? { custom: { formula: rule.formula } }
      : {
          list: {
            inCellDropDown: true,
            source:
              'sheet' in rule.source
                ? formula(onSheet(rule.source.sheet, rule.source.area)).formula
                : rule.source.join(','),
          },
        };
  dataValidation.ignoreBlanks = true;
  dataValidation.prompt = { showPrompt: true, title: prompt.title, message: prompt.message };
  dataValidation.errorAlert = { showAlert: true, style: alert.style, title: alert.title, message: alert.message };
}
