/** Sheets: their order, tabs, panes and sizes. */
import { BooleanNumber, IPermissionService } from '@univerjs/core';
import {
  InsertSheetMutation,
  RemoveSheetCommand,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetTabColorMutation,
  SetWorksheetHideMutation,
  SetWorksheetActiveOperation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  SheetInterceptorService,
  ToggleGridlinesMutation,
  WorksheetDeleteColumnPermission,
  WorksheetDeleteRowPermission,
  WorksheetEditPermission,
  WorksheetFilterPermission,
  WorksheetInsertColumnPermission,
  WorksheetInsertRowPermission,
  WorksheetSetCellStylePermission,
  WorksheetSetCellValuePermission,
  WorksheetSetColumnStylePermission,
  WorksheetSetRowStylePermission,
  WorksheetSortPermission,
  type IInsertSheetMutationParams,
  type IRemoveSheetCommandParams,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import { DEFAULT_STYLE, emptySheet } from './empty-workbook';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import type { Calculation } from './calculation';
import type { SheetInfo } from './grid';

/** What users may no longer do on a locked sheet. */
const EDITING = [
  WorksheetEditPermission,
  WorksheetDeleteColumnPermission,
  WorksheetDeleteRowPermission,
  WorksheetFilterPermission,
  WorksheetInsertColumnPermission,
  WorksheetInsertRowPermission,
  WorksheetSetCellStylePermission,
  WorksheetSetCellValuePermission,
  WorksheetSetColumnStylePermission,
  WorksheetSetRowStylePermission,
  WorksheetSortPermission,
];

export class Sheets {
  private nextId = 2;

  constructor(
    private readonly app: UniverApp,
    private readonly calculation: Calculation,
  ) {
    app.commands.beforeCommandExecuted((command) => {
      // Sheets that the user adds look like all others.
      if (command.id === InsertSheetMutation.id)
        (command.params as IInsertSheetMutationParams).sheet.defaultStyle ??= DEFAULT_STYLE;
    });
    leaveDeletedSheetsAlone(app.injector.get(SheetInterceptorService));
  }

  all(): SheetInfo[] {
    return this.app
      .workbook()
      .getSheets()
      .map((sheet, position) => ({
        id: sheet.getSheetId(),
        name: sheet.getName(),
        position,
        tabColor: sheet.getTabColor() || null,
        showGridlines: sheet.getConfig().showGridlines !== BooleanNumber.FALSE,
        isHidden: sheet.isSheetHidden() === BooleanNumber.TRUE,
      }));
  }

  add(name: string): string {
    const taken = new Set(this.all().map((sheet) => sheet.id));
    let id = `sheet-${this.nextId++}`;
    while (taken.has(id)) id = `sheet-${this.nextId++}`;
    // As from another user: Univer would otherwise show the new sheet at once, which Excel does not.
    this.app.commands.syncExecuteCommand(
      InsertSheetMutation.id,
      { unitId: WORKBOOK_ID, index: taken.size, sheet: emptySheet(id, name) },
      { fromCollab: true },
    );
    this.calculation.forgetParsedFormulas();
    return id;
  }

  delete(sheetId: string): void {
    const sheets = this.all();
    if (sheets.length === 1) throw new Error('A workbook keeps at least one sheet.');
    // Univer cannot draw between the end of the sheet shown and the choice of another.
    const at = sheets.findIndex((sheet) => sheet.id === sheetId);
    if (sheetId === this.active()) this.activate(sheets[at > 0 ? at - 1 : 1].id);
    // The command, not the mutation: it also takes the sheet's tables, and turns references to it into #REF!.
    this.app.commands.syncExecuteCommand(RemoveSheetCommand.id, { unitId: WORKBOOK_ID, subUnitId: sheetId });
    this.calculation.forgetParsedFormulas();
  }

  update(sheetId: string, change: Partial<Omit<SheetInfo, 'id'>>): void {
    const before = this.all().find((sheet) => sheet.id === sheetId);
    if (!before) throw new Error(`There is no sheet ${sheetId}.`);
    const place = { unitId: WORKBOOK_ID, subUnitId: sheetId };
    if (change.name !== undefined && change.name !== before.name) {
      this.app.commands.syncExecuteCommand(SetWorksheetNameCommand.id, { ...place, name: change.name });
      this.calculation.forgetParsedFormulas();
    }
    if (change.position !== undefined && change.position !== before.position) {
      this.app.commands.syncExecuteCommand(SetWorksheetOrderMutation.id, {
        ...place,
        fromOrder: before.position,
        toOrder: change.position,
      });
    }
    if (change.isHidden !== undefined && change.isHidden !== before.isHidden) {
      const others = this.all().filter((sheet) => sheet.id !== sheetId && !sheet.isHidden);
      if (change.isHidden && sheetId === this.active()) this.activate(others[0].id);
      this.app.commands.syncExecuteCommand(SetWorksheetHideMutation.id, {
        ...place,
        hidden: change.isHidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
      });
    }
    if (change.tabColor !== undefined)
      this.app.commands.syncExecuteCommand(SetTabColorMutation.id, { ...place, color: change.tabColor ?? '' });
    if (change.showGridlines !== undefined)
      this.app.commands.syncExecuteCommand(ToggleGridlinesMutation.id, {
        ...place,
        showGridlines: change.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
      });
  }

  active(): string {
    return this.app.workbook().getActiveSheet(true)!.getSheetId();
  }

  activate(sheetId: string): void {
    if (sheetId === this.active()) return;
    this.app.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: WORKBOOK_ID, subUnitId: sheetId });
  }

  setColumnWidth(sheetId: string, column: number, columns: number, pixels: number): void {
    const ranges = [
      {
        startRow: 0,
        endRow: this.app.sheet(sheetId).getRowCount() - 1,
        startColumn: column,
        endColumn: column + columns - 1,
      },
    ];
    this.app.commands.syncExecuteCommand(SetWorksheetColWidthMutation.id, {
      unitId: WORKBOOK_ID,
      subUnitId: sheetId,
      ranges,
      colWidth: pixels,
    });
  }

  hideColumns(sheetId: string, column: number, columns: number, isHidden: boolean): void {
    const endRow = this.app.sheet(sheetId).getRowCount() - 1;
    this.app.commands.syncExecuteCommand(isHidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, {
      unitId: WORKBOOK_ID,
      subUnitId: sheetId,
      ranges: [{ startRow: 0, endRow, startColumn: column, endColumn: column + columns - 1 }],
    });
  }

  isColumnHidden(sheetId: string, column: number): boolean {
    return !this.app.sheet(sheetId).getColVisible(column);
  }

  setRowHeight(sheetId: string, row: number, rows: number, pixels: number): void {
    const ranges = [
      {
        startRow: row,
        endRow: row + rows - 1,
        startColumn: 0,
        endColumn: this.app.sheet(sheetId).getColumnCount() - 1,
      },
    ];
    const place = { unitId: WORKBOOK_ID, subUnitId: sheetId, ranges };
    this.app.commands.syncExecuteCommand(SetWorksheetRowHeightMutation.id, { ...place, rowHeight: pixels });
    this.app.commands.syncExecuteCommand(SetWorksheetRowIsAutoHeightMutation.id, {
      ...place,
      autoHeightInfo: BooleanNumber.FALSE,
    });
  }

  lock(sheetId: string, locked: boolean): void {
    const permissions = this.app.injector.get(IPermissionService);
    for (const Point of EDITING) {
      const { id } = new Point(WORKBOOK_ID, sheetId);
      if (!permissions.getPermissionPoint(id)) permissions.addPermissionPoint(new Point(WORKBOOK_ID, sheetId));
      permissions.updatePermissionPoint(id, !locked);
    }
  }

  columnWidth(sheetId: string, column: number): number {
    return this.app.sheet(sheetId).getColumnWidth(column);
  }

  rowHeight(sheetId: string, row: number): number {
    return this.app.sheet(sheetId).getRowHeight(row);
  }

  isRowHidden(sheetId: string, row: number): boolean {
    return !this.app.sheet(sheetId).getRowVisible(row);
  }

  hideRow(sheetId: string, row: number): void {
    const endColumn = this.app.sheet(sheetId).getColumnCount() - 1;
    this.app.commands.syncExecuteCommand(SetRowHiddenMutation.id, {
      unitId: WORKBOOK_ID,
      subUnitId: sheetId,
      ranges: [{ startRow: row, endRow: row, startColumn: 0, endColumn }],
    });
  }

  /** A height that somebody set is no longer the text's. */
  isRowFitted(sheetId: string, row: number): boolean {
    return this.app.sheet(sheetId).getRowManager().getRow(row)?.ia !== BooleanNumber.FALSE;
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.app.commands.syncExecuteCommand(SetFrozenMutation.id, {
      unitId: WORKBOOK_ID,
      subUnitId: sheetId,
      startRow: rows || -1,
      startColumn: columns || -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  frozen(sheetId: string): { rows: number; columns: number } {
    const { xSplit, ySplit } = this.app.sheet(sheetId).getFreeze();
    return { rows: ySplit, columns: xSplit };
  }
}

/**
 * Where a formula names its own sheet, Univer puts #REF! into it after the sheet has gone, fails, and leaves out what
 * should follow: tables that go with the sheet, and formulas elsewhere that named it.
 */
function leaveDeletedSheetsAlone(service: SheetInterceptorService): void {
  const follow = service.onCommandExecute.bind(service);
  service.onCommandExecute = (command) => {
    const followed = follow(command);
    if (command.id !== RemoveSheetCommand.id) return followed;
    const deleted = (command.params as IRemoveSheetCommandParams).subUnitId;
    const isInDeleted = ({ id, params }: { id: string; params: object }) =>
      id === SetRangeValuesMutation.id && (params as ISetRangeValuesMutationParams).subUnitId === deleted;
    return { ...followed, redos: followed.redos.filter((mutation) => !isInDeleted(mutation)) };
  };
}
