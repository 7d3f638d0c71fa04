/**
 * What not every practice uses, in the order of its tabs before Checks: what it is for, and what its sheets are known by.
 * They are drawn by drawn-capabilities.ts, which is loaded when one is added; a test holds the two together, so that the
 * first screen need not load the tables of all. A new one is an entry in both.
 */

/** What a sheet is known by, whatever it is called. */
export interface SheetSigns {
  name: string;
  /** Names of the Excel tables on it. */
  tables?: readonly string[];
  /** Names of the whole workbook for cells of it. */
  names?: readonly { name: string }[];
}

export interface Capability {
  /** As users are told. */
  name: string;
  /** What it is for, and what it needs to show something. */
  about: string;
  sheets: readonly SheetSigns[];
}

export const CAPABILITIES = {
  risk: {
    name: 'Risk',
    about:
      'What revenue and cash may come to where drivers are uncertain, how likely break-even and a target are, a tornado, a two-way table and the way from one scenario to another. By formula, from assumptions to type over.',
    sheets: [
      { name: 'Risk', names: [{ name: 'RiskFigures' }] },
      { name: 'Uncertainty', tables: ['tblUncertainty'], names: [{ name: 'DriverBounds' }] },
    ],
  },
  variance: {
    name: 'Variance',
    about:
      'Why revenue and cost of the months on Actuals came out otherwise than forecast: panel, payer mix, realization, claim success and rates, by program, adding up exactly.',
    sheets: [{ name: 'Variance', names: [{ name: 'VarianceBridge' }] }],
  },
  kpi: {
    name: 'KPI',
    about:
      'Cost PMPM, revenue, realization and claims of the months on Actuals beside what was forecast of them and the limits set, and month by month, actual and then forecast.',
    sheets: [{ name: 'KPI', names: [{ name: 'Kpis' }] }],
  },
  contracts: {
    name: 'Contracts',
    about:
      'Value-based contracts month by month, and whether the care-management margin carries their downside. With examples to type over.',
    sheets: [
      { name: 'Contracts', tables: ['tblContracts', 'tblContractUncertainty'] },
      { name: 'Contract Statement', names: [{ name: 'MarginPool' }] },
    ],
  },
  roi: {
    name: 'ROI',
    about:
      'What better outcomes are worth at the low, expected and high end of published evidence, beside the cost of care management; own staff beside a vendor.',
    sheets: [
      { name: 'Outcomes', tables: ['tblOutcomes'] },
      { name: 'ROI', names: [{ name: 'ReturnOnCare' }] },
    ],
  },
  milestones: {
    name: 'Milestones',
    about: 'Technology and hires that growth makes necessary: the month in which each is due, in each scenario.',
    sheets: [{ name: 'Milestones', tables: ['tblMilestones'], names: [{ name: 'MilestonesDue' }] }],
  },
} as const satisfies Record<string, Capability>;

export type CapabilityKey = keyof typeof CAPABILITIES;
export const CAPABILITY_KEYS = Object.keys(CAPABILITIES) as CapabilityKey[];

export const ADDED_SHEETS: readonly SheetSigns[] = CAPABILITY_KEYS.flatMap(
  (key): readonly SheetSigns[] => CAPABILITIES[key].sheets,
);
