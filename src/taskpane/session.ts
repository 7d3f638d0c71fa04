/**
 * One user with one workbook: runs what is asked for, one thing at a time, and tells the pane. Readings
 * overtaken by a newer change are read again, so an old figure never lands on top of a new one.
 */
import type { Finding } from '../tables/messages/finding';
import type { CellPlace, FinishKey, Practice, Status, WorkbookPlan } from '../workbook';
import { failureText } from './failure-text';
import { next, type PaneEvent, type PaneState } from './pane-state';
import { Patience } from './patience';
import { Store } from './store';
import type { WorkbookApi } from './workbook-api';

/** Milliseconds until cells that are still being calculated are read again. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 4000;
/** A workbook just built is shown after so many readings, calculated or not. */
const MOST_READINGS = 30;
/** After a failed build. */
const MOST_LOOKS = 5;

export class Session extends Store<PaneState> {
  private stopWatching: (() => void) | null = null;
  private closed = false;
  /** Building and removing read the workbook themselves at their end. */
  private exclusive = false;
  /** The workbook has stirred since they read it. */
  private hasStirred = false;
  private reading = false;
  private readAgain = false;
  private readonly patience = new Patience();
  private pause = FIRST_PAUSE;
  private nextReading: ReturnType<typeof setTimeout> | undefined;
  private nextWatching: ReturnType<typeof setTimeout> | undefined;
  /** What was built last, as long as something of it is missing. */
  private plan: WorkbookPlan | null = null;

  constructor(private readonly api: WorkbookApi) {
    super({ stage: 'opening' });
  }

