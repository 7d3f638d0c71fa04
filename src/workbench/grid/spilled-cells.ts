/**
 * Makes formulas over spilled cells right, as Excel has them. Univer 0.25.1 leaves the spill operator out and
 * reads stale values in two places; each correction here names its reason. They lean on exported classes with
 * private fields, so the package versions are pinned and the formula tests are the gate.
 */
import { ObjectMatrix, type ICellData, type Injector, type IRange, type Nullable } from '@univerjs/core';
import {
  BaseFunction,
  CELL_INVERTED_INDEX_CACHE,
  ErrorType,
  ErrorValueObject,
  FormulaDataModel,
  IFormulaRuntimeService,
  IFunctionService,
  RangeReferenceObject,
  type BaseReferenceObject,
  type BaseValueObject,
} from '@univerjs/engine-formula';

interface ReferenceData {
  _arrayFormulaCellData: Parameters<BaseReferenceObject['setArrayFormulaCellData']>[0];
  _arrayFormulaRange: Parameters<BaseReferenceObject['setArrayFormulaRange']>[0];
  _runtimeArrayFormulaCellData: Parameters<BaseReferenceObject['setRuntimeArrayFormulaCellData']>[0];
  _runtimeArrayFormulaRange: Parameters<BaseReferenceObject['setRuntimeArrayFormulaRange']>[0];
  _runtimeFeatureCellData: Parameters<BaseReferenceObject['setRuntimeFeatureCellData']>[0];
}

export function correctSpilledCells(injector: Injector): void {
  switchOffInvertedIndex();
  keepSpillsInPlace();
  copySpillsToSubReferences();
  findOtherSpillsQuickly(injector);
  keepResultsInTheWay(injector);
  injector.get(IFunctionService).registerExecutors(new AnchorArray());
}

/** The index goes stale for spilled cells (wrong =range>1, COUNTIF, FILTER) and makes long columns quadratic. */
function switchOffInvertedIndex(): void {
  CELL_INVERTED_INDEX_CACHE.set = () => undefined;
  CELL_INVERTED_INDEX_CACHE.setContinueBuildingCache = () => undefined;
  CELL_INVERTED_INDEX_CACHE.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
}

let spillsKeptInPlace = false;

/** The model copies all spilled cells of a sheet, as text, whenever some of them change; it works on its own anyway. */
function keepSpillsInPlace(): void {
  if (spillsKeptInPlace) return;
  spillsKeptInPlace = true;
  const model = FormulaDataModel.prototype;
  for (const name of ['clearPreviousArrayFormulaCellData', 'mergeArrayFormulaCellData'] as const) {
    const original = model[name] as (this: FormulaDataModel, cells: never) => void;
    model[name] = function (this: FormulaDataModel, cells: never) {
      const { getData } = ObjectMatrix.prototype;
      ObjectMatrix.prototype.getData = ObjectMatrix.prototype.getMatrix;
      try {
        original.call(this, cells);
      } finally {
        ObjectMatrix.prototype.getData = getData;
      }
    };
  }
}

let subReferencesCorrected = false;

/** MAP, SCAN, BYROW, OFFSET and INDEX make references to parts of a range, which must see the spills too. */
function copySpillsToSubReferences(): void {
  if (subReferencesCorrected) return;
  subReferencesCorrected = true;
  const original = BaseFunction.prototype.createReferenceObject;
  BaseFunction.prototype.createReferenceObject = function (reference: BaseReferenceObject, range: IRange) {
    const part = original.call(this, reference, range);
    if (!part.isReferenceObject()) return part;
    const result = part as BaseReferenceObject;
    const spills = reference as unknown as ReferenceData;
    // Univer falls back on the workbook's id where it means the sheet's.
    result.setForcedSheetIdDirect(reference.getSheetId());
    result.setArrayFormulaCellData(spills._arrayFormulaCellData);
    result.setArrayFormulaRange(spills._arrayFormulaRange);
    result.setRuntimeArrayFormulaCellData(spills._runtimeArrayFormulaCellData);
    result.setRuntimeArrayFormulaRange(spills._runtimeArrayFormulaRange);
    result.setRuntimeFeatureCellData(spills._runtimeFeatureCellData);
    return result;
  };
}

interface RuntimeInternals {
  _currentConfigService: { getArrayFormulaRange(): BySheet<Record<number, Record<number, IRange | null> | undefined>> };
  _runtimeData: BySheet<ObjectMatrix<Nullable<ICellData>>>;
  _isInOtherArrayFormulaRange(
    unitId: string,
    sheetId: string,
    formulaRow: number,
    formulaColumn: number,
    row: number,
    column: number,
  ): boolean;
  _checkIfArrayFormulaRangeHasData(
    unitId: string,
    sheetId: string,
    formulaRow: number,
    formulaColumn: number,
    range: IRange,
  ): boolean;
  setRuntimeData(value: unknown): void;
  reset(): void;
}
type BySheet<T> = Record<string, Record<string, T | undefined> | undefined>;

