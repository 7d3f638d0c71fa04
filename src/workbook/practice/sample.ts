/**
 * What the sample assumes of each program and payer, with its source. A figure without a published source is
 * our own guess and says "assumption".
 */
import { PUBLISHED } from './published';
import { HOURS_A_MONTH, MEDICAL_ASSISTANT, patientsAt, type Staff } from './staff';

export interface ProgramSample {
  name: string;
  title: string;
  eligiblePatients: number;
  openingPatients: number;
  /** Patients referred a month when the eligible patients are as above. */
  referrals: number;
  conversionRate: number;
  /** Most enrollments a month when the eligible patients are as above; null = no limit. */
  enrollmentLimit: number | null;
  dischargeRate: number;
  disengagementRate: number;
  benefitChangeRate: number;
  adverseEventRate: number;
  earlyDropOffRate: number;
  /** Month of launch where nobody is enrolled yet; 1 = from the start. */
  launchMonth: number;
  panelSource: string;
  /** Medicare's codes of a paid month with their average units. */
  codes: string;
  /** Where the units come from; blank where there is one code only. */
  unitsSource: string;
  realizationRate: number;
  realizationSource: string;
  /** Whoever serves the patients: cost and patients are of the same kind of staff. */
  team: { item: string; staff: Staff; patientsPerUnit: number; ratioSource: string };
}

export interface PayerSample {
  name: string;
  /** Weight in the panel; weights of the payers chosen are scaled to 100%. */
  weight: number;
  /** Pays by Medicare's fee schedule, month by month; others pay an amount of their own. */
  followsMedicare: boolean;
  /** Allowed amount ÷ Medicare. */
  ratioToMedicare: number;
  ratioSource: string;
  cleanClaimRate: number;
  appealRate: number;
  overturnRate: number;
  daysToPay: number;
  collectedRate: number;
  /** null = as the program's. */
  attritionMultiplier: number | null;
}

/** 28% a year is 2.7% a month: 1 − (1 − a)^(1/12), to a hundredth of a percent. */
export const monthlyRate = (annualRate: number): number => Math.round((1 - (1 - annualRate) ** (1 / 12)) * 1e4) / 1e4;

const middle = ({ low, high }: { low: number; high: number }): number => Math.round(((low + high) / 2) * 1e6) / 1e6;

const CCM_DISENGAGEMENT = monthlyRate(middle(PUBLISHED.ccmDropout));
const RPM_DISENGAGEMENT = monthlyRate(middle(PUBLISHED.rpmDropout));

/** Device supply every billable month, and treatment management in the months in which all parts are given. */
const ALL_PARTS = Math.round((1 - PUBLISHED.rpmNotAllParts.low) * 100) / 100;

const EARLY = 'early drop-off: 19–20% (Mathematica 2017)';
const AS_CCM = 'early drop-off as published for CCM';

/** Minutes of a coordinator for a patient and month: those billed, and calls that fail, notes, care plans. */
export const CCM_MINUTES = { many: 52, expected: 42, few: 35 };
const MINUTES = { RPM: 30, BHI: 35, APCM: 20, PCM: 60 };

const byMinutes = (minutes: number, which: string): string =>
  `${patientsAt(minutes)} patients: ${HOURS_A_MONTH} hours a month at ${minutes} minutes a patient, ${which}: assumption`;

