/** Payers of programs: attrition, who is active and billable, claims, revenue. Cash is in payment.ts. */
import { NOISE } from '../../engine/math/tolerances';
import { SETTING } from '../inputs/setting-cells';
import { COUNTED, type MonthlySheet } from '../monthly-sheet';
import { inFormula } from '../reading';
import type { SegmentOf, Who } from '../who';
import { fillCash } from './payment';

export function fillSegments(sheet: MonthlySheet, { segments }: Who): void {
  for (const segment of segments) {
    fillPanel(sheet, segment);
    fillRevenue(sheet, segment);
    fillCash(sheet, segment);
  }
}

const CAUSES = [
  ['lostToDischarge', 'dischargeRate'],
  ['lostToDisengagement', 'disengagementRate'],
  ['lostToBenefitChange', 'benefitChangeRate'],
  ['lostToAdverseEvent', 'adverseEventRate'],
] as const;

function fillPanel(sheet: MonthlySheet, { program, drivers, rows }: SegmentOf): void {
  const causes = program.rows.causes.now;
  const multiplier = drivers.attritionMultiplier.now;
  const shares = program.rows.shares.now;
  sheet
    .fill(rows.share, `IF(${shares}>0,${drivers.shareOfPanel.now}/${shares},1/${program.segments.length})`)
    // Causes that together take more than everybody are held together.
    .one(
      rows.attritionFactor,
      `SUMPRODUCT(1*(${program.rows.causes.all}*${drivers.attritionMultiplier.all}>1))`,
      COUNTED,
    )
    .fill(rows.attritionFactor, `${multiplier}/MAX(1,${causes}*${multiplier})`)
    .fill(rows.earlyDropOff, `MIN(${program.drivers.earlyDropOffRate.now},1-MIN(1,${causes}*${multiplier}))`)
    .fill(
      rows.openingPatients,
      `IF(${program.rows.launches.now}=1,${program.drivers.openingPatients.now}*${rows.share.now},${rows.closingPatients.before})`,
    )
    .fill(rows.lostToEarlyDropOff, `${rows.newPatients.before}*${rows.earlyDropOff.now}`)
    // Opening less five losses would lose digits where nearly everybody leaves.
    .fill(
      rows.stayed,
      `IF(${staying(causes, rows)}<${inFormula(NOISE)}*${rows.openingPatients.now},0,${staying(causes, rows)})`,
    )
    .fill(rows.newPatients, `${program.rows.newPatients.now}*${rows.share.now}`)
    .fill(rows.closingPatients, `${rows.stayed.now}+${rows.newPatients.now}`)
    .fill(
      rows.activePatients,
      `${SETTING.openingWeight}*${rows.openingPatients.now}+${SETTING.stayedWeight}*${rows.stayed.now}+${SETTING.closingWeight}*${rows.closingPatients.now}`,
    );
  for (const [lost, cause] of CAUSES)
    sheet.fill(rows[lost], `${rows.openingPatients.now}*${rows.attritionFactor.now}*${program.drivers[cause].now}`);
}

const staying = (causes: string, rows: SegmentOf['rows']): string =>
  `${rows.openingPatients.now}*(1-${causes}*${rows.attritionFactor.now})-${rows.lostToEarlyDropOff.now}`;

function fillRevenue(sheet: MonthlySheet, { program, drivers, rows }: SegmentOf): void {
  const threshold = drivers.thresholdMinutes.now;
  const spread = drivers.minutesCv.now;
  const mean = program.rows.meanMinutes.now;
  // Sigma² = ln(1 + cv²), mu = ln(mean) − sigma² ÷ 2.
  const variance = `LN(1+${spread}^2)`;
  const lognormal = `NORMSDIST(-(LN(${threshold}/${mean})+${variance}/2)/SQRT(${variance}))`;
  const gamma = `1-GAMMADIST(${threshold},1/${spread}^2,${mean}*${spread}^2,TRUE)`;
  const tail = `IF(${SETTING.distribution}="lognormal",${lognormal},${gamma})`;
  const clean = drivers.cleanClaimRate.now;
  sheet
    .fill(
      rows.reaching,
      `IF(${threshold}<=0,1,IF(${mean}<=0,0,IF(${spread}^2=0,IF(${mean}>=${threshold},1,0),${tail})))`,
    )
    .fill(
      rows.realization,
      `IF(${threshold}>0,${drivers.consentRate.now}*${drivers.documentationRate.now}*${rows.reaching.now},${drivers.realizationRate.now})`,
    )
    .fill(rows.billablePatients, `${rows.activePatients.now}*${rows.realization.now}`)
    .fill(rows.claimSuccess, `${clean}+(1-${clean})*${drivers.appealRate.now}*${drivers.overturnRate.now}`)
    .fill(rows.paidClaims, `${rows.billablePatients.now}*${rows.claimSuccess.now}`)
    .fill(rows.potentialRevenue, `${rows.activePatients.now}*${drivers.allowedPppm.now}`)
    .fill(rows.allowedRevenue, `${rows.paidClaims.now}*${drivers.allowedPppm.now}`);
}
