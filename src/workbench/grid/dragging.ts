/** A selection is dragged, by its handle to fill and by its border to move. Univer goes wrong in both on the way. */
import { Direction, Tools, type ICellData, type Nullable } from '@univerjs/core';
import type { SpreadsheetSkeleton } from '@univerjs/engine-render';
import { AUTO_FILL_APPLY_TYPE, AutoFillRules } from '@univerjs/sheets';
import { SelectionControl } from '@univerjs/sheets-ui';
import { goneOn } from './date-series';
import type { UniverApp } from './univer-app';

interface ControlInternals {
  _controlExtension?: { _skeleton: SpreadsheetSkeleton };
}

/** The frame round a selection is used again on the next sheet, but measures with the columns of the one it was made on. */
export function dragOnSheetShown(): void {
  const control = SelectionControl.prototype;
  const { updateRangeBySelectionWithCoord } = control;
  control.updateRangeBySelectionWithCoord = function (selection, skeleton) {
    updateRangeBySelectionWithCoord.call(this, selection, skeleton);
    const { _controlExtension: extension } = this as unknown as ControlInternals;
    if (extension && skeleton) extension._skeleton = skeleton;
  };
}

/** Univer takes dates for numbers: after January 1 and February 1 comes March 4. */
export function fillDatesAsExcel(app: UniverApp): void {
  const functions = AutoFillRules.dateRule.applyFunctions!;
  const asNumbers = functions[AUTO_FILL_APPLY_TYPE.SERIES]!;
  functions[AUTO_FILL_APPLY_TYPE.SERIES] = (pieces, count, direction, ...rest) => {
    const { data } = pieces;
    const backwards = direction === Direction.UP || direction === Direction.LEFT;
    const showsDays = data.some((cell) => /d/i.test(patternOf(app, cell)));
    const serials = goneOn(
      data.map((cell) => Number(cell?.v)),
      count,
      { backwards, showsDays },
    );
    if (!serials) return asNumbers(pieces, count, direction, ...rest);
    const cells = serials.map((v, place): ICellData => {
      const { custom: _, ...cell } = Tools.deepClone(data[place % data.length]!);
      return { ...cell, v };
    });
    return backwards ? cells.reverse() : cells;
  };
}

function patternOf(app: UniverApp, cell: Nullable<ICellData>): string {
  const style = typeof cell?.s === 'string' ? app.workbook().getStyles().get(cell.s) : cell?.s;
  return style?.n?.pattern ?? '';
}
