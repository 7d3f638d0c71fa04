/** The milestones between two looks at them: each is accepted into Costs by one click, and taken back by another. */
import { MILESTONES } from '../../tables/schemas/milestones';
import { serialOfTime } from '../../tables/calendar';
import type { DoneEdit, Edit, TablesNow } from '../../workbook';
import { acceptMilestone } from '../../workbook/edits/accept-milestone';
import { failureText } from '../failure-text';
import { Store } from '../store';
import type { WorkbookApi } from '../workbook-api';
import { milestonesNow, type MilestoneNow } from './milestones-now';

export interface MilestonesState {
  /** Null where the workbook has no such table, or has not been looked at. */
  milestones: readonly MilestoneNow[] | null;
  /** Why they cannot be told: a finding in the tables. */
  obstacle: string | null;
  isWriting: boolean;
  done: DoneEdit | null;
  undone: Edit | null;
  failure: string | null;
}

/** The day on the user's own calendar. */
const dayNow = (): number => {
  const now = new Date();
  return serialOfTime(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
};

export class MilestonesSession extends Store<MilestonesState> {
  private scenario: string | null = null;

  constructor(
    private readonly api: WorkbookApi,
    private readonly day: () => number = dayNow,
  ) {
    super({ milestones: null, obstacle: null, isWriting: false, done: null, undone: null, failure: null });
  }

  /** Tables and forecast may have changed since. @param scenario the active one; null for none */
  readonly look = async (scenario: string | null): Promise<void> => {
    this.scenario = scenario;
    try {
      await this.read();
    } catch (error) {
      this.change({ milestones: null, obstacle: failureText(error) });
    }
  };

  /** As it was shown: what has changed since is not written. */
  async accept(shown: MilestoneNow): Promise<void> {
    await this.write(async () => {
      const tables = await this.read();
      const now = this.getState().milestones?.find(({ what }) => what === shown.what);
      if (!tables || JSON.stringify(now) !== JSON.stringify(shown))
        return this.change({
          failure: `${shown.what} has changed since this was shown, so nothing was written. Look at it again.`,
        });
      if (!now?.toAccept) return;
      const { edit, problem } = acceptMilestone(tables, now.toAccept, this.day());
      if (!edit) return this.change({ failure: problem });
      this.change({ done: await this.api.doEdit(edit, tables), undone: null });
      await this.read();
    });
  }

  async undo(): Promise<void> {
    const { done } = this.getState();
    if (!done) return;
    await this.write(async () => {
      await this.api.undoEdit(done);
      this.change({ done: null, undone: done.edit });
      await this.read();
    });
  }

  readonly dismiss = (): void => this.change({ failure: null, undone: null });
  readonly keep = (): void => this.change({ done: null });

  private async read(): Promise<TablesNow | null> {
    const { [MILESTONES.name]: range } = await this.api.readAddedTables([MILESTONES.name]);
    if (!range) {
      this.change({ milestones: null, obstacle: null });
      return null;
    }
    const tables = await this.api.readTables();
    this.change({ milestones: milestonesNow(tables, range, this.scenario), obstacle: null });
    return tables;
  }

  /** One thing at a time: a second click while Excel is busy is not a second order. */
  private async write(work: () => Promise<void>): Promise<void> {
    if (this.getState().isWriting) return;
    this.change({ isWriting: true, failure: null });
    try {
      await work();
    } catch (error) {
      this.change({ failure: failureText(error) });
    }
    this.change({ isWriting: false });
  }

  private change(part: Partial<MilestonesState>): void {
    this.set({ ...this.getState(), ...part });
  }
}
