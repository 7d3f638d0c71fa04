/** What people come for, and the functions that do it: the index of the help. */

export interface Task {
  task: string;
  functions: readonly string[];
}

export const TASKS: readonly Task[] = [
  { task: 'Forecast revenue, cash and margin by month', functions: ['FORECAST', 'REVENUE'] },
  { task: 'List the programs and scenarios of a workbook', functions: ['PROGRAMS', 'SCENARIONAMES'] },
  { task: 'Find out how a figure is made', functions: ['EXPLAIN'] },
  { task: 'Check the inputs before sending a forecast on', functions: ['CHECKMODEL'] },
  { task: 'See where patients and dollars are lost', functions: ['LEAKAGE'] },
  { task: 'Know when a program pays for itself', functions: ['BREAKEVEN', 'DELAY'] },
  { task: 'See which input matters most', functions: ['SENSITIVITY', 'GRID'] },
  { task: 'Find the input that meets a target', functions: ['SOLVE'] },
  { task: 'Know how sure a forecast is', functions: ['SIMULATE'] },
  { task: 'Compare scenarios', functions: ['SCENARIOS', 'BRIDGE'] },
  { task: 'List what the tables name, for formulas of your own', functions: ['PROGRAMS', 'SCENARIONAMES'] },
  { task: 'Plan staff and hires', functions: ['HIREPLAN', 'MILESTONES', 'STAFFING'] },
  { task: 'Look up what Medicare pays', functions: ['RATE', 'RATEINFO', 'ALLOWED'] },
  { task: 'Blend what several payers pay', functions: ['PAYERMIX', 'ALLOWED'] },
  { task: 'Roll a panel forward', functions: ['PANEL', 'ENROLLMENT', 'ATTRITION', 'SURVIVAL'] },
  { task: 'Turn an annual rate into a monthly one', functions: ['MONTHLYRATE'] },
  { task: 'Work out who is billable', functions: ['BILLABLE', 'REALIZATION', 'DEVICEDAYS'] },
  { task: 'Work out which claims are paid, and when cash comes', functions: ['CLAIMSUCCESS', 'CASH'] },
  { task: 'Show what better outcomes are worth', functions: ['ROI'] },
  { task: 'Forecast value-based contracts by month', functions: ['CONTRACTS'] },
  { task: 'Know whether the margin carries the downside of contracts', functions: ['MARGINPOOL'] },
  {
    task: 'Work out what a value-based contract pays',
    functions: ['SHAREDSAVINGS', 'RISKBAND', 'CAPITATION', 'ACCESSPAY', 'CAREFEE'],
  },
  { task: 'Measure drivers from actual rows', functions: ['CALIBRATE'] },
  { task: 'See what claims have still to come', functions: ['COMPLETE'] },
  { task: 'Explain actuals against the forecast', functions: ['VARIANCE', 'MONTHLY'] },
  { task: 'Turn an export into actual months', functions: ['ACTUALS', 'TRIANGLE'] },
  { task: 'Cost a service', functions: ['PMPM', 'STEPCOST', 'STAFFING'] },
];
