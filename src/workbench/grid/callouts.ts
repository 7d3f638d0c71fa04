/**
 * The small note beside a cell: what a custom function said about its error, when the cell is selected or pointed
 * at; and the hint of a data validation, when the cell is selected, as Excel shows it.
 */
import { CellAlertManagerService, SheetCanvasPopManagerService, type ICellAlert } from '@univerjs/sheets-ui';
import { ComponentManager } from '@univerjs/ui';
import { createElement } from 'react';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import type { Cells } from './cells';
import type { CellRange } from './grid';
import { unknownName, type KnownNames } from './near-names';
import type { Validation } from './validation';

const COMPONENT = 'workbench-callout';
/** Univer's own note on an error says only what kind of error it is. */
const UNIVER_ERROR_NOTE = 'SHEET_FORMULA_ALERT';

interface Callout {
  kind: 'error' | 'hint';
  title: string;
  text: string;
}

interface Shown {
  key: string;
  dispose(): void;
}

export class Callouts {
  private selected: Shown | null = null;
  private hovered: Shown | null = null;
  private selection: { sheetId: string; range: CellRange } | null = null;

  constructor(
    private readonly app: UniverApp,
    private readonly cells: Cells,
    private readonly validation: Validation,
    private readonly knownNames: () => KnownNames,
  ) {
    app.injector.get(ComponentManager).register(COMPONENT, CalloutBox);
    this.replaceErrorNotes(app.injector.get(CellAlertManagerService));
  }

  select(sheetId: string, range: CellRange): void {
    this.selection = { sheetId, range };
    this.refresh();
  }

  /** Cells changed: the selected one may have another error, or none. */
  refresh(): void {
    const selection = this.selection;
    const alone =
      selection &&
      selection.range.rows === 1 &&
      selection.range.columns === 1 &&
      this.app.workbook().getActiveSheet(true)?.getSheetId() === selection.sheetId;
    const callout = alone
      ? (this.errorAt(selection.sheetId, selection.range.row, selection.range.column) ??
        this.hintAt(selection.sheetId, selection.range.row, selection.range.column))
      : null;
    this.selected = this.replace(
      this.selected,
      callout,
      selection?.sheetId ?? '',
      selection?.range.row ?? 0,
      selection?.range.column ?? 0,
    );
  }

  private replace(
    shown: Shown | null,
    callout: Callout | null,
    sheetId: string,
    row: number,
    column: number,
  ): Shown | null {
    const key = callout ? JSON.stringify([sheetId, row, column, callout]) : '';
    if (shown && shown.key === key) return shown;
    shown?.dispose();
    if (!callout) return null;
    const popups = this.app.injector.get(SheetCanvasPopManagerService);
    const popup = popups.attachPopupToCell(
      row,
      column,
      {
        componentKey: COMPONENT,
        extraProps: { callout },
        direction: 'horizontal',
        showOnSelectionMoving: true,
        hideOnInvisible: true,
      },
      WORKBOOK_ID,
      sheetId,
    );
    return popup ? { key, dispose: () => popup.dispose() } : null;
  }

  private errorAt(sheetId: string, row: number, column: number): Callout | null {
    const value = this.cells.value(sheetId, row, column);
    if (typeof value !== 'object' || !value) return null;
    const text = value.text ?? (value.error === '#NAME?' ? this.unknownNameAt(sheetId, row, column) : null);
    return text ? { kind: 'error', title: value.error, text } : null;
  }

  private unknownNameAt(sheetId: string, row: number, column: number): string | null {
    const formula = this.cells.content(sheetId, row, column);
    return typeof formula === 'string' ? unknownName(formula, this.knownNames()) : null;
  }

  private hintAt(sheetId: string, row: number, column: number): Callout | null {
    const prompt = this.validation.read(sheetId, row, column)?.prompt;
    return prompt ? { kind: 'hint', title: prompt.title, text: prompt.message } : null;
  }

  private replaceErrorNotes(alerts: CellAlertManagerService): void {
    const show = alerts.showAlert.bind(alerts);
    const remove = alerts.removeAlert.bind(alerts);
    alerts.showAlert = (alert: ICellAlert) => {
      const { subUnitId, row, col } = alert.location;
      const callout = alert.key === UNIVER_ERROR_NOTE ? this.errorAt(subUnitId, row, col) : null;
      const alreadyShown =
        this.selected &&
        this.selection?.sheetId === subUnitId &&
        this.selection.range.row === row &&
        this.selection.range.column === col;
      this.hovered = this.replace(this.hovered, alreadyShown ? null : callout, subUnitId, row, col);
      if (!callout) show(alert);
    };
    alerts.removeAlert = (key: string) => {
      if (key === UNIVER_ERROR_NOTE) this.hovered = this.replace(this.hovered, null, '', 0, 0);
      remove(key);
    };
  }
}

const BOX = {
  boxSizing: 'border-box',
  maxWidth: 320,
  margin: '0 6px',
  padding: '6px 10px',
  borderRadius: 4,
  boxShadow: '0 2px 8px rgba(0, 0, 0, 0.18)',
  font: '13px/1.4 "Segoe UI", system-ui, sans-serif',
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-line',
} as const;
const LOOKS = {
  error: { background: '#FFF4F4', border: '1px solid #E0A8A8', color: '#5C1A1A' },
  hint: { background: '#FFFFE6', border: '1px solid #D8D8B0', color: '#333' },
} as const;

function CalloutBox({ popup }: { popup: { extraProps?: { callout?: Callout } } }) {
  const callout = popup.extraProps?.callout;
  if (!callout) return null;
  return createElement(
    'div',
    { role: 'status', 'data-callout': callout.kind, style: { ...BOX, ...LOOKS[callout.kind] } },
    callout.title ? createElement('div', { style: { fontWeight: 600 } }, callout.title) : null,
    createElement('div', null, callout.text),
  );
}
