/** The steps from forecast to actual, in reading order: what PPPM.VARIANCE answers with, and the sheet Variance looks up by name. */
import { FACTORS, type Bridge, type Factor } from './variance';

export interface BridgeStep {
  name: string;
  unit: '$' | '$/patient/month';
  /** Null where there is nothing to divide by. */
  figure(bridge: Bridge): number | null;
}

const step = (name: string, unit: BridgeStep['unit'], figure: BridgeStep['figure']): BridgeStep => ({
  name,
  unit,
  figure,
});

const FACTOR_NAMES: Readonly<Record<Factor, string>> = {
  panel: 'Panel',
  mix: 'Payer mix',
  realization: 'Realization',
  claimSuccess: 'Claim success',
  allowedRate: 'Allowed rate',
};

const START = step('Forecast revenue', '$', ({ revenue }) => revenue[0]);
const END = step('Actual revenue', '$', ({ revenue }) => revenue[1]);

/** From revenue to revenue. */
export const REVENUE_STEPS: readonly BridgeStep[] = [
  START,
  ...FACTORS.map((factor) => step(FACTOR_NAMES[factor], '$', ({ factors }) => factors[factor])),
  step('Revenue without claims', '$', ({ revenueUnexplained }) => revenueUnexplained),
  END,
];

/** Where a bridge begins and ends; all others are differences. */
export const isEnd = (of: BridgeStep): boolean => of === START || of === END;

export const BRIDGE_STEPS: readonly BridgeStep[] = [
  ...REVENUE_STEPS,
  step('Forecast cost', '$', ({ cost }) => cost[0]),
  step('Volume', '$', ({ costVolume }) => costVolume),
  step('Cost rate', '$', ({ costRate }) => costRate),
  step('Cost without patients', '$', ({ costUnexplained }) => costUnexplained),
  step('Actual cost', '$', ({ cost }) => cost[1]),
  step('Cost PMPM allocated', '$/patient/month', ({ costPmpm }) => costPmpm[0]),
  step('Cost PMPM actual', '$/patient/month', ({ costPmpm }) => costPmpm[1]),
];
