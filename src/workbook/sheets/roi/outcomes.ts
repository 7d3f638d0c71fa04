/** Outcomes: a row a piece of evidence, with its source beside it. */
import { OUTCOME_EVIDENCE } from '../../../contracts/book/outcome-evidence';
import { OUTCOMES } from '../../../tables/schemas/outcomes';
import { drawInputSheet } from '../../layout/input-sheet';
import { schemaColumns, type InputTable } from '../../layout/input-table';
import { HEADER_ROW } from '../../layout/sheet-draft';
import type { AddedSheet } from '../sheet';

const FROZEN_COLUMNS = 2;
/** Of domain, measure, program, stakeholder, better. */
const WIDTHS = [22, 36, 12, 13, 10];

const table: InputTable = {
  schema: OUTCOMES,
  // A row has its source among its inputs.
  columns: schemaColumns(OUTCOMES),
  rows: OUTCOME_EVIDENCE.map(({ source, ...cells }) => ({ cells, source })),
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
        'Levels are of the sources; 100 patients and half of each change are examples, so set yours. Rows of one measure are evidence beside evidence, and count once.',
      ],
      table,
      WIDTHS,
      FROZEN_COLUMNS,
    );
  },
};
