/** Which costs are people who do the work, and whether there is anything for them to limit. */
import type { Change, CostItem, Model } from './model';

/** Staff who are hired and paid by the unit. */
export const isCareUnit = ({ category, basis }: CostItem): boolean => category === 'care team' && basis === 'per unit';

const movesThreshold = ({ driver }: Change): boolean => driver === 'thresholdMinutes';

/** Whether units are planned or minutes have to be reached; where neither is, the care team limits nothing. */
export const careTeamMatters = ({ payers, costs, changes }: Model, adjustments: readonly Change[]): boolean =>
  changes.some(movesThreshold) ||
  adjustments.some(movesThreshold) ||
  payers.some(({ thresholdMinutes }) => thresholdMinutes > 0) ||
  costs.some((item) => item.staffing !== 'unlimited' && isCareUnit(item));
