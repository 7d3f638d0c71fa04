/** Milestones: what growth makes necessary, and below it the month in which each is due, in each scenario. */
import { ALL_LINES } from '../../engine/model/lines';
import { MILESTONES } from '../../tables/schemas/milestones';
import { FORMATS, NUMBER_FORMATS } from '../layout/look';
import { drawInputSheet, onlyTable } from '../layout/input-sheet';
import { placeTable } from '../layout/input-table';
import { MODEL_ARGUMENTS } from '../layout/names';
import { blankRows, drawResults, placeResults, type ResultTable } from '../layout/result-table';
import { ROOM } from '../layout/room';
import { area } from '../plan/cells';
import { SCENARIO_NAMES, type InputRow } from '../practice/sample-tables';
import type { AddedSheet } from './sheet';

const FROZEN_COLUMNS = 1;
const WIDTHS = [34, 26, 18, 14, 14, 14, 14, 26];
/** Blank rows in which milestones may grow by typing. */
const ROOM_TO_GROW = 8;
/** Rows of the answer that are formatted. */
const LISTED = 24;
/** What, when, cost, and a month without a scenario and in each; the remark runs on. */
const DUE_COLUMNS = 4 + ROOM.scenarios + 1;

/**
 * The lines to choose from are longer than the 255 characters that Excel takes for a list in words, so they stand in
 * cells: side by side, where no row that is deleted takes one away, in hidden columns behind the answer.
 */
const choices = area(1, DUE_COLUMNS + 1, 1, ALL_LINES.length);

const example = (cells: Record<string, string | number>): InputRow => ({
  cells: { line: 'Active patients', basis: 'per month', category: 'technology', ...cells },
  source: 'example: an assumption',
});
const table = onlyTable(
  MILESTONES,
  [
    example({ what: 'Example: nurse manager', threshold: 1500, leadMonths: 3, cost: 9_500, category: 'care team' }),
    example({
      what: 'Example: registry and dashboards',
      threshold: 2000,
      leadMonths: 4,
      cost: 40_000,
      basis: 'one-off',
    }),
    example({
      what: 'Example: second platform license',
      threshold: 3000,
      leadMonths: 2,
      cost: 2_500,
      basis: 'per month',
    }),
  ],
  { line: { kind: 'list', source: { sheet: MILESTONES.title, area: choices } } },
);
const { row, rows } = placeTable(table).area;

const due: ResultTable<null> = {
  row: row + rows + ROOM_TO_GROW + 2,
  title: 'When each is due',
  titleColumns: DUE_COLUMNS,
  header: FORMATS.header,
  columns: [
    { key: 'what' },
    { key: 'when' },
    { key: 'cost', align: 'Right', numberFormat: NUMBER_FORMATS.dollars },
    // Without a scenario, and in each of those that Build makes; then more scenarios, or the remark, which runs on.
    { key: 'months', times: 1 + SCENARIO_NAMES.length, align: 'Right', numberFormat: NUMBER_FORMATS.month },
    { key: 'more', times: ROOM.scenarios - SCENARIO_NAMES.length, indent: 1, numberFormat: NUMBER_FORMATS.month },
    { key: 'remark' },
  ],
  rows: blankRows(LISTED),
  spill: `PPPM.MILESTONES(${MODEL_ARGUMENTS},${MILESTONES.name}[#All])`,
};

export const milestonesSheet: AddedSheet = {
  name: MILESTONES.title,
  kind: 'inputs',
  tables: [MILESTONES.name],
  names: [
    {
      name: 'MilestonesDue',
      comment: 'What is due when, its cost, and the month without a scenario and in each.',
      area: placeResults(due).body,
    },
  ],
  answers: [area(due.row, 0)],
  draw(sheet) {
    drawInputSheet(
      sheet,
      [
        'What growth makes necessary, and when',
        'A row a milestone; the rows are examples. Nothing is charged until one is accepted: on the page Contracts of the pane, which makes it a row of Costs.',
      ],
      table,
      WIDTHS,
      FROZEN_COLUMNS,
    );
    sheet.put(choices.row, choices.column, [ALL_LINES.map(({ name }) => name)]);
    for (let i = 0; i < choices.columns; i++) sheet.hide(choices.column + i);
    drawResults(sheet, due);
  },
};
