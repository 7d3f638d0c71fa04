/** What scenarios move: the drivers that their adjustments name, with the rows they are narrowed down to. */
import { byName } from '../engine/inputs/layout';
import { driverByKey, placeOfDriver } from '../engine/model/drivers';
import type { Change, Model } from '../engine/model/model';
import type { DriverCells } from './driver-cells';

const keyOf = ({ driver, program, payer, item }: Change): string => JSON.stringify([driver, program, payer, item]);

/** What is done to the cells, in an order of its own. */
const doneTo = (changes: readonly Change[], key: string): string =>
  changes
    .filter((change) => keyOf(change) === key)
    .map(({ change, value }) => `${change} ${value}`)
    .sort()
    .join('; ');

/** The drivers in which any two of the scenarios differ, in the order of the catalogue and of names: no order of rows shows. */
export function driversThatDiffer(scenarios: readonly (readonly Change[])[]): DriverCells[] {
  const found = new Map(scenarios.flat().map((change) => [keyOf(change), change]));
  return [...found]
    .filter(([key]) => new Set(scenarios.map((changes) => doneTo(changes, key))).size > 1)
    .map(([, { driver, program, payer, item }]) => ({ driver: driverByKey.get(driver)!, program, payer, item }))
    .sort(
      (a, b) =>
        placeOfDriver.get(a.driver.key)! - placeOfDriver.get(b.driver.key)! ||
        byName(a.program ?? '', b.program ?? '') ||
        byName(a.payer ?? '', b.payer ?? '') ||
        byName(a.item ?? '', b.item ?? ''),
    );
}

/** The model in which some drivers are as another scenario has them, and all others as they were. */
export function withDriversOf(model: Model, other: readonly Change[], drivers: readonly DriverCells[]): Model {
  const taken = new Set(
    drivers.map(({ driver, program, payer, item }) => JSON.stringify([driver.key, program, payer, item])),
  );
  const isTaken = (change: Change) => taken.has(keyOf(change));
  return {
    ...model,
    adjustments: [...model.adjustments.filter((change) => !isTaken(change)), ...other.filter(isTaken)],
  };
}
