/**
 * Decides when formulas are calculated, and knows when everything has settled.
 *
 * Univer's own trigger waits 100 ms after every edit and cannot tell when a chain of spills is done, so it is
 * switched off and replaced: a pass starts at once when nothing holds it back, an edit during a pass stops and
 * restarts it, and a pass that changed spilled cells is followed by another one for the formulas that read them.
 */
import { CommandType, type ICellData, type ICommandInfo, type IUnitRange } from '@univerjs/core';
import {
  FormulaDataModel,
  FormulaExecutedStateType,
  ICalculateFormulaService,
  IActiveDirtyManagerService,
  type RegisterOtherFormulaService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
  SetSuperTableMutation,
  type IFormulaDirtyData,
  type ISetFormulaCalculationNotificationMutation,
  type ISetFormulaCalculationResultMutation,
} from '@univerjs/engine-formula';
import { SetStyleCommand, SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { TriggerCalculationController } from '@univerjs/sheets-formula';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import { Dependencies } from './dependencies';
import { wordsOf } from './formula-text';
import { forgetParsedFormulas } from './parsed-formulas';
import { SpillWatch } from './spill-watch';

/** A loop of formulas through spilled cells would never settle: Excel stops such a loop too. */
const MOST_FOLLOW_UPS = 60;

interface TriggerInternals {
  _registerOtherFormulaService: RegisterOtherFormulaService;
  _commandExecutedListener(): void;
  _initialExecuteFormula(): void;
}

/** Switches off Univer's own trigger. To be called before Univer starts. */
export function takeOverCalculation(): void {
  const trigger = TriggerCalculationController.prototype as unknown as TriggerInternals;
  trigger._commandExecutedListener = () => undefined;
  trigger._initialExecuteFormula = function (this: TriggerInternals) {
    this._registerOtherFormulaService.calculateStarted$.next(true);
  };
}

interface CalculateInternals {
  _getArrayFormulaDirtyRangeAndExcludedRange(spills: object, features: object): unknown;
}

/** Univer calculates all readers of all spills of a pass once more; the watch knows which spills really changed. */
function leaveSpillsToTheWatch(service: ICalculateFormulaService): void {
  const internals = service as unknown as CalculateInternals;
  const original = internals._getArrayFormulaDirtyRangeAndExcludedRange.bind(service);
  internals._getArrayFormulaDirtyRangeAndExcludedRange = (_, features) => original({}, features);
}

export class Calculation {
  private dirty: IFormulaDirtyData | null = null;
  private underway: IFormulaDirtyData | null = null;
  private isStopped = false;
  private holds = 0;
  private isByHand = false;
  /** Asked for by hand: until everything is calculated. */
  private isAsked = false;
  private scheduled = false;
  private loading = false;
  private followUps = 0;
  private parsedFormulasStale = false;
  private readonly changedWords = new Set<string>();
  private busyCalls = 0;
  private callsInPass = 0;
  private readonly calculatedSheets = new Set<string>();
  private readonly changedSpills: IUnitRange[] = [];
  private readonly waiters: (() => void)[] = [];
  private readonly calculatedListeners: ((sheetIds: string[]) => void)[] = [];
  private readonly spills: SpillWatch;
  readonly dependencies: Dependencies;

  constructor(private readonly app: UniverApp) {
    this.spills = new SpillWatch(app.injector.get(FormulaDataModel));
    this.dependencies = new Dependencies(app);
    leaveSpillsToTheWatch(app.injector.get(ICalculateFormulaService));
    const dirtyManager = app.injector.get(IActiveDirtyManagerService);
    app.commands.onCommandExecuted((command, options) => {
      if (command.id === SetFormulaCalculationNotificationMutation.id)
        this.onNotification(command.params as ISetFormulaCalculationNotificationMutation);
      if (command.id === SetFormulaCalculationResultMutation.id)
        this.onResult(command.params as ISetFormulaCalculationResultMutation);
      if (this.changesDependencies(command, options)) this.dependencies.forget();
      const conversion = dirtyManager.get(command.id);
      if (!conversion || isNoEdit(command, options) || (this.loading && command.id === SetSuperTableMutation.id))
        return;
      this.markDirty(conversion.getDirtyData(command));
    });
  }

  /** Marks what has changed; formulas that read it are calculated soon. */
  markDirty(change: Partial<IFormulaDirtyData>, { interrupts = true } = {}): void {
    this.dirty = merged(this.dirty ?? noChange(), change);
    if (this.underway && interrupts) this.stop();
    this.schedule();
  }

  markCellsDirty(cells: { sheetId: string; row: number; column: number }[]): void {
    const dirtyRanges = cells.map(({ sheetId, row, column }) => unitRange(sheetId, row, column, row, column));
    if (dirtyRanges.length > 0) this.markDirty({ dirtyRanges }, { interrupts: false });
  }

  calculateAll(): void {
    this.forgetParsedFormulas();
    this.markDirty({ forceCalculation: true });
  }

  /** Tables or defined names came, went or changed: formulas that name them mean something else now. */
  wordsChanged(words: string[]): void {
    for (const word of words) this.changedWords.add(word.toLowerCase());
    this.forgetParsedFormulas();
  }

  forgetParsedFormulas(): void {
    this.parsedFormulasStale = true;
    this.markDirty({});
  }

  /** Between hold and release nothing is calculated. */
  hold(): void {
    this.holds++;
  }

  release(): void {
    this.holds--;
    this.schedule();
  }

  get byHand(): boolean {
    return this.isByHand;
  }
  set byHand(byHand: boolean) {
    this.isByHand = byHand;
    this.isAsked = false;
    this.schedule();
    this.settleIfDone();
  }

  calculateNow(everything: boolean): void {
    this.isAsked = true;
    if (everything) this.calculateAll();
    this.schedule();
    this.settleIfDone();
  }

  state(): 'Done' | 'Calculating' | 'Pending' {
    if (!this.isSettled()) return 'Calculating';
    return this.dirty ? 'Pending' : 'Done';
  }

  callStarted(): void {
    this.busyCalls++;
    this.callsInPass++;
  }

  callEnded(): void {
    this.busyCalls--;
    this.settleIfDone();
  }

  settled(): Promise<void> {
    if (this.isSettled()) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  isSettled(): boolean {
    return !this.isMidway() && this.busyCalls === 0;
  }

  /** Some cells have their new values and others not yet: what Excel lets nobody see. Awaited answers are not meant. */
  isMidway(): boolean {
    return this.underway !== null || (this.dirty !== null && !this.waitsForHand());
  }

  private waitsForHand(): boolean {
    return this.isByHand && !this.isAsked;
  }

  /** Called whenever everything has settled, with the sheets that were calculated since. */
  onCalculated(listener: (sheetIds: string[]) => void): void {
    this.calculatedListeners.push(listener);
  }

  /** Forgets all work in hand: another workbook is loaded. Univer registers its tables a moment later, which is no edit. */
  reset(): void {
    this.loading = true;
    setTimeout(() => (this.loading = false));
    if (this.underway) this.stop();
    this.dirty = null;
    this.changedWords.clear();
    this.parsedFormulasStale = false;
    forgetParsedFormulas(this.app.injector);
    this.dependencies.forget();
    this.calculatedSheets.clear();
    this.changedSpills.length = 0;
    this.spills.reset();
  }

  private schedule(): void {
    if (this.scheduled || this.underway || this.holds > 0 || !this.dirty || this.waitsForHand()) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      if (!this.underway && this.holds === 0 && this.dirty && !this.waitsForHand()) this.start(this.dirty);
    });
  }

  private start(changes: IFormulaDirtyData): void {
    const work = this.parsedFormulasStale ? this.readAnew(changes) : changes;
    this.underway = work;
    this.isStopped = false;
    this.dirty = null;
    this.callsInPass = 0;
    this.dependencies.start(() =>
      this.app.commands.syncExecuteCommand(
        SetFormulaCalculationStartMutation.id,
        { ...work, dirtyNameMap: this.sheetNamesNow(work.dirtyNameMap), maxIteration: 1 },
        { onlyLocal: true },
      ),
    );
  }

  /** Univer takes the name of a sheet that has gone for that sheet, also where another one has it by now. */
  private sheetNamesNow({ [WORKBOOK_ID]: sheets, ...others }: IFormulaDirtyData['dirtyNameMap']) {
    const names = Object.keys(sheets ?? {}).map((id) => [
      id,
      this.app.workbook().getSheetBySheetId(id)?.getName() ?? `[${id}]`,
    ]);
    return { ...others, [WORKBOOK_ID]: Object.fromEntries(names) as Record<string, string> };
  }

  /** What each formula reads is found out again, and those that name a changed word are calculated. */
  private readAnew(changes: IFormulaDirtyData): IFormulaDirtyData {
    this.parsedFormulasStale = false;
    forgetParsedFormulas(this.app.injector);
    this.dependencies.forget();
    const dirtyRanges: IUnitRange[] = [];
    if (this.changedWords.size > 0) {
      for (const sheet of this.app.workbook().getSheets()) {
        sheet.getCellMatrix().forValue((row, column, cell) => {
          if (cell?.f && [...wordsOf(cell.f)].some((word) => this.changedWords.has(word)))
            dirtyRanges.push(unitRange(sheet.getSheetId(), row, column, row, column));
        });
      }
      this.changedWords.clear();
    }
    return merged(changes, { dirtyRanges });
  }

  private changesDependencies(command: Readonly<ICommandInfo>, options?: { onlyLocal?: boolean }): boolean {
    if (command.type !== CommandType.MUTATION || KEEPS_DEPENDENCIES.some((id) => command.id.startsWith(id)))
      return false;
    if (command.id !== SetRangeValuesMutation.id) return true;
    if (isNoEdit(command, options)) return false;
    const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
    const rows = Object.entries((cellValue ?? {}) as Record<string, Record<string, ICellData | null> | null>);
    return rows.some(([row, columns]) =>
      Object.entries(columns ?? {}).some(
        ([column, cell]) => cell?.f || cell?.si || this.dependencies.isFormula(subUnitId, Number(row), Number(column)),
      ),
    );
  }

  private stop(): void {
    this.isStopped = true;
    this.app.commands.syncExecuteCommand(SetFormulaCalculationStopMutation.id, {});
  }

  private onResult({ unitData }: ISetFormulaCalculationResultMutation): void {
    for (const sheetId of Object.keys(unitData[WORKBOOK_ID] ?? {})) this.calculatedSheets.add(sheetId);
  }

  private onNotification({ functionsExecutedState }: ISetFormulaCalculationNotificationMutation): void {
    if (functionsExecutedState === undefined || !this.underway) return;
    const work = this.underway;
    this.underway = null;
    // Stopped while formulas were read, a pass may have found none to calculate, which Univer does not call stopped.
    if (this.isStopped && functionsExecutedState !== FormulaExecutedStateType.SUCCESS) {
      this.dirty = merged(work, this.dirty ?? noChange());
      this.schedule();
      this.settleIfDone();
      return;
    }
    // Spills that are gone until an awaited answer comes back are followed when it does, also where they come back as
    // they were: what read them in the meantime read blank cells.
    this.changedSpills.push(...this.spills.changes((...place) => this.dependencies.orderedSpill(...place)));
    const changed = this.callsInPass > 0 ? [] : this.changedSpills.splice(0);
    for (const { sheetId } of changed) this.calculatedSheets.add(sheetId);
    if (changed.length > 0 && this.followUps < MOST_FOLLOW_UPS) {
      this.followUps++;
      this.dirty = merged(this.dirty ?? noChange(), { dirtyRanges: changed });
    }
    if (this.dirty) this.schedule();
    else this.followUps = 0;
    this.settleIfDone();
  }

  private settleIfDone(): void {
    if (!this.isSettled()) return;
    this.isAsked = false;
    const sheetIds = [...this.calculatedSheets];
    this.calculatedSheets.clear();
    if (sheetIds.length > 0) for (const listener of this.calculatedListeners) listener(sheetIds);
    if (this.isSettled()) for (const resolve of this.waiters.splice(0)) resolve();
  }
}

