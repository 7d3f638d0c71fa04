/** When what is earned, and what was owed at the start, comes in: by days to pay, or by a payment pattern. */
import { MONTH, MONTHS_SO_FAR, type MonthlySheet } from '../monthly-sheet';
import { added } from '../reading';
import type { SegmentOf } from '../who';

export function fillCash(sheet: MonthlySheet, segment: SegmentOf): void {
  const { drivers, rows } = segment;
  const isFirst = `${MONTH}=1`;
  const owed = drivers.openingReceivable.now;
  sheet
    .fill(rows.collectable, `${rows.allowedRevenue.now}*${rows.collectedShare.now}`)
    .fill(rows.cashCollected, `${rows.cashOfRevenue.now}+${rows.cashOfOwed.now}`)
    .fill(
      rows.badDebt,
      `${rows.allowedRevenue.now}-${rows.collectable.now}+IF(${isFirst},${owed}*(1-${rows.collectedShare.now}),0)`,
    )
    .fill(
      rows.receivable,
      `IF(${isFirst},${owed},${rows.receivable.before})+${rows.allowedRevenue.now}-${rows.badDebt.now}-${rows.cashCollected.now}`,
    );
  if (segment.pattern) byPattern(sheet, segment, segment.pattern);
  else byDays(sheet, segment);
}

/** What is collectable of what is owed at the start. */
const collectableOwed = ({ drivers, rows }: SegmentOf): string =>
  `${drivers.openingReceivable.first}*${rows.collectedShare.first}`;

function byDays(sheet: MonthlySheet, segment: SegmentOf): void {
  const { drivers, rows } = segment;
  const whole = `INT(${rows.monthsToPay.soFar})`;
  const later = `(${rows.monthsToPay.soFar}-${whole})`;
  const months = rows.monthsToPay.first;
  sheet
    .fill(rows.collectedShare, drivers.collectedRate.now)
    .fill(rows.monthsToPay, `${drivers.daysToPay.now}/30`)
    .fill(
      rows.cashOfRevenue,
      `SUMPRODUCT((${MONTHS_SO_FAR}+${whole}=${MONTH})*${rows.collectable.soFar}*(1-${later}))+SUMPRODUCT((${MONTHS_SO_FAR}+${whole}+1=${MONTH})*${rows.collectable.soFar}*${later})`,
    )
    // As much as is open of an even revenue of the months before: a whole month’s, and of the last what is left.
    .fill(
      rows.cashOfOwed,
      `${collectableOwed(segment)}*IF(${months}=0,IF(${MONTH}=1,1,0),MAX(0,MIN(1,${months}-${MONTH}+1))/${months})`,
    );
}

/** A row for each month of the pattern, with its share in C. */
function byPattern(sheet: MonthlySheet, segment: SegmentOf, pattern: NonNullable<SegmentOf['pattern']>): void {
  const { drivers, rows } = segment;
  const shares = pattern.map(({ row }) => row.one);
  const everything = `(${added(shares)})`;
  sheet.fill(rows.collectedShare, `${drivers.collectedRate.now}*MIN(1,${added(shares)})`);
  pattern.forEach(({ share, row }, after) => {
    sheet
      .one(row, share, { numberFormat: '0.0%' })
      .fill(
        row,
        `IF(${MONTH}>${after},INDEX(${rows.collectable.soFar},1,${MONTH}-${after}),0)*${row.one}/${everything}`,
      );
  });
  sheet.fill(rows.monthsToPay, '"by pattern"').fill(rows.cashOfRevenue, added(pattern.map(({ row }) => row.now)));
  // Of a month’s revenue the shares that come later are open after it, of the one before one share fewer, and so on.
  const open = added(shares.map((share, after) => `(${MONTH}<=${after})*${share}`));
  const months = added(shares.map((share, after) => `${after}*${share}`));
  sheet.fill(rows.cashOfOwed, `${collectableOwed(segment)}*IF(${months}=0,IF(${MONTH}=1,1,0),(${open})/(${months}))`);
}
