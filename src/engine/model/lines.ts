/**
 * The catalogue of lines: what each is called, its unit, how its total is made, and the recipe of its figure.
 *
 * The statement, its ratios, the explanations of figures and the model page follow it.
 */
import type { DriverKey } from './drivers';
import type { Model } from './model';

/** A flow is summed over months, a balance is its last month, a rate is the ratio of two totals. */
export type LineKind = 'flow' | 'balance' | 'rate';

/** Rules of the whole model that figures depend on. */
export type RuleKey = keyof Pick<
  Model,
  'basis' | 'waitingLossRate' | 'hireAtUtilization' | 'hireLeadMonths' | 'trainingMonths' | 'minutesDistribution'
>;

export interface Line {
  key: string;
  name: string;
  unit: string;
  kind: LineKind;
  /** How the figure is made, in the words of the statement. */
  words: string;
  /** Worked out by the month's events, or from other lines alone: a rate divides two of them. */
  made: 'by events' | 'of lines' | 'as ratio';
  /** Lines of the same month it is made of, in reading order; of a rate the part and the whole, and of a rate of dollars the panel they are of. */
  factors: readonly string[];
  /** Lines of the month before that it is made of. */
  before: readonly string[];
  /** Inputs that enter without another line between, in reading order. */
  inputs: readonly (DriverKey | RuleKey | 'paymentPattern')[];
}

type Recipe = Partial<Pick<Line, 'factors' | 'before' | 'inputs'>>;

const measured = <K extends string>(
  key: K,
  name: string,
  unit: string,
  kind: 'flow' | 'balance',
  words: string,
  { factors = [], before = [], inputs = [] }: Recipe,
) => ({ key, name, unit, kind, words, made: 'by events' as const, factors, before, inputs });

const derived = <K extends string>(
  key: K,
  name: string,
  unit: string,
  kind: 'flow' | 'balance',
  words: string,
  factors: readonly string[],
  before: readonly string[] = [],
  inputs: Line['inputs'] = [],
) => ({ key, name, unit, kind, words, made: 'of lines' as const, factors, before, inputs });

const rate = <K extends string, const F extends readonly [part: string, whole: string, panel?: string]>(
  key: K,
  name: string,
  unit: string,
  words: string,
  factors: F,
  inputs: Line['inputs'] = [],
) => ({ key, name, unit, kind: 'rate' as const, words, made: 'as ratio' as const, factors, before: [], inputs });

/** All cause rates: where they would take more than everybody, each is held by the others. */
const CAUSES: readonly DriverKey[] = ['dischargeRate', 'disengagementRate', 'benefitChangeRate', 'adverseEventRate'];

const lostTo = <K extends string>(key: K, name: string, cause: DriverKey, rate: string) =>
  measured(
    key,
    name,
    'patients',
    'flow',
    `Opening patients × ${rate} × Attrition multiplier, payer by payer; all causes together take no more than everybody`,
    {
      factors: ['openingPatients'],
      inputs: [cause, 'attritionMultiplier', ...CAUSES.filter((other) => other !== cause)],
    },
  );

const ENROLLMENT: Line['inputs'] = [
  'referrals',
  'conversionRate',
  'waitingLossRate',
  'eligiblePatients',
  'openingPatients',
];
const UNITS: Line['inputs'] = ['patientsPerUnit', 'minimumUnits', 'startMonth', 'endMonth'];
/** Of a care team, whose units may be planned or hired. */
const ROSTER: Line['inputs'] = ['unitsOnDuty', ...UNITS, 'hireAtUtilization', 'hireLeadMonths'];
const REALIZATION: Line['inputs'] = [
  'realizationRate',
  'consentRate',
  'documentationRate',
  'thresholdMinutes',
  'minutesCv',
  'minutesDistribution',
  'serviceMinutes',
];
const CLAIM_SUCCESS: Line['inputs'] = ['cleanClaimRate', 'appealRate', 'overturnRate'];

const costOf = <K extends string>(key: K, name: string, units: Line['inputs']) =>
  measured(key, name, '$', 'flow', 'Amount × what the basis counts, item by item of the category', {
    inputs: ['amount', 'annualIncrease', ...units],
  });

