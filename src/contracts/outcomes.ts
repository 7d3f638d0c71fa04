/**
 * What better outcomes are worth, over four domains: change of a measure × patients × value of a unit × the share that
 * care management may claim. Low, expected and high follow the evidence; several pieces of evidence for one measure
 * stand beside each other and count once.
 */

export const DOMAINS = ['clinical outcomes', 'engagement', 'avoidable utilization', 'revenue performance'] as const;
export const STAKEHOLDERS = ['practice', 'payer', 'patient'] as const;
/** The strongest first. */
export const DESIGNS = ['randomized', 'comparison', 'before and after'] as const;
export const DIRECTIONS = ['lower', 'higher'] as const;

/** A row of evidence. */
export interface Outcome {
  domain: (typeof DOMAINS)[number];
  measure: string;
  /** Null = of all programs. */
  program: string | null;
  stakeholder: (typeof STAKEHOLDERS)[number];
  /** Null = lower for avoidable utilization, higher for the others. */
  better: (typeof DIRECTIONS)[number] | null;
  patients: number;
  /** Levels of the measure, a patient and year. */
  baseline: number;
  expected: number;
  /** The level at the cautious end of the evidence; null = the baseline, no effect. */
  evidenceLow: number | null;
  /** The level at the hopeful end; null = as expected. */
  evidenceHigh: number | null;
  /** $ of one unit of the measure; null = the measure is a trend, not dollars. */
  unitValue: number | null;
  attributableShare: number;
  design: (typeof DESIGNS)[number];
  source: string;
}

/** By end of the evidence. */
export interface Range {
  low: number;
  expected: number;
  high: number;
}
export const ENDS = ['low', 'expected', 'high'] as const;

export const range = (of: (end: keyof Range) => number): Range => ({
  low: of('low'),
  expected: of('expected'),
  high: of('high'),
});

/** Improvement of the measure a patient and year: positive = better. */
export function improvement(outcome: Outcome): Range {
  const { baseline, expected, evidenceLow, evidenceHigh } = outcome;
  const level: Range = { low: evidenceLow ?? baseline, expected, high: evidenceHigh ?? expected };
  const isLowerBetter =
    (outcome.better ?? (outcome.domain === 'avoidable utilization' ? 'lower' : 'higher')) === 'lower';
  return range((end) => (isLowerBetter ? baseline - level[end] : level[end] - baseline));
}

/** $ a year; null for a trend. */
export function valueOf(outcome: Outcome): Range | null {
  const { unitValue, patients, attributableShare } = outcome;
  if (unitValue === null) return null;
  const change = improvement(outcome);
  return range((end) => change[end] * patients * unitValue * attributableShare);
}

export interface Measure {
  domain: Outcome['domain'];
  measure: string;
  program: string | null;
  stakeholder: Outcome['stakeholder'];
  /** Null = a trend. */
  value: Range | null;
  evidence: readonly Outcome[];
}

/** Measures in the order of their first row; what differs in domain, name, program or stakeholder is another one. */
export function measuresOf(outcomes: readonly Outcome[]): Measure[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { domain, measure, program, stakeholder, unitValue } = outcome;
    const key = JSON.stringify([
      domain,
      measure.toLowerCase(),
      program?.toLowerCase(),
      stakeholder,
      unitValue === null,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return [...groups.values()].map((evidence) => {
    const [{ domain, measure, program, stakeholder }] = evidence;
    return { domain, measure, program, stakeholder, value: together(evidence), evidence };
  });
}

/**
 * Several pieces of evidence as one: the least of the low ends, the greatest of the high ends, and between them what
 * the strongest design expects, of equals the least. So a randomized trial without an effect leaves none expected.
 */
function together(evidence: readonly Outcome[]): Range | null {
  const values = evidence.flatMap((outcome) => {
    const value = valueOf(outcome);
    return value ? [{ design: DESIGNS.indexOf(outcome.design), value }] : [];
  });
  if (values.length === 0) return null;
  const strongest = Math.min(...values.map(({ design }) => design));
  return {
    low: Math.min(...values.map(({ value }) => value.low)),
    expected: Math.min(...values.filter(({ design }) => design === strongest).map(({ value }) => value.expected)),
    high: Math.max(...values.map(({ value }) => value.high)),
  };
}

/** The values of the measures that belong together. */
export const totalOf = (measures: readonly Measure[]): Range =>
  range((end) => measures.reduce((total, { value }) => total + (value?.[end] ?? 0), 0));

/** (Value − cost) ÷ cost. */
export const returnOn = (value: number, yearlyCost: number): number => (value - yearlyCost) / yearlyCost;

/** Months until value less yearly cost has paid the cost of the start; Infinity = never. */
export function paybackMonths(value: number, yearlyCost: number, startCost: number): number {
  if (startCost === 0) return value >= yearlyCost ? 0 : Infinity;
  return value > yearlyCost ? startCost / ((value - yearlyCost) / 12) : Infinity;
}
