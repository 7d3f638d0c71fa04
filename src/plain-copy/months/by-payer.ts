/** The statement payer by payer: what a payer of that name comes to in all programs. */
import { RATIOS } from '../../engine/model/lines';
import type { MonthlySheet } from '../monthly-sheet';
import { added } from '../reading';
import { STATEMENT_ROWS } from '../row-names';
import type { SegmentOf } from '../who';
import { lineTotal, ratio } from './ratio';

const SUMMED = [
  'openingPatients',
  'newPatients',
  'closingPatients',
  'activePatients',
  'billablePatients',
  'paidClaims',
  'potentialRevenue',
  'allowedRevenue',
  'badDebt',
  'cashCollected',
  'receivable',
] as const;
const RATES = RATIOS.filter(({ key }) =>
  ['realizationRate', 'claimSuccessRate', 'allowedPppm', 'revenuePppm'].includes(key),
);

/** A block a payer, in the order in which they are first named. */
export function drawByPayer(sheet: MonthlySheet, segments: readonly SegmentOf[]): void {
  for (const payer of new Set(segments.map((segment) => segment.payer))) {
    const own = segments.filter((segment) => segment.payer === payer);
    const rows = Object.fromEntries(
      Object.entries(
        sheet.block(
          payer,
          Object.fromEntries([...SUMMED, ...RATES.map(({ key }) => key)].map((key) => [key, STATEMENT_ROWS[key]])),
          own.map(({ program }) => program.name).join(', '),
        ),
      ),
    );
    for (const key of SUMMED)
      sheet
        .fill(rows[key], added(own.map((segment) => segment.rows[key].now)))
        .one(rows[key], lineTotal(key, rows[key]));
    for (const { key, part, whole, panel } of RATES) {
      const limits = [...new Set([whole, panel])].map((each) => rows[each]);
      sheet
        .fill(
          rows[key],
          ratio(
            rows[part].now,
            rows[whole].now,
            limits.map(({ now }) => now),
          ),
        )
        .one(
          rows[key],
          ratio(
            `SUM(${rows[part].all})`,
            `SUM(${rows[whole].all})`,
            limits.map(({ all }) => `SUM(${all})`),
          ),
        );
    }
  }
}
