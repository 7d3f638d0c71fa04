/** Lines of the log that keep what a version came to: its key figures, with those of the version before. */
import { fold } from '../../tables/reading/nearest';
import { logProblem, logSteps, type ChangeLine } from './change-lines';
import { proposed, refused, type Proposal } from './edit';
import { columnAt, textIn, type TableNow, type TablesNow } from './tables-now';

/** What a workbook that is handed over says of itself. */
export interface Stamp {
  addin: string;
  template: string;
  author: string;
  /** Serial of the day. */
  date: number;
  /** The last month that is over: June 2026; or that none is. */
  asOf: string;
}

export interface KeyFigure {
  label: string;
  /** As Start shows it. */
  text: string;
}

const WHAT = 'Key figure';

/** The lines, as an edit that can be taken back. */
export function stampVersion(
  tables: TablesNow,
  stamp: Stamp,
  scenario: string,
  figures: readonly KeyFigure[],
): Proposal {
  const problem = logProblem(tables.log) ?? (stamp.author.trim() === '' ? 'Give the name of who hands it over.' : null);
  if (problem) return refused(problem);
  const log = tables.log!;
  const lines = figures.map(({ label, text }): ChangeLine => {
    const what = `${WHAT}, ${scenario}: ${label}`;
    return {
      what,
      before: lastSaid(log, what),
      after: text,
      who: stamp.author.trim(),
      date: stamp.date,
      why: `version stamped with add-in ${stamp.addin}, template ${stamp.template}; as of: ${stamp.asOf}`,
    };
  });
  return proposed({
    title: 'Stamp this version',
    done: 'This version is stamped.',
    says: [`Log: ${lines.length} key figures of ${scenario}`],
    shares: [],
    steps: logSteps(log, lines),
  });
}

/** What the version before came to; blank where there was none. */
function lastSaid(log: TableNow, what: string): string {
  const row = log.rows.filter((candidate) => fold(textIn(log, candidate, 'what')) === fold(what)).at(-1);
  return row ? String(row.values[columnAt(log, 'after')] ?? '') : '';
}
