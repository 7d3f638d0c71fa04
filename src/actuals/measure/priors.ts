/** What CALIBRATE asks of the present inputs and of published ranges. */
import type { BillingBasis } from '../../engine/model/model';
import type { EnrollmentInputs } from './conversion';
import type { PatternPrior } from './payment-pattern';
import type { Prior } from './prior';

export type ProgramPrior =
  | 'dischargeRate'
  | 'disengagementRate'
  | 'benefitChangeRate'
  | 'adverseEventRate'
  | 'earlyDropOffRate'
  | 'conversionRate';
export type PayerPrior =
  | 'attritionMultiplier'
  | 'realizationRate'
  | 'cleanClaimRate'
  | 'appealRate'
  | 'overturnRate'
  | 'collectedRate'
  | 'allowedPppm'
  | 'serviceMinutes'
  | 'minutesCv';

export interface Priors {
  readonly basis: BillingBasis;
  program(driver: ProgramPrior, program: string): Prior;
  payer(driver: PayerPrior, program: string, payer: string): Prior;
  pattern(program: string, payer: string): PatternPrior;
  enrollment(program: string): EnrollmentInputs;
}
