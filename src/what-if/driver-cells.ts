/**
 * The input cells that a question moves: a driver by its column header, of the rows that a program, a payer or a cost
 * item narrows down. Moving them is editing the cells: fee schedule, planned changes and the scenario come after, as in
 * a forecast of the edited tables.
 */
import { isInScope, moved } from '../engine/inputs/changes';
import { DRIVERS, upperBound, type Driver, type DriverKey } from '../engine/model/drivers';
import type { ChangeKind, CostItem, Model, Payer, Program } from '../engine/model/model';
import { isCareUnit } from '../engine/model/care-team';
import * as messages from '../tables/messages/what-if';
import { InputError } from '../tables/messages/input-error';
import { known } from '../tables/reading/known-name';
import { CONTRACTS } from '../tables/schemas/contracts';
import { findDrawn } from '../tables/schemas/drawn-inputs';
import { DRIVER_NAMES, driverName, findDriver } from '../tables/schemas/driver-names';

/** Null is all of them. */
export interface DriverCells {
  readonly driver: Driver;
  readonly program: string | null;
  readonly payer: string | null;
  readonly item: string | null;
}

/** What is done to each of the cells. */
export interface Move {
  readonly change: ChangeKind;
  readonly value: number;
}

/** What a cell may hold, given the cells beside it. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

export type Row = Program | Payer | CostItem;

/** A cell with its row. */
interface Cell {
  readonly row: Row;
  readonly value: number;
}

/** Names as a person gives them; null where none is given. */
export interface NamedCells {
  driver: string;
  program: string | null;
  payer: string | null;
  item: string | null;
}

/** @throws InputError for a name that the tables do not have, with the nearest ones, and where no row is meant */
export function cellsNamed(model: Model, { driver: name, program, payer, item }: NamedCells): DriverCells {
  const driver = findDriver(name)?.driver;
  if (!driver) {
    const ofContracts = findDrawn(name);
    throw new InputError(
      ofContracts
        ? messages.driverOfContracts(CONTRACTS.header[ofContracts])
        : messages.unknownName('driver', name, DRIVER_NAMES),
    );
  }
  const header = driverName(driver.key);
  const { programs, payers, costs } = model;
  const oneOf = (what: string, given: string | null, names: readonly string[], isOfLevel: boolean) => {
    if (given === null) return null;
    const found = known(what, given, names);
    if (!isOfLevel) throw new InputError(messages.notOfDriver(header, what));
    return found;
  };
  const cells: DriverCells = {
    driver,
    program: oneOf(
      'program',
      program,
      programs.map((row) => row.name),
      true,
    ),
    payer: oneOf(
      'payer',
      payer,
      payers.map((row) => row.payer),
      driver.level === 'payer',
    ),
    item: oneOf(
      'item',
      item,
      costs.map((row) => row.item),
      driver.level === 'cost',
    ),
  };
  if (cellsOf(model, cells).length === 0) throw new InputError(messages.noCells(labelOf(cells)));
  return cells;
}

/** Every driver with all of its rows. */
export const everyDriver = (model: Model): DriverCells[] =>
  DRIVERS.map((driver) => ({ driver, program: null, payer: null, item: null })).filter(
    (cells) => cellsOf(model, cells).length > 0,
  );

/** Every cell on its own; cost items that share program and name stay together. */
export function everyCell(model: Model): DriverCells[] {
  const found = new Map<string, DriverCells>();
  for (const { driver } of everyDriver(model))
    for (const { row } of cellsOf(model, { driver, program: null, payer: null, item: null })) {
      const cells = { driver, ...scopeOf(row) };
      found.set(JSON.stringify([driver.key, cells.program, cells.payer, cells.item]), cells);
    }
  return [...found.values()];
}

/** “Allowed PPPM, CCM, Medicare” */
export const labelOf = ({ driver, program, payer, item }: DriverCells): string =>
  [driverName(driver.key), program, payer, item].filter((name) => name !== null).join(', ');

/** For the answers that a forecast remembers. */
export const keyOfCells = ({ driver, program, payer, item }: DriverCells): string =>
  JSON.stringify([driver.key, program, payer, item]);

const scopeOf = (row: Row) => ({
  program: 'name' in row ? row.name : row.program,
  payer: 'payer' in row ? row.payer : null,
  item: 'item' in row ? row.item : null,
});

/** Whether anything reads the driver in this row: an item that is not bought by the unit has no patients per unit. */
function isRead(key: DriverKey, row: Row): boolean {
  if (!('item' in row)) return true;
  if (key === 'patientsPerUnit' || key === 'minimumUnits') return row.basis === 'per unit';
  if (key === 'unitsOnDuty') return row.staffing !== 'unlimited';
  if (key === 'minutesPerUnit' || key === 'productiveRate') return isCareUnit(row);
  return true;
}

export const isMeant = (cells: DriverCells, row: Row): boolean =>
  isInScope(cells, scopeOf(row)) && isRead(cells.driver.key, row);

const rowsOf = (model: Model, { level }: Driver): readonly Row[] =>
  level === 'program' ? model.programs : level === 'payer' ? model.payers : model.costs;

const valueIn = (row: Row, key: DriverKey): number => (row as unknown as Record<DriverKey, number>)[key];

const cellsOf = (model: Model, cells: DriverCells): Cell[] =>
  rowsOf(model, cells.driver)
    .filter((row) => isMeant(cells, row))
    .map((row) => ({ row, value: valueIn(row, cells.driver.key) }));

