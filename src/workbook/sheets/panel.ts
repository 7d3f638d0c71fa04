/** Panel: who can join, who joins and who leaves. */
import { PANEL } from '../../tables/schemas/panel';
import { drawInputSheet, onlyTable } from '../layout/input-sheet';
import { placeTable } from '../layout/input-table';
import type { ValidationRule } from '../plan/plan';
import type { SampleTables } from '../practice/sample-tables';
import type { Sheet } from './sheet';

const NAME = 'Panel';

/** The programs' names, for drop-downs elsewhere. */
export const programList = ({ panel }: SampleTables): ValidationRule => ({
  kind: 'list',
  source: { sheet: NAME, area: placeTable(onlyTable(PANEL, panel)).data('name') },
});

export const panelSheet: Sheet = {
  name: NAME,
  kind: 'inputs',
  tables: [PANEL.name],
  draw: (sheet, { tables }) =>
    drawInputSheet(
      sheet,
      ['Who can join, who joins and who leaves', 'A row a program. Add one by typing below the last row.'],
      onlyTable(PANEL, tables.panel),
      [26],
      1,
    ),
};