export const PROGRAM_SAMPLES: readonly ProgramSample[] = [
  {
    name: 'CCM',
    title: 'Chronic care management',
    eligiblePatients: 2_400,
    openingPatients: 380,
    referrals: 64,
    conversionRate: PUBLISHED.warmCall.low,
    enrollmentLimit: 30,
    dischargeRate: 0.002,
    disengagementRate: CCM_DISENGAGEMENT,
    benefitChangeRate: 0.003,
    adverseEventRate: 0.004,
    earlyDropOffRate: PUBLISHED.earlyDropOff.low,
    launchMonth: 1,
    panelSource: `Disengagement: 27–29% a year (caremanagementguy.com, 2025) = 2.7% a month; ${EARLY}; conversion: warm call, over 50% (kevincheng.org, 2017); the rest: assumption`,
    codes: '99490 + 0.25*99439',
    unitsSource: '25% of paid months reach 40 minutes (99439): assumption',
    realizationRate: 0.85,
    realizationSource: 'realization: assumption, below one operator’s target of 90%',
    team: {
      item: 'CCM care coordinators',
      staff: MEDICAL_ASSISTANT,
      patientsPerUnit: patientsAt(CCM_MINUTES.expected),
      ratioSource: `${byMinutes(CCM_MINUTES.expected, '20 of them billed')}; operators aim at 150 a nurse, 250 a nurse with assistant (community.aaacn.org)`,
    },
  },
  {
    name: 'RPM',
    title: 'Remote patient monitoring',
    eligiblePatients: 900,
    openingPatients: 140,
    referrals: 40,
    conversionRate: PUBLISHED.warmCall.low,
    enrollmentLimit: 24,
    dischargeRate: 0.008,
    disengagementRate: RPM_DISENGAGEMENT,
    benefitChangeRate: 0.003,
    adverseEventRate: 0.004,
    earlyDropOffRate: PUBLISHED.earlyDropOff.low,
    launchMonth: 1,
    panelSource: `Disengagement: 45–49% a year (caremanagementguy.com, 2025) = 5.2% a month; ${AS_CCM}; conversion: warm call, over 50% (kevincheng.org, 2017); the rest: assumption`,
    codes: `99454 + ${ALL_PARTS}*99457`,
    unitsSource:
      '57% of paid months have treatment management (99457): assumption from 43% of patients who do not get all parts (HHS OIG 2024)',
    realizationRate: 0.75,
    realizationSource:
      'realization: assumption; 67% reach 16 days (vizier.health, 2024–2025), and since 2026 shorter months are paid too (99445); the set-up code 99453, paid once a patient, is left out',
    team: {
      item: 'RPM monitoring staff',
      staff: MEDICAL_ASSISTANT,
      patientsPerUnit: patientsAt(MINUTES.RPM),
      ratioSource: `${byMinutes(MINUTES.RPM, '20 of them billed in 57% of the months')}; a nurse with triage software: 250–500 (lushbinary.com, 2026)`,
    },
  },
  {
    name: 'BHI',
    title: 'Behavioral health integration',
    eligiblePatients: 1_000,
    openingPatients: 130,
    referrals: 34,
    conversionRate: PUBLISHED.warmCall.low,
    enrollmentLimit: null,
    dischargeRate: 0.02,
    disengagementRate: 0.03,
    benefitChangeRate: 0.003,
    adverseEventRate: 0.002,
    earlyDropOffRate: PUBLISHED.earlyDropOff.low,
    launchMonth: 1,
    panelSource: `Conversion: warm call, over 50% (kevincheng.org, 2017); ${AS_CCM}; attrition: assumption`,
    codes: '99484',
    unitsSource: '',
    realizationRate: PUBLISHED.cocmRealization.low,
    realizationSource: 'realization: 80%, one clinic’s plan for collaborative care (2026)',
    team: {
      item: 'BHI care coordinators',
      staff: MEDICAL_ASSISTANT,
      patientsPerUnit: patientsAt(MINUTES.BHI),
      ratioSource: byMinutes(MINUTES.BHI, '20 of them billed'),
    },
  },
  {
    name: 'APCM',
    title: 'Advanced primary care management',
    eligiblePatients: 1_800,
    openingPatients: 0,
    referrals: 60,
    conversionRate: PUBLISHED.inPerson.low,
    enrollmentLimit: null,
    dischargeRate: 0.001,
    disengagementRate: 0.012,
    benefitChangeRate: 0.003,
    adverseEventRate: 0.004,
    earlyDropOffRate: 0.05,
    launchMonth: 7,
    panelSource:
      'Conversion: in person with the clinician’s word, over 70% (kevincheng.org, 2017); attrition: assumption, below CCM because no monthly call is needed. Patients here are not in CCM or PCM',
    codes: 'G0557',
    unitsSource: 'all patients with two or more chronic conditions (G0557): assumption',
    realizationRate: 0.95,
    realizationSource: 'realization: assumption; no minutes are counted',
    team: {
      item: 'APCM care coordinators',
      staff: MEDICAL_ASSISTANT,
      patientsPerUnit: patientsAt(MINUTES.APCM),
      ratioSource: `${byMinutes(MINUTES.APCM, 'none of them counted')}; a vendor aims at 500 by text messages (phamily.com, 2024)`,
    },
  },
  {
    name: 'PCM',
    title: 'Principal care management',
    eligiblePatients: 600,
    openingPatients: 50,
    referrals: 20,
    conversionRate: PUBLISHED.warmCall.low,
    enrollmentLimit: null,
    dischargeRate: 0.015,
    disengagementRate: CCM_DISENGAGEMENT,
    benefitChangeRate: 0.003,
    adverseEventRate: 0.006,
    earlyDropOffRate: PUBLISHED.earlyDropOff.low,
    launchMonth: 1,
    panelSource: `Disengagement as CCM: 27–29% a year (caremanagementguy.com, 2025) = 2.7% a month; ${AS_CCM}; conversion: warm call, over 50% (kevincheng.org, 2017); the rest: assumption`,
    codes: '99426',
    unitsSource: '',
    realizationRate: 0.8,
    realizationSource: 'realization: assumption; 30 minutes a month',
    team: {
      item: 'PCM care coordinators',
      staff: MEDICAL_ASSISTANT,
      patientsPerUnit: patientsAt(MINUTES.PCM),
      ratioSource: byMinutes(MINUTES.PCM, '30 of them billed'),
    },
  },
];

