import { choice, month, number, share, text, type Column, type TableSchema } from './column';

export const BILLING_BASES = ['average', 'closing', 'retained'] as const;

/** A row a setting; the Value column is read as the setting's own column below. */
export const SETTINGS: TableSchema = {
  name: 'tblSettings',
  title: 'Settings',
  maxRows: 200,
  label: ['setting'],
  columns: [
    text('setting', 'Setting', 'What is set.'),
    text('value', 'Value', 'Its value; blank = the default in the note.', { fallback: null, required: true, raw: true }),
    text('unit', 'Unit', 'Unit of the value.', { fallback: null, raw: true }),
    text('note', 'Note', 'What it does.', { fallback: null, raw: true }),
  ],
};

export const DEFAULT_MONTHS = 36;
export const MAX_MONTHS = 120;

/** The settings there are, each described like a column. */
export const SETTING_COLUMNS: readonly Column[] = [
  month('startMonth', 'Start month', 'First month of the forecast, any date in it; blank counts months 1, 2, 3.', { aliases: ['Start date', 'First month'], fallback: null, fallbackText: 'months 1, 2, 3 …' }),
  number('months', 'Months', 'months', 'Months forecast.', { aliases: ['Number of months', 'Forecast months', 'Horizon'], fallback: DEFAULT_MONTHS, fallbackText: '36 months', lower: 1, upper: MAX_MONTHS }),
  choice('basis', 'Billing basis', 'Active patients of a month: average of opening and closing, closing, or retained (opening less lost).', BILLING_BASES, {
    aliases: ['Basis'], fallback: 'average', fallbackText: 'average',
  }),
  share('waitingLossRate', 'Waiting loss rate', 'Share of waiting patients who give up before the next month.', { fallback: 0, fallbackText: 'nobody' }),
];
