import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { addToOne } from '../tables/schemas/payer-mix';
import { AT_LEAST_ZERO, broadcast, numbers, SHARE } from './arguments/number-grid';

/**
 * Blended amount of a payer mix: the sum of share × amount.
 *
 * Payers stand below each other; several columns are several months or cases. Shares in a single row are a mix on its side.
 *
 * @customfunction PAYERMIX
 * @category Reimbursement
 * @helpurl help/PAYERMIX.html
 * @param shares Share of each payer, 0 to 1; the shares of a mix add to 1.
 * @param amounts Amount of each payer, e.g. allowed PPPM in $/patient/month.
 * @returns The blended amount; one for each column of a block, or for each row when the shares are a row.
 * @throws Shares that do not add to 1, or ranges of different shapes.
 * @example
 * =PPPM.PAYERMIX({60%;30%;10%}, {66.13;66.13;43.65})
 * → 63.882
 */
export function payerMix(shares: unknown[][], amounts: unknown[][]): number[][] {
  const mix = numbers('shares', shares, SHARE);
  const paid = numbers('amounts', amounts, AT_LEAST_ZERO);
  const across = mix.rows === 1 && mix.columns > 1;
  // Payers that run down in one range and across in the other would be paired all with all.
  if (across && paid.columns === 1 && paid.rows > 1)
    throw new InputError(messages.mixedDirections('shares', 'amounts'));
  if (!across && paid.rows === 1 && paid.columns > 1 && mix.columns === 1 && mix.rows > 1)
    throw new InputError(messages.mixedDirections('amounts', 'shares'));
  const parts = broadcast([mix, paid], (share, amount) => ({ share, amount }));
  if (across) return parts.map((payers) => [blended(payers)]);
  return [parts[0].map((_, c) => blended(parts.map((row) => row[c])))];
}

function blended(payers: readonly { share: number; amount: number }[]): number {
  const total = payers.reduce((sum, { share }) => sum + share, 0);
  if (!addToOne(total)) throw new InputError(messages.sharesNotOne('shares', total));
  return payers.reduce((sum, { share, amount }) => sum + share * amount, 0);
}
