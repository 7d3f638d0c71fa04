/**
 * The lines of the monthly statement, in their order: what each is called, its unit, and how its total is made.
 */

/** A flow is summed over months, a balance is its last month, a rate is the ratio of two totals. */
export type LineKind = 'flow' | 'balance' | 'rate';

export interface Line {
  key: string;
  name: string;
  unit: string;
  kind: LineKind;
}

const line = <K extends string>(key: K, name: string, unit: string, kind: LineKind) => ({ key, name, unit, kind });

export const LINES = [
  line('referrals', 'Referrals', 'patients', 'flow'),
  line('openingPatients', 'Opening patients', 'patients', 'balance'),
  line('lostToDischarge', 'Lost to discharge', 'patients', 'flow'),
  line('lostToDisengagement', 'Lost to disengagement', 'patients', 'flow'),
  line('lostToBenefitChange', 'Lost to benefit change', 'patients', 'flow'),
  line('lostToAdverseEvent', 'Lost to adverse event', 'patients', 'flow'),
  line('lostToEarlyDropOff', 'Lost to early drop-off', 'patients', 'flow'),
  line('lostPatients', 'Lost patients', 'patients', 'flow'),
  line('newPatients', 'New patients', 'patients', 'flow'),
  line('closingPatients', 'Closing patients', 'patients', 'balance'),
  line('waitingPatients', 'Waiting patients', 'patients', 'balance'),
  line('activePatients', 'Active patients', 'patients', 'balance'),
  line('careTeamUnits', 'Care team units', 'units', 'balance'),
  line('utilizationRate', 'Utilization rate', '%', 'rate'),
  line('realizationRate', 'Realization rate', '%', 'rate'),
  line('billablePatients', 'Billable patients', 'patients', 'flow'),
  line('claimSuccessRate', 'Claim success rate', '%', 'rate'),
  line('paidClaims', 'Paid claims', 'claims', 'flow'),
  line('allowedPppm', 'Allowed PPPM', '$/patient/month', 'rate'),
  line('potentialRevenue', 'Potential revenue', '$', 'flow'),
  line('allowedRevenue', 'Allowed revenue', '$', 'flow'),
  line('badDebt', 'Bad debt', '$', 'flow'),
  line('cashCollected', 'Cash collected', '$', 'flow'),
  line('receivable', 'Receivable', '$', 'balance'),
  line('careTeamCost', 'Care team cost', '$', 'flow'),
  line('technologyCost', 'Technology cost', '$', 'flow'),
  line('overheadAndComplianceCost', 'Overhead and compliance cost', '$', 'flow'),
  line('totalCost', 'Total cost', '$', 'flow'),
  line('margin', 'Margin', '$', 'flow'),
  line('marginRate', 'Margin rate', '%', 'rate'),
  line('cumulativeCash', 'Cumulative cash', '$', 'balance'),
  line('revenuePppm', 'Revenue PPPM', '$/patient/month', 'rate'),
  line('expensePmpm', 'Expense PMPM', '$/patient/month', 'rate'),
  line('marginPppm', 'Margin PPPM', '$/patient/month', 'rate'),
] as const satisfies readonly Line[];

/** Lines about the care team's time. They are no part of the statement: only those who name them see them. */
export const CAPACITY_LINES = [
  line('minutesAvailable', 'Minutes available', 'minutes', 'flow'),
  line('minutesUsed', 'Minutes used', 'minutes', 'flow'),
] as const satisfies readonly Line[];

export const ALL_LINES = [...LINES, ...CAPACITY_LINES] as const;

export type StatementLineKey = (typeof LINES)[number]['key'];
export type LineKey = (typeof ALL_LINES)[number]['key'];

export const lineByKey: ReadonlyMap<LineKey, Line> = new Map(ALL_LINES.map((l) => [l.key, l]));
