/** What not every practice uses, in the order of its tabs before Checks. A new one is an entry here. */
import type { AddedSheet } from './sheet';
import { kpiSheet } from './kpi';
import { contractsSheet } from './contracts/inputs';
import { contractStatementSheet } from './contracts/statement';
import { milestonesSheet } from './milestones';
import { outcomesSheet } from './roi/outcomes';
import { roiSheet } from './roi/roi';
import { varianceSheet } from './variance';

export interface Capability {
  /** As users are told. */
  name: string;
  /** What it is for, and what it needs to show something. */
  about: string;
  sheets: readonly AddedSheet[];
}

export const CAPABILITIES = {
  variance: {
    name: 'Variance',
    about:
      'Why revenue and cost of the months on Actuals came out otherwise than forecast: panel, payer mix, realization, claim success and rates, by program, adding up exactly.',
    sheets: [varianceSheet],
  },
  kpi: {
    name: 'KPI',
    about:
      'Cost PMPM, revenue, realization and claims of the months on Actuals beside what was forecast of them and the limits set, and month by month, actual and then forecast.',
    sheets: [kpiSheet],
  },
  contracts: {
    name: 'Contracts',
    about:
      'Value-based contracts month by month, and whether the care-management margin carries their downside. With examples to type over.',
    sheets: [contractsSheet, contractStatementSheet],
  },
  roi: {
    name: 'ROI',
    about:
      'What better outcomes are worth at the low, expected and high end of published evidence, beside the cost of care management; own staff beside a vendor.',
    sheets: [outcomesSheet, roiSheet],
  },
  milestones: {
    name: 'Milestones',
    about: 'Technology and hires that growth makes necessary: the month in which each is due, in each scenario.',
    sheets: [milestonesSheet],
  },
} as const satisfies Record<string, Capability>;

export type CapabilityKey = keyof typeof CAPABILITIES;
export const CAPABILITY_KEYS = Object.keys(CAPABILITIES) as CapabilityKey[];

export const ADDED_SHEETS: readonly AddedSheet[] = CAPABILITY_KEYS.flatMap((key) => CAPABILITIES[key].sheets);
