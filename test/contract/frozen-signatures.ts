/**
 * Ids and argument order of the worksheet functions. Workbooks hold calls to them, so they are frozen:
 * a new argument comes last and is optional.
 */
export const FROZEN_SIGNATURES: Readonly<Record<string, string>> = {
  PANEL: 'opening, newPatients, attritionRate, [months], [basis], [labels]',
  ATTRITION: 'patients, rates',
  ENROLLMENT: 'referrals, conversionRate, [limit], [waiting]',
  SURVIVAL: 'rates, months',
  MONTHLYRATE: 'annualRate',
  REVENUE: 'activePatients, realizationRate, claimSuccessRate, allowedPppm',
  BILLABLE: 'activePatients, realizationRate',
  CLAIMSUCCESS: 'cleanClaimRate, [appealRate], [overturnRate]',
  PAYERMIX: 'shares, amounts',
  RATE: 'code, [locality], [date], [setting], [qp]',
  ALLOWED: 'codes, [units], [locality], [date], [setting], [qp], [percentOfMedicare]',
  RATEINFO: 'code, [locality], [date], [setting], [qp]',
  CASH: 'revenue, pattern',
  REALIZATION: 'meanMinutes, cv, thresholdMinutes, [distribution]',
  DEVICEDAYS: 'meanDays, spread, thresholdDays',
  STAFFING: 'patients, patientsPerUnit, [minimum], [increment]',
  STEPCOST: 'volume, tiers',
  PMPM: 'cost, patients',
  FORECAST:
    'panel, payerMix, costs, [settings], [scenarios], [changes], [actuals], [scenario], [program], [lines], [labels], [stamp]',
  EXPLAIN: 'line, month, panel, payerMix, costs, [settings], [scenarios], [changes], [actuals], [scenario], [program]',
  CHECKMODEL: 'panel, payerMix, costs, [settings], [scenarios], [changes], [actuals], [stamp]',
  LEAKAGE:
    'panel, payerMix, costs, [settings], [scenarios], [changes], [actuals], [scenario], [program], [from], [to], [stamp]',
  BREAKEVEN: 'panel, payerMix, costs, [settings], [scenarios], [changes], [actuals], [scenario], [program], [stamp]',
  DELAY: 'panel, payerMix, costs, settings, scenarios, changes, actuals, months, [scenario], [program]',
  HIREPLAN: 'panel, payerMix, costs, [settings], [scenarios], [changes], [actuals], [scenario], [program], [stamp]',
  MILESTONES: 'panel, payerMix, costs, settings, scenarios, changes, actuals, milestones',
  PROGRAMS: 'panel, [payerMix]',
  SCENARIONAMES: 'scenarios',
  SENSITIVITY:
    'panel, payerMix, costs, settings, scenarios, changes, actuals, line, [change], [scenario], [program], [month], [drivers]',
  GRID: 'panel, payerMix, costs, settings, scenarios, changes, actuals, line, driverA, valuesA, driverB, valuesB, [scenario], [program], [month]',
  SOLVE:
    'panel, payerMix, costs, settings, scenarios, changes, actuals, line, target, driver, [scenario], [program], [month], [lowest], [highest]',
  SCENARIOS: 'panel, payerMix, costs, settings, scenarios, changes, actuals, [lines], [program]',
  BRIDGE:
    'panel, payerMix, costs, settings, scenarios, changes, actuals, line, scenarioA, scenarioB, [program], [month]',
  SIMULATE:
    'panel, payerMix, costs, settings, scenarios, changes, actuals, uncertainty, line, [trials], [seed], [percentiles], [scenario], [program], [target]',
  CAPITATION: 'members, premiumPmpm, [riskScore], [quality], [terms], [labels]',
  SHAREDSAVINGS: 'benchmark, expenditure, [model], [quality], [terms], [labels]',
  RISKBAND: 'benchmark, expenditure, [model], [quality], [terms], [labels]',
  ACCESSPAY: 'patients, track, [period], [attainment], [withoutSubstitutes], [terms], [labels]',
  CAREFEE: 'members, feePmpm, [quality], [baselineCost], [actualCost], [terms], [labels]',
  COMPLETE: 'triangle, [exposure]',
  MONTHLY: 'panel, payerMix, costs, [settings], [scenarios], [changes], [scenario], [program], [stamp]',
  VARIANCE: 'forecast, actual',
  CONTRACTS: 'contracts, [settings], [contract], [lines], [labels]',
  MARGINPOOL:
    'contracts, settings, margin, [cumulativeCash], [contractUncertainty], [contract], [atLeast], [worstCost], [trials], [seed]',
  ROI: 'outcomes, [yearlyCost], [startCost], [evidence]',
  CALIBRATE: 'rows, [prior], [asOf], [from], [basis]',
  ACTUALS: 'rows, [asOf], [basis], [report]',
  TRIANGLE: 'rows, [by], [asOf]',
};