  async open(): Promise<void> {
    this.closed = false;
    await this.attempt(() => this.look());
    await this.attempt(() => this.watch());
    // Nobody has told what changed in between.
    await this.read();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.nextReading);
    clearTimeout(this.nextWatching);
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
      let missing: FinishKey[];
      try {
        missing = await this.api.buildWorkbook(plan, (done, total, what) =>
          this.dispatch({ type: 'progressed', done, total, what }),
        );
        // Watched before it is shown: whoever sees the figures may change an input at once.
        await this.watch();
      } catch (error) {
        // What went wrong first is what the user has to know.
        await this.lookPatiently().catch(() => undefined);
        throw error;
      }
      this.plan = plan;
      // The workbook stands, whether or not it can be read at once.
      const status = await this.calculated().catch(() => null);
      if (status) {
        this.dispatch({ type: 'built', status, ours: plan.sheets.map(({ name }) => name), missing });
        await this.show(status);
      } else await this.lookPatiently();
    });
  }

  async remove(): Promise<void> {
    await this.alone(async () => {
      this.dispatch({ type: 'removing' });
      await this.api.removeWorkbook();
      this.hasStirred = false;
      const { ours, conflicts } = await this.api.inspectWorkbook();
      if (ours.length) this.dispatch({ type: 'found', status: null, ours, conflicts });
      else this.dispatch({ type: 'removed', conflicts });
    });
  }

  async switchScenario(scenario: string): Promise<void> {
    this.dispatch({ type: 'switching', scenario });
    await this.ask(() => this.api.setScenario(scenario));
    await this.refresh();
  }

  /** Asks Excel to calculate what it has not. */
  async calculateAgain(): Promise<void> {
    await this.ask(() => this.api.calculateAgain());
    await this.refresh();
  }

  async calculateNow(): Promise<void> {
    await this.ask(() => this.api.calculateNow());
    await this.refresh();
  }

  async calculateByItself(): Promise<void> {
    await this.ask(() => this.api.calculateByItself());
    await this.refresh();
  }

  /** Tries again what Excel refused at the end of Build. */
  async finish(): Promise<void> {
    const { plan } = this;
    const state = this.getState();
    if (!plan || state.stage !== 'workbook') return;
    await this.ask(async () => {
      this.dispatch({ type: 'finished', missing: await this.api.finishAgain(plan, state.missing) });
    });
  }

  async showPlace(place: CellPlace): Promise<void> {
    await this.ask(() => this.api.selectPlace(place));
  }

  async showFinding(finding: Finding): Promise<void> {
    await this.ask(() => this.api.selectFinding(finding));
  }

  /** The news of the build has been seen. */
  readonly note = (): void => this.dispatch({ type: 'noted' });

  /** Sheets of ours have come: they are named where sheets are removed, and watched like the others. */
  async lookAround(): Promise<void> {
    await this.attempt(async () => {
      this.dispatch({ type: 'grown', ours: (await this.api.inspectWorkbook()).ours });
    });
    await this.attempt(() => this.watch());
    await this.refresh();
  }

  /** Reads the workbook's state once more, or again if it changed while being read. */
  readonly refresh = async (): Promise<void> => {
    this.dispatch({ type: 'updating' });
    await this.read();
  };

  private async read(): Promise<void> {
    if (this.exclusive) this.hasStirred = true;
    if (this.exclusive || this.closed) return;
    clearTimeout(this.nextReading);
    this.readAgain = true;
    if (this.reading) return;
    this.reading = true;
    await this.attempt(async () => {
      while (this.readAgain && !this.exclusive) {
        this.readAgain = false;
        const status = this.getState().stage === 'workbook' ? await this.api.readStatus() : null;
        if (this.exclusive || this.readAgain) continue;
        if (status) await this.show(status);
        else await this.look();
      }
    });
    this.reading = false;
  }

  private async look(): Promise<void> {
    const { ours, conflicts, isCutOff } = await this.api.inspectWorkbook();
    const status = ours.length && !isCutOff ? await this.api.readStatus() : null;
    this.dispatch({ type: 'found', status, ours, conflicts });
    if (status) await this.show(status);
  }

  /** After a failure there may be others: what is left in the workbook is worth some attempts. */
  private async lookPatiently(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.look();
      } catch (error) {
        if (attempt === MOST_LOOKS) throw error;
        await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE * attempt));
      }
    }
  }

  /** Shows what was read, and reads again in a while where Excel is still calculating. */
  private async show(status: Status): Promise<void> {
    const advice = this.patience.judge(status);
    const pending = advice === 'wait' || advice === 'ask again';
    const late = advice === 'tell' && !status.trouble;
    const told = pending ? { ...status, trouble: null } : status;
    this.dispatch({ type: 'updated', status: told, pending: pending || late, late });
    if (advice === 'ask again') await this.api.calculateAgain();
    if (advice === 'done') this.pause = FIRST_PAUSE;
    // What is told may still pass.
    else this.readLater();
  }

  private readLater(): void {
    if (this.closed) return;
    clearTimeout(this.nextReading);
    this.nextReading = setTimeout(() => void this.read(), this.pause);
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 1.5);
  }

  /** The state of a workbook just built, once its figures are calculated. */
  private async calculated(): Promise<Status | null> {
    for (let reading = 1; ; reading++) {
      this.hasStirred = false;
      const status = await this.api.readStatus();
      if (!status || this.closed || reading === MOST_READINGS) return status;
      const advice = this.patience.judge(status);
      if (advice === 'done' || advice === 'tell') return status;
      if (advice === 'ask again') await this.api.calculateAgain();
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE));
    }
  }

  /** Which sheets are ours is settled when watching begins, so it begins anew after a build. */
  private async watch(): Promise<void> {
    this.stopWatching?.();
    this.stopWatching = null;
    clearTimeout(this.nextWatching);
    const stop = await this.api
      .watchWorkbook(
        () => void this.refresh(),
        () => this.stir(),
      )
      .catch((error: unknown) => {
        // Figures that nobody watches are never current: until it is done.
        if (!this.closed) this.nextWatching = setTimeout(() => void this.watchAgain(), LONGEST_PAUSE);
        throw error;
      });
    if (this.closed) stop();
    else this.stopWatching = stop;
  }

  private stir(): void {
    if (this.exclusive) this.hasStirred = true;
    else this.dispatch({ type: 'updating' });
  }

  private async watchAgain(): Promise<void> {
    if (await this.attempt(() => this.watch())) await this.refresh();
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    if (this.exclusive) return;
    this.exclusive = true;
    this.hasStirred = false;
    await this.attempt(work);
    this.exclusive = false;
    if (this.hasStirred) await this.refresh();
  }

  /** Does what the user asked for; the figures stay what they are where it cannot be done. */
  private async ask(work: () => Promise<void>): Promise<void> {
    this.dispatch({ type: 'asked' });
    try {
      await work();
    } catch (error) {
      this.dispatch({ type: 'notDone', text: failureText(error) });
    }
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