export const LINES = [
  measured('referrals', 'Referrals', 'patients', 'flow', 'Referrals per month, from the launch on', {
    inputs: ['referrals', 'launchMonth'],
  }),
  measured(
    'openingPatients',
    'Opening patients',
    'patients',
    'balance',
    'Closing patients of the month before; at launch, Opening patients of the Panel',
    { before: ['closingPatients'], inputs: ['openingPatients', 'launchMonth'] },
  ),
  lostTo('lostToDischarge', 'Lost to discharge', 'dischargeRate', 'Discharge rate'),
  lostTo('lostToDisengagement', 'Lost to disengagement', 'disengagementRate', 'Disengagement rate'),
  lostTo('lostToBenefitChange', 'Lost to benefit change', 'benefitChangeRate', 'Benefit change rate'),
  lostTo('lostToAdverseEvent', 'Lost to adverse event', 'adverseEventRate', 'Adverse event rate'),
  measured(
    'lostToEarlyDropOff',
    'Lost to early drop-off',
    'patients',
    'flow',
    'New patients of the month before × Early drop-off rate, payer by payer; no more than the other causes leave',
    { before: ['newPatients'], inputs: ['earlyDropOffRate', 'attritionMultiplier', ...CAUSES] },
  ),
  derived('lostPatients', 'Lost patients', 'patients', 'flow', 'The sum of the five causes', [
    'lostToDischarge',
    'lostToDisengagement',
    'lostToBenefitChange',
    'lostToAdverseEvent',
    'lostToEarlyDropOff',
  ]),
  measured(
    'newPatients',
    'New patients',
    'patients',
    'flow',
    'The least of demand, the eligible patients left, the enrollment limit, and the places a planned or as-needed care team has free',
    {
      before: ['waitingPatients'],
      inputs: [...ENROLLMENT, 'enrollmentLimit', ...ROSTER, 'trainingMonths', 'launchMonth'],
    },
  ),
  measured('closingPatients', 'Closing patients', 'patients', 'balance', 'Opening − lost + new', {
    factors: ['openingPatients', 'lostPatients', 'newPatients'],
  }),
  measured(
    'waitingPatients',
    'Waiting patients',
    'patients',
    'balance',
    'The lesser of demand and the eligible patients left, less new patients',
    { factors: ['newPatients'], before: ['waitingPatients'], inputs: [...ENROLLMENT, 'launchMonth'] },
  ),
  measured(
    'activePatients',
    'Active patients',
    'patients',
    'balance',
    'By the billing basis: half of opening and closing, closing, or opening − lost',
    { factors: ['openingPatients', 'lostPatients', 'closingPatients'], inputs: ['basis'] },
  ),
  measured(
    'careTeamUnits',
    'Care team units',
    'units',
    'balance',
    'Units of care team items: on duty where planned or hired as needed; else the larger of the minimum and active ÷ patients per unit, in whole units',
    { inputs: ROSTER },
  ),
  rate(
    'utilizationRate',
    'Utilization rate',
    '%',
    'Patients served ÷ places: the active patients of care team items ÷ (their units × patients per unit)',
    ['careTeamServed', 'careTeamPlaces'],
    ROSTER,
  ),
  rate(
    'realizationRate',
    'Realization rate',
    '%',
    'Billable ÷ active patients; a payer’s is as typed, or with Threshold minutes consent × documentation × the share who reach them',
    ['billablePatients', 'activePatients'],
    REALIZATION,
  ),
  measured(
    'billablePatients',
    'Billable patients',
    'patients',
    'flow',
    'Active patients × Realization rate, payer by payer',
    { factors: ['activePatients', 'realizationRate'], inputs: REALIZATION },
  ),
  rate(
    'claimSuccessRate',
    'Claim success rate',
    '%',
    'Paid claims ÷ billable patients; a payer’s is clean + (1 − clean) × appealed × overturned',
    ['paidClaims', 'billablePatients'],
    CLAIM_SUCCESS,
  ),
  measured('paidClaims', 'Paid claims', 'claims', 'flow', 'Billable patients × Claim success rate, payer by payer', {
    factors: ['billablePatients', 'claimSuccessRate'],
    inputs: CLAIM_SUCCESS,
  }),
  rate(
    'allowedPppm',
    'Allowed PPPM',
    '$/patient/month',
    'Allowed revenue ÷ paid claims',
    ['allowedRevenue', 'paidClaims'],
    ['allowedPppm'],
  ),
  measured(
    'potentialRevenue',
    'Potential revenue',
    '$',
    'flow',
    'Active patients × Allowed PPPM, payer by payer: what every active patient would bring',
    { factors: ['activePatients'], inputs: ['allowedPppm'] },
  ),
  measured(
    'allowedRevenue',
    'Allowed revenue',
    '$',
    'flow',
    'Active patients × Realization rate × Claim success rate × Allowed PPPM, payer by payer',
    {
      factors: ['activePatients', 'realizationRate', 'claimSuccessRate', 'allowedPppm'],
      inputs: [...REALIZATION, ...CLAIM_SUCCESS, 'allowedPppm'],
    },
  ),
  measured(
    'badDebt',
    'Bad debt',
    '$',
    'flow',
    'Allowed revenue × (1 − Collected share × what the Payment pattern adds to), payer by payer; in month 1 the same part of the Opening receivable, too',
    { factors: ['allowedRevenue'], inputs: ['collectedRate', 'paymentPattern', 'openingReceivable'] },
  ),
  measured(
    'cashCollected',
    'Cash collected',
    '$',
    'flow',
    'The collected share of allowed revenue, Days to pay ÷ 30 months after it was earned or by the Payment pattern, payer by payer; and what comes in of the Opening receivable',
    { inputs: ['collectedRate', 'daysToPay', 'paymentPattern', 'openingReceivable'] },
  ),
  derived(
    'receivable',
    'Receivable',
    '$',
    'balance',
    'Receivable of the month before, at the start the Opening receivable, + allowed revenue − bad debt − cash collected',
    ['allowedRevenue', 'badDebt', 'cashCollected'],
    ['receivable'],
    ['openingReceivable'],
  ),
  costOf('careTeamCost', 'Care team cost', ROSTER),
  costOf('technologyCost', 'Technology cost', UNITS),
  costOf('overheadAndComplianceCost', 'Overhead and compliance cost', UNITS),
  derived('totalCost', 'Total cost', '$', 'flow', 'The sum of the three categories', [
    'careTeamCost',
    'technologyCost',
    'overheadAndComplianceCost',
  ]),
  derived('margin', 'Margin', '$', 'flow', 'Allowed revenue − bad debt − total cost', [
    'allowedRevenue',
    'badDebt',
    'totalCost',
  ]),
  rate('marginRate', 'Margin rate', '%', 'Margin ÷ allowed revenue', ['margin', 'allowedRevenue', 'activePatients']),
  derived(
    'cumulativeCash',
    'Cumulative cash',
    '$',
    'balance',
    'Cumulative cash of the month before + cash collected − total cost',
    ['cashCollected', 'totalCost'],
    ['cumulativeCash'],
  ),
  rate('revenuePppm', 'Revenue PPPM', '$/patient/month', 'Allowed revenue ÷ active patients', [
    'allowedRevenue',
    'activePatients',
  ]),
  rate('expensePmpm', 'Expense PMPM', '$/patient/month', 'Total cost ÷ active patients', [
    'totalCost',
    'activePatients',
  ]),
  rate('marginPppm', 'Margin PPPM', '$/patient/month', 'Margin ÷ active patients', ['margin', 'activePatients']),
] as const satisfies readonly Line[];

