/** Costs: what the service costs, item by item. */
import { COSTS } from '../../tables/schemas/costs';
import { drawInputSheet, onlyTable } from '../layout/input-sheet';
import { placeTable } from '../layout/input-table';
import { area } from '../plan/cells';
import type { ValidationRule } from '../plan/plan';
import type { SampleTables } from '../practice/sample-tables';
import { programList } from './panel';
import type { Sheet } from './sheet';

const NAME = 'Costs';

/** The items' names, for drop-downs elsewhere. */
export const itemList = ({ costs }: SampleTables): ValidationRule => ({
  kind: 'list',
  source: { sheet: NAME, area: placeTable(onlyTable(COSTS, costs)).data('item') },
});

export const costsSheet: Sheet = {
  name: NAME,
  kind: 'inputs',
  tables: [COSTS.name],
  draw(sheet, { tables }) {
    const table = onlyTable(COSTS, tables.costs, { program: programList(tables) });
    drawInputSheet(
      sheet,
      ['What the service costs, a row an item', 'A cost by unit jumps when the panel outgrows a whole unit.'],
      table,
      [40, 30, 18, 24],
      1,
    );
    const amounts = placeTable(table).data('amount');
    tables.costs.forEach(({ cells }, i) => {
      if (cells.basis === 'percent of cash')
        sheet.format(area(amounts.row + i, amounts.column), { numberFormat: '0.0%' });
    });
  },
};
