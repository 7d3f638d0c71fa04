import type { Aging } from '../rows';
import type { Judged } from './judged';
import { AGING_BUCKETS } from './kinds';
import type { Kept } from './kept';
import { setRepeatsAside } from './repeats';

/** What payers owe, by age. */
export function* readAging(judged: Judged) {
  const payers = judged.names('payer');
  yield;
  const owed = AGING_BUCKETS.map((key) => judged.cents(key));
  return {
    acrossRows: () => setRepeatsAside(judged, [payers.rows, ...owed]),
    rows: (kept: Kept): Aging => ({
      kind: 'aging',
      payers: kept.names(payers),
      owed: owed.map((column) => kept.column(column)) as unknown as Aging['owed'],
    }),
  };
}
