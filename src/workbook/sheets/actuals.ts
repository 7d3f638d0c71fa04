/** Actuals: the months that are over, a row a month, program and payer; the forecast goes on behind them. */
import { ACTUALS } from '../../tables/schemas/actuals';
import { drawInputSheet, onlyTable } from '../layout/input-sheet';
import { programList } from './panel';
import type { Sheet } from './sheet';

/** A table in Excel has a row, if a blank one. */
const BLANK_ROW = { cells: {}, source: '' };
/** Of month, program, payer and the figures. */
const WIDTHS = [12, 16, 24, ...ACTUALS.columns.slice(3).map(() => 13)];

export const actualsSheet: Sheet = {
  name: ACTUALS.title,
  kind: 'inputs',
  tables: [ACTUALS.name],
  draw(sheet, { tables }) {
    const table = onlyTable(ACTUALS, tables.actuals.length > 0 ? tables.actuals : [BLANK_ROW], {
      program: programList(tables),
    });
    drawInputSheet(
      sheet,
      [
        'Months that are over',
        'A row a month, program and payer. Empty: all months are forecast. With rows, the forecast goes on behind the last month that every program has.',
      ],
      table,
      WIDTHS,
      3,
    );
  },
};
