/**
 * The sheet is painted anew when something on it changes. Univer paints it after every mutation: of another sheet, of
 * what the engine notes for itself, of rules that are looked at again and stay as they are.
 */
import { DataValidationStatus, requestImmediateMacroTask, type ICommandInfo } from '@univerjs/core';
import {
  OtherFormulaMarkDirty,
  RemoveOtherFormulaMutation,
  SetArrayFormulaDataMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
  SetOtherFormulaMutation,
  type ISetFormulaCalculationResultMutation,
} from '@univerjs/engine-formula';
import { Layer } from '@univerjs/engine-render';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import { SheetRenderController } from '@univerjs/sheets-ui';
import { WORKBOOK_ID, type UniverApp } from './univer-app';

interface Verdict {
  subUnitId: string;
  row: number;
  col: number;
  status: DataValidationStatus;
}
interface ValidationInternals {
  _validStatusChange$: { next(verdict: Verdict): void };
}
interface LayerInternals {
  _debounceDirtyFunc: (() => void) | null | undefined;
  makeDirtyWithDebounce(state?: boolean): void;
}
interface RenderInternals {
  _markUnitDirty(command: Readonly<ICommandInfo>, options?: unknown): void;
}

type Sheets = Record<string, Record<string, object | undefined> | undefined> | undefined;

const holdsCells = (data: unknown, sheetId: string): boolean =>
  Object.keys((data as Sheets)?.[WORKBOOK_ID]?.[sheetId] ?? {}).length > 0;

/** By mutation, whether it changes what the sheet shows. */
const SHOWS: Record<string, (params: unknown, sheetId: string) => boolean> = {
  // Results come in one for each sheet that was calculated, without cells where all are as they were.
  [SetRangeValuesMutation.id]: (params, sheetId) => {
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    return subUnitId === sheetId && Object.keys(cellValue ?? {}).length > 0;
  },
  [SetFormulaCalculationResultMutation.id]: (params, sheetId) =>
    holdsCells((params as ISetFormulaCalculationResultMutation).unitData, sheetId),
  [SetArrayFormulaDataMutation.id]: (params, sheetId) =>
    holdsCells((params as { arrayFormulaCellData: unknown }).arrayFormulaCellData, sheetId),
  [SetFormulaCalculationStartMutation.id]: () => false,
  [SetFormulaCalculationStopMutation.id]: () => false,
  [SetFormulaCalculationNotificationMutation.id]: () => false,
  // What a rule then says is painted when it says something else than before.
  [SetOtherFormulaMutation.id]: () => false,
  [RemoveOtherFormulaMutation.id]: () => false,
  [OtherFormulaMarkDirty.id]: () => false,
};

export function paintWhatChanges(app: UniverApp): void {
  const controller = SheetRenderController.prototype as unknown as RenderInternals;
  const { _markUnitDirty } = controller;
  controller._markUnitDirty = function (command, options) {
    const shown = app.workbook().getActiveSheet(true)?.getSheetId();
    const shows = SHOWS[command.id];
    if (shown === undefined || !shows || shows(command.params, shown)) _markUnitDirty.call(this, command, options);
  };
  paintRefusals(app);
  soilLayersOnce();
}

/** What is on a layer changes hundreds of times an edit. Univer opens a channel for each, to close it at the next. */
function soilLayersOnce(): void {
  const layer = Layer.prototype as unknown as LayerInternals;
  layer.makeDirtyWithDebounce = function (state = true) {
    this._debounceDirtyFunc ??= requestImmediateMacroTask(() => {
      this._debounceDirtyFunc?.();
      this._debounceDirtyFunc = null;
      (this as unknown as Layer).makeDirty(state);
    });
  };
}

/** Only what a rule refuses has a mark. Univer paints all cells again also when it has looked at one and found nothing. */
function paintRefusals(app: UniverApp): void {
  const verdicts = (app.injector.get(SheetDataValidationModel) as unknown as ValidationInternals)._validStatusChange$;
  const say = verdicts.next.bind(verdicts);
  const refused = new Set<string>();
  verdicts.next = (verdict) => {
    const cell = `${verdict.subUnitId}|${verdict.row}|${verdict.col}`;
    const wasRefused = refused.delete(cell);
    const isRefused = verdict.status === DataValidationStatus.INVALID;
    if (isRefused) refused.add(cell);
    if (isRefused || wasRefused) say(verdict);
  };
}
