/**
 * The inputs that planned changes and scenarios can move, with what each may be.
 *
 * A driver pushed outside its bounds is clipped, never refused: the finding says where it happened.
 */
import type { Payer, Program } from './model';

export type ProgramDriver = Exclude<keyof Program, 'name' | 'delayMonths'>;
export type PayerDriver = Exclude<keyof Payer, 'program' | 'payer'>;
export type CostDriver =
  | 'amount'
  | 'patientsPerUnit'
  | 'minimumUnits'
  | 'startMonth'
  | 'endMonth'
  | 'annualIncrease'
  | 'unitsOnDuty'
  | 'minutesPerUnit'
  | 'productiveRate';
export type DriverKey = ProgramDriver | PayerDriver | CostDriver;

export interface Driver {
  key: DriverKey;
  level: 'program' | 'payer' | 'cost';
  lower: number;
  upper: number;
  /** Months are set or moved (added to), never multiplied. */
  isMonth: boolean;
}

const driver =
  (level: Driver['level'], lower: number, upper: number, isMonth = false) =>
  (key: DriverKey): Driver => ({ key, level, lower, upper, isMonth });

const share = (level: Driver['level']) => driver(level, 0, 1);
const atLeastZero = (level: Driver['level']) => driver(level, 0, Infinity);
/** A month may be moved before the start, which is the same as the start, or past the end, which is never. */
const month = (level: Driver['level']) => driver(level, -Infinity, Infinity, true);

export const PROGRAM_DRIVERS: readonly Driver[] = [
  atLeastZero('program')('eligiblePatients'),
  atLeastZero('program')('openingPatients'),
  atLeastZero('program')('referrals'),
  share('program')('conversionRate'),
  atLeastZero('program')('enrollmentLimit'),
  share('program')('dischargeRate'),
  share('program')('disengagementRate'),
  share('program')('benefitChangeRate'),
  share('program')('adverseEventRate'),
  share('program')('earlyDropOffRate'),
  month('program')('launchMonth'),
  atLeastZero('program')('serviceMinutes'),
];

export const PAYER_DRIVERS: readonly Driver[] = [
  share('payer')('shareOfPanel'),
  atLeastZero('payer')('allowedPppm'),
  share('payer')('realizationRate'),
  share('payer')('cleanClaimRate'),
  share('payer')('appealRate'),
  share('payer')('overturnRate'),
  atLeastZero('payer')('daysToPay'),
  share('payer')('collectedRate'),
  atLeastZero('payer')('attritionMultiplier'),
  atLeastZero('payer')('thresholdMinutes'),
  atLeastZero('payer')('minutesCv'),
  share('payer')('consentRate'),
  share('payer')('documentationRate'),
];

export const COST_DRIVERS: readonly Driver[] = [
  atLeastZero('cost')('amount'),
  driver('cost', Number.MIN_VALUE, Infinity)('patientsPerUnit'),
  atLeastZero('cost')('minimumUnits'),
  month('cost')('startMonth'),
  month('cost')('endMonth'),
  driver('cost', -1, Infinity)('annualIncrease'),
  atLeastZero('cost')('unitsOnDuty'),
  atLeastZero('cost')('minutesPerUnit'),
  share('cost')('productiveRate'),
];

export const DRIVERS: readonly Driver[] = [...PROGRAM_DRIVERS, ...PAYER_DRIVERS, ...COST_DRIVERS];

export const driverByKey: ReadonlyMap<string, Driver> = new Map(DRIVERS.map((d) => [d.key, d]));

/** Where a driver stands among all of them. */
export const placeOfDriver: ReadonlyMap<string, number> = new Map(DRIVERS.map(({ key }, place) => [key, place]));
