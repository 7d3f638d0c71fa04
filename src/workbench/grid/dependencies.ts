/**
 * Which formulas a change reaches, and in which order they run. Univer 0.25.1 finds that out anew in every pass, for
 * every formula and for every cell under a rule with a formula (thousands, where some hundred run), and knows nothing of
 * spills, so that whoever reads them needs a pass of his own. Here the dependencies are kept until a formula, a name, a
 * table or a sheet changes, and whoever reads a cell of a spill counts as a reader of the formula that spills.
 * It leans on private members, so it goes Univer's own way wherever it is not sure.
 */
import type { IRange, IUnitRange } from '@univerjs/core';
import {
  FormulaDataModel,
  IDependencyManagerService,
  IFormulaDependencyGenerator,
  IFormulaRuntimeService,
  Interpreter,
  type FormulaDependencyTree,
} from '@univerjs/engine-formula';
import { RunList, type Runnable } from './run-list';
import { turnsOfOthers } from './slices';
import { WORKBOOK_ID, type UniverApp } from './univer-app';

type Tree = FormulaDependencyTree & { addressFunctionNodes: unknown[] };
type ByUnit<T> = Record<string, Record<string, T | undefined> | undefined>;

interface GeneratorInternals {
  _dependencyTreeCache: Map<number, Tree>;
  _dependencyRTreeCacheForAddressFunction: { clear(): void };
  _updateRangeFlattenCache: Map<string, Map<string, IRange[]>>;
  _currentConfigService: {
    isForceCalculate(): boolean;
    getDirtyRanges(): IUnitRange[];
    getDirtyNameMap(): ByUnit<unknown>;
    getDirtyDefinedNameMap(): ByUnit<unknown>;
    getDirtySuperTableMap(): ByUnit<unknown>;
    getDirtyUnitOtherFormulaMap(): ByUnit<Record<string, unknown>>;
    getFormulaData(): object;
    getUnitData(): object;
  };
  _otherFormulaManagerService: { getOtherFormulaData(): object };
  _featureCalculationManagerService: { getReferenceExecutorMap(): Map<string, Map<string, unknown>> };
  _updateRangeFlatten(): void;
  _generateTreeList(formulas: object, rules: object, units: object): Promise<Tree[]>;
  /** Of one formula: what it reads. */
  _getRangeListByNode(formula: object): Promise<IUnitRange[]>;
  _getTreeNode(tree: Tree): unknown;
  _detectForcedRecalculationNode(tree: Tree, node: unknown): boolean;
  generate(withModel?: boolean): Promise<{ length: number; pop(): Tree | undefined }>;
}

interface Formula extends Runnable<Tree> {
  /** Where it stands; null for a rule's formula, which no cell holds. */
  cell: IUnitRange | null;
  /** The spill that its readers were looked up for. */
  spill: IRange | null;
  readers: Formula[] | null;
  /** RAND, TODAY and the like run in every pass. */
  isVolatile: boolean;
  mark: number;
}

export class Dependencies {
  private formulas = new Map<number, Formula>();
  private byCell = new Map<string, Formula>();
  private areStale = true;
  /** Some formula reads what its arguments say, as INDIRECT and OFFSET do: then Univer's own way is gone. */
  private areDynamic = false;
  private lastMark = 0;
  private run: RunList<Tree> | null = null;
  private readonly generator: GeneratorInternals;
  private readonly manager: IDependencyManagerService;
  private readonly model: FormulaDataModel;
  /** What Univer found in the cells when a formula had changed last. */
  private formulaData: ReturnType<FormulaDataModel['getFormulaData']> | null = null;
  private giveOthersTheirTurn = turnsOfOthers();
  private readonly runtime: IFormulaRuntimeService;

  constructor(app: UniverApp) {
    this.generator = app.injector.get(IFormulaDependencyGenerator) as unknown as GeneratorInternals;
    this.manager = app.injector.get(IDependencyManagerService);
    this.model = app.injector.get(FormulaDataModel);
    const univers = this.generator.generate.bind(this.generator);
    this.generator.generate = (withModel) => (withModel ? univers(withModel) : this.generate(() => univers()));
    this.runtime = app.injector.get(IFormulaRuntimeService);
    this.readInSlices();
    this.holdBackWhatIsAwaited();
    checkEachFormulaOnce(app.injector.get(Interpreter));
  }