/** Beginnings of the names of mutations after which every formula reads the same cells as before. */
const KEEPS_DEPENDENCIES = [
  // Results, and what is drawn from them.
  'formula.mutation.set-formula-calculation',
  'formula.mutation.set-array-formula-data',
  'formula.mutation.set-image',
  // The text in the cell's editor.
  'doc.',
  // Looks.
  'sheet.mutation.set-worksheet-row-height',
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.set-worksheet-row-is-auto-height',
  'sheet.mutation.set-worksheet-col-width',
  'sheet.mutation.set-tab-color',
  'sheet.mutation.toggle-gridlines',
  'sheet.mutation.set-frozen',
  'sheet.mutation.set-drawing',
  // Rules: the formulas in them register by themselves.
  'sheet.mutation.data-validation-formula-mark-dirty',
  'sheet.mutation.add-conditional-rule',
  'sheet.mutation.set-conditional-rule',
  'sheet.mutation.delete-conditional-rule',
  'data-validation.mutation.',
];

/** Formats and the engine's own results do not make a formula calculate. */
function isNoEdit(command: Readonly<ICommandInfo>, options?: { onlyLocal?: boolean }): boolean {
  if (command.id !== SetRangeValuesMutation.id) return false;
  return (
    options?.onlyLocal === true || (command.params as ISetRangeValuesMutationParams).trigger === SetStyleCommand.id
  );
}

