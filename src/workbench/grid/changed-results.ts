/**
 * What a pass hands to the sheets: only the cells, and the answers to rules, that are not as they were. Univer writes
 * every result again, and whatever listens (rules, tables, the record of formulas, the painter) looks at all of them.
 */
import type { ICellData } from '@univerjs/core';
import {
  FormulaResultStatus,
  RegisterOtherFormulaService,
  SetFormulaCalculationResultMutation,
  type ISetFormulaCalculationResultMutation,
} from '@univerjs/engine-formula';
import { WORKBOOK_ID, type UniverApp } from './univer-app';

type Cells = Record<string, Record<string, ICellData | null> | null | undefined>;

/** Answers to the formula of a rule, by the place of the cell in the rule's ranges. */
type Answers = Record<string, Record<string, (ICellData | null)[][]> | null | undefined>;

export function writeWhatChanged(app: UniverApp): void {
  const rules = app.injector.get(RegisterOtherFormulaService);
  app.commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== SetFormulaCalculationResultMutation.id) return;
    const { unitData, unitOtherData } = params as ISetFormulaCalculationResultMutation;
    const styles = app.workbook().getStyles();
    for (const [sheetId, cells] of Object.entries(unitData[WORKBOOK_ID] ?? {})) {
      const sheet = app.workbook().getSheetBySheetId(sheetId);
      if (!sheet || !cells) continue;
      const matrix = sheet.getCellMatrix();
      leaveOut(cells as Cells, (row, column, result) => {
        const cell = matrix.getValue(row, column);
        return cell != null && isAsBefore(result, cell, () => styles.getStyleByCell(cell)?.n != null);
      });
    }
    for (const [sheetId, answers] of Object.entries(
      (unitOtherData?.[WORKBOOK_ID] ?? {}) as Record<string, Record<string, Answers>>,
    )) {
      for (const [formulaId, answer] of Object.entries(answers ?? {})) {
        const rule = rules.getFormulaValueSync(WORKBOOK_ID, sheetId, formulaId);
        const isAwaited = !rule || rule.status !== FormulaResultStatus.SUCCESS || rule.callbacks.size > 0;
        if (!isAwaited && isAnsweredAsBefore(answer, (rule.result ?? {}) as Answers)) delete answers[formulaId];
      }
    }
  });
}

function leaveOut(cells: Cells, isKnown: (row: number, column: number, cell: ICellData) => boolean): void {
  for (const [row, columns] of Object.entries(cells)) {
    if (!columns) continue;
    for (const [column, cell] of Object.entries(columns))
      if (cell && isKnown(Number(row), Number(column), cell)) delete columns[column];
    if (Object.keys(columns).length === 0) delete cells[row];
  }
}

/** The same value of the same type; a format that comes with it counts only where the cell has none of its own. */
function isAsBefore(result: ICellData, cell: ICellData, hasFormat: () => boolean): boolean {
  if ((result.v ?? null) !== (cell.v ?? null) || (result.t ?? null) !== (cell.t ?? null)) return false;
  return Object.keys(result).every((key) => key === 'v' || key === 't' || (key === 's' && hasFormat()));
}

function isAnsweredAsBefore(answer: Answers, before: Answers): boolean {
  return Object.entries(answer).every(([row, columns]) =>
    Object.entries(columns ?? {}).every(([column, cells]) => {
      const old = before[row]?.[column];
      return old !== undefined && JSON.stringify(cells) === JSON.stringify(old);
    }),
  );
}
