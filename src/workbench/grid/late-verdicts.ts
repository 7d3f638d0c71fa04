/**
 * Entries that a validation refuses after the next one has begun. Univer moves on to the next cell only when the rule
 * for this one has its verdict, and a rule with a formula gets it at the end of the calculation: what was typed until
 * then went into the old cell, or nowhere. Here the selection moves at once, and what the rule turns out to refuse is
 * taken back.
 */
import { DataValidationType, IUndoRedoService, sequenceExecute, type IUndoRedoItem } from '@univerjs/core';
import { SetSelectionsOperation, SheetInterceptorService } from '@univerjs/sheets';
import { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import { WORKBOOK_ID, type UniverApp } from './univer-app';

/** The undo stack, which Univer lets be read at its top only. */
interface UndoInternals {
  _undoStacks: Map<string, IUndoRedoItem[]>;
  _updateStatus(): void;
}

export function awaitNoVerdict(app: UniverApp): void {
  const service = app.injector.get(SheetInterceptorService);
  const rules = app.injector.get(SheetDataValidationModel);
  const entries = new UndecidedEntries(app);
  const validate = service.onValidateCell.bind(service);
  service.onValidateCell = (workbook, worksheet, row, column) => {
    const verdict = Promise.resolve(validate(workbook, worksheet, row, column)).then((answer) => answer !== false);
    const rule = rules.getRuleByLocation(workbook.getUnitId(), worksheet.getSheetId(), row, column);
    // A list, or bounds that are numbers, has its verdict before any other key can come.
    const isCalculated =
      rule && rule.type !== DataValidationType.LIST && [rule.formula1, rule.formula2].some((f) => f?.startsWith('='));
    if (!isCalculated) return verdict;
    const cell = `${worksheet.getSheetId()}|${row}|${column}`;
    entries.add(cell);
    void verdict.then((isAccepted) => (isAccepted ? entries.accept(cell) : entries.takeBack(cell)));
    return Promise.resolve(true);
  };
}

class UndecidedEntries {
  private readonly undo: UndoInternals;
  private readonly edits = new Map<string, IUndoRedoItem[]>();

  constructor(private readonly app: UniverApp) {
    this.undo = app.injector.get(IUndoRedoService) as unknown as UndoInternals;
  }

  add(cell: string): void {
    const edit = this.stack.at(-1);
    if (edit) this.edits.set(cell, [...(this.edits.get(cell) ?? []), edit]);
  }

  accept(cell: string): void {
    this.edits.delete(cell);
  }

  /** All that was entered into the cell since its last verdict, the latest first; unless the user has undone it already. */
  takeBack(cell: string): void {
    const refused = (this.edits.get(cell) ?? []).filter((edit) => this.stack.includes(edit)).reverse();
    this.edits.delete(cell);
    for (const edit of refused) {
      // As in Excel the refused cell is selected again, unless the user has gone on typing elsewhere.
      const goesBack = edit === this.stack.at(-1) && !this.isTyping();
      this.stack.splice(this.stack.indexOf(edit), 1);
      const steps = (edit.undoMutations ?? []).filter(({ id }) => goesBack || id !== SetSelectionsOperation.id);
      sequenceExecute(steps, this.app.commands);
    }
    this.undo._updateStatus();
  }

  private get stack(): IUndoRedoItem[] {
    return this.undo._undoStacks.get(WORKBOOK_ID) ?? [];
  }

  private isTyping(): boolean {
    return this.app.injector.get(IEditorBridgeService).isVisible().visible;
  }
}
