/**
 * Shift+Tab and Shift+Enter enter what was typed and go back, as in Excel. Univer knows them only where nothing is typed,
 * and looks there for a selection before the first.
 */
import {
  EDITOR_ACTIVATED,
  FOCUSING_EDITOR_INPUT_FORMULA,
  FOCUSING_EDITOR_STANDALONE,
  FOCUSING_SHEET,
  FOCUSING_UNIVER_EDITOR,
  Direction,
  ICommandService,
  type IContextService,
} from '@univerjs/core';
import { DeviceInputEventType } from '@univerjs/engine-render';
import { SheetsSelectionsService } from '@univerjs/sheets';
import {
  EditingRenderController,
  MoveSelectionCommand,
  MoveSelectionEnterAndTabCommand,
  SetCellEditVisibleOperation,
} from '@univerjs/sheets-ui';
import { IShortcutService, KeyCode, MetaKeys } from '@univerjs/ui';
import type { UniverApp } from './univer-app';

const BACKWARDS = new Map<number, { keycode: KeyCode; direction: Direction }>([
  [KeyCode.TAB | MetaKeys.SHIFT, { keycode: KeyCode.TAB, direction: Direction.LEFT }],
  [KeyCode.ENTER | MetaKeys.SHIFT, { keycode: KeyCode.ENTER, direction: Direction.UP }],
]);

interface EditingInternals {
  _moveSelection(keycode: number | undefined, unitId: string, sheetId: string): void;
}

export function enterBackwards(app: UniverApp): void {
  const { handler } = MoveSelectionEnterAndTabCommand;
  MoveSelectionEnterAndTabCommand.handler = (accessor, params) => {
    const { direction } = params as { direction: Direction };
    const isBack = direction === Direction.LEFT || direction === Direction.UP;
    const selections = accessor.get(SheetsSelectionsService).getCurrentSelections();
    const [{ range, primary }] = selections;
    const isAtStart = range.startRow === primary?.startRow && range.startColumn === primary.startColumn;
    if (!isBack || selections.length > 1 || !isAtStart) return handler(accessor, params);
    const isOneCell = range.startRow === range.endRow && range.startColumn === range.endColumn;
    return !isOneCell || accessor.get(ICommandService).executeCommand(MoveSelectionCommand.id, { direction });
  };
  const shortcuts = app.injector.get(IShortcutService);
  for (const keycode of BACKWARDS.keys())
    shortcuts.registerShortcut({
      id: SetCellEditVisibleOperation.id,
      binding: keycode,
      preconditions: isTypingInCell,
      staticParameters: { visible: false, eventType: DeviceInputEventType.Keyboard, keycode },
    });
  const editing = EditingRenderController.prototype as unknown as EditingInternals;
  const { _moveSelection } = editing;
  editing._moveSelection = function (keycode, unitId, sheetId) {
    const back = keycode === undefined ? undefined : BACKWARDS.get(keycode);
    if (back) void app.commands.executeCommand(MoveSelectionEnterAndTabCommand.id, back);
    else _moveSelection.call(this, keycode, unitId, sheetId);
  };
}

function isTypingInCell(context: IContextService): boolean {
  const is = (key: string) => context.getContextValue(key);
  return (
    is(FOCUSING_SHEET) &&
    is(FOCUSING_UNIVER_EDITOR) &&
    is(EDITOR_ACTIVATED) &&
    !is(FOCUSING_EDITOR_INPUT_FORMULA) &&
    !is(FOCUSING_EDITOR_STANDALONE)
  );
}
