/** How Medicare's payment differs from its allowed amount. */

/** The patient's part of the allowed amount. */
export const COINSURANCE = 0.2;

/** What nurse practitioners and physician assistants are paid of the schedule's amount, billing under their own name. */
export const NON_PHYSICIAN_RATE = 0.85;

/** Share of the schedule's amount that is allowed when some services are billed by non-physicians. */
export const allowedShare = (nonPhysicianRate: number): number => 1 - nonPhysicianRate * (1 - NON_PHYSICIAN_RATE);

/** Share of the allowed amount that can be collected: sequestration takes its part of Medicare's share only. */
export const collectableShare = (sequestrationRate: number, coinsuranceCollected: number): number =>
  (1 - COINSURANCE) * (1 - sequestrationRate) + COINSURANCE * coinsuranceCollected;
