/**
 * The add-in's functions by name: behind another add-in's prefix only these are ours, CONTOSO.PPPM.RATE and not
 * CONTOSO.PPPM.PRICE. A test compares the list with the functions there are.
 */
export const OUR_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['ACCESSPAY', 'ACTUALS', 'ALLOWED', 'ATTRITION', 'BILLABLE', 'BREAKEVEN', 'BRIDGE', 'CALIBRATE', 'CAPITATION'],
  ...['CAREFEE', 'CASH', 'CHECKMODEL', 'CLAIMSUCCESS', 'COMPLETE', 'CONTRACTS', 'DELAY', 'DEVICEDAYS', 'ENROLLMENT'],
  ...['EXPLAIN', 'FORECAST', 'GRID', 'HIREPLAN', 'LEAKAGE', 'MARGINPOOL', 'MILESTONES', 'MONTHLY', 'MONTHLYRATE'],
  ...['PANEL', 'PAYERMIX', 'PMPM', 'PROGRAMS', 'RATE', 'RATEINFO', 'REALIZATION', 'REVENUE', 'RISKBAND', 'ROI'],
  ...['SCENARIONAMES', 'SCENARIOS', 'SENSITIVITY', 'SHAREDSAVINGS', 'SIMULATE', 'SOLVE', 'STAFFING', 'STEPCOST'],
  ...['SURVIVAL', 'TRIANGLE', 'VARIANCE'],
]);
