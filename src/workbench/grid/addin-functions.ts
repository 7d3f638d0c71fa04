/**
 * The add-in's worksheet functions. A call answers later: the cell shows #BUSY! meanwhile, other calls run beside
 * it, and the answer makes the cell calculate again, which then finds it. Equal arguments are asked once.
 */
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
} from '@univerjs/engine-formula';
import { IDescriptionService } from '@univerjs/sheets-formula';
import { addressOf } from './address';
import type { UniverApp } from './univer-app';
import type { Calculation } from './calculation';
import { BUSY, engineError, gridError } from './cell-errors';
import type { ErrorTexts } from './error-texts';
import { wordsOf } from './formula-text';
import type { AddinFunction, CellError, CellValue } from './grid';

/** Answers beyond this number are forgotten, the longest unused first. A workbook holds some dozens. */
const MOST_ANSWERS = 2000;
/** Answers that arrive together are written together. */
const GATHERING_TIME = 5;
/** An answer that comes this soon is never seen as #BUSY!: the cells keep what they show until then. */
const PATIENCE = 400;

/** Not to be taken for a blank cell; no cell holds it. */
const OMITTED = '\u0000omitted';

interface Caller {
  sheetId: string;
  row: number;
  column: number;
}

interface Call {
  answer: CellValue[][] | null;
  isLate: boolean;
  callers: Map<string, Caller>;
}

type Arguments = unknown[];

export class AddinFunctions {
  private functions = new Map<string, AddinFunction>();
  private readonly calls = new Map<string, Call>();
  private readonly answered: Call[] = [];
  /** Calls that may still be answered in time: answers wait for them, to be delivered together. */
  private readonly expected = new Set<Call>();
  private isDeliveryDue = false;
  private generation = 0;
  /** What each cell had of a function before, for an Excel that shows it until the new answer is there. */
  private readonly before = new Map<string, CellValue[][]>();
  keepsOldValues = false;
  /** Whether cells that read an awaited answer keep what they show for a moment, since it mostly comes at once. */
  isPatient = true;

  constructor(
    private readonly app: UniverApp,
    private readonly calculation: Calculation,
    readonly texts: ErrorTexts,
  ) {}

  register(functions: AddinFunction[], wakesCells: boolean): void {
    const service = this.app.injector.get(IFunctionService);
    for (const fn of functions) {
      this.functions.set(fn.name.toUpperCase(), fn);
      service.registerExecutors(new DeferredFunction(fn, this));
    }
    this.app.injector.get(IDescriptionService).registerDescriptions(functions.map(describe));
    const asking = this.cellsThatAsk();
    this.forgetAnswers();
    this.calculation.forgetParsedFormulas();
    if (wakesCells) this.calculation.markCellsDirty(this.cellsThatWait());
    this.calculation.markCellsDirty(asking);
  }

  unregister(): void {
    const names = [...this.functions.keys()];
    this.app.injector.get(IFunctionService).unregisterExecutors(...names);
    this.app.injector.get(IDescriptionService).unregisterDescriptions(names);
    const asking = this.cellsThatAsk();
    this.forgetAnswers();
    this.functions = new Map();
    this.calculation.forgetParsedFormulas();
    this.calculation.markCellsDirty(asking);
  }

  forgetAnswers(): void {
    this.generation++;
    this.calls.clear();
    this.before.clear();
    this.expected.clear();
    for (const _ of this.answered.splice(0)) this.calculation.callEnded();
  }

  /** The answer, or null while it is awaited; the caller is calculated again when it arrives. */
  ask(fn: AddinFunction, args: Arguments, caller: Caller): CellValue[][] | null {
    // A calculation under way may still come to a cell whose sheet has been deleted meanwhile.
    if (!this.isThere(caller)) return [[{ error: '#REF!' }]];
    const key = `${fn.name}(${JSON.stringify(args.map((value) => (value === undefined ? OMITTED : value)))})`;
    let call = this.calls.get(key);
    if (call) {
      this.calls.delete(key);
    } else {
      call = { answer: null, isLate: false, callers: new Map() };
      void this.run(fn, args, call, this.addressOf(caller));
    }
    this.calls.set(key, call);
    const cell = `${caller.sheetId}|${caller.row}|${caller.column}`;
    if (!call.answer) {
      call.callers.set(cell, caller);
      if (!call.isLate && this.isPatient && this.hasValue(caller)) this.calculation.dependencies.awaitAnswer();
    }
    if (this.calls.size > MOST_ANSWERS) this.forgetOldest();
    if (call.answer) this.before.set(`${cell}|${fn.name}`, call.answer);
    return call.answer ?? (this.keepsOldValues ? (this.before.get(`${cell}|${fn.name}`) ?? null) : null);
  }

