import { MODEL_SCHEMAS, TABLE_KEYS } from '../../tables/schemas/model-tables';

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
  addedAnswers: 'AddedAnswers',
  scenarioHeaders: 'ScenarioHeaders',
  allowedByCodes: 'AllowedByCodes',
  forecastPrint: 'ForecastPrint',
  comparePrint: 'ComparePrint',
  checksPrint: 'ChecksPrint',
} as const;

/** The tables, as the arguments every function of the model starts with. */
export const MODEL_TABLES: readonly string[] = TABLE_KEYS.map((key) => `${MODEL_SCHEMAS[key].name}[#All]`);
export const MODEL_ARGUMENTS = MODEL_TABLES.join(',');
/** Without the months that are over: what was forecast of them. */
export const TYPED_TABLES = TABLE_KEYS.filter((key) => key !== 'actuals')
  .map((key) => `${MODEL_SCHEMAS[key].name}[#All]`)
  .join(',');

/** What stands where there is no result; the reason is on Checks. */
export const NO_RESULT = '"see Checks"';
