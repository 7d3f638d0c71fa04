/** Drivers as a formula names them: a header, or cells side by side as in the table Scenarios: driver, program, payer, item. */
import type { Model } from '../../engine/model/model';
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/what-if';
import { wholeWithinRounding } from '../../tables/reading/bounds';
import { readDateCell } from '../../tables/reading/date-cell';
import { isZeroWord, type Cell } from '../../tables/reading/cell';
import { monthIndexOfSerial } from '../../tables/calendar';
import { fold } from '../../tables/reading/nearest';
import { boundsOf, cellsNamed, everyCell, labelOf, type DriverCells } from '../../what-if/driver-cells';
import { cells, isBlankCell } from './cell-grid';
import { isNotGiven, numbers, ANY_NUMBER } from './number-grid';
import { monthShown } from './month-argument';
import { nameOf } from './text-argument';

/** Driver, program, payer, item. */
const PARTS = 4;

/** @throws InputError for a name that is not known, and where no cell is meant */
export function driverOf(name: string, argument: unknown, model: Model): DriverCells {
  if (isNotGiven(argument)) throw new InputError(messages.missingDriver(name));
  const { rows, columns, values } = cells(name, argument);
  if ((rows > 1 && columns > 1) || rows * columns > PARTS)
    throw new InputError(messages.driverShape(name, rows, columns));
  return driverInRow(name, Array.from(values), model);
}

function driverInRow(what: string, row: readonly unknown[], model: Model): DriverCells {
  const [driver, program, payer, item] = ['driver', 'program', 'payer', 'item'].map((part, i) => nameOf(part, row[i]));
  if (driver === null) throw new InputError(messages.missingDriver(what));
  return cellsNamed(model, { driver, program, payer, item });
}

/** Every cell is looked at on its own up to this many. */
const MOST_DRIVERS = 1_000;
const EACH_ROW = 'each row';

/** A row a driver; “each row” for every cell of the tables on its own; null when left out. */
export function driversOf(name: string, argument: unknown, model: Model): DriverCells[] | null {
  if (isNotGiven(argument)) return null;
  const { rows, columns, values } = cells(name, argument);
  const only = rows * columns === 1 ? values[0] : null;
  if (typeof only === 'string' && fold(only) === EACH_ROW) return few(everyCell(model));
  if (columns > PARTS) throw new InputError(messages.driverShape(name, rows, columns));
  const all = Array.from(values);
  return few(
    Array.from({ length: rows }, (_, r) => all.slice(r * columns, (r + 1) * columns))
      .filter((row) => !row.every(isBlankCell) && !isHeader(row))
      .map((row) => driverInRow(name, row, model)),
  );
}

const isHeader = ([first]: readonly unknown[]): boolean => typeof first === 'string' && fold(first) === 'driver';

function few(drivers: DriverCells[]): DriverCells[] {
  if (drivers.length > MOST_DRIVERS) throw new InputError(messages.tooManyCells(drivers.length, MOST_DRIVERS));
  return drivers;
}

/** More than this along a side is a slip: a whole column. */
const MOST_VALUES = 60;

/** Values to set in the cells; 0 and blank are 0. Months are numbers or dates. @throws InputError beyond what the cells may hold */
export function valuesFor(
  name: string,
  argument: unknown,
  model: Model,
  target: DriverCells,
  start: number | null,
): number[] {
  if (isNotGiven(argument) && target.driver.isMonth) throw new InputError(messages.noValues(name));
  const given = cells(name, argument);
  const count = given.rows * given.columns;
  if (count > MOST_VALUES) throw new InputError(messages.tooManyValues(name, count, MOST_VALUES));
  const typed = Array.from(given.values);
  const { isMonth } = target.driver;
  const values = isMonth
    ? typed.map((cell) => monthOf(name, cell, start))
    : Array.from(numbers(name, [typed.map((cell) => (isZeroWord(cell as Cell) ? 0 : cell))], ANY_NUMBER).values);
  const { lower, upper } = boundsOf(model, target);
  for (const value of values)
    if (value < lower || value > upper)
      throw new InputError(messages.outsideDriver(name, value, labelOf(target), lower, upper));
  return values;
}

function monthOf(name: string, cell: unknown, start: number | null): number {
  const date = start === null ? null : readDateCell(cell);
  if (date) return monthIndexOfSerial(date.serial) - start! + 1;
  const month = typeof cell === 'number' ? wholeWithinRounding(cell) : NaN;
  if (!Number.isInteger(month) || month < 1) throw new InputError(messages.notAMonth(name, cell));
  return month;
}

/** The value of a driver as an answer shows it; of months their last day. */
export function driverValueShown({ driver }: DriverCells, value: number | null, start: number | null): unknown {
  if (value === null) return 'various';
  if (!Number.isFinite(value)) return driver.isMonth ? 'no end' : 'no limit';
  return driver.isMonth ? monthShown(value, start) : value;
}
