/**
 * The inputs that planned changes and scenarios can move, with what each may be.
 *
 * Typed outside its bounds, an input is refused; pushed outside them, it is clipped, and the finding says where. Only
 * patients per unit are refused either way: no unit serves nobody.
 */
import type { CostBasis, Payer, Program } from './model';

export type ProgramDriver = Exclude<keyof Program, 'name' | 'delayMonths'>;
export type PayerDriver = Exclude<keyof Payer, 'program' | 'payer' | 'paymentPattern'>;
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
  /** Its changes keep the calendar, even where what they belong to starts later than typed. */
  keepsCalendar: boolean;
  /** Pushed outside its bounds, it is held at them; what is not is refused in months in which something asks for it. */
  isHeld: boolean;
}

const driver =
  (level: Driver['level'], lower: number, upper: number, exceptions: Partial<Driver> = {}) =>
  (key: DriverKey): Driver => ({
    key,
    level,
    lower,
    upper,
    isMonth: false,
    keepsCalendar: false,
    isHeld: true,
    ...exceptions,
  });

const share = (level: Driver['level']) => driver(level, 0, 1);
const atLeastZero = (level: Driver['level']) => driver(level, 0, Infinity);
const atMost = (upper: number) => driver('payer', 0, upper);
/** A month may be moved before the start, which is the same as the start, or past the end, which is never. */
const month = (level: Driver['level']) => driver(level, -Infinity, Infinity, { isMonth: true });

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
  atMost(1_000)('daysToPay'),
  share('payer')('collectedRate'),
  atLeastZero('payer')('openingReceivable'),
  atMost(100)('attritionMultiplier'),
  atMost(10_000)('thresholdMinutes'),
  atMost(10)('minutesCv'),
  share('payer')('consentRate'),
  share('payer')('documentationRate'),
];

export const COST_DRIVERS: readonly Driver[] = [
  atLeastZero('cost')('amount'),
  driver('cost', 0, Infinity, { isHeld: false })('patientsPerUnit'),
  atLeastZero('cost')('minimumUnits'),
  month('cost')('startMonth'),
  month('cost')('endMonth'),
  driver('cost', -1, 1, { keepsCalendar: true })('annualIncrease'),
  atLeastZero('cost')('unitsOnDuty'),
  atLeastZero('cost')('minutesPerUnit'),
  share('cost')('productiveRate'),
];

export const DRIVERS: readonly Driver[] = [...PROGRAM_DRIVERS, ...PAYER_DRIVERS, ...COST_DRIVERS];

export const driverByKey: ReadonlyMap<string, Driver> = new Map(DRIVERS.map((d) => [d.key, d]));

/** Where a driver stands among all of them. */
export const placeOfDriver: ReadonlyMap<string, number> = new Map(DRIVERS.map(({ key }, place) => [key, place]));
/** What an amount may be at most depends on what it is an amount of: nobody is paid more than all of the cash. */
export const upperBound = ({ key, upper }: Driver, basis: CostBasis | null): number =>
  key === 'amount' && basis === 'percent of cash' ? 1 : upper;
