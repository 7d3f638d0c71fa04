/** Where each line of the statement comes from: in words, from which other lines, and from which inputs. */
import type { DriverKey } from '../../engine/model/drivers';
import type { LineKey } from '../../engine/model/lines';

export interface Origin {
  /** How the figure is made, in the words of the statement. */
  words: string;
  /** Lines of the same month it is made of, in reading order. */
  lines: readonly LineKey[];
  /** Lines of the month before that it is made of. */
  before: readonly LineKey[];
  /** Inputs that enter directly. */
  inputs: readonly DriverKey[];
}

const origin = (
  words: string,
  lines: readonly LineKey[] = [],
  inputs: readonly DriverKey[] = [],
  before: readonly LineKey[] = [],
): Origin => ({ words, lines, inputs, before });

const lostTo = (rate: DriverKey) =>
  origin(
    'Opening patients × cause rate × attrition multiplier of the payer',
    ['openingPatients'],
    [rate, 'attritionMultiplier'],
  );

const costOf = (category: string) =>
  origin(
    `${category} items: amount × what their basis counts`,
    ['activePatients', 'newPatients', 'cashCollected'],
    ['amount', 'patientsPerUnit', 'minimumUnits', 'startMonth', 'endMonth', 'annualIncrease'],
  );

export const ORIGINS: Readonly<Record<LineKey, Origin>> = {
  referrals: origin('Referrals per month of launched programs', [], ['referrals', 'launchMonth']),
  openingPatients: origin(
    'Closing patients of the month before; Opening patients of the Panel at launch',
    [],
    ['openingPatients', 'launchMonth'],
    ['closingPatients'],
  ),
  lostToDischarge: lostTo('dischargeRate'),
  lostToDisengagement: lostTo('disengagementRate'),
  lostToBenefitChange: lostTo('benefitChangeRate'),
  lostToAdverseEvent: lostTo('adverseEventRate'),
  lostToEarlyDropOff: origin(
    'New patients of the month before × Early drop-off rate',
    [],
    ['earlyDropOffRate'],
    ['newPatients'],
  ),
  lostPatients: origin('The sum of the five causes', [
    'lostToDischarge',
    'lostToDisengagement',
    'lostToBenefitChange',
    'lostToAdverseEvent',
    'lostToEarlyDropOff',
  ]),
  newPatients: origin(
    'The least of demand (referrals × conversion + waiting), the enrollment limit, the eligible patients left and the places a planned or as-needed care team has free',
    ['referrals'],
    ['conversionRate', 'enrollmentLimit', 'eligiblePatients'],
    ['waitingPatients'],
  ),
  closingPatients: origin('Opening − lost + new', ['openingPatients', 'lostPatients', 'newPatients']),
  waitingPatients: origin(
    'Demand that the enrollment limit or the care team turned away',
    ['referrals', 'newPatients'],
    ['conversionRate', 'enrollmentLimit', 'eligiblePatients'],
    ['waitingPatients'],
  ),
  activePatients: origin('From opening, lost and closing patients by the billing basis', [
    'openingPatients',
    'lostPatients',
    'closingPatients',
  ]),
  careTeamUnits: origin(
    'Care team items: units on duty where they are planned or hired as needed; else the larger of the minimum and active ÷ patients per unit, in whole units',
    ['activePatients'],
    ['unitsOnDuty', 'patientsPerUnit', 'minimumUnits', 'startMonth', 'endMonth'],
  ),
  utilizationRate: origin(
    'Active patients served ÷ (care team units × patients per unit)',
    ['activePatients', 'careTeamUnits'],
    ['patientsPerUnit'],
  ),
  realizationRate: origin('Billable ÷ active patients', ['billablePatients', 'activePatients'], ['realizationRate']),
  billablePatients: origin(
    'Active patients × Realization rate, payer by payer; where a payer has Threshold minutes, the rate is consent × documentation × the share that reaches them',
    ['activePatients', 'realizationRate'],
    ['realizationRate'],
  ),
  claimSuccessRate: origin(
    'Paid claims ÷ billable patients; by payer: clean + (1 − clean) × appealed × overturned',
    ['paidClaims', 'billablePatients'],
    ['cleanClaimRate', 'appealRate', 'overturnRate'],
  ),
  paidClaims: origin(
    'Billable patients × Claim success rate, payer by payer',
    ['billablePatients', 'claimSuccessRate'],
    ['cleanClaimRate', 'appealRate', 'overturnRate'],
  ),
  allowedPppm: origin('Allowed revenue ÷ paid claims', ['allowedRevenue', 'paidClaims'], ['allowedPppm']),
  potentialRevenue: origin('Active patients × Allowed PPPM, payer by payer', ['activePatients'], ['allowedPppm']),
  allowedRevenue: origin(
    'Active patients × Realization rate × Claim success rate × Allowed PPPM',
    ['activePatients', 'realizationRate', 'claimSuccessRate', 'allowedPppm'],
    ['allowedPppm'],
  ),
  badDebt: origin('Allowed revenue × (1 − Collected share), payer by payer', ['allowedRevenue'], ['collectedRate']),
  cashCollected: origin(
    'Collected share of allowed revenue, Days to pay ÷ 30 months after it was earned',
    ['allowedRevenue'],
    ['collectedRate', 'daysToPay'],
  ),
  receivable: origin(
    'Receivable of the month before + allowed revenue − bad debt − cash',
    ['allowedRevenue', 'badDebt', 'cashCollected'],
    [],
    ['receivable'],
  ),
  careTeamCost: costOf('Care team'),
  technologyCost: costOf('Technology'),
  overheadAndComplianceCost: costOf('Overhead and compliance'),
  totalCost: origin('The sum of the three categories', ['careTeamCost', 'technologyCost', 'overheadAndComplianceCost']),
  margin: origin('Allowed revenue − bad debt − total cost', ['allowedRevenue', 'badDebt', 'totalCost']),
  marginRate: origin('Margin ÷ allowed revenue', ['margin', 'allowedRevenue']),
  cumulativeCash: origin(
    'Cumulative cash of the month before + cash collected − total cost',
    ['cashCollected', 'totalCost'],
    [],
    ['cumulativeCash'],
  ),
  revenuePppm: origin('Allowed revenue ÷ active patients', ['allowedRevenue', 'activePatients']),
  expensePmpm: origin('Total cost ÷ active patients', ['totalCost', 'activePatients']),
  marginPppm: origin('Margin ÷ active patients', ['margin', 'activePatients']),
  minutesAvailable: origin(
    'Units worth their training × Minutes per unit × Productive share, shared by active patients; 0 where no payer has Threshold minutes and no team is planned',
    ['careTeamUnits'],
    ['minutesPerUnit', 'productiveRate'],
  ),
  minutesUsed: origin(
    'The lesser of minutes available and active patients × Service minutes',
    ['minutesAvailable', 'activePatients'],
    ['serviceMinutes'],
  ),
};
