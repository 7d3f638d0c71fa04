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
import type { InputRow } from '../practice/sample-tables';
import type { AddedSheet } from './sheet';

const FROZEN_COLUMNS = 1;
const WIDTHS = [34, 26, 18, 14, 14, 14];
/** Blank rows in which milestones may grow by typing. */
const ROOM_TO_GROW = 8;
/** Rows of the answer that are formatted. */
const LISTED = 24;

/**
 * The lines to choose from are longer than the 255 characters that Excel takes for a list in words, so they stand in
 * cells: side by side, where no row that is deleted takes one away, in hidden columns behind the answer.
 */
const choices = area(1, 12, 1, ALL_LINES.length);

const example = (what: string, threshold: number, leadMonths: number, cost: number): InputRow => ({
  cells: { what, line: 'Active patients', threshold, leadMonths, cost },
  source: 'example: an assumption',
});
const table = onlyTable(
  MILESTONES,
  [
    example('Example: nurse manager', 1500, 3, 15_000),
    example('Example: registry and dashboards', 2000, 4, 40_000),
    example('Example: second platform license', 3000, 2, 25_000),
  ],
  { line: { kind: 'list', source: { sheet: MILESTONES.title, area: choices } } },
);
const { row, rows } = placeTable(table).area;

const due: ResultTable<null> = {
  row: row + rows + ROOM_TO_GROW + 2,
  title: 'When each is due',
  titleColumns: WIDTHS.length,
  header: FORMATS.header,
  columns: [
    { key: 'what' },
    { key: 'when' },
    { key: 'cost', align: 'Right', numberFormat: NUMBER_FORMATS.dollars },
    // Without a scenario, and in each; then the remark.
    { key: 'months', times: 1 + ROOM.scenarios, align: 'Right', numberFormat: NUMBER_FORMATS.month },
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
  draw(sheet) {
    drawInputSheet(
      sheet,
      [
        'What growth makes necessary, and when',
        'A row a milestone; the rows are examples. Nothing is charged: to charge one, make it a row of Costs, one-off, in the month it is due.',
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
