/**
 * Functions as Excel has them where Univer differs: month ends stay in the month, every error has its number, arrays give
 * arrays, and a number's letters are its digits. With them come the functions that formulas are put into words with.
 */
import type { Injector } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  NumberValueObject,
  type BaseValueObject,
} from '@univerjs/engine-formula';
import { CountErrors } from './error-counts';
import { Single } from './implicit-intersection';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

function edate(serial: number, months: number): number {
  const date = new Date(EPOCH + Math.floor(serial) * DAY);
  const month = date.getUTCMonth() + Math.trunc(months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return (Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), lastDay)) - EPOCH) / DAY;
}

function eomonth(serial: number, months: number): number {
  const date = new Date(EPOCH + Math.floor(serial) * DAY);
  return (Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + Math.trunc(months) + 1, 0) - EPOCH) / DAY;
}

class MonthFunction extends BaseFunction {
  override minParams = 2;
  override maxParams = 2;

  constructor(
    name: string,
    private readonly compute: (serial: number, months: number) => number,
  ) {
    super(name);
  }

  override calculate(start: BaseValueObject, months: BaseValueObject) {
    const [a, b] = [gridOf(start), gridOf(months)];
    const rows = Math.max(a.length, b.length);
    const columns = Math.max(a[0].length, b[0].length);
    const result = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => this.one(pick(a, row, column), pick(b, row, column))),
    );
    if (rows === 1 && columns === 1) return result[0][0];
    return arrayOf(result);
  }

  private one(start: BaseValueObject | undefined, months: BaseValueObject | undefined): BaseValueObject {
    if (!start || !months) return ErrorValueObject.create(ErrorType.NA);
    if (start.isError()) return start;
    if (months.isError()) return months;
    const [serial, count] = [numberOf(start), numberOf(months)];
    if (Number.isNaN(serial) || Number.isNaN(count)) return ErrorValueObject.create(ErrorType.VALUE);
    const result = this.compute(serial, count);
    return serial < 0 || result < 0 ? ErrorValueObject.create(ErrorType.NUM) : NumberValueObject.create(result);
  }
}

export interface DateSystem {
  since1904: boolean;
}

/** The day of a date, from 1900 or from 1904 on. */
class DateFunction extends BaseFunction {
  override minParams = 3;
  override maxParams = 3;

  constructor(
    private readonly excel: BaseFunction,
    private readonly system: DateSystem,
  ) {
    super('DATE');
  }

  override calculate(year: BaseValueObject, month: BaseValueObject, day: BaseValueObject) {
    const date = this.excel.calculate(year, month, day) as BaseValueObject;
    if (!this.system.since1904) return date;
    const earlier = gridOf(date).map((row) =>
      row.map((value) =>
        !value || value.isError() ? value! : NumberValueObject.create(Number(value.getValue()) - 1462),
      ),
    );
    return earlier.length === 1 && earlier[0].length === 1 ? earlier[0][0] : arrayOf(earlier);
  }
}

/** Excel documents no number for #BUSY!, which is #N/A here like what is no error. */
const ERROR_NUMBERS: ReadonlyMap<string, number> = new Map([
  [ErrorType.NULL, 1],
  [ErrorType.DIV_BY_ZERO, 2],
  [ErrorType.VALUE, 3],
  [ErrorType.REF, 4],
  [ErrorType.NAME, 5],
  [ErrorType.NUM, 6],
  [ErrorType.NA, 7],
  [ErrorType.SPILL, 9],
  [ErrorType.CALC, 14],
]);

class ErrorNumber extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;

  constructor() {
    super('ERROR.TYPE');
  }

  override calculate(value: BaseValueObject) {
    const result = gridOf(value).map((row) => row.map(errorNumber));
    return result.length === 1 && result[0].length === 1 ? result[0][0] : arrayOf(result);
  }
}

function errorNumber(value: Blankable): BaseValueObject {
  const number = value?.isError() ? ERROR_NUMBERS.get((value as ErrorValueObject).getErrorType()) : undefined;
  return number === undefined ? ErrorValueObject.create(ErrorType.NA) : NumberValueObject.create(number);
}

type Blankable = BaseValueObject | undefined;

function gridOf(value: BaseValueObject): Blankable[][] {
  if (!value.isArray()) return [[value]];
  const array = value as ArrayValueObject;
  return Array.from({ length: array.getRowCount() }, (_, row) =>
    Array.from({ length: array.getColumnCount() }, (_, column) => array.get(row, column) ?? undefined),
  );
}

const arrayOf = (values: BaseValueObject[][]): ArrayValueObject =>
  ArrayValueObject.create({
    calculateValueList: values,
    rowCount: values.length,
    columnCount: values[0].length,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });

function pick(grid: Blankable[][], row: number, column: number): Blankable {
  const cells = grid[grid.length === 1 ? 0 : row];
  return cells?.[cells.length === 1 ? 0 : column];
}

function numberOf(value: BaseValueObject): number {
  if (value.isNull()) return 0;
  const raw = value.getValue();
  return typeof raw === 'string' && raw.trim() === '' ? NaN : Number(raw);
}

/** What Univer takes of a number as its cell shows it, and Excel with all its digits: LEN of 65% is 4. */
const OF_TEXTS = ['LEN', 'LEFT', 'MID', 'RIGHT', 'FIND', 'SEARCH', 'REPLACE'];

class OfPlainNumbers extends BaseFunction {
  constructor(
    name: string,
    private readonly excel: BaseFunction,
  ) {
    super(name);
    this.minParams = excel.minParams;
    this.maxParams = excel.maxParams;
  }

  override calculate(...values: BaseValueObject[]) {
    return this.excel.calculate(
      ...values.map((value) =>
        value.isArray() ? (value as ArrayValueObject).mapValue(unformatted) : unformatted(value),
      ),
    );
  }
}

const unformatted = (value: BaseValueObject): BaseValueObject =>
  value.isNumber() && value.getPattern() !== '' ? NumberValueObject.create(Number(value.getValue())) : value;

/** The result is asked by DATE. */
export function registerExcelFunctions(injector: Injector): DateSystem {
  const functions = injector.get(IFunctionService);
  const system: DateSystem = { since1904: false };
  functions.registerExecutors(
    new DateFunction(functions.getExecutor('DATE') as BaseFunction, system),
    new MonthFunction('EDATE', edate),
    new MonthFunction('EOMONTH', eomonth),
    new ErrorNumber(),
    ...OF_TEXTS.map((name) => new OfPlainNumbers(name, functions.getExecutor(name) as BaseFunction)),
    new Single(),
    new CountErrors(),
  );
  return system;
}

/** Every function that a formula may call now. */
export function functionNames(injector: Injector): string[] {
  return [...injector.get(IFunctionService).getExecutors().keys()].map(String);
}