  /** Starts a pass. Univer looks through all cells for formulas each time; here only when there may be others. */
  start(pass: () => void): void {
    const { model } = this;
    const { getFormulaData } = model;
    model.getFormulaData = () => {
      if (this.areStale || !this.formulaData) this.formulaData = getFormulaData.call(model);
      return this.formulaData;
    };
    try {
      pass();
    } finally {
      model.getFormulaData = getFormulaData;
    }
  }

  /** A formula, a table, a name or a sheet has changed. */
  forget(): void {
    this.areStale = true;
  }

  isFormula(sheetId: string, row: number, column: number): boolean {
    return this.byCell.has(cellKey(sheetId, row, column));
  }

  /** The formula under way waits for an answer: neither it nor its readers get a value in this pass. */
  awaitAnswer(): void {
    this.run?.awaitAnswer();
  }

  /** The spill that the readers of the formula were ordered by in the last pass. */
  orderedSpill(sheetId: string, row: number, column: number): IRange | null {
    return this.byCell.get(cellKey(sheetId, row, column))?.spill ?? null;
  }

  private async generate(univers: () => ReturnType<GeneratorInternals['generate']>) {
    const config = this.generator._currentConfigService;
    const haveNewMeanings = [
      config.getDirtyNameMap(),
      config.getDirtyDefinedNameMap(),
      config.getDirtySuperTableMap(),
    ].some((units) => Object.values(units ?? {}).some((names) => Object.keys(names ?? {}).length > 0));
    this.generator._updateRangeFlatten();
    if (this.areStale || haveNewMeanings || config.isForceCalculate()) await this.findAnew();
    if (this.areDynamic) {
      this.run = null;
      this.manager.reset();
      return univers();
    }
    this.run = new RunList(this.inOrder(this.dirtyFormulas()), (formula) => this.readersOf(formula as Formula));
    return this.run;
  }

  /** Univer waits for each formula that it reads, but gives nobody a turn. */
  private readInSlices(): void {
    const rangesOf = this.generator._getRangeListByNode.bind(this.generator);
    this.generator._getRangeListByNode = async (formula) => {
      const ranges = await rangesOf(formula);
      await this.giveOthersTheirTurn();
      return ranges;
    };
  }

