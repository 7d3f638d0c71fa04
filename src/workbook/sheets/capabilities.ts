/** What not every practice uses, in the order of its tabs before Checks. A new one is an entry here. */
import type { AddedSheet } from './sheet';

export interface Capability {
  /** As users are told. */
  name: string;
  sheets: readonly AddedSheet[];
}

export const CAPABILITIES = {} as const satisfies Record<string, Capability>;

export type CapabilityKey = keyof typeof CAPABILITIES;

export const ADDED_SHEETS: readonly AddedSheet[] = Object.values(CAPABILITIES).flatMap(({ sheets }) => sheets);
