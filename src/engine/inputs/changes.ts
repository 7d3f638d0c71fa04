/**
 * Planned changes and scenario adjustments: which values they touch, in which order, and what they make of them.
 */
import { DRIVERS, placeOfDriver, type DriverKey } from '../model/drivers';
import type { Change, ChangeKind } from '../model/model';

/** Whose row it is, for the scope of changes. */
export interface Scope {
  program: string | null;
  payer: string | null;
  item: string | null;
  /** The row's own clock runs this many months behind. */
  delayMonths?: number;
}

const KIND_ORDER: Record<ChangeKind, number> = { set: 0, multiply: 1, add: 2 };

const namesGiven = (c: Change) => Number(c.program !== null) + Number(c.payer !== null) + Number(c.item !== null);

/** The order changes are worked through in, whatever order they were typed in. */
export const inWorkingOrder = (a: Change, b: Change): number =>
  a.fromMonth - b.fromMonth ||
  KIND_ORDER[a.change] - KIND_ORDER[b.change] ||
  namesGiven(a) - namesGiven(b) ||
  a.value - b.value ||
  a.toMonth - b.toMonth;

/** Whether a change of one of the row's drivers touches the row. */
export const isInScope = (change: Scope, row: Scope): boolean =>
  (change.program === null || change.program === row.program) &&
  (change.payer === null || change.payer === row.payer) &&
  (change.item === null || change.item === row.item);

export const touches = (change: Change, key: DriverKey, row: Scope): boolean =>
  change.driver === key && isInScope(change, row);

/** In a month of the row's own clock. */
export const isInForce = ({ fromMonth, toMonth }: Change, month: number): boolean =>
  fromMonth <= month && month <= toMonth;

/** The value that a change makes of another. */
export function moved(value: number, { change, value: by }: Pick<Change, 'change' | 'value'>): number {
  if (change === 'set') return by;
  if (!Number.isFinite(value)) return value; // no limit stays no limit
  return change === 'add' ? value + by : value * by;
}

/** Changes by the place of the driver they move; none of most drivers. */
export type Moves = readonly (readonly Change[] | undefined)[];

/** Sorts changes by driver, in working order within each stage; a later stage comes after an earlier one. */
export function byDriver(stages: readonly (readonly Change[])[]): Moves {
  const moves: (Change[] | undefined)[] = DRIVERS.map(() => undefined);
  for (const stage of stages) {
    const sorted = stage.length > 1 ? stage.slice().sort(inWorkingOrder) : stage;
    for (const change of sorted) {
      const place = placeOfDriver.get(change.driver);
      if (place !== undefined) (moves[place] ??= []).push(change);
    }
  }
  return moves;
}
