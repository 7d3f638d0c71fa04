import { choice, month, number, table, text } from './column';

export const CHANGE_KINDS = ['set', 'add', 'multiply'] as const;

/** Columns that say which cell of the model a planned change or a scenario row moves, and how. */
export const DRIVER_COLUMN = text('driver', 'Driver', 'The input column that changes, e.g. Conversion rate.');
const SCOPE = { capability: 'scope' } as const;
export const SCOPE_COLUMNS = [
  text('program', 'Program', 'The program it applies to; blank = all.', {
    ...SCOPE,
    fallback: null,
    fallbackText: 'all',
  }),
  text('payer', 'Payer', 'The payer it applies to; blank = all.', { ...SCOPE, fallback: null, fallbackText: 'all' }),
  text('item', 'Item', 'The cost item it applies to; blank = all.', { ...SCOPE, fallback: null, fallbackText: 'all' }),
] as const;
export const CHANGE_COLUMN = choice(
  'change',
  'Change',
  'set replaces the value, add adds to it, multiply multiplies it.',
  CHANGE_KINDS,
);

/** A row a planned change. */
export const CHANGES = table({
  name: 'tblChanges',
  title: 'Changes',
  maxRows: 1000,
  label: ['driver'],
  columns: [
    month('fromMonth', 'From month', 'First month in force.'),
    month('toMonth', 'To month', 'Last month in force.', { fallback: Infinity, fallbackText: 'for good' }),
    DRIVER_COLUMN,
    ...SCOPE_COLUMNS,
    CHANGE_COLUMN,
    number('value', 'Value', 'as the driver', 'The value to set, add or multiply by; write zero for a true zero.', {
      lower: -Infinity,
      raw: true,
    }),
    text('reason', 'Reason', 'Why, and who says so.', { fallback: null, raw: true }),
  ],
});
