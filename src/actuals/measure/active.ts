/** Active patient-months of each patient: what the model calls active by the billing basis, counted in the roster. */
import { ACTIVE_WEIGHTS } from '../../engine/inputs/prepare';
import type { BillingBasis } from '../../engine/model/model';
import { Tally } from '../statistics/tally';
import type { Spell } from './spells';

/** What a patient counts for in a month they stay through, in the one they join in, and in the one they leave in. */
function weightsOf(basis: BillingBasis) {
  const { openingWeight, stayedWeight, closingWeight } = ACTIVE_WEIGHTS[basis];
  return { stayed: openingWeight + stayedWeight + closingWeight, joined: closingWeight, left: openingWeight };
}

/** The months of a spell between two others, both included; no length where there are none. */
export function monthsWithin({ joined, from, until, left }: Spell, first: number, last: number) {
  return { begin: Math.max(first, joined, from), end: Math.min(last, left, until) };
}

/** By patient the active months of a payer's spells; events are the caller's to add. */
export function activeMonths(
  spells: readonly Spell[],
  payer: number,
  first: number,
  last: number,
  basis: BillingBasis,
): Tally {
  const weights = weightsOf(basis);
  const active = new Tally();
  for (const spell of spells) {
    if (spell.payer !== payer) continue;
    const { begin, end } = monthsWithin(spell, first, last);
    if (end < begin) continue;
    let months = (end - begin + 1) * weights.stayed;
    if (begin === spell.joined) months += weights.joined - weights.stayed;
    if (end === spell.left) months += weights.left - weights.stayed;
    active.add(spell.patient, 0, months);
  }
  return active;
}
