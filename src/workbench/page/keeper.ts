/**
 * Keeps the workbook in the browser while it is worked on, so that loading the page again loses nothing but the last
 * second, and says in the window's header where it stands.
 */
import type { Grid } from '../grid/grid';
import type { KeptAnswer } from './keeping-worker';
import type { WorkbookSnapshot } from './workbench-api';

/** A workbook is kept when nothing has happened for so long … */
const QUIET = 400;
/** … or when so long has passed since a change that is not kept yet, though something happens all the time. */
const LONGEST = 900;

export class Keeper {
  /** Of the first change that is not being kept yet. */
  private changedAt: number | null = null;
  private isKeeping = false;
  private due: ReturnType<typeof setTimeout> | undefined;
  private isStopped = false;
  private keeping: Promise<void> = Promise.resolve();
  /** Beside the page. */
  private readonly worker = new Worker('keeping-worker.js');

  constructor(
    grid: Grid,
    private readonly workbook: () => WorkbookSnapshot,
    private readonly say: (words: string, explanation: string) => void,
  ) {
    grid.on(({ type }) => type === 'stored' && this.changed());
    // What is not kept yet would be lost.
    addEventListener('beforeunload', (event) => {
      if ((this.isKeeping || this.changedAt !== null) && !this.isStopped) event.preventDefault();
    });
  }

  /** The workbook is put away on purpose: it is not kept again. Resolves when no keeping is under way. */
  stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.due);
    return this.keeping;
  }

  /** What holds the workbook beside the grid has changed: the add-in's settings. */
  changed(): void {
    if (this.isStopped) return;
    const now = performance.now();
    this.changedAt ??= now;
    clearTimeout(this.due);
    const pause = Math.max(0, Math.min(QUIET, this.changedAt + LONGEST - now));
    this.due = setTimeout(() => (this.keeping = this.keeping.then(() => this.keep())), pause);
  }

  private async keep(): Promise<void> {
    const since = this.changedAt;
    this.changedAt = null;
    this.isKeeping = true;
    try {
      await this.put();
      this.say(
        'Kept in this browser',
        'Loading this page again brings the workbook back, until this site’s data is cleared. Save makes a file of it.',
      );
    } catch (reason) {
      this.changedAt ??= since;
      this.say('Not kept', `This browser does not keep the workbook (${String(reason)}). Save makes a file of it.`);
    }
    this.isKeeping = false;
  }

  /** One at a time: an answer belongs to what was asked last. */
  private put(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data: reason }: MessageEvent<KeptAnswer>) =>
        reason === null ? resolve() : reject(reason);
      this.worker.onerror = ({ message }) => reject(message);
      this.worker.postMessage(this.workbook());
    });
  }
}
