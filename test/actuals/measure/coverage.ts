/** How often 90% intervals hold the truth, and how far figures lie from it on average, over many simulated clinics. */
import { measure, type Measured } from '../../../src/actuals/measure/measure';
import { priorsOf } from '../fixtures/clinic-priors';
import { AS_OF, DRIVERS, PAYERS, simulatedClinic, TRUTHS } from './simulated-clinic';

/** Priors that are wrong, as present inputs are. */
export const PRIORS = priorsOf({
  multiplier: [1],
  causes: DRIVERS.causes.map((rate) => rate * 1.3),
  early: DRIVERS.early * 1.3,
  conversion: DRIVERS.conversion * 1.3,
  realization: 0.75,
  clean: { low: 0.92, high: 0.96 },
  appeal: 0.4,
  overturn: 0.6,
  collected: { low: 0.91, high: 0.95 },
  allowed: 60,
  minutes: 20,
  cv: 0.6,
  pattern: [0, 1],
});

/** Later delays are a few claims each. */
const DELAYS_LOOKED_AT = 4;

export interface Coverage {
  readonly driver: string;
  readonly clinics: number;
  /** Share of intervals that hold the truth. */
  readonly covered: number;
  /** Mean error ÷ standard error. */
  readonly bias: number;
  /** Clinics that had nothing to measure it from. */
  readonly none: number;
}

export function coverage(clinics: number, patientMonths: number, firstSeed = 1): Coverage[] {
  const kept = new Map<string, { n: number; hits: number; sum: number; squares: number; none: number }>();
  for (let clinic = 0; clinic < clinics; clinic++) {
    const rows = simulatedClinic(firstSeed + clinic, patientMonths);
    const { drivers } = measure(rows, PRIORS, { asOf: AS_OF })!;
    const mean = meanMultiplier(drivers);
    for (const measured of drivers) {
      const truth = truthOf(measured, mean);
      if (truth === null) continue;
      const name = [measured.driver, measured.payer, measured.delay ?? ''].filter((part) => part !== '').join(' ');
      if (!kept.has(name)) kept.set(name, { n: 0, hits: 0, sum: 0, squares: 0, none: 0 });
      const of = kept.get(name)!;
      if (measured.measured === null || measured.low === null) {
        of.none++;
        continue;
      }
      const error = measured.measured - truth;
      of.n++;
      of.sum += error;
      of.squares += error ** 2;
      if (measured.low <= truth && truth <= measured.high!) of.hits++;
    }
  }
  return [...kept].map(([driver, { n, hits, sum, squares, none }]) => ({
    driver,
    clinics: n,
    covered: hits / n,
    bias: sum / n / Math.sqrt(squares / n - (sum / n) ** 2),
    none,
  }));
}

/** Of the true multipliers over later patient-months: cause rates are measured at a mean of 1, as the prior ones have. */
function meanMultiplier(drivers: readonly Measured[]): number {
  let [all, multiplied] = [0, 0];
  PAYERS.forEach((payer, s) => {
    const { exposure } = drivers.find((each) => each.driver === 'attritionMultiplier' && each.payer === payer) ?? {
      exposure: 0,
    };
    all += exposure;
    multiplied += exposure * DRIVERS.multipliers[s];
  });
  return all > 0 ? multiplied / all : 1;
}

function truthOf({ driver, payer, delay }: Measured, mean: number): number | null {
  const s = PAYERS.indexOf(payer);
  const truth = TRUTHS[s];
  switch (driver) {
    case 'dischargeRate':
      return DRIVERS.causes[0] * mean;
    case 'disengagementRate':
      return DRIVERS.causes[1] * mean;
    case 'benefitChangeRate':
      return DRIVERS.causes[2] * mean;
    case 'adverseEventRate':
      return DRIVERS.causes[3] * mean;
    case 'earlyDropOffRate':
      return DRIVERS.early;
    case 'conversionRate':
      return DRIVERS.conversion;
    case 'attritionMultiplier':
      return DRIVERS.multipliers[s] / mean;
    case 'realizationRate':
      return truth.realization;
    case 'cleanClaimRate':
      return truth.clean;
    case 'appealRate':
      return truth.appeal;
    case 'overturnRate':
      return truth.overturn;
    case 'collectedRate':
      return truth.collected;
    case 'allowedPppm':
      return truth.allowed;
    case 'serviceMinutes':
      return truth.minutes;
    case 'minutesCv':
      return truth.cv;
    case 'daysToPay':
      return truth.days;
    case 'paymentPattern':
      return delay! < DELAYS_LOOKED_AT ? truth.pattern[delay!] : null;
  }
}
