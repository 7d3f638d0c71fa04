/**
 * One user with one workbook: runs what is asked for, one thing at a time, and tells the pane. Readings
 * overtaken by a newer change are read again, so an old figure never lands on top of a new one.
 */
import type { Finding } from '../tables/messages/finding';
import type { Practice, Status } from '../workbook';
import { failureText } from './failure-text';
import { next, type PaneEvent, type PaneState } from './pane-state';
import { Store } from './store';
import type { WorkbookApi } from './workbook-api';

/** Milliseconds until cells that are still being calculated are read again, and how often. */
const WHILE_BUSY = 250;
const MOST_READINGS = 40;

export class Session extends Store<PaneState> {
  private stopWatching: (() => void) | null = null;
  private closed = false;
  /** Building and removing read the workbook themselves at their end. */
  private exclusive = false;
  private reading = false;
  private readAgain = false;

  constructor(private readonly api: WorkbookApi) {
    super({ stage: 'opening' });
  }

  async open(): Promise<void> {
    this.closed = false;
    await this.attempt(() => this.look());
    await this.attempt(() => this.watch());
  }

  close(): void {
    this.closed = true;
    this.stopWatching?.();
    this.stopWatching = null;
  }

  async build(practice: Practice): Promise<void> {
    await this.alone(async () => {
      const { ours, conflicts } = await this.api.inspectWorkbook();
      if (conflicts.length) return this.dispatch({ type: 'refused', conflicts });
      // Built meanwhile, by the ribbon or a colleague: what is there is shown, never written over.
      if (ours.length) return this.look();
      this.dispatch({ type: 'building' });
      const plan = this.api.planWorkbook(practice);
      try {
        await this.api.buildWorkbook(plan, (done, total, what) =>
          this.dispatch({ type: 'progressed', done, total, what }),
        );
        // Watched before it is shown: whoever sees the figures may change an input at once.
        await this.watch();
      } catch (error) {
        await this.look();
        throw error;
      }
      const status = await this.calculated();
      if (status) this.dispatch({ type: 'built', status, ours: plan.sheets.map(({ name }) => name) });
      else await this.look();
    });
  }

  async remove(): Promise<void> {
    await this.alone(async () => {
      this.dispatch({ type: 'removing' });
      await this.api.removeWorkbook();
      const { ours, conflicts } = await this.api.inspectWorkbook();
      if (ours.length) this.dispatch({ type: 'found', status: null, ours, conflicts });
      else this.dispatch({ type: 'removed', conflicts });
    });
  }

  async switchScenario(scenario: string): Promise<void> {
    this.dispatch({ type: 'switching', scenario });
    if (await this.attempt(() => this.api.setScenario(scenario))) await this.refresh();
  }

  async showFinding(finding: Finding): Promise<void> {
    await this.attempt(() => this.api.selectFinding(finding));
  }

  /** The news of the build has been seen. */
  readonly note = (): void => this.dispatch({ type: 'noted' });

  /** Reads the workbook's state once more, or again if it changed while being read. */
  readonly refresh = async (): Promise<void> => {
    if (this.exclusive || this.closed) return;
    this.readAgain = true;
    if (this.reading) return;
    this.reading = true;
    this.dispatch({ type: 'updating' });
    await this.attempt(async () => {
      while (this.readAgain && !this.exclusive) {
        this.readAgain = false;
        const status = this.getState().stage === 'workbook' ? await this.calculated() : null;
        if (this.exclusive || this.readAgain) continue;
        if (status) this.dispatch({ type: 'updated', status });
        else await this.look();
      }
    });
    this.reading = false;
  };

  private async look(): Promise<void> {
    const { ours, conflicts } = await this.api.inspectWorkbook();
    const status = ours.length ? await this.calculated() : null;
    this.dispatch({ type: 'found', status, ours, conflicts });
  }

  /** The state of the workbook once its figures are calculated: what Excel is still working on is no figure. */
  private async calculated(): Promise<Status | null> {
    for (let reading = 1; ; reading++) {
      const status = await this.api.readStatus();
      if (!status || !isBusy(status) || reading === MOST_READINGS || this.closed) return status;
      await new Promise((resolve) => setTimeout(resolve, WHILE_BUSY));
    }
  }

  /** Which sheets are ours is settled when watching begins, so it begins anew after a build. */
  private async watch(): Promise<void> {
    this.stopWatching?.();
    this.stopWatching = null;
    const stop = await this.api.watchWorkbook(() => void this.refresh());
    if (this.closed) stop();
    else this.stopWatching = stop;
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    if (this.exclusive) return;
    this.exclusive = true;
    await this.attempt(work);
    this.exclusive = false;
  }

  private async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.dispatch({ type: 'failed', text: failureText(error) });
      return false;
    }
  }

  private dispatch(event: PaneEvent): void {
    this.set(next(this.getState(), event));
  }
}

/** Figures that are all missing without a finding that says why are on their way. */
const isBusy = ({ headline, findings }: Status): boolean =>
  findings.length === 0 && headline.every(({ value }) => typeof value !== 'number');