/**
 * Whether a cell belongs to another spill, which is asked for each cell that a formula spills into. Univer goes through
 * the sheet's spills anew each time, and looks up what the formula of each has given; those of a sheet are as they were
 * when the pass began.
 */
function findOtherSpillsQuickly(injector: Injector): void {
  const runtime = injector.get(IFormulaRuntimeService) as unknown as RuntimeInternals;
  const bySheet = new Map<string, { row: number; column: number; range: IRange }[]>();
  const spillsOf = (unitId: string, sheetId: string) => {
    const known = bySheet.get(sheetId);
    if (known) return known;
    const rows = runtime._currentConfigService.getArrayFormulaRange()[unitId]?.[sheetId] ?? {};
    const spills = Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns ?? {}).flatMap(([column, range]) =>
        range ? [{ row: Number(row), column: Number(column), range }] : [],
      ),
    );
    bySheet.set(sheetId, spills);
    return spills;
  };
  const reset = runtime.reset.bind(runtime);
  runtime.reset = () => {
    bySheet.clear();
    reset();
  };
  runtime._isInOtherArrayFormulaRange = (unitId, sheetId, formulaRow, formulaColumn, row, column) => {
    for (const { row: otherRow, column: otherColumn, range } of spillsOf(unitId, sheetId)) {
      if (row < range.startRow || row > range.endRow || column < range.startColumn || column > range.endColumn)
        continue;
      if (otherRow === formulaRow && otherColumn === formulaColumn) continue;
      const given = runtime._runtimeData[unitId]?.[sheetId]?.getValue(otherRow, otherColumn);
      if (given?.v !== ErrorType.SPILL) return true;
    }
    return false;
  };
}

/** Of a spill without room Univer puts back what was in its cells before the pass, over what the pass has given them. */
function keepResultsInTheWay(injector: Injector): void {
  const runtime = injector.get(IFormulaRuntimeService) as unknown as RuntimeInternals;
  let putBack: (() => void)[] = [];
  const isBlocked = runtime._checkIfArrayFormulaRangeHasData.bind(runtime);
  runtime._checkIfArrayFormulaRangeHasData = (unitId, sheetId, formulaRow, formulaColumn, range) => {
    if (!isBlocked(unitId, sheetId, formulaRow, formulaColumn, range)) return false;
    const results = runtime._runtimeData[unitId]?.[sheetId];
    for (let row = range.startRow; results && row <= range.endRow; row++)
      for (let column = range.startColumn; column <= range.endColumn; column++) {
        const result = row === formulaRow && column === formulaColumn ? null : results.getValue(row, column);
        if (result) putBack.push(() => results.setValue(row, column, result));
      }
    return true;
  };
  const setValue = runtime.setRuntimeData.bind(runtime);
  runtime.setRuntimeData = (value) => {
    putBack = [];
    setValue(value);
    for (const put of putBack) put();
  };
}

/** A1#: the range that the formula in A1 spills into. Excel stores the operator under this name too. */
class AnchorArray extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  constructor() {
    super('ANCHORARRAY');
  }

  override calculate(value: BaseValueObject) {
    if (value.isError()) return value;
    if (!value.isReferenceObject()) return ErrorValueObject.create(ErrorType.REF);
    const anchor = value as unknown as BaseReferenceObject;
    const { startRow, startColumn } = anchor.getRangePosition();
    const unit = anchor.getUnitId();
    const sheet = anchor.getSheetId();
    const spills = anchor as unknown as ReferenceData;
    if (anchor.getCellData(startRow, startColumn)?.v === ErrorType.SPILL) return ErrorValueObject.create(ErrorType.REF);
    let range = spills._runtimeArrayFormulaRange?.[unit]?.[sheet]?.[startRow]?.[startColumn];
    // A formula that already ran in this pass and did not spill has lost the range of its last spill.
    const alreadyRan = anchor.getCurrentRuntimeSheetData()?.getValue(startRow, startColumn);
    if (!range && !alreadyRan) range = spills._arrayFormulaRange?.[unit]?.[sheet]?.[startRow]?.[startColumn];
    if (!range) {
      const cell = anchor.getCurrentActiveSheetData()?.cellData?.getValue(startRow, startColumn);
      return cell && (cell.f || cell.si) ? value : ErrorValueObject.create(ErrorType.REF);
    }
    const spill = new RangeReferenceObject(
      { startRow: range.startRow, endRow: range.endRow, startColumn: range.startColumn, endColumn: range.endColumn },
      sheet,
      unit,
    );
    // Univer finds the sheet again by its name when a function passes the reference on.
    spill.setForcedSheetName(anchor.getForcedSheetName());
    spill.setDefaultUnitId(unit);
    spill.setDefaultSheetId(sheet);
    spill.setUnitStylesData(anchor.getUnitStylesData());
    return spill;
  }
}
