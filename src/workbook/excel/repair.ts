/**
 * Cells of ours that do not calculate though the add-in is there: Excel still shows the #NAME? of a time without it,
 * LibreOffice has saved the formula under its own name, another add-in has put its prefix before it, or nothing but
 * the error is left. Whatever calls no function of ours is not touched, whatever it shows.
 */
import { isFormula, type Content } from '../plan/cells';
import { planWorkbook } from '../plan/plan-workbook';
import type { SheetPlan } from '../plan/plan';
import { SAMPLE_PRACTICE } from '../practice/practice';
import { callsAddin } from '../share/formula-parts';
import { isCalculated } from '../share/find-formulas';
import { whereOf } from '../share/frozen-cells';
import { asPlanned, repaired } from '../share/repaired';
import { changeExcel } from './door';
import { look } from './inspect';
import { loadBook, type LoadedBook, type LoadedSheet } from './load-book';
import { refuseProtected } from './swap-out';
import { Refusal } from './refusal';
import { typed } from './typed';

export interface BrokenCell {
  sheet: string;
  row: number;
  column: number;
  /** Forecast!A6 */
  where: string;
  why: string;
  /** As it stands, and as it is to be; the latter is null where nobody knows. */
  before: string;
  after: string | null;
}

const STUCK = '#NAME?';

/** @returns what was repaired, for the way back */
export const repair = (): Promise<BrokenCell[]> =>
  changeExcel(async (context) => {
    const { known } = await look(context);
    const book = await loadBook(context);
    const broken = brokenCells(book, known).filter(({ after }) => after !== null);
    refuseProtected(book, broken, 'repaired');
    write(context, broken, ({ after }) => after!);
    await context.sync();
    return broken;
  });

/** Puts back what stood there, where it still stands as it was repaired. */
export const undoRepair = (repairs: readonly BrokenCell[]): Promise<void> =>
  changeExcel(async (context) => {
    const { sheets } = await loadBook(context);
    const changed = repairs.filter(({ sheet, row, column, after }) => {
      const on = sheets.find(({ name }) => name === sheet);
      return on?.formulas[row - on.row]?.[column - on.column] !== after;
    });
    if (changed.length > 0) throw new Refusal(`${changed[0].where} has been changed since, so nothing was undone.`);
    write(context, repairs, ({ before }) => before);
    await context.sync();
  });

function write(
  context: Excel.RequestContext,
  cells: readonly BrokenCell[],
  content: (cell: BrokenCell) => string,
): void {
  context.application.suspendApiCalculationUntilNextSync();
  for (const cell of cells) {
    const range = context.workbook.worksheets.getItem(cell.sheet).getCell(cell.row, cell.column);
    const text = content(cell);
    range.formulas = [[text.startsWith('=') || text === STUCK ? text : typed(text)]];
  }
}

export function brokenCells({ sheets }: LoadedBook, known: ReadonlyMap<string, Excel.Worksheet>): BrokenCell[] {
  const plans = planWorkbook(SAMPLE_PRACTICE).sheets;
  const toPlan = asPlanned(
    plans.flatMap(({ blocks }) =>
      blocks.flatMap(({ contents }) =>
        contents.flat().flatMap((content) => (isFormula(content) ? [content.formula] : [])),
      ),
    ),
  );
  const planOf = new Map([...known].map(([name, { id }]) => [id, plans.find((plan) => plan.name === name)]));
  return sheets.flatMap((sheet) =>
    sheet.formulas.flatMap((cells, r) =>
      cells.flatMap((content, c): BrokenCell[] => {
        const [row, column, value] = [sheet.row + r, sheet.column + c, sheet.values[r][c]];
        const broken = (why: string, after: string | null): BrokenCell[] => [
          {
            sheet: sheet.name,
            row,
            column,
            where: whereOf(sheet.name, { row, column }),
            why,
            before: String(content),
            after,
          },
        ];
        if (isCalculated(content, value)) {
          const mended = repaired(content);
          if (mended !== null) return broken(`is written as ${calledAs(content)}`, toPlan(mended));
          const whole = content.includes('@PPPM.') ? toPlan(content) : content;
          if (whole !== content) return broken('shows one cell of its answer, for an @ stands before it', whole);
          return value === STUCK && callsAddin(content) ? broken('shows #NAME? and keeps it', content) : [];
        }
        const plan = planOf.get(sheet.sheet.id);
        if (value !== STUCK || sheet.valueTypes[r][c] !== Excel.RangeValueType.error || !plan) return [];
        const formula = lostFormula(plan, sheet, row, column);
        return formula === undefined ? [] : broken('has lost its formula: only #NAME? is left', formula);
      }),
    ),
  );
}

/** The function as it is written there, for people to know it again. */
const calledAs = (formula: string): string => /[^\s(,;=+*/&<>-]*PPPM[._][a-z]+/i.exec(formula)?.[0] ?? formula;

/**
 * The plan's formula for a cell, if its row still begins with the words that it is planned with: rows may have been
 * inserted above. Null where the plan has one and the row does not fit; undefined where the plan has none.
 */
function lostFormula(plan: SheetPlan, sheet: LoadedSheet, row: number, column: number): string | null | undefined {
  const content = plannedAt(plan, row, column);
  if (!content || !isFormula(content) || !callsAddin(content.formula)) return undefined;
  const label = column === 0 ? null : plannedAt(plan, row, 0);
  if (label === null || isFormula(label)) return content.formula;
  return sheet.values[row - sheet.row]?.[0 - sheet.column] === label ? content.formula : null;
}

/** As later blocks leave it. */
const plannedAt = ({ blocks }: SheetPlan, row: number, column: number): Content =>
  blocks.reduce<Content>((found, { row: top, column: left, contents }) => {
    const cells = contents[row - top];
    return cells && column >= left && column - left < cells.length ? cells[column - left] : found;
  }, null);
