import { table, text } from './column';
import { CHANGE_COLUMN, DRIVER_COLUMN, SCOPE_COLUMNS } from './changes';

/** CHECKMODEL forecasts each of them, and answers within a second at the largest tables. */
export const MOST_SCENARIOS = 12;

/** A row an adjustment; every column that is not named here is a scenario. */
export const SCENARIOS = table({
  name: 'tblScenarios',
  title: 'Scenarios',
  maxRows: 1000,
  label: ['driver'],
  others: 'scenarios',
  columns: [
    DRIVER_COLUMN,
    ...SCOPE_COLUMNS,
    CHANGE_COLUMN,
    text('unit', 'Unit', 'Unit of the driver.', { fallback: null, aliases: ['Units'], raw: true }),
    text('why', 'Why', 'The operating assumption behind the row.', {
      fallback: null,
      aliases: ['Reason', 'Source', 'Note', 'Notes', 'Comment', 'Comments'],
      raw: true,
    }),
  ],
});