export const PAYER_SAMPLES: readonly PayerSample[] = [
  {
    name: 'Medicare',
    weight: 0.45,
    followsMedicare: true,
    ratioToMedicare: 1,
    ratioSource: '',
    cleanClaimRate: PUBLISHED.cleanClaims.high,
    appealRate: 0.6,
    overturnRate: 0.5,
    daysToPay: PUBLISHED.daysInReceivables.low,
    collectedRate: PUBLISHED.netCollection.high,
    attritionMultiplier: null,
  },
  {
    name: 'Medicare Advantage',
    weight: 0.35,
    followsMedicare: true,
    ratioToMedicare: PUBLISHED.medicareAdvantage.low,
    ratioSource: 'AJMC 2018',
    cleanClaimRate: 0.94,
    appealRate: 0.6,
    overturnRate: 0.5,
    daysToPay: 30,
    collectedRate: 0.93,
    attritionMultiplier: null,
  },
  {
    name: 'Medicaid',
    weight: 0.08,
    followsMedicare: false,
    ratioToMedicare: PUBLISHED.medicaid.low,
    ratioSource: 'ASPE; Urban Institute 2012',
    cleanClaimRate: PUBLISHED.cleanClaims.low,
    appealRate: 0.5,
    overturnRate: 0.4,
    daysToPay: PUBLISHED.daysInReceivables.high,
    collectedRate: PUBLISHED.netCollection.low,
    attritionMultiplier: 1.2,
  },
  {
    name: 'Commercial',
    weight: 0.12,
    followsMedicare: false,
    ratioToMedicare: 1.1,
    ratioSource: 'assumption',
    cleanClaimRate: 0.93,
    appealRate: 0.6,
    overturnRate: 0.5,
    daysToPay: PUBLISHED.daysInReceivables.high,
    collectedRate: 0.93,
    attritionMultiplier: null,
  },
];

/** A program of one's own starts from the sample of chronic care management, and says so. */
export const programSample = (name: string): ProgramSample =>
  PROGRAM_SAMPLES.find((sample) => sample.name === name) ?? {
    ...PROGRAM_SAMPLES[0],
    name,
    title: name,
    panelSource: 'assumption: rates as the sample has them for CCM',
    unitsSource: 'assumption: the codes of CCM',
    realizationSource: 'realization: assumption',
    team: {
      ...PROGRAM_SAMPLES[0].team,
      item: `${name} care coordinators`,
      ratioSource: 'assumption: as the sample has it for CCM',
    },
  };

/** A payer of one's own starts from Medicare's figures, and says so. */
export const payerSample = (name: string): PayerSample =>
  PAYER_SAMPLES.find((sample) => sample.name === name) ?? {
    ...PAYER_SAMPLES[0],
    name,
    weight: 0.15,
    followsMedicare: false,
    ratioSource: 'assumption',
  };
