/**
 * Published evidence on what care management changes, a row a finding, as the Outcomes table takes it. Evidence that
 * found nothing stands beside evidence that found something. Patients, unit values and shares are a reader's own to
 * set: those here are examples and say so.
 */
import type { Outcome } from '../outcomes';

/** A finding, for a hundred patients. */
const PATIENTS = 100;
/** What care management may claim of a change, until somebody knows better: an assumption. */
const SHARE = 0.5;

const finding = (own: Pick<Outcome, 'domain' | 'measure' | 'baseline' | 'expected' | 'source'> & Partial<Outcome>) => ({
  program: null,
  stakeholder: 'payer' as const,
  better: null,
  patients: PATIENTS,
  evidenceLow: null,
  evidenceHigh: null,
  unitValue: null,
  attributableShare: SHARE,
  design: 'comparison' as const,
  ...own,
});

/** Readmission or death within 30 days, and ED visits, of usual care; ratios are those of the trial. */
const READMITTED = 0.237;
const VISITED = 0.142;
/** Medicare ACOs' median expenditure in 2024, $ a person-year. */
const COST = 12_691;

export const OUTCOME_EVIDENCE: readonly Outcome[] = [
  finding({
    domain: 'avoidable utilization',
    measure: 'Readmission or death in 30 days',
    program: 'RPM',
    baseline: READMITTED,
    expected: 0.182,
    evidenceLow: READMITTED * 0.98,
    evidenceHigh: READMITTED * 0.61,
    // HCUP brief 172, of 2011: cost, not payment.
    unitValue: 12_515,
    design: 'randomized',
    source: 'PMC8606403, n=1,380; HCUP brief 172',
  }),
  finding({
    domain: 'avoidable utilization',
    measure: 'ED visit in 30 days',
    program: 'RPM',
    baseline: VISITED,
    expected: 0.086,
    evidenceLow: VISITED * 0.87,
    evidenceHigh: VISITED * 0.42,
    // HCUP brief 268, age 65 and over, of 2017: cost, not payment.
    unitValue: 690,
    design: 'randomized',
    source: 'PMC8606403, n=1,380; HCUP brief 268',
  }),
  finding({
    domain: 'avoidable utilization',
    measure: 'Medicare cost a year',
    program: 'CCM',
    baseline: COST,
    expected: COST - 12 * 74,
    unitValue: 1,
    source: 'Mathematica 2017, −$74 a month, before fee',
  }),
  finding({
    domain: 'avoidable utilization',
    measure: 'Medicare cost a year',
    program: 'CCM',
    baseline: COST,
    expected: COST,
    unitValue: 1,
    design: 'randomized',
    source: 'PMC5134141, nurse care management, $260 fee',
  }),
  finding({
    domain: 'clinical outcomes',
    measure: 'Deaths, relative to usual care',
    program: 'RPM',
    stakeholder: 'patient',
    better: 'lower',
    baseline: 1,
    expected: 0.83,
    evidenceLow: 0.92,
    evidenceHigh: 0.75,
    attributableShare: 1,
    design: 'randomized',
    source: 'WJC 2022;14(12), heart failure, 38 trials',
  }),
  finding({
    domain: 'clinical outcomes',
    measure: 'Cost of depressed patients a year',
    program: 'BHI',
    better: 'lower',
    baseline: 32_785 / 4,
    expected: 29_422 / 4,
    unitValue: 1,
    design: 'randomized',
    source: 'PMC3810022, CoCM, 4 years, n=551',
  }),
  finding({
    domain: 'engagement',
    measure: 'Patient-reported measures completed',
    stakeholder: 'patient',
    baseline: 0.48,
    expected: 0.8,
    evidenceLow: 0.75,
    evidenceHigh: 0.85,
    attributableShare: 1,
    source: 'PMC12634202, with phone follow-up',
  }),
  finding({
    domain: 'revenue performance',
    measure: 'Claims paid, share of those filed',
    stakeholder: 'practice',
    baseline: 0.81,
    expected: 0.9,
    // What Medicare and MA paid for an enrollee and year of RPM in 2024.
    unitValue: 536,
    design: 'before and after',
    source: 'KFF: 19% denied, 2024; 90% an assumption',
  }),
];
