/** Reads the tables of uncertain inputs, of the model and of contracts: between which values, and which go together. */
import { InputError } from '../messages/input-error';
import * as messages from '../messages/what-if';
import type { TableSchema } from '../schemas/column';
import { CONTRACT_UNCERTAINTY } from '../schemas/contract-uncertainty';
import { UNCERTAINTY, type DISTRIBUTION_NAMES } from '../schemas/uncertainty';
import { isGiven } from './read-table';
import { fold } from './nearest';
import type { Range } from './read-model';
import { rememberedTable } from './remembered-table';

/** How an input spreads. */
interface Spread {
  readonly row: number;
  readonly driver: string;
  readonly distribution: (typeof DISTRIBUTION_NAMES)[number];
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  /** Folded; null for none. */
  readonly group: string | null;
  readonly correlation: number;
}

export interface UncertainRow extends Spread {
  readonly program: string | null;
  readonly payer: string | null;
  readonly item: string | null;
}

export interface UncertainContractRow extends Spread {
  readonly contract: string | null;
}

type Named = Pick<UncertainRow, 'driver' | 'program' | 'payer' | 'item'>;

/**
 * @param look refuses names that the model does not have
 * @throws InputError with the first thing that is wrong
 */
export function readUncertainty(range: Range | null, look: (named: Named) => void): UncertainRow[] {
  const rows = readSpreads<Named>(range, UNCERTAINTY, (row) => look(unlessAllOf(row)));
  if (rows.length === 0) throw new InputError(messages.noUncertainty());
  return rows.map((row) => ({ ...row, ...unlessAllOf(row) }));
}

const unlessAllOf = ({ driver, program, payer, item }: Named): Named => ({
  ...{ driver, program: unlessAll(program), payer: unlessAll(payer), item: unlessAll(item) },
});

/** None where there is no table, or no row in it. @throws InputError with the first thing that is wrong */
export const readContractUncertainty = (range: Range | null): UncertainContractRow[] =>
  readSpreads<Omit<UncertainContractRow, keyof Spread>>(range, CONTRACT_UNCERTAINTY).map((row) => ({
    ...row,
    contract: unlessAll(row.contract),
  }));

const unlessAll = (name: string | null): string | null => (name !== null && fold(name) === 'all' ? null : name);

function readSpreads<Names>(
  range: Range | null,
  schema: TableSchema,
  look: (named: Names) => void = () => undefined,
): (Names & Spread)[] {
  if (!isGiven(range)) return [];
  const { rows, findings } = rememberedTable(schema, range);
  // A name that is mistyped leaves formulas of its row without a value, which is not what is wrong.
  for (const { number: row, values } of rows)
    if (typeof values.driver === 'string') inRow(row, () => look(values as unknown as Names));
  const [wrong] = findings.filter(({ severity }) => severity === 'error');
  if (wrong) throw new InputError(wrong.text);
  const read = rows.map(({ number: row, values }): Names & Spread => {
    const { group, likely, low, high } = values as unknown as Spread & { likely: number | null };
    if (low > high) throw new InputError(messages.lowAboveHigh(row, low, high));
    const middle = low === high ? low : (low + high) / 2;
    if (likely !== null && (likely < low || likely > high))
      throw new InputError(messages.likelyOutside(row, likely, low, high));
    return {
      ...(values as unknown as Names & Spread),
      row,
      likely: likely ?? middle,
      group: group === null ? null : fold(group),
    };
  });
  const alone = read.find(({ group }) => group !== null && read.filter((other) => other.group === group).length === 1);
  if (alone) throw new InputError(messages.aloneInGroup(alone.row, alone.group!));
  return read;
}

/** Says with what is wrong in which row it is. */
export function inRow<T>(row: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(messages.inUncertaintyRow(row, error.message));
    throw error;
  }
}
