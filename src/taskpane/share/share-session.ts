/**
 * The Share page between two looks at it: what somebody has to know before handing the workbook over, and what was done
 * last, with its way back. Rows of patients that were removed are in this session's memory only.
 */
import { serialOfTime } from '../../tables/calendar';
import * as sharing from '../../workbook/share';
import type { BeforeSharing, LeftFormula, OnSheet, StampNow } from '../../workbook/share';
import type { Status } from '../../workbook';
import { failureText } from '../failure-text';
import { plural } from '../figures';
import { Store } from '../store';
import type { WorkbookApi } from '../workbook-api';

/** What the page asks of the workbook. */
export type ShareApi = typeof sharing;

export interface Outcome {
  title: string;
  text: string;
  undo: (() => Promise<void>) | null;
}

export interface ShareState {
  seen: BeforeSharing | null;
  stamp: StampNow | null;
  /** Whether the pane opens by itself with this workbook. */
  opens: boolean;
  /** What is being done. */
  work: string | null;
  done: Outcome | null;
  undone: string | null;
  failure: string | null;
  /** Formulas that could not be brought back when it was last tried. */
  left: readonly LeftFormula[];
}

const START: ShareState = {
  seen: null,
  stamp: null,
  opens: false,
  work: null,
  done: null,
  undone: null,
  failure: null,
  left: [],
};

