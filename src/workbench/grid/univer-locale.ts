/** Every text that Univer shows, in English. */
import { mergeLocales } from '@univerjs/core';
import design from '@univerjs/design/locale/en-US';
import docsUi from '@univerjs/docs-ui/locale/en-US';
import drawingUi from '@univerjs/drawing-ui/locale/en-US';
import sheetsConditionalFormattingUi from '@univerjs/sheets-conditional-formatting-ui/locale/en-US';
import sheetsDataValidationUi from '@univerjs/sheets-data-validation-ui/locale/en-US';
import sheetsDrawingUi from '@univerjs/sheets-drawing-ui/locale/en-US';
import sheetsFilterUi from '@univerjs/sheets-filter-ui/locale/en-US';
import sheetsFormulaUi from '@univerjs/sheets-formula-ui/locale/en-US';
import sheetsFormula from '@univerjs/sheets-formula/locale/en-US';
import sheetsNoteUi from '@univerjs/sheets-note-ui/locale/en-US';
import sheetsNumfmtUi from '@univerjs/sheets-numfmt-ui/locale/en-US';
import sheetsSortUi from '@univerjs/sheets-sort-ui/locale/en-US';
import sheetsTableUi from '@univerjs/sheets-table-ui/locale/en-US';
import sheetsTable from '@univerjs/sheets-table/locale/en-US';
import sheetsUi from '@univerjs/sheets-ui/locale/en-US';
import sheets from '@univerjs/sheets/locale/en-US';
import ui from '@univerjs/ui/locale/en-US';

/** Univer's "Insert Table" inserts a row or a column of the table that one is in. */
const tableTexts = {
  'sheets-table-ui': {
    ...sheetsTableUi['sheets-table-ui'],
    insert: { main: 'Insert', row: 'Table Rows Above', col: 'Table Columns to the Left' },
    remove: { main: 'Delete', row: 'Table Rows', col: 'Table Columns' },
  },
};

export const englishTexts = mergeLocales(
  design,
  ui,
  docsUi,
  sheets,
  sheetsUi,
  sheetsFormula,
  sheetsFormulaUi,
  sheetsNumfmtUi,
  sheetsDataValidationUi,
  sheetsConditionalFormattingUi,
  sheetsTable,
  sheetsTableUi,
  sheetsFilterUi,
  sheetsSortUi,
  sheetsNoteUi,
  drawingUi,
  sheetsDrawingUi,
  tableTexts,
);
