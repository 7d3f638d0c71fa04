/** A workbook as a file would hold it: contents, formats and the values last calculated. */
import {
  IResourceManagerService,
  IUniverInstanceService,
  Tools,
  UniverInstanceType,
  type IWorkbookData,
  type Workbook,
} from '@univerjs/core';
import { FormulaDataModel, SetArrayFormulaDataMutation } from '@univerjs/engine-formula';
import { emptyWorkbook } from './empty-workbook';
import { WORKBOOK_ID, type UniverApp } from './univer-app';

/** The grid records tables and charts itself: Univer's record of tables leaves out their styles, and its drawings hold no charts. */
const OWN_RECORDS = ['SHEET_TABLE_PLUGIN', 'SHEET_DRAWING_PLUGIN'];

export interface WorkbookSnapshot {
  workbook: IWorkbookData;
  spillRanges: unknown;
  spilledCells: unknown;
}

export function saveWorkbook(app: UniverApp): WorkbookSnapshot {
  const model = app.injector.get(FormulaDataModel);
  const resources = app.injector
    .get(IResourceManagerService)
    .getResources(WORKBOOK_ID, UniverInstanceType.UNIVER_SHEET);
  return {
    workbook: {
      ...app.workbook().getSnapshot(),
      resources: resources.filter(({ name }) => !OWN_RECORDS.includes(name)),
    },
    spillRanges: model.getArrayFormulaRange()[WORKBOOK_ID] ?? {},
    spilledCells: model.getArrayFormulaCellData()[WORKBOOK_ID] ?? {},
  };
}

/** Replaces the workbook. Nothing is calculated. */
export function loadWorkbook(app: UniverApp, snapshot: WorkbookSnapshot | null): void {
  const { workbook, spillRanges, spilledCells } = snapshot
    ? Tools.deepClone(snapshot)
    : { workbook: emptyWorkbook(), spillRanges: {}, spilledCells: {} };
  if (app.api.getWorkbook(WORKBOOK_ID)) app.api.disposeUnit(WORKBOOK_ID);
  app.univer.createUnit<Partial<IWorkbookData>, Workbook>(UniverInstanceType.UNIVER_SHEET, workbook);
  // Charts and shortcuts work in the focused workbook only.
  app.injector.get(IUniverInstanceService).focusUnit(WORKBOOK_ID);
  // In place, for Univer sets these same objects again a moment later, when it hears of the workbook that went.
  const model = app.injector.get(FormulaDataModel);
  const spills = {
    arrayFormulaRange: Object.assign(model.getArrayFormulaRange(), { [WORKBOOK_ID]: spillRanges }),
    arrayFormulaCellData: Object.assign(model.getArrayFormulaCellData(), { [WORKBOOK_ID]: spilledCells }),
  };
  app.commands.syncExecuteCommand(SetArrayFormulaDataMutation.id, spills, { onlyLocal: true });
}
