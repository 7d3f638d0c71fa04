import type { Change, Model, Payer, Program } from '../../../src/engine/model/model';

/** What a model says that asks nothing of its care team: unlimited staff, realization as typed. */
export const plainRates = { thresholdMinutes: 0, minutesCv: 0.6, consentRate: 1, documentationRate: 1 } as const;
export const unlimited = { staffing: 'unlimited', unitsOnDuty: 0, minutesPerUnit: 0, productiveRate: 1 } as const;
export const noHiring = {
  hireAtUtilization: 0.9,
  hireLeadMonths: 0,
  trainingMonths: 0,
  minutesDistribution: 'gamma',
} as const;

/**
 * What an input is in a model that does not need it. Models of tests begin with these, so that a new input is written
 * here and they go on as they are.
 */
export const plainProgram = { serviceMinutes: Infinity } as const;
export const plainPayer = { ...plainRates, paymentPattern: null, openingReceivable: 0 } as const;
export const plainItem = { ...unlimited } as const;
export const plainModel = { ...noHiring } as const;

/** A program that nobody joins, and nobody leaves. */
export const steadyProgram: Program = {
  name: 'CCM',
  eligiblePatients: Infinity,
  openingPatients: 0,
  referrals: 0,
  conversionRate: 0,
  enrollmentLimit: Infinity,
  dischargeRate: 0,
  disengagementRate: 0,
  benefitChangeRate: 0,
  adverseEventRate: 0,
  earlyDropOffRate: 0,
  launchMonth: 1,
  ...plainProgram,
};

/** A payer that pays $100 for every patient, all of it in the month of service. */
export const promptPayer: Payer = {
  program: 'CCM',
  payer: 'Medicare',
  shareOfPanel: 1,
  allowedPppm: 100,
  realizationRate: 1,
  cleanClaimRate: 1,
  appealRate: 0,
  overturnRate: 0,
  daysToPay: 0,
  collectedRate: 1,
  attritionMultiplier: 1,
  ...plainPayer,
};

/** The same practice, to which nobody owes anything at the start. */
export function owedNothing(model: Model): Model {
  const others = (changes: readonly Change[]) => changes.filter(({ driver }) => driver !== 'openingReceivable');
  return {
    ...model,
    payers: model.payers.map((payer) => ({ ...payer, openingReceivable: 0 })),
    changes: others(model.changes),
    adjustments: others(model.adjustments),
  };
}
