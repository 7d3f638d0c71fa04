/** The rows of a program, a payer, a care-team item, a cost item and a statement, in their order on the sheet. */
import { ALL_SERIES, CAPACITY_LINES, LINES, UTILIZATION_LINES, type SeriesKey } from '../engine/model/lines';
import type { RowNames } from './monthly-sheet';

export const PROGRAM_ROWS = {
  launched: ['Launched', '1 or 0'],
  launches: ['Launches this month', '1 or 0'],
  causes: ['Cause rates together', '%'],
  shares: ['Shares of payers together', '%'],
  referrals: ['Referrals', 'patients'],
  demand: ['Demand', 'patients'],
  enrolledBefore: ['Enrolled so far', 'patients'],
  eligibleLeft: ['Eligible patients left', 'patients'],
  candidates: ['Candidates', 'patients'],
  stayed: ['Stayed', 'patients'],
  ownPlaces: ['Places of its own team', 'patients'],
  freePlaces: ['Free places of its own team', 'patients'],
  asked: ['Would enroll', 'patients'],
  newPatients: ['New patients', 'patients'],
  waiting: ['Waiting patients', 'patients'],
  minutesAvailable: ['Minutes available', 'minutes'],
  meanMinutes: ['Minutes a patient', 'minutes'],
  minutesUsed: ['Minutes used', 'minutes'],
  part: ['Part of items of all programs', '%'],
  unserved: ['Patients, and nobody of its team there', '1 or 0'],
} as const satisfies RowNames<string>;
export type ProgramRow = keyof typeof PROGRAM_ROWS;

export const SEGMENT_ROWS = {
  share: ['Share of panel', '%'],
  attritionFactor: ['Attrition multiplier, held', '×'],
  earlyDropOff: ['Early drop-off rate, held', '%'],
  openingPatients: ['Opening patients', 'patients'],
  lostToDischarge: ['Lost to discharge', 'patients'],
  lostToDisengagement: ['Lost to disengagement', 'patients'],
  lostToBenefitChange: ['Lost to benefit change', 'patients'],
  lostToAdverseEvent: ['Lost to adverse event', 'patients'],
  lostToEarlyDropOff: ['Lost to early drop-off', 'patients'],
  stayed: ['Stayed', 'patients'],
  newPatients: ['New patients', 'patients'],
  closingPatients: ['Closing patients', 'patients'],
  activePatients: ['Active patients', 'patients'],
  reaching: ['Share who reach the minutes', '%'],
  realization: ['Realization rate', '%'],
  billablePatients: ['Billable patients', 'patients'],
  claimSuccess: ['Claim success rate', '%'],
  paidClaims: ['Paid claims', 'claims'],
  potentialRevenue: ['Potential revenue', '$'],
  allowedRevenue: ['Allowed revenue', '$'],
  collectedShare: ['Share that is collected', '%'],
  collectable: ['Of it collected, sooner or later', '$'],
  monthsToPay: ['Months to pay', 'months'],
  cashOfRevenue: ['Cash of the forecast’s revenue', '$'],
  cashOfOwed: ['Cash of the opening receivable', '$'],
  cashCollected: ['Cash collected', '$'],
  badDebt: ['Bad debt', '$'],
  receivable: ['Receivable', '$'],
} as const satisfies RowNames<string>;
export type SegmentRow = keyof typeof SEGMENT_ROWS;

export const TEAM_ROWS = {
  isThere: ['Charged', '1 or 0'],
  begun: ['Has been there', '1 or 0'],
  arriving: ['Hired units that arrive', 'units'],
  hired: ['Hired so far', 'units'],
  units: ['Units on duty', 'units'],
  counted: ['Units on duty, from its first month on', 'units'],
  effective: ['Effective units', 'units'],
  places: ['Places', 'patients'],
  minutes: ['Minutes', 'minutes'],
  onOrder: ['Ordered, not arrived', 'units'],
  needed: ['Units needed', 'units'],
  ordered: ['Ordered at the end of the month', 'units'],
} as const satisfies RowNames<string>;
export type TeamRow = keyof typeof TEAM_ROWS;

export const COST_ROWS = {
  charged: ['Charged', '1 or 0'],
  increase: ['Annual increases so far', '×'],
  amount: ['Amount', '$'],
  counted: ['Times', 'units'],
  cost: ['Cost', '$'],
} as const satisfies RowNames<string>;
export type CostRow = keyof typeof COST_ROWS;

/** The statement’s lines, then minutes, and what the utilization rate divides. */
export type StatementRow = SeriesKey;
export const STATEMENT_ROWS = Object.fromEntries(
  [...LINES, ...CAPACITY_LINES, ...UTILIZATION_LINES].map(({ key, name, unit }) => [key, [name, unit]]),
) as unknown as RowNames<StatementRow>;
export const lineOf = (key: StatementRow) => ALL_SERIES.find((line) => line.key === key)!;
