/** Where things stand on Compare, block under block, and what other sheets refer to. */
import type { LineKey } from '../../../engine/model/lines';
import { HEADING_ROWS } from '../../layout/sheet-draft';
import { MAX_MONTHS } from '../../../tables/schemas/settings';
import { area, onSheet, type Place } from '../../plan/cells';
import { CHART_ROWS } from '../../layout/monthly-chart';
import { ROOM } from '../../layout/room';
import { RowStack } from '../../layout/row-stack';
import { HEADER_ROW } from '../../layout/sheet-draft';
import { FIRST_MONTH_COLUMN, monthCells, TOTAL_COLUMN } from '../../layout/statement-table';
import { PROGRAM_LINES } from '../forecast/layout';

export const COMPARE = 'Compare';

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

/** Steps from eligible patients to cash, as PPPM.LEAKAGE spills them; the last two are parts of what is collected. */
export const LEAKAGE_STEPS = [
  'eligible',
  'enrolled',
  'billable',
  'claimed',
  'paid',
  'collected',
  'cashCollected',
  'cashToCome',
] as const;
export type LeakageStep = (typeof LEAKAGE_STEPS)[number];

/** As PPPM.BREAKEVEN spills them. */
export const BREAK_EVEN_FIGURES = [
  'panel',
  'lastingPanel',
  'month',
  'lastingMonth',
  'peakFunding',
  'paybackMonth',
] as const;

/** Hires shown; PPPM.HIREPLAN may spill further. */
export const HIRES = 240;

const rows = new RowStack(HEADER_ROW);
/** The scenarios' lines, and the peak funding that a formula makes of their months; below, how they differ. */
export const SCENARIOS_ROW = rows.table(SCENARIO_LINES.length + 1);
export const DIFFERENCES_ROW = rows.gap().table(SCENARIO_LINES.length + 1);
export const SCENARIO_CHARTS_ROW = rows.gap().take(CHART_ROWS);
export const PROGRAMS_ROW = rows.gap().table(PROGRAM_LINES.length);
export const PROGRAM_CHARTS_ROW = rows.gap().take(CHART_ROWS);
export const LEAKAGE_ROW = rows.gap().table(LEAKAGE_STEPS.length);
export const BREAK_EVEN_ROW = rows.gap(2).table(BREAK_EVEN_FIGURES.length);
/** Panel and break-even panel month by month, for the chart. */
export const BREAK_EVEN_MONTHS_ROW = rows.gap().take();
export const LOSS_CHARTS_ROW = rows.gap(3).take(CHART_ROWS);
export const SCENARIO_BLOCKS_SECTION = rows.gap().take();
const SCENARIO_BLOCKS_ROW = rows.gap().end;
/** A scenario's name, the header and lines of its months, and a blank row. */
const SCENARIO_BLOCK = 1 + 1 + SCENARIO_LINES.length + 1;

export const scenarioNameRow = (scenario: number): number => SCENARIO_BLOCKS_ROW + scenario * SCENARIO_BLOCK;
export const scenarioRow = (scenario: number, key: ScenarioLine): number =>
  scenarioNameRow(scenario) + 2 + SCENARIO_LINES.indexOf(key);
/** The hires stand last, as many as there are. */
export const HIRES_ROW = new RowStack(scenarioNameRow(ROOM.scenarios)).gap(2).table(HIRES);

/** Figure and unit stay in sight. */
export const FROZEN_COLUMNS = TOTAL_COLUMN;

/** Everything below the heading, whose light waits for what the checks find here. */
export const compareCells = onSheet(
  COMPARE,
  area(HEADING_ROWS, 0, HIRES_ROW + 1 + HIRES - HEADING_ROWS, FIRST_MONTH_COLUMN + MAX_MONTHS),
);

/** Legends stand right of the charts beside each other. */
export const CHART_LEGEND_COLUMN = 8;

/** The sheet’s first cell: no reference any more where somebody has deleted the sheet. */
export const compareCorner = onSheet(COMPARE, area(0, 0));

/** Figures of the scenarios begin beside figure and unit. */
export const FIRST_SCENARIO_COLUMN = 2;
/** The scenarios’ totals of a line, side by side. */
export const scenarioTotals = (key: ScenarioLine): string =>
  onSheet(COMPARE, area(SCENARIOS_ROW + 1 + SCENARIO_LINES.indexOf(key), FIRST_SCENARIO_COLUMN, 1, ROOM.scenarios));

/** Months of a line of a scenario. */
export const scenarioPlace = (scenario: number, key: ScenarioLine): Place => ({
  sheet: COMPARE,
  area: monthCells(scenarioRow(scenario, key)),
});
