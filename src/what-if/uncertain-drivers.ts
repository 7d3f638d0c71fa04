/** Rows of the table Uncertainty as drivers that can be drawn: which cells, within what they may hold. */
import type { Model } from '../engine/model/model';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/what-if';
import type { Range } from '../tables/reading/read-model';
import { inRow, readUncertainty, type UncertainRow } from '../tables/reading/read-uncertainty';
import { boundsOf, cellsNamed, labelOf, overlap } from './driver-cells';
import { impossible } from './quantiles';
import type { UncertainDriver } from './simulate';

/** @throws InputError that names the row */
export const uncertainDriversIn = (range: Range | null, model: Model): UncertainDriver[] =>
  uncertainDrivers(
    readUncertainty(range, (named) => cellsNamed(model, named)),
    model,
  );

/**
 * The drivers that rows of Uncertainty draw, in their order.
 * @throws InputError that names the row
 */
export function uncertainDrivers(rows: readonly UncertainRow[], model: Model): UncertainDriver[] {
  const drivers: (UncertainDriver & { row: number })[] = [];
  for (const { row, distribution: name, low, likely, high, group, correlation, ...named } of rows) {
    const cells = inRow(row, () => cellsNamed(model, named));
    if (cells.driver.isMonth) throw new InputError(messages.monthsNotDrawn(row, labelOf(cells)));
    const { lower, upper } = boundsOf(model, cells);
    for (const value of [low, high])
      if (value < lower || value > upper)
        throw new InputError(
          messages.inUncertaintyRow(row, messages.outsideDriver('it', value, labelOf(cells), lower, upper)),
        );
    const distribution = { name, low, likely, high };
    if (impossible(distribution)) throw new InputError(messages.noSuchSpread(row, name));
    const other = drivers.find((earlier) => overlap(model, earlier.cells, cells));
    if (other) throw new InputError(messages.movedTwice(row, other.row, labelOf(cells)));
    drivers.push({ cells, distribution, group, correlation, row });
  }
  return drivers;
}