/** The typed values, row by row. */
export const valuesOf = (model: Model, cells: DriverCells): number[] => cellsOf(model, cells).map(({ value }) => value);

/** The typed value where all of the cells hold the same; null where they differ. */
export function commonValue(model: Model, cells: DriverCells): number | null {
  const [first, ...others] = valuesOf(model, cells);
  return others.every((value) => value === first) ? first : null;
}

/** What all of the cells may hold. */
export function boundsOf(model: Model, cells: DriverCells): Bounds {
  const all = cellsOf(model, cells).map(({ row }) => boundsIn(row, cells.driver, model.months));
  return { lower: Math.max(...all.map(({ lower }) => lower)), upper: Math.min(...all.map(({ upper }) => upper)) };
}

export const CAUSES = ['dischargeRate', 'disengagementRate', 'benefitChangeRate', 'adverseEventRate'] as const;

/** The driver's own bounds, and what reading the table refuses beyond them. */
export function boundsIn(row: Row, driver: Driver, months: number): Bounds {
  const { key, lower } = driver;
  const upper = upperBound(driver, 'basis' in row ? row.basis : null);
  const typed = valueIn(row, key);
  if ('name' in row) {
    if (key === 'eligiblePatients') return { lower: row.openingPatients, upper };
    if (key === 'openingPatients') return { lower, upper: row.eligiblePatients };
    // A month behind the last one is never.
    if (key === 'launchMonth') return { lower: 1, upper: Math.max(months + 1, typed) };
    const isCause = CAUSES.some((cause) => cause === key);
    const others = CAUSES.reduce((sum, cause) => (cause === key ? sum : sum + row[cause]), 0);
    return isCause ? { lower, upper: Math.max(typed, Math.min(upper, 1 - others)) } : { lower, upper };
  }
  if ('item' in row) {
    // No unit serves nobody.
    if (key === 'patientsPerUnit') return { lower: Math.min(1, typed), upper };
    if (key === 'startMonth') return { lower: 1, upper: Math.min(row.endMonth, Math.max(months + 1, typed)) };
    if (key === 'endMonth') return { lower: row.startMonth, upper };
  }
  return { lower, upper };
}

export const heldIn = (value: number, { lower, upper }: Bounds): number => Math.min(upper, Math.max(lower, value));

/** Whether a bound keeps one of the cells from moving all the way. */
export const isHeld = (model: Model, cells: DriverCells, move: Move): boolean =>
  cellsOf(model, cells).some(({ row, value }) => {
    const to = moved(value, move);
    return heldIn(to, boundsIn(row, cells.driver, model.months)) !== to;
  });

/**
 * The model with the cells moved, each held at its bounds. Where payers' shares move, those of the program's other
 * payers make room in proportion, so that they still sum to 1. An amount that follows codes moves in every month.
 */
export function withMoved(model: Model, cells: DriverCells, move: Move): Model {
  const { driver } = cells;
  const inRow = <R extends Row>(row: R): R =>
    isMeant(cells, row)
      ? { ...row, [driver.key]: heldIn(moved(valueIn(row, driver.key), move), boundsIn(row, driver, model.months)) }
      : row;
  switch (driver.level) {
    case 'program':
      return { ...model, programs: model.programs.map(inRow) };
    case 'cost':
      return { ...model, costs: model.costs.map(inRow) };
    default: {
      const payers = model.payers.map(inRow);
      if (driver.key === 'shareOfPanel')
        return { ...model, payers: makeRoom(payers, (row) => isMeant(cells, row), model.payers) };
      if (driver.key !== 'allowedPppm' || !model.schedule) return { ...model, payers };
      const schedule = model.schedule.map((change) =>
        isInScope(cells, change) ? { ...change, value: heldIn(moved(change.value, move), driver) } : change,
      );
      return { ...model, payers, schedule };
    }
  }
}

/** Shares that moved stay as they are where they can; the others of their program share what is left as they did before. */
function makeRoom(payers: readonly Payer[], hasMoved: (row: Payer) => boolean, before: readonly Payer[]): Payer[] {
  const sumOf = (rows: readonly Payer[], program: string, ofMoved: boolean) =>
    rows.reduce(
      (sum, row, i) => (row.program === program && hasMoved(before[i]) === ofMoved ? sum + row.shareOfPanel : sum),
      0,
    );
  return payers.map((row, i) => {
    const { program, shareOfPanel } = row;
    if (!before.some((other) => other.program === program && hasMoved(other))) return row;
    const taken = sumOf(payers, program, true);
    const others = sumOf(before, program, false);
    if (hasMoved(before[i])) {
      const isAlone = others === 0 || taken > 1;
      // Nobody's panel has no payers: shares that would all be nothing stay.
      return isAlone ? (taken > 0 ? { ...row, shareOfPanel: shareOfPanel / taken } : before[i]) : row;
    }
    return { ...row, shareOfPanel: others > 0 ? (shareOfPanel / others) * Math.max(0, 1 - taken) : 0 };
  });
}

/** Whether two drivers share a cell. */
export const overlap = (model: Model, one: DriverCells, other: DriverCells): boolean =>
  one.driver === other.driver && rowsOf(model, one.driver).some((row) => isMeant(one, row) && isMeant(other, row));
