/**
 * What a forecast is made of: the inputs of one run, already read and checked.
 *
 * Rates and shares are fractions 0..1, amounts are dollars, months count 1, 2, 3 … from the start month.
 * "No limit" is Infinity. Property names double as driver names in {@link ./drivers}.
 */

import type { MinutesDistribution } from '../math/minutes';

/** Which patients are active in a month, seen from its opening and closing panel. */
export type BillingBasis = 'average' | 'closing' | 'retained';

/** A virtual-care program and the panel it draws on. */
export interface Program {
  name: string;
  /** Patients who could ever enroll, those already enrolled included; Infinity = no limit. */
  eligiblePatients: number;
  /** Patients on the panel when the program launches. */
  openingPatients: number;
  /** Patients referred or contacted a month. */
  referrals: number;
  /** Share of referrals that enroll. */
  conversionRate: number;
  /** Most patients that can be enrolled in one month; Infinity = no limit. */
  enrollmentLimit: number;
  /** Monthly share of the opening panel lost to each cause. */
  dischargeRate: number;
  disengagementRate: number;
  benefitChangeRate: number;
  adverseEventRate: number;
  /** Share of last month's new patients who leave on top, once. */
  earlyDropOffRate: number;
  /** First month with patients; 1 = from the start. */
  launchMonth: number;
  /** Minutes of service a patient is meant to get a month; Infinity = whatever the care team has. */
  serviceMinutes: number;
  /** Months by which all of this, launch and planned changes included, comes later than typed; none when left out. */
  delayMonths?: number;
}

/** One payer of one program: the program × payer is a segment. */
export interface Payer {
  program: string;
  payer: string;
  /** Share of the program's openings and new patients; shares of a program sum to 1. */
  shareOfPanel: number;
  /** Allowed amount of a paid claim, $/patient/month. */
  allowedPppm: number;
  /** Share of active patients who meet consent, threshold and documentation. */
  realizationRate: number;
  cleanClaimRate: number;
  /** Share of claims not clean at first that are appealed, and share of appeals won. */
  appealRate: number;
  overturnRate: number;
  /** Days from the month of service to payment; 30 days are a month. */
  daysToPay: number;
  /** Share of allowed revenue that is ever collected; the rest is bad debt. */
  collectedRate: number;
  /** Shares of what is collected that come in after 0, 1, 2 … months, adding to at most 1, in the place of days to pay; null = those. */
  paymentPattern: readonly number[] | null;
  /** $ that the payer owes at the start. */
  openingReceivable: number;
  /** Multiplies the program's monthly cause rates for this payer's patients. */
  attritionMultiplier: number;
  /** Minutes a patient must reach to be billable; 0 = the realization rate is as typed. */
  thresholdMinutes: number;
  /** Standard deviation of minutes between patients ÷ their mean. */
  minutesCv: number;
  /** Shares of patients with consent and with documentation; they multiply the share that reaches the threshold. */
  consentRate: number;
  documentationRate: number;
}

export type CostCategory = 'care team' | 'technology' | 'overhead and compliance';

export type CostBasis =
  'per month' | 'one-off' | 'per active patient' | 'per new patient' | 'per unit' | 'percent of cash';

/** As many units as the panel needs, at once; units as planned; or hired when the panel outgrows them. */
export type Staffing = 'unlimited' | 'planned' | 'as needed';

export interface CostItem {
  item: string;
  category: CostCategory;
  /** The program that bears the item; null = all programs share it. */
  program: string | null;
  basis: CostBasis;
  /** $ per month, patient or unit; a fraction of cash for `percent of cash`. */
  amount: number;
  /** Patients one unit serves; only `per unit` items use it. */
  patientsPerUnit: number;
  minimumUnits: number;
  /** First and last month the item is charged; Infinity = no end. */
  startMonth: number;
  endMonth: number;
  /** Rise of the amount at each full twelve months of the forecast. */
  annualIncrease: number;
  /** How units of a care-team item come about; other items are unlimited. */
  staffing: Staffing;
  /** Units on duty, before hires; planned and as-needed staffing only. */
  unitsOnDuty: number;
  /** Minutes a unit works a month, and the share of them spent on patients. */
  minutesPerUnit: number;
  productiveRate: number;
  /** Months by which all of this, start, end and planned changes included, comes later than typed; none when left out. */
  delayMonths?: number;
}

export type ChangeKind = 'set' | 'add' | 'multiply';

/**
 * Sets, adds to or multiplies one driver while it is in force. A null program, payer or item means all.
 * Scenario adjustments have the same form and are in force in every month.
 */
export interface Change {
  driver: string;
  program: string | null;
  payer: string | null;
  item: string | null;
  change: ChangeKind;
  value: number;
  fromMonth: number;
  /** Last month in force; Infinity = for good. */
  toMonth: number;
}

/** One month of one payer of a program as it was. What is null is as the model has it. */
export interface ActualMonth {
  program: string;
  payer: string;
  /** Counted from 1. */
  month: number;
  openingPatients: number;
  newPatients: number;
  lostPatients: number;
  closingPatients: number;
  activePatients: number | null;
  billablePatients: number;
  paidClaims: number;
  allowedRevenue: number;
  cashCollected: number;
  /** Minutes of service, and costs; of a program that gives them payer by payer or once. */
  minutes: number | null;
  cost: number | null;
  /** Of the program, as above. */
  referrals: number;
  waitingPatients: number;
}

/** The first months of a forecast as they were: the model goes on behind them. */
export interface Actual {
  /** So many: the as-of month. */
  months: number;
  /** Of every payer of a program a row a month, from the first month that the program has any on. */
  rows: readonly ActualMonth[];
}

export interface Model {
  /** Months forecast, 1..120. */
  months: number;
  basis: BillingBasis;
  /** Share of waiting patients who give up before the next month. */
  waitingLossRate: number;
  /** As-needed staffing: utilization beyond which units are ordered, and full months until they arrive. */
  hireAtUtilization: number;
  hireLeadMonths: number;
  /** Months in which a new unit is not yet worth a whole one. */
  trainingMonths: number;
  minutesDistribution: MinutesDistribution;
  programs: readonly Program[];
  payers: readonly Payer[];
  costs: readonly CostItem[];
  /** Months that are over; none when left out. */
  actual?: Actual | null;
  /** What a fee schedule says month by month, in force before planned changes; none when left out. */
  schedule?: readonly Change[];
  /** Planned changes of the plan itself … */
  changes: readonly Change[];
  /** … and, on top, the adjustments of the scenario looked at. */
  adjustments: readonly Change[];
}