/** The day on the user's own calendar. */
const today = (): number => {
  const now = new Date();
  return serialOfTime(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
};

/** Milliseconds before the workbook is looked at again, and how often that is tried. */
const PAUSE = 1000;
const MOST_LOOKS = 3;

export class ShareSession extends Store<ShareState> {
  /** Looks that failed, one after the other. */
  private unread = 0;

  constructor(
    _workbook: WorkbookApi,
    private readonly api: ShareApi = sharing,
    private readonly day: () => number = today,
  ) {
    super(START);
  }

  /** The workbook may have changed since it was last looked at. While it is changing it may not be readable. */
  readonly look = async (): Promise<void> => {
    if (this.getState().work !== null) return;
    const wasUnread = this.unread > 0;
    this.unread++;
    await this.attempt(async () => {
      await this.read();
      this.unread = 0;
      // What could not be read a moment ago is there now.
      if (wasUnread) this.change({ failure: null });
    });
    if (this.unread > 0 && this.unread <= MOST_LOOKS) setTimeout(() => void this.look(), PAUSE);
  };

  readonly lookAgain = (): Promise<void> => {
    this.unread = 0;
    this.change({ failure: null, undone: null });
    return this.look();
  };

  private async read(): Promise<void> {
    const seen = await this.api.readBeforeSharing();
    const stamp = await this.api.readStamp();
    // Excel that cannot say has not been asked.
    const opens = await this.api.opensWithWorkbook().catch(() => false);
    this.change({ seen, stamp, opens, left: seen.kept > 0 ? this.getState().left : [] });
  }

  readonly dismiss = (): void => this.change({ failure: null, undone: null });
  /** What was done stays; it is only not offered any more to take it back. */
  readonly keep = (): void => this.change({ done: null });

  readonly removePatients = (): Promise<void> =>
    this.do('Removing the rows', async () => {
      const removed = await this.api.removePatientRows(this.getState().seen!.patients);
      const rows = removed.reduce((sum, { found }) => sum + found.rows, 0);
      return {
        title: `${plural(rows, 'row')} removed.`,
        text: `Their cells on ${listed(removed.map(({ found }) => found.sheet))} are blank. Undo puts them back as long as this pane is open. A PivotTable made of them keeps a copy of its own: delete it, too.`,
        undo: () => this.api.putBackPatientRows(removed),
      };
    });

  readonly stamp = (author: string, { scenario, headline, isCurrent }: Status): Promise<void> =>
    this.do('Stamping', async () => {
      if (!isCurrent) throw new Error('The figures are not of the present inputs yet. Wait for them, then stamp.');
      const done = await this.api.stampWorkbook(author, this.day(), scenario, headline);
      return {
        title: 'This version is stamped.',
        text: 'Who, when, as of which month and with which versions stands at the end of Start and in the file’s properties (File, Info); the key figures are in the Log.',
        undo: () => this.api.undoStamp(done),
      };
    });

  readonly swapOut = (): Promise<void> =>
    this.do('Replacing formulas by values', async () => {
      const sheets = await this.api.swapOut(this.day());
      return {
        title: `${plural(total(sheets), 'formula')} replaced by values.`,
        text: 'Save a copy now (File, Save a Copy) and send that. Then bring the formulas back here.',
        undo: null,
      };
    });

  readonly openWithWorkbook = (opens: boolean): Promise<void> =>
    this.do('Asking Excel', async () => {
      await this.api.openWithWorkbook(opens);
      return {
        title: opens ? 'This pane opens with the workbook.' : 'This pane opens by itself no longer.',
        text: 'It holds once the workbook is saved, and for every copy that is saved from now on.',
        undo: () => this.api.openWithWorkbook(!opens),
      };
    });

  readonly openPlainCopy = (scenario: string): Promise<void> =>
    this.do('Making the copy', async () => {
      const { plainCopyFile } = await import(/* webpackChunkName: "plain-copy" */ './plain-copy');
      await this.api.openAsNewWorkbook(plainCopyFile(await this.api.readModelTables(), scenario));
      return {
        title: 'The copy is a new workbook.',
        text: 'It has a window of its own (on the Mac it may lie behind this one). Save it there, and send that file. This workbook is as it was.',
        undo: null,
      };
    });

  readonly swapIn = (): Promise<void> =>
    this.do('Bringing the formulas back', async () => {
      const { sheets, left } = await this.api.swapIn();
      this.change({ left });
      return {
        title: `${plural(total(sheets), 'formula')} brought back.`,
        text:
          left.length === 0
            ? 'The workbook calculates again.'
            : `${plural(left.length, 'formula')} could not be: they are listed above, and kept.`,
        undo: null,
      };
    });

  readonly forget = (): Promise<void> =>
    this.do('Keeping the values', async () => {
      await this.api.forgetFormulas();
      return { title: 'The values stay.', text: 'Their formulas are no longer kept in this workbook.', undo: null };
    });

  readonly repair = (): Promise<void> =>
    this.do('Repairing', async () => {
      const repaired = await this.api.repair();
      return {
        title: `${plural(repaired.length, 'cell')} repaired.`,
        text: `${listed(repaired.map(({ where }) => where))}. No other cell was touched.`,
        undo: () => this.api.undoRepair(repaired),
      };
    });

  readonly update = (): Promise<void> =>
    this.do('Bringing the workbook up to date', async () => {
      const done = await this.api.updateTemplate();
      return {
        title: 'The workbook is up to date.',
        text: `${done.done.join('. ')}. What is typed stands as it was.`,
        undo: done.added.length > 0 ? () => this.api.undoUpdate(done) : null,
      };
    });

  readonly undo = async (): Promise<void> => {
    const { done, work } = this.getState();
    if (!done?.undo || work !== null) return;
    this.change({ work: 'Undoing', failure: null });
    await this.attempt(async () => {
      await done.undo!();
      this.change({ done: null, undone: done.title });
    });
    this.change({ work: null });
    await this.look();
  };

  /** One thing at a time: a second click while Excel is busy is not a second order. */
  private async do(what: string, work: () => Promise<Outcome>): Promise<void> {
    if (this.getState().work !== null) return;
    this.change({ work: what, failure: null, undone: null, done: null });
    await this.attempt(async () => this.change({ done: await work() }));
    const { failure } = this.getState();
    // Whether it was done or refused, the workbook is no longer as it was seen.
    await this.attempt(() => this.read());
    this.change({ work: null, failure: failure ?? this.getState().failure });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.change({ failure: failureText(error) });
    }
  }

  private change(part: Partial<ShareState>): void {
    this.set({ ...this.getState(), ...part });
  }
}

export const total = (sheets: readonly OnSheet[]): number => sheets.reduce((sum, { formulas }) => sum + formulas, 0);

/** The first few; the rest are counted. */
const SHOWN = 6;
export function listed(words: readonly string[]): string {
  const each = [...new Set(words)];
  return each.length > SHOWN ? `${each.slice(0, SHOWN).join(', ')} and ${each.length - SHOWN} more` : each.join(', ');
}