/** Lines about the care team's time. They are no part of the statement: only those who name them see them. */
export const CAPACITY_LINES = [
  measured(
    'minutesAvailable',
    'Minutes available',
    'minutes',
    'flow',
    'Effective units × Minutes per unit × Productive share, item by item; 0 where no payer has Threshold minutes and no care team is planned or hired',
    { inputs: ['minutesPerUnit', 'productiveRate', ...ROSTER, 'trainingMonths'] },
  ),
  measured(
    'minutesUsed',
    'Minutes used',
    'minutes',
    'flow',
    'The lesser of minutes available and active patients × Service minutes',
    { factors: ['minutesAvailable', 'activePatients'], inputs: ['serviceMinutes'] },
  ),
] as const satisfies readonly Line[];

/** What the utilization rate divides. Nobody names these, so they are lines of no statement. */
export const UTILIZATION_LINES = [
  measured('careTeamServed', 'Patients served', 'patients', 'flow', 'Active patients of care team items', {}),
  measured('careTeamPlaces', 'Places', 'patients', 'flow', 'Units of care team items × Patients per unit', {}),
] as const satisfies readonly Line[];

export const ALL_LINES = [...LINES, ...CAPACITY_LINES] as const;
export const ALL_SERIES = [...ALL_LINES, ...UTILIZATION_LINES] as const;

type AnySeries = (typeof ALL_SERIES)[number];
export type StatementLineKey = (typeof LINES)[number]['key'];
export type LineKey = (typeof ALL_LINES)[number]['key'];
export type SeriesKey = AnySeries['key'];
export type MeasureKey = Extract<AnySeries, { made: 'by events' }>['key'];
export type RateKey = Extract<AnySeries, { made: 'as ratio' }>['key'];

/** A line as those read it who look it up: its recipe names series that there are, which a test holds it to. */
export interface CatalogueLine extends Line {
  key: SeriesKey;
  factors: readonly SeriesKey[];
  before: readonly LineKey[];
}

export const lineByKey: ReadonlyMap<SeriesKey, CatalogueLine> = new Map(
  ALL_SERIES.map((line) => [line.key, line as CatalogueLine]),
);

/** The series that the month's events measure: the statement is derived from them. */
export const MEASURES: readonly MeasureKey[] = ALL_SERIES.flatMap((line) =>
  line.made === 'by events' ? [line.key] : [],
);

/**
 * Every rate with the two series it divides; over months and segments it divides their sums. Where the panel has nobody,
 * there is nothing to divide by either: what decides that is the whole itself, save for a rate of dollars.
 */
export const RATIOS: readonly { key: RateKey; part: SeriesKey; whole: SeriesKey; panel: SeriesKey }[] = LINES.flatMap(
  (line) => {
    if (line.made !== 'as ratio') return [];
    const [part, whole, panel = whole] = line.factors;
    return [{ key: line.key, part, whole, panel }];
  },
);
