/** Reads the table Uncertainty: which drivers are uncertain, between which values, and which go together. */
import { InputError } from '../messages/input-error';
import * as messages from '../messages/what-if';
import { UNCERTAINTY, type DISTRIBUTION_NAMES } from '../schemas/uncertainty';
import { isGiven } from './read-table';
import { fold } from './nearest';
import type { Range } from './read-model';
import { rememberedTable } from './remembered-table';

export interface UncertainRow {
  readonly row: number;
  readonly driver: string;
  readonly program: string | null;
  readonly payer: string | null;
  readonly item: string | null;
  readonly distribution: (typeof DISTRIBUTION_NAMES)[number];
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  /** Folded; null for none. */
  readonly group: string | null;
  readonly correlation: number;
}

/** @throws InputError with the first thing that is wrong */
export function readUncertainty(range: Range | null): UncertainRow[] {
  if (!isGiven(range)) throw new InputError(messages.noUncertainty());
  const { rows, findings } = rememberedTable(UNCERTAINTY, range);
  const [wrong] = findings.filter(({ severity }) => severity === 'error');
  if (wrong) throw new InputError(wrong.text);
  if (rows.length === 0) throw new InputError(messages.noUncertainty());
  const read = rows.map(({ number: row, values }): UncertainRow => {
    const { program, payer, item, group, likely, low, high } = values as unknown as UncertainRow & {
      likely: number | null;
    };
    const all = (name: string | null) => (name !== null && fold(name) === 'all' ? null : name);
    if (low > high) throw new InputError(messages.lowAboveHigh(row, low, high));
    const middle = low === high ? low : (low + high) / 2;
    if (likely !== null && (likely < low || likely > high))
      throw new InputError(messages.likelyOutside(row, likely, low, high));
    return {
      ...(values as unknown as UncertainRow),
      ...{ row, program: all(program), payer: all(payer), item: all(item) },
      likely: likely ?? middle,
      group: group === null ? null : fold(group),
    };
  });
  const alone = read.find(({ group }) => group !== null && read.filter((other) => other.group === group).length === 1);
  if (alone) throw new InputError(messages.aloneInGroup(alone.row, alone.group!));
  return read;
}
