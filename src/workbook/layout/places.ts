/**
 * Where things stand that other sheets, the pane and the checks refer to. The statement's place on Forecast is
 * fixed, so that a formula reads Forecast!$C$28 and not a search.
 */
import { LINES, type LineKey } from '../../engine/model/lines';
import { MAX_MONTHS } from '../../tables/schemas/settings';
import { area, fixed, onSheet, type Area } from '../plan/cells';

export const SHEETS = {
  start: 'Start',
  panel: 'Panel',
  payerMix: 'Payer Mix',
  costs: 'Costs',
  rates: 'Rates',
  scenarios: 'Scenarios',
  forecast: 'Forecast',
  compare: 'Compare',
  checks: 'Checks',
  log: 'Log',
} as const;

/** Names of the whole workbook. */
export const NAMES = {
  scenario: 'ActiveScenario',
  baseScenario: 'BaseScenario',
  startMonth: 'StartMonth',
  months: 'ForecastMonths',
  ready: 'ForecastReady',
  light: 'ModelCheck',
  lightText: 'ModelCheckText',
  headline: 'HeadlineFigures',
  guardrails: 'Guardrails',
  hires: 'HirePlan',
  findings: 'ModelFindings',
  scenarioHeaders: 'ScenarioHeaders',
  allowedByCodes: 'AllowedByCodes',
} as const;

/** The six tables, as the arguments every function of the model starts with. */
export const MODEL_ARGUMENTS =
  'tblPanel[#All],tblPayerMix[#All],tblCosts[#All],tblSettings[#All],tblScenarios[#All],tblChanges[#All]';

/** The input tables' rows: title, purpose, light, blank, then section or units, header, data. */
export const UNITS_ROW = 4;
export const HEADER_ROW = 5;

/** Columns of every monthly sheet: label, unit, total, then the months. */
export const TOTAL_COLUMN = 2;
export const FIRST_MONTH_COLUMN = 3;
/** The statement's header row on Forecast. */
export const STATEMENT_ROW = 5;

/** Room for the longest forecast, so that a longer horizon needs no new formula. */
export const monthCells = (row: number, firstMonth = 0, months = MAX_MONTHS - firstMonth): Area =>
  area(row, FIRST_MONTH_COLUMN + firstMonth, 1, months);

export const statementRow = (key: LineKey): number => STATEMENT_ROW + 1 + LINES.findIndex((line) => line.key === key);

/** A line's months on Forecast, e.g. Forecast!$D$27:$DS$27. */
export const lineMonths = (key: LineKey): string => onSheet(SHEETS.forecast, monthCells(statementRow(key)));

/** A line's total on Forecast. */
export const lineTotal = (key: LineKey): string => onSheet(SHEETS.forecast, area(statementRow(key), TOTAL_COLUMN));

export const forecastAnchor = onSheet(SHEETS.forecast, area(STATEMENT_ROW, 0));
export const forecastHeader = onSheet(SHEETS.forecast, monthCells(STATEMENT_ROW));

/** Lines shown for each program, by their names on Compare. */
export const PROGRAM_LINES = [
  'newPatients',
  'lostPatients',
  'closingPatients',
  'activePatients',
  'utilizationRate',
  'allowedRevenue',
  'cashCollected',
  'totalCost',
  'margin',
  'marginRate',
  'revenuePppm',
  'expensePmpm',
] as const satisfies readonly LineKey[];
export type ProgramLine = (typeof PROGRAM_LINES)[number];

/** Lines shown for each scenario. */
export const SCENARIO_LINES = [
  'closingPatients',
  'activePatients',
  'allowedRevenue',
  'cashCollected',
  'totalCost',
  'margin',
  'marginRate',
  'revenuePppm',
  'expensePmpm',
  'cumulativeCash',
] as const satisfies readonly LineKey[];
export type ScenarioLine = (typeof SCENARIO_LINES)[number];

/** Programs that can be added on Panel without touching a formula. */
export const SPARE_PROGRAMS = 2;

/** Lines of the capacity block below the statement, by their names on Checks; then the limit that utilization should keep. */
export const CAPACITY_ROWS = [
  'careTeamUnits',
  'minutesAvailable',
  'minutesUsed',
  'utilizationRate',
  'waitingPatients',
] as const satisfies readonly LineKey[];
export const capacitySection = STATEMENT_ROW + 1 + LINES.length + 1;
export const capacityHeader = capacitySection + 1;
export const capacityRow = (key: (typeof CAPACITY_ROWS)[number]): number =>
  capacityHeader + 1 + CAPACITY_ROWS.indexOf(key);
export const safeUtilizationRow = capacityHeader + 1 + CAPACITY_ROWS.length;

/** A program's block on Forecast: name, then the statement's header and lines. */
const PROGRAM_BLOCK = PROGRAM_LINES.length + 3;
const PROGRAMS_ROW = safeUtilizationRow + 5;

export const programNameRow = (program: number): number => PROGRAMS_ROW + program * PROGRAM_BLOCK;
export const programRow = (program: number, key: ProgramLine): number =>
  programNameRow(program) + 2 + PROGRAM_LINES.indexOf(key);
export const programBlocksEnd = (programs: number): number => programNameRow(programs);
export const programsSection = PROGRAMS_ROW - 2;

/** Compare: totals of the scenarios, charts, totals of the programs, charts, leaks and break-even with charts, a block of months a scenario, and the hires. */
export const COMPARE = {
  scenarioHeader: 6,
  /** Figures that a formula makes of the scenario's months follow the lines. */
  peakFunding: 7 + SCENARIO_LINES.length,
  scenarioCharts: 7 + SCENARIO_LINES.length + 2,
  chartRows: 17,
} as const;
export const compareProgramHeader = COMPARE.scenarioCharts + COMPARE.chartRows + 2;
export const compareProgramCharts = compareProgramHeader + PROGRAM_LINES.length + 2;
const SCENARIO_BLOCK = SCENARIO_LINES.length + 3;
/** Spilled tables with a header row each: the steps from eligible patients to cash, and what it takes to break even. */
export const leakageHeader = compareProgramCharts + COMPARE.chartRows + 2;
export const LEAKAGE_ROWS = {
  eligible: 1,
  enrolled: 2,
  billable: 3,
  claimed: 4,
  paid: 5,
  collected: 6,
  cashCollected: 7,
  cashToCome: 8,
} as const;
export const breakEvenHeader = leakageHeader + 8 + 4;
/** Panel and break-even panel month by month, for the chart. */
export const breakEvenMonthsRow = breakEvenHeader + 6 + 2;
export const compareLossCharts = breakEvenMonthsRow + 4;
const compareBlocks = compareLossCharts + COMPARE.chartRows + 2;
export const compareBlocksSection = compareBlocks - 1;
export const scenarioNameRow = (scenario: number): number => compareBlocks + 1 + scenario * SCENARIO_BLOCK;
export const scenarioBlockRow = (scenario: number, key: ScenarioLine): number =>
  scenarioNameRow(scenario) + 2 + SCENARIO_LINES.indexOf(key);
export const hiresHeader = (scenarios: number): number => scenarioNameRow(scenarios) + 3;
/** Hires shown; PPPM.HIREPLAN may spill further. */
export const HIRES = 240;
export const compareEnd = (scenarios: number): number => hiresHeader(scenarios) + 1 + HIRES;

/** A range on the same sheet. */
export const here = fixed;
