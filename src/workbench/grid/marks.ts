/** What marks cells without being in them: notes and conditional formats. */
import { Rectangle } from '@univerjs/core';
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  SetConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import { RemoveNoteMutation, SheetsNoteModel, UpdateNoteMutation } from '@univerjs/sheets-note';
import { extendedDown, univerRange } from './address';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import { plainStyle } from './formats';
import type { CellRange, ConditionalFormatRule } from './grid';

const NOTE_WIDTH = 240;
const NOTE_LINE = 20;
const NOTE_LETTERS_A_LINE = 26;

export class Marks {
  private nextId = 1;

  constructor(private readonly app: UniverApp) {}

  setNote(sheetId: string, row: number, column: number, text: string | null): void {
    const place = { unitId: WORKBOOK_ID, sheetId, row, col: column };
    const existing = this.app.injector.get(SheetsNoteModel).getNote(WORKBOOK_ID, sheetId, { row, col: column });
    if (text === null) {
      if (existing) this.app.commands.syncExecuteCommand(RemoveNoteMutation.id, place);
      return;
    }
    const lines = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / NOTE_LETTERS_A_LINE)), 0);
    const note = {
      id: existing?.id ?? `note-${this.nextId++}-${row}-${column}`,
      row,
      col: column,
      note: text,
      show: false,
      width: NOTE_WIDTH,
      height: (lines + 1) * NOTE_LINE,
    };
    this.app.commands.syncExecuteCommand(UpdateNoteMutation.id, { ...place, note });
  }

  addConditionalFormat(sheetId: string, range: CellRange, { formula, format }: ConditionalFormatRule): void {
    const { bg, cl, bl, it, ul } = plainStyle(format);
    const rule = {
      cfId: `format-${this.nextId++}-${Date.now()}`,
      ranges: [univerRange(range)],
      stopIfTrue: false,
      rule: {
        type: CFRuleType.highlightCell as const,
        subType: CFSubRuleType.formula as const,
        value: formula.startsWith('=') ? formula : `=${formula}`,
        style: { bg, cl, bl, it, ul },
      },
    };
    this.app.commands.syncExecuteCommand(AddConditionalRuleMutation.id, {
      unitId: WORKBOOK_ID,
      subUnitId: sheetId,
      rule,
    });
  }

  /** Formats that end in the row hold in as many rows below it, too, as in Excel's tables. */
  extendDown(sheetId: string, place: Pick<CellRange, 'row' | 'column' | 'columns'>, rows: number): void {
    for (const rule of this.app.injector.get(ConditionalFormattingRuleModel).getSubunitRules(WORKBOOK_ID, sheetId) ??
      []) {
      const ranges = extendedDown(rule.ranges, place, rows);
      if (ranges)
        this.app.commands.syncExecuteCommand(SetConditionalRuleMutation.id, {
          unitId: WORKBOOK_ID,
          subUnitId: sheetId,
          cfId: rule.cfId,
          rule: { ...rule, ranges },
        });
    }
  }

  clearConditionalFormats(sheetId: string, range: CellRange | null): void {
    const rules = this.app.injector.get(ConditionalFormattingRuleModel).getSubunitRules(WORKBOOK_ID, sheetId) ?? [];
    const target = range && univerRange(range);
    for (const rule of [...rules]) {
      const place = { unitId: WORKBOOK_ID, subUnitId: sheetId, cfId: rule.cfId };
      const ranges = target
        ? rule.ranges.flatMap((one) => (Rectangle.intersects(one, target) ? Rectangle.subtract(one, target) : [one]))
        : [];
      if (ranges.length === 0) this.app.commands.syncExecuteCommand(DeleteConditionalRuleMutation.id, place);
      else if (target && rule.ranges.some((one) => Rectangle.intersects(one, target)))
        this.app.commands.syncExecuteCommand(SetConditionalRuleMutation.id, { ...place, rule: { ...rule, ranges } });
    }
  }
}
