/** Rows of the table Contract uncertainty as inputs that can be drawn: which column, of which contract, within its bounds. */
import type { Contract } from '../contracts/statement';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/what-if';
import { known } from '../tables/reading/known-name';
import { inRow, type UncertainContractRow } from '../tables/reading/read-uncertainty';
import { CONTRACTS } from '../tables/schemas/contracts';
import { DRAWN_HEADERS, findDrawn } from '../tables/schemas/drawn-inputs';
import type { UncertainInput } from './contract-downside';
import { impossible } from './quantiles';

/**
 * The inputs of contracts looked at; rows of others are read, so that a slip in them is said.
 * @throws InputError that names the row
 */
export function uncertainInputs(
  rows: readonly UncertainContractRow[],
  all: readonly Contract[],
  looked: readonly Contract[],
): UncertainInput[] {
  const inputs = rows.map(
    ({
      row,
      driver,
      contract,
      distribution: name,
      low,
      likely,
      high,
      group,
      correlation,
    }): UncertainInput & { row: number } => {
      const key = findDrawn(driver) ?? inRow(row, () => findDrawn(known('driver', driver, DRAWN_HEADERS))!);
      const header = CONTRACTS.header[key];
      const { lower, upper } = CONTRACTS.column[key];
      const names = all.map((each) => each.contract);
      const of = contract === null ? null : inRow(row, () => known('contract', contract, names));
      for (const value of [low, high])
        if (value < lower || value > upper)
          throw new InputError(
            messages.inUncertaintyRow(row, messages.outsideDriver('it', value, header, lower, upper)),
          );
      const distribution = { name, low, likely, high };
      if (impossible(distribution)) throw new InputError(messages.noSuchSpread(row, name));
      return { row, contract: of, key, lower, upper, distribution, group, correlation };
    },
  );
  inputs.forEach(({ row, key, contract }, i) => {
    const other = inputs
      .slice(0, i)
      .find((each) => each.key === key && (each.contract === null || contract === null || each.contract === contract));
    if (other) throw new InputError(messages.movedTwice(row, other.row, CONTRACTS.header[key]));
  });
  const names = new Set(looked.map(({ contract }) => contract));
  return inputs.filter(({ contract }) => contract === null || names.has(contract));
}
