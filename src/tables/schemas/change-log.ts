import { number, table, text } from './column';

const remark = <Key extends string>(key: Key, header: string, note: string) =>
  text(key, header, note, { fallback: null, fallbackText: 'nothing' });

/** A row a change of the workbook: for readers; no figure depends on it. */
export const CHANGE_LOG = table({
  name: 'tblChangeLog',
  title: 'Change log',
  maxRows: 10_000,
  label: ['what'],
  columns: [
    remark('what', 'What', 'What was changed, and where.'),
    remark('before', 'Old value', 'What stood there before.'),
    remark('after', 'New value', 'What stands there now.'),
    remark('who', 'Who', 'Who changed it.'),
    number('date', 'Date', 'day', 'When.', { fallback: null, fallbackText: 'nothing' }),
    remark('why', 'Why', 'Why, and where the new value is from.'),
  ],
});
