/** Lines of the change log: what was changed, from what to what, by whom, when and why. */
import { NUMBER_FORMATS } from '../layout/look';
import { isBlank } from '../../tables/reading/cell';
import { CHANGE_LOG } from '../../tables/schemas/change-log';
import type { Content } from '../plan/cells';
import type { Step } from './edit';
import { columnAt, type TableNow } from './tables-now';

export interface ChangeLine {
  what: string;
  before: string;
  after: string;
  who: string;
  /** Serial of the day. */
  date: number;
  why: string;
}

/** Why nothing can be written into the log; null where it can. */
export function logProblem(log: TableNow | null): string | null {
  if (!log)
    return 'The sheet Log has no table of changes any more, and old values have to be kept; undo its deletion first.';
  const lacking = CHANGE_LOG.columns.find(({ key }) => columnAt(log, key) < 0);
  return lacking ? `The change log on ${log.sheet} lacks the column ${lacking.header}; add it first.` : null;
}

/** Blank rows are filled first; one stays at the end, so that new ones look like it. */
export function logSteps(log: TableNow, lines: readonly ChangeLine[]): Step[] {
  const filled = log.rows.reduce((last, { values }, i) => (values.every(isBlank) ? last : i + 1), 0);
  const room = log.rows.length - filled;
  const columns = CHANGE_LOG.columns.map(({ key }) => ({ key: key as keyof ChangeLine, at: columnAt(log, key) }));
  return lines.flatMap((line, i): Step[] => {
    if (i < room - 1)
      return columns.map(({ key, at: column }) => ({
        what: 'set',
        table: 'log',
        at: filled + i,
        column,
        content: line[key],
        ...(key === 'date' ? { format: NUMBER_FORMATS.date } : {}),
      }));
    const contents: Content[] = log.headers.map(() => null);
    const formats = log.headers.map(() => 'General');
    for (const { key, at } of columns) contents[at] = line[key];
    formats[columnAt(log, 'date')] = NUMBER_FORMATS.date;
    return [{ what: 'insert row', table: 'log', at: Math.max(filled, log.rows.length - 1), contents, formats }];
  });
}