function noChange(): IFormulaDirtyData {
  return {
    forceCalculation: false,
    dirtyRanges: [],
    dirtyNameMap: {},
    dirtyDefinedNameMap: {},
    dirtySuperTableMap: {},
    dirtyUnitFeatureMap: {},
    dirtyUnitOtherFormulaMap: {},
    clearDependencyTreeCache: {},
  };
}

function merged(a: IFormulaDirtyData, b: Partial<IFormulaDirtyData>): IFormulaDirtyData {
  return {
    forceCalculation: a.forceCalculation || b.forceCalculation === true,
    dirtyRanges: a.dirtyRanges.concat(b.dirtyRanges ?? []),
    dirtyNameMap: mergedMaps(a.dirtyNameMap, b.dirtyNameMap),
    dirtyDefinedNameMap: mergedMaps(a.dirtyDefinedNameMap, b.dirtyDefinedNameMap),
    dirtySuperTableMap: mergedMaps(a.dirtySuperTableMap ?? {}, b.dirtySuperTableMap),
    dirtyUnitFeatureMap: mergedMaps(a.dirtyUnitFeatureMap, b.dirtyUnitFeatureMap),
    dirtyUnitOtherFormulaMap: mergedMaps(a.dirtyUnitOtherFormulaMap, b.dirtyUnitOtherFormulaMap),
    clearDependencyTreeCache: mergedMaps(a.clearDependencyTreeCache, b.clearDependencyTreeCache),
  };
}

/** Merges maps of maps, key by key, two levels deep: by unit, then by sheet or name. */
function mergedMaps<M extends object>(a: M, b: M | undefined): M {
  if (!b) return a;
  const result = { ...a } as Record<string, Record<string, unknown>>;
  for (const [unit, entries] of Object.entries(b))
    result[unit] = { ...result[unit], ...(entries as Record<string, unknown>) };
  return result as M;
}

export function unitRange(
  sheetId: string,
  startRow: number,
  startColumn: number,
  endRow: number,
  endColumn: number,
): IUnitRange {
  return { unitId: WORKBOOK_ID, sheetId, range: { startRow, startColumn, endRow, endColumn } };
}
