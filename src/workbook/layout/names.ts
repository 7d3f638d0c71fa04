/** Names of the whole workbook: formulas on every sheet, the pane and the commands refer to them. */
export const NAMES = {
  practice: 'PracticeName',
  version: 'BuiltBy',
  scenario: 'ActiveScenario',
  baseScenario: 'BaseScenario',
  startMonth: 'StartMonth',
  months: 'ForecastMonths',
  ready: 'ForecastReady',
  stamp: 'InputStamp',
  origin: 'ForecastOf',
  light: 'ModelCheck',
  lightText: 'ModelCheckText',
  checks: 'ModelChecks',
  headline: 'HeadlineFigures',
  guardrails: 'Guardrails',
  hires: 'HirePlan',
  findings: 'ModelFindings',
  scenarioHeaders: 'ScenarioHeaders',
  allowedByCodes: 'AllowedByCodes',
  forecastPrint: 'ForecastPrint',
  comparePrint: 'ComparePrint',
  checksPrint: 'ChecksPrint',
} as const;

/** The six tables, as the arguments every function of the model starts with. */
export const MODEL_TABLES = [
  'tblPanel[#All]',
  'tblPayerMix[#All]',
  'tblCosts[#All]',
  'tblSettings[#All]',
  'tblScenarios[#All]',
  'tblChanges[#All]',
] as const;
/** Actuals stand behind the changes, once the workbook has a sheet of them. */
export const MODEL_ARGUMENTS = `${MODEL_TABLES.join(',')},`;

/** What stands where there is no result; the reason is on Checks. */
export const NO_RESULT = '"see Checks"';