  private async run(fn: AddinFunction, args: Arguments, call: Call, caller: string): Promise<void> {
    const generation = this.generation;
    this.calculation.callStarted();
    this.expected.add(call);
    const patience = setTimeout(() => this.isOverdue(call), PATIENCE);
    try {
      const answer = await Promise.resolve().then(() => fn.call(args, caller));
      call.answer = isGrid(answer) ? answer : [[{ error: '#VALUE!', text: `${fn.name} returned no value.` }]];
    } catch (reason) {
      call.answer = [[{ error: '#VALUE!', text: reason instanceof Error ? reason.message : String(reason) }]];
    }
    clearTimeout(patience);
    if (generation !== this.generation) {
      this.calculation.callEnded();
      return;
    }
    this.answered.push(call);
    this.expected.delete(call);
    this.deliverSoon();
  }

  private deliverSoon(): void {
    if (this.isDeliveryDue || this.answered.length === 0 || this.expected.size > 0) return;
    this.isDeliveryDue = true;
    setTimeout(() => {
      this.isDeliveryDue = false;
      this.deliver();
    }, GATHERING_TIME);
  }

  private isOverdue(call: Call): void {
    // What the add-in's page has sent meanwhile comes first, however busy the thread was.
    setTimeout(() => {
      this.expected.delete(call);
      this.deliverSoon();
      if (call.answer) return;
      call.isLate = true;
      this.calculation.markCellsDirty([...call.callers.values()].filter((caller) => this.isThere(caller)));
    });
  }

  private deliver(): void {
    const calls = this.answered.splice(0);
    const callers = new Map(calls.flatMap((call) => [...call.callers]));
    for (const call of calls) call.callers.clear();
    this.calculation.markCellsDirty([...callers.values()].filter((caller) => this.isThere(caller)));
    for (const _ of calls) this.calculation.callEnded();
  }

  private forgetOldest(): void {
    for (const [key, call] of this.calls) {
      if (!call.answer) continue;
      this.calls.delete(key);
      return;
    }
  }

  /** A new formula shows #BUSY! at once, as in Excel. */
  private hasValue({ sheetId, row, column }: Caller): boolean {
    const value = this.app.sheet(sheetId).getCellMatrix().getValue(row, column)?.v;
    return value !== undefined && value !== null && value !== BUSY;
  }

  private isThere({ sheetId }: Caller): boolean {
    return this.app.workbook().getSheetBySheetId(sheetId) != null;
  }

  private addressOf({ sheetId, row, column }: Caller): string {
    return addressOf(this.app.sheet(sheetId).getName(), row, column);
  }

  /** Cells whose answer is awaited, or there and not delivered yet. */
  private cellsThatAsk(): Caller[] {
    const asking = [...this.calls.values(), ...this.answered].flatMap(({ callers }) => [...callers.values()]);
    return asking.filter((caller) => this.isThere(caller));
  }

  /** Formulas that name a function of the add-in and have no value yet, or #NAME?. */
  private cellsThatWait(): Caller[] {
    const names = new Set([...this.functions.keys()].map((name) => name.toLowerCase()));
    const waiting: Caller[] = [];
    for (const sheet of this.app.workbook().getSheets()) {
      sheet.getCellMatrix().forValue((row, column, cell) => {
        if (!cell?.f) return;
        const unknown = cell.v === undefined || cell.v === null || cell.v === ErrorType.NAME || cell.v === BUSY;
        if (unknown && [...wordsOf(cell.f)].some((word) => names.has(word)))
          waiting.push({ sheetId: sheet.getSheetId(), row, column });
      });
    }
    return waiting;
  }
}