  private async findAnew(): Promise<void> {
    const { generator, manager } = this;
    this.areStale = false;
    // Univer keeps some dependencies of formulas that are gone.
    manager.reset();
    generator._dependencyTreeCache.clear();
    generator._dependencyRTreeCacheForAddressFunction.clear();
    this.giveOthersTheirTurn = turnsOfOthers();
    const trees = await generator._generateTreeList(
      generator._currentConfigService.getFormulaData(),
      generator._otherFormulaManagerService.getOtherFormulaData(),
      generator._currentConfigService.getUnitData(),
    );
    manager.openKdTree();
    // Once a pass is stopped, Univer reads no references any more: the formulas that were left seem to read nothing.
    if (this.runtime.isStopExecution()) this.areStale = true;
    this.formulas = new Map();
    this.byCell = new Map();
    const features = generator._featureCalculationManagerService.getReferenceExecutorMap();
    this.areDynamic = [...features.values()].some((sheets) => sheets.size > 0);
    const volatility = new Map<string, boolean>();
    for (const tree of trees) {
      if (/\b(INDIRECT|OFFSET)\s*\(/i.test(tree.formula)) this.areDynamic = true;
      let isVolatile = volatility.get(tree.formula);
      if (isVolatile === undefined) volatility.set(tree.formula, (isVolatile = this.isVolatile(tree)));
      const formula = { tree, cell: cellOf(tree), spill: null, readers: null, isVolatile, mark: 0 };
      this.formulas.set(tree.treeId, formula);
      if (formula.cell) this.byCell.set(cellKey(tree.subUnitId, tree.row, tree.column), formula);
    }
  }

  private isVolatile(tree: Tree): boolean {
    if (!tree.formula) return false;
    return this.generator._detectForcedRecalculationNode(tree, this.generator._getTreeNode(tree));
  }

  private dirtyFormulas(): Formula[] {
    const config = this.generator._currentConfigService;
    const all = [...this.formulas.values()];
    if (config.isForceCalculate()) return all;
    const reached = this.manager.searchDependency(config.getDirtyRanges());
    const rules = config.getDirtyUnitOtherFormulaMap();
    const sheets = config.getDirtyNameMap() as Parameters<Tree['dependencySheetName']>[0];
    const changed = this.generator._updateRangeFlattenCache;
    return all.filter(({ tree, cell, isVolatile }) => {
      const { unitId, subUnitId, formulaId } = tree;
      // Set where a sheet or a name in it has changed; it holds for the pass after.
      const { isDirty } = tree;
      tree.isDirty = false;
      if (isDirty || isVolatile || reached.has(tree.treeId) || tree.dependencySheetName(sheets)) return true;
      if (!cell) return formulaId != null && rules[unitId]?.[subUnitId]?.[formulaId] != null;
      return (
        changed
          .get(unitId)
          ?.get(subUnitId)
          ?.some((range) => tree.inRangeData(range)) === true
      );
    });
  }

  /** With all their readers, and readers first: the list is worked off from its end. */
  private inOrder(dirty: Formula[]): Formula[] {
    const done = ++this.lastMark;
    const order: Formula[] = [];
    const open: { formula: Formula; readers: Formula[]; next: number }[] = [];
    const enter = (formula: Formula) => {
      if (formula.mark === done) return;
      formula.mark = done;
      open.push({ formula, readers: this.readersOf(formula), next: 0 });
    };
    for (const start of dirty) {
      enter(start);
      for (let top = open.at(-1); top; top = open.at(-1)) {
        if (top.next < top.readers.length) {
          enter(top.readers[top.next++]);
        } else {
          order.push(top.formula);
          open.pop();
        }
      }
    }
    return order;
  }

  private readersOf(formula: Formula): Formula[] {
    const { cell } = formula;
    if (!cell) return NONE;
    const { startRow, startColumn } = cell.range;
    const spills = this.model.getArrayFormulaRange()[WORKBOOK_ID]?.[cell.sheetId];
    const spill = (spills?.[startRow]?.[startColumn] as IRange | undefined) ?? null;
    if (formula.readers && isSameRange(spill, formula.spill)) return formula.readers;
    formula.spill = spill && { ...spill };
    const found = this.manager.searchDependency([spill ? { ...cell, range: spill } : cell]);
    formula.readers = [...found].flatMap((id) => {
      const reader = this.formulas.get(id);
      return reader && reader !== formula ? [reader] : [];
    });
    return formula.readers;
  }

  /** What is awaited keeps its old value, and so does what reads it, until the answer makes both calculate. */
  private holdBackWhatIsAwaited(): void {
    const { runtime } = this;
    const setValue = runtime.setRuntimeData.bind(runtime);
    const setRuleValue = runtime.setRuntimeOtherData.bind(runtime);
    runtime.setRuntimeData = (value) => {
      if (!this.run?.skipsValue()) setValue(value);
    };
    runtime.setRuntimeOtherData = (...all) => {
      if (!this.run?.skipsValue()) setRuleValue(...all);
    };
  }
}

const NONE: Formula[] = [];

/** Whether something in a formula answers later is the same as long as the formula is: it is parsed anew when a function changes. */
function checkEachFormulaOnce(interpreter: Interpreter): void {
  const check = interpreter.checkAsyncNode.bind(interpreter);
  const checked = new WeakMap<object, boolean>();
  interpreter.checkAsyncNode = (node) => {
    if (!node) return check(node);
    let isAsync = checked.get(node);
    if (isAsync === undefined) checked.set(node, (isAsync = check(node)));
    return isAsync;
  };
}

function cellOf({ unitId, subUnitId, row, column, formulaId }: Tree): IUnitRange | null {
  if (formulaId != null) return null;
  return { unitId, sheetId: subUnitId, range: { startRow: row, endRow: row, startColumn: column, endColumn: column } };
}

function isSameRange(a: IRange | null, b: IRange | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.startRow === b.startRow && a.endRow === b.endRow && a.startColumn === b.startColumn && a.endColumn === b.endColumn
  );
}

function cellKey(sheetId: string, row: number, column: number): string {
  return `${sheetId}|${row}|${column}`;
}
