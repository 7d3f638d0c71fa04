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
export const plainPayer = { ...plainRates } as const;
export const plainItem = { ...unlimited } as const;
export const plainModel = { ...noHiring } as const;
