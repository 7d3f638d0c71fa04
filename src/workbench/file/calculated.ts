/** A workbook whose formulas wait, with the values that the grid gives them: the figures that it shows in the window. */
import { calculate, type Uncalculated } from '../grid/calculator';
import type { AddinFunction } from '../grid/grid';
import type { Cell, Sheet, Value, Workbook } from '../../xlsx';

/** @param functions those of add-ins that its formulas call */
export async function calculated(workbook: Workbook, functions: readonly AddinFunction[]): Promise<Workbook> {
  const values = await calculate({
    functions,
    names: workbook.names,
    sheets: workbook.sheets.map(({ name, tables, cells }) => ({
      name,
      tables: tables.map((table) => ({ name: table.name, range: table.area })),
      cells: contentsOf(cells),
    })),
  });
  return { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, cells: withValues(sheet, values) })) };
}

type Content = Uncalculated['sheets'][number]['cells'][number];

/** What a formula fills beside its own cell is not typed. */
function contentsOf(cells: Sheet['cells']): Content[] {
  const filled = filledCells(cells);
  return [...cells].flatMap(([row, columns]) =>
    [...columns].flatMap(([column, cell]) => {
      const content = cell.formula ?? typed(cell.value);
      return content === null || filled.has(`${row},${column}`) ? [] : [{ row, column, content }];
    }),
  );
}

/** A text stays one, whatever it looks like. */
function typed(value: Value): string | number | boolean | null {
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'object' && value !== null ? value.error : value;
}

function filledCells(cells: Sheet['cells']): Set<string> {
  const filled = new Set<string>();
  for (const [row, columns] of cells)
    for (const [column, { spill }] of columns)
      for (let i = 1; spill && i < spill.rows * spill.columns; i++)
        filled.add(`${row + Math.floor(i / spill.columns)},${column + (i % spill.columns)}`);
  return filled;
}

function withValues({ name, cells }: Sheet, values: Awaited<ReturnType<typeof calculate>>): Sheet['cells'] {
  const filled = filledCells(cells);
  const whole = new Map<number, Map<number, Cell>>();
  const put = (row: number, column: number, cell: Cell): void => {
    if (!whole.has(row)) whole.set(row, new Map());
    whole.get(row)!.set(column, cell);
  };
  for (const [row, columns] of cells)
    for (const [column, cell] of columns)
      if (!filled.has(`${row},${column}`)) put(row, column, cell);
      else if (cell.format) put(row, column, { value: null, format: cell.format });
  for (const [row, columns] of cells)
    for (const [column, { formula, format }] of columns) {
      if (formula === undefined) continue;
      const looks = format && { format };
      const { value, spill } = values(name, row, column);
      const fills = spill && spill.rows * spill.columns > 1 ? { rows: spill.rows, columns: spill.columns } : undefined;
      put(row, column, { value: value ?? 0, formula, ...(fills && { spill: fills }), ...looks });
      for (let i = 1; fills && i < fills.rows * fills.columns; i++) {
        const [r, c] = [row + Math.floor(i / fills.columns), column + (i % fills.columns)];
        const below = cells.get(r)?.get(c)?.format;
        // An empty cell of an answer is an empty text.
        put(r, c, { value: values(name, r, c).value ?? '', ...(below && { format: below }) });
      }
    }
  return whole;
}
