/** Where things stand on Risk, block under block. */
import { DRIVER_NAMES } from '../../../tables/schemas/driver-names';
import { area, fixed, type Area, type Place } from '../../plan/cells';
import { CHART_ROWS } from '../../layout/monthly-chart';
import { RowStack } from '../../layout/row-stack';
import { HEADER_ROW } from '../../layout/sheet-draft';

export const RISK = 'Risk';

/** What is asked, an input each. */
export const ASKED = ['trials', 'seed', 'line', 'program', 'target', 'change'] as const;
export type Asked = (typeof ASKED)[number];

/** The questions put to PPPM.SIMULATE: two fans, when the margin breaks even, and the line that is asked about. */
export const FANS = ['revenue', 'cash', 'breakEven', 'asked'] as const;
export type FanKey = (typeof FANS)[number];
/** As PPPM.SIMULATE spills them below its header; the last only where there is a target. */
export const FAN_ROWS = ['p10', 'p50', 'p90', 'mean', 'forecast', 'probability'] as const;
export type FanRow = (typeof FAN_ROWS)[number];

export const SUMMARY = 3;
export const ODDS = 6;
/** Every driver with all of its rows, and the line as forecast. */
export const TORNADO_LISTED = DRIVER_NAMES.length + 1;
/** Bars of a chart; those below are too short to see. */
export const TORNADO_BARS = 8;
export const VALUES_DOWN = 7;
export const VALUES_ACROSS = 5;
/** Steps that are formatted; the two ends with them. */
export const BRIDGE_LISTED = 32;
/** Bars of the bridge: both ends, the largest steps, and all others together. */
export const BRIDGE_BARS = 12;

const rows = new RowStack(HEADER_ROW - 1);
export const ASKED_ROW = rows.take(ASKED.length);
export const SUMMARY_ROW = rows.gap().table(SUMMARY);
export const ODDS_ROW = rows.gap().table(ODDS);
export const FAN_CHARTS_ROW = rows.gap().take(CHART_ROWS);
export const ODDS_CHARTS_ROW = rows.gap().take(CHART_ROWS);
const FAN_BLOCKS_ROW = rows.gap().take(FANS.length * (FAN_ROWS.length + 3));
export const TORNADO_ROW = rows.gap().table(TORNADO_LISTED);
export const GRID_INPUTS_ROW = rows.gap().table(2);
export const GRID_ROW = rows.gap().take(1 + VALUES_DOWN);
export const BRIDGE_FROM_ROW = rows.gap(2).take();
export const BRIDGE_TO_ROW = rows.take();
export const BRIDGE_CHART_ROW = rows.gap().take(CHART_ROWS);
export const BRIDGE_ROW = rows.gap().take(1 + BRIDGE_LISTED);
/** What nobody but charts looks at. */
export const FOR_CHARTS_ROW = rows.gap(2).end;

export const fanRow = (fan: FanKey): number => FAN_BLOCKS_ROW + 1 + FANS.indexOf(fan) * (FAN_ROWS.length + 3);

const ASKED_COLUMN = 1;
export const askedCell = (asked: Asked): Area => area(ASKED_ROW + ASKED.indexOf(asked), ASKED_COLUMN);
export const asked = (key: Asked): string => fixed(askedCell(key));

export const place = (cells: Area): Place => ({ sheet: RISK, area: cells });
