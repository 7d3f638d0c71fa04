/** What a model says that asks nothing of its care team: unlimited staff, realization as typed. */
export const plainRates = { thresholdMinutes: 0, minutesCv: 0.6, consentRate: 1, documentationRate: 1 } as const;
export const unlimited = { staffing: 'unlimited', unitsOnDuty: 0, minutesPerUnit: 0, productiveRate: 1 } as const;
export const noHiring = {
  hireAtUtilization: 0.9,
  hireLeadMonths: 0,
  trainingMonths: 0,
  minutesDistribution: 'gamma',
} as const;
