/** What not every practice uses, in the order of its tabs before Checks. A new one is an entry here. */
import type { AddedSheet } from './sheet';
import { varianceSheet } from './variance';

export interface Capability {
  /** As users are told. */
  name: string;
  sheets: readonly AddedSheet[];
}

export const CAPABILITIES = { variance: { name: 'Variance', sheets: [varianceSheet] } } as const satisfies Record<
  string,
  Capability
>;

export type CapabilityKey = keyof typeof CAPABILITIES;
export const CAPABILITY_KEYS = Object.keys(CAPABILITIES) as CapabilityKey[];

export const ADDED_SHEETS: readonly AddedSheet[] = CAPABILITY_KEYS.flatMap((key) => CAPABILITIES[key].sheets);
