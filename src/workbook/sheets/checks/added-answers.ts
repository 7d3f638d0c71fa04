/**
 * On Checks, beside the settings: what sheets that were added later say of their tables. A sheet that is added writes
 * its own formula here, by its name; until then, and where it is deleted again, there is nothing to look at.
 */
import { CAPABILITIES } from '../capabilities';
import { fixed, formula, onSheet, type Area, type Formula } from '../../plan/cells';
import { FORMATS } from '../../layout/look';
import { drawResults, placeResults, type ResultTable } from '../../layout/result-table';
import { HEADER_ROW, type SheetDraft } from '../../layout/sheet-draft';
import { lastingErrors } from './standing';

/** Sheets whose answers are errors where their tables cannot be used. */
const { risk, variance, kpi, contracts, roi, milestones } = CAPABILITIES;
export const WATCHED_SHEETS: readonly string[] = [
  ...[risk.sheets[0], variance.sheets[0], kpi.sheets[0]],
  ...[contracts.sheets[1], roi.sheets[1], milestones.sheets[0]],
].map(({ name }) => name);

/** To the right of the settings. */
const COLUMN = 25;

const table: ResultTable<string> = {
  row: HEADER_ROW,
  column: COLUMN,
  header: { ...FORMATS.label, ...FORMATS.muted },
  columns: [
    { key: 'sheet', header: 'Sheets added later', width: 26, cell: (sheet) => sheet },
    { key: 'errors', header: 'Answers that are errors', width: 22, align: 'Right', cell: () => null },
  ],
  rows: WATCHED_SHEETS,
  format: FORMATS.muted,
};
const placed = placeResults(table);

/** Names and numbers. */
export const addedAnswers: Area = placed.body;
/** How many answers are errors, over all of them. */
export const addedErrors = `SUM(${fixed(placed.data('errors'))})`;

/** What a sheet writes beside its name: how many of its answers are errors that stay, none once it is deleted. */
export const errorsOnSheet = (sheet: string, answers: readonly Area[]): Formula => {
  const cells = answers.map((answer) => onSheet(sheet, answer));
  return formula(`IF(ISREF(${cells[0]}),${cells.map(lastingErrors).join('+')},0)`);
};

export const drawAddedAnswers = (sheet: SheetDraft): void => void drawResults(sheet, table);