class DeferredFunction extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    private readonly fn: AddinFunction,
    private readonly owner: AddinFunctions,
  ) {
    super(fn.name.toUpperCase());
    this.minParams = fn.parameters.filter((parameter) => !parameter.optional).length;
    this.maxParams = fn.parameters.length;
  }

  override calculate(...given: BaseValueObject[]) {
    const caller = { sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
    const values = this.fn.parameters.map((_, index) => readArgument(given[index]));
    const error = firstError(values, (index) => this.fn.parameters[index].takesErrors === true);
    if (error) return error;
    const shape = this.liftedShape(values);
    if (!shape) return this.result(this.owner.ask(this.fn, this.argumentsAt(values, 0, 0), caller), caller);
    // Excel calls a function of single values once for each cell of a range.
    const answers = Array.from({ length: shape.rows }, (_, row) =>
      Array.from({ length: shape.columns }, (_, column) =>
        this.owner.ask(this.fn, this.argumentsAt(values, row, column), caller),
      ),
    );
    if (answers.some((row) => row.includes(null))) return ErrorValueObject.create(BUSY);
    return this.result(
      answers.map((row) => row.map((answer) => answer![0][0])),
      caller,
    );
  }

  /** The size of the result when a range is given where a single value is expected. */
  private liftedShape(values: Argument[]): { rows: number; columns: number } | null {
    const ranges = values
      .filter((value, index) => value.grid && !this.fn.parameters[index].matrix)
      .map((value) => value.grid!);
    const rows = Math.max(1, ...ranges.map((grid) => grid.length));
    const columns = Math.max(1, ...ranges.map((grid) => grid[0].length));
    return rows > 1 || columns > 1 ? { rows, columns } : null;
  }

  private argumentsAt(values: Argument[], row: number, column: number): Arguments {
    return values.map((value, index) => {
      if (value.omitted) return undefined;
      if (!value.grid) return this.fn.parameters[index].matrix ? [[value.single]] : value.single;
      return this.fn.parameters[index].matrix
        ? value.grid
        : (value.grid[Math.min(row, value.grid.length - 1)][Math.min(column, value.grid[0].length - 1)] ?? null);
    });
  }

  private result(answer: CellValue[][] | null, caller: Caller) {
    if (!answer) return ErrorValueObject.create(BUSY);
    this.owner.texts.record(this.fn.name, caller, answer);
    if (answer.length === 1 && answer[0].length === 1) return engineValue(answer[0][0]);
    return ArrayValueObject.create({
      calculateValueList: answer.map((row) => row.map(engineValue)),
      rowCount: answer.length,
      columnCount: answer[0].length,
      unitId: '',
      sheetId: '',
      row: -1,
      column: -1,
    });
  }
}

type Scalar = number | string | boolean | null | CellError;

interface Argument {
  omitted?: boolean;
  single?: Scalar;
  grid?: Scalar[][];
  /** The first among its cells; one that is still awaited before all others. */
  error?: BaseValueObject;
}

function readArgument(value: BaseValueObject | undefined): Argument {
  if (!value) return { omitted: true };
  if (value.isReferenceObject()) return readArray((value as unknown as BaseReferenceObject).toArrayValueObject());
  if (value.isArray()) return readArray(value as ArrayValueObject);
  if (value.isError()) return { error: value, single: errorCell(value) };
  if (value.isNull()) return { omitted: true };
  return { single: value.getValue() };
}

function readArray(array: ArrayValueObject): Argument {
  let error: BaseValueObject | undefined;
  const grid = Array.from({ length: array.getRowCount() }, (_, row) =>
    Array.from({ length: array.getColumnCount() }, (_, column): Scalar => {
      const value = array.get(row, column);
      if (!value || value.isNull()) return null;
      if (value.isError()) {
        if (!error || isBusy(value)) error = value;
        return errorCell(value);
      }
      return value.getValue();
    }),
  );
  if (grid.length === 0 || grid[0].length === 0)
    return { error: ErrorValueObject.create(ErrorType.REF), single: { error: '#REF!' } };
  return grid.length === 1 && grid[0].length === 1 ? { error, single: grid[0][0] } : { error, grid };
}

const errorCell = (value: BaseValueObject): CellError => ({
  error: gridError((value as ErrorValueObject).getErrorType()) ?? '#VALUE!',
});

/** An argument that is still awaited makes the call wait too, before any other error counts. */
function firstError(values: Argument[], takesErrors: (index: number) => boolean): BaseValueObject | undefined {
  const errors = values.map(({ error }) => error);
  return errors.find((error) => error && isBusy(error)) ?? errors.find((error, i) => error && !takesErrors(i));
}

function isBusy(value: BaseValueObject): boolean {
  return (value as ErrorValueObject).getErrorType() === BUSY;
}

function engineValue(value: CellValue): BaseValueObject {
  if (typeof value === 'number')
    return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'string') return StringValueObject.create(value);
  // Excel shows a null in an answer as 0.
  if (value === null || value === undefined) return NumberValueObject.create(0);
  return ErrorValueObject.create(engineError(value as CellError));
}

function isGrid(answer: unknown): answer is CellValue[][] {
  return (
    Array.isArray(answer) &&
    answer.length > 0 &&
    answer.every((row) => Array.isArray(row) && row.length > 0 && row.length === answer[0].length)
  );
}

function describe(fn: AddinFunction) {
  return {
    functionName: fn.name.toUpperCase(),
    functionType: FunctionType.User,
    description: fn.description,
    abstract: fn.description,
    functionParameter: fn.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: '',
      require: parameter.optional ? (0 as const) : (1 as const),
      repeat: 0 as const,
    })),
  };
}
