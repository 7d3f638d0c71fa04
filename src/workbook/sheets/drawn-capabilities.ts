/** The sheets of each capability, as they are drawn. Loaded when one is added: the first screen does without them. */
import type { CapabilityKey } from './capabilities';
import { contractsSheet } from './contracts/inputs';
import { contractStatementSheet } from './contracts/statement';
import { kpiSheet } from './kpi';
import { milestonesSheet } from './milestones';
import { riskSheet } from './risk/risk';
import { uncertaintySheet } from './risk/uncertainty';
import { outcomesSheet } from './roi/outcomes';
import { roiSheet } from './roi/roi';
import type { AddedSheet } from './sheet';
import { varianceSheet } from './variance';

export const DRAWN: Readonly<Record<CapabilityKey, readonly AddedSheet[]>> = {
  risk: [riskSheet, uncertaintySheet],
  variance: [varianceSheet],
  kpi: [kpiSheet],
  contracts: [contractsSheet, contractStatementSheet],
  roi: [outcomesSheet, roiSheet],
  milestones: [milestonesSheet],
};
