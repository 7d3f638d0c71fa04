/** Outcomes: a row a piece of evidence, with its source beside it. */
import { OUTCOME_EVIDENCE } from '../../../contracts/book/outcome-evidence';
import type { Outcome } from '../../../contracts/outcomes';
import { OUTCOMES } from '../../../tables/schemas/outcomes';
import { PANEL } from '../../../tables/schemas/panel';
import { formula, inQuotes } from '../../plan/cells';
import type { InputValue } from '../../practice/sample-tables';
import { drawInputSheet } from '../../layout/input-sheet';
import { placeTable, schemaColumns, type InputTable } from '../../layout/input-table';
import { HEADER_ROW } from '../../layout/sheet-draft';
import type { AddedSheet } from '../sheet';

const FROZEN_COLUMNS = 2;
/** Of domain, measure, program, stakeholder, better. */
const WIDTHS = [22, 36, 12, 15, 10];
/** Shares and dollars stand in the same columns. */
const LEVEL_FORMAT = '#,##0.00#';

/**
 * The opening patients of the program, of all where none is named; what happens after a discharge is of those
 * discharged, whom no table has. A program that is not there has one patient, so that its row can be read.
 */
const patientsOf = ({ program, measure, patients }: Pick<Outcome, 'program' | 'measure' | 'patients'>): InputValue => {
  if (/30 days/.test(measure)) return patients;
  const opening = `${PANEL.name}[${PANEL.header.openingPatients}]`;
  const own = program === null ? '' : `,${PANEL.name}[${PANEL.header.name}],${inQuotes(program)}`;
  return formula(`MAX(1,${program === null ? `SUM(${opening})` : `SUMIFS(${opening}${own})`})`);
};

const table: InputTable = {
  schema: OUTCOMES,
  // A row has its source among its inputs.
  columns: schemaColumns(OUTCOMES),
  rows: OUTCOME_EVIDENCE.map(({ source, ...cells }) => ({ cells: { ...cells, patients: patientsOf(cells) }, source })),
  row: HEADER_ROW,
  column: 0,
};

export const outcomesSheet: AddedSheet = {
  name: OUTCOMES.title,
  kind: 'inputs',
  tables: [OUTCOMES.name],
  draw(sheet) {
    drawInputSheet(
      sheet,
      [
        'What care management changes, as published',
        'Levels are of the sources; half of each change and 100 patients discharged a year are examples, so set yours. Rows of one measure are evidence beside evidence, and count once.',
      ],
      table,
      WIDTHS,
      FROZEN_COLUMNS,
    );
    for (const key of ['baseline', 'expected', 'evidenceLow', 'evidenceHigh'])
      sheet.format(placeTable(table).data(key), { numberFormat: LEVEL_FORMAT });
  },
};
