/**
 * The Inputs page between two looks at it: the tables as they stand, what is being added or removed, and what was
 * done, the last first to be taken back.
 */
import type { DoneEdit, Edit, TablesNow } from '../../workbook';
import { failureText } from '../failure-text';
import { Store } from '../store';
import type { WorkbookApi } from '../workbook-api';

export const FORMS = ['Add program', 'Remove program', 'Add payer', 'Add scenario'] as const;
export type Form = (typeof FORMS)[number];

export interface InputsState {
  /** Null until they are read. */
  tables: TablesNow | null;
  form: Form | null;
  /** The last one is taken back first. */
  done: readonly DoneEdit[];
  /** What was taken back last, until something else happens. */
  undone: Edit | null;
  failure: string | null;
  isWriting: boolean;
}

const START: InputsState = { tables: null, form: null, done: [], undone: null, failure: null, isWriting: false };

export class InputsSession extends Store<InputsState> {
  constructor(private readonly api: WorkbookApi) {
    super(START);
  }

  /** The tables may have changed since they were last looked at. */
  async look(): Promise<void> {
    await this.attempt(async () => this.change({ tables: await this.api.readTables() }));
  }

  readonly open = (form: Form | null): void => this.change({ form, failure: null, undone: null });
  readonly dismiss = (): void => this.change({ failure: null, undone: null });
  /** What was done stays; it is only not offered any more to take it back. */
  readonly keep = (): void => this.change({ done: [], failure: null });

  async do(edit: Edit): Promise<void> {
    const { tables } = this.getState();
    if (!tables) return;
    await this.write(async () => {
      const done = await this.api.doEdit(edit, tables);
      this.change({ done: [...this.getState().done, done], tables: done.after, form: null, undone: null });
    });
  }

  async undo(): Promise<void> {
    const { done } = this.getState();
    const last = done.at(-1);
    if (!last) return;
    await this.write(async () => {
      await this.api.undoEdit(last);
      this.change({ done: done.slice(0, -1), undone: last.edit, form: null });
    });
  }

  /** One thing at a time: a second click while Excel is busy is not a second order. */
  private async write(work: () => Promise<void>): Promise<void> {
    if (this.getState().isWriting) return;
    this.change({ isWriting: true, failure: null });
    await this.attempt(work);
    const { failure } = this.getState();
    // Whether it was done or refused, the tables are no longer those that were shown.
    await this.look();
    this.change({ isWriting: false, failure: failure ?? this.getState().failure });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.change({ failure: failureText(error) });
    }
  }

  private change(part: Partial<InputsState>): void {
    this.set({ ...this.getState(), ...part });
  }
}
