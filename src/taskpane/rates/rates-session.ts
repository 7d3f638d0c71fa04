/**
 * The Rates page between two looks at it: what is chosen, what was written into the workbook last, and how to take
 * that back. Outlives the page, so that changing pages loses nothing.
 */
import type { CellPlace, DoneEdit, Edit, Insertion, RateSettings, TablesNow } from '../../workbook';
import { failureText } from '../failure-text';
import { Store } from '../store';
import type { WorkbookApi } from '../workbook-api';
import { startingChoices } from './rate-choices';
import type { RateChoices } from './rate-list';

export type Outcome =
  /** The selected cell holds something: is it to be replaced? */
  | { what: 'occupied'; place: CellPlace; holds: string; formula: string }
  | { what: 'inserted'; insertion: Insertion }
  | { what: 'edited'; done: DoneEdit }
  | { what: 'takenBack'; place: string };

export interface RatesState {
  /** Null where there is no scenario workbook, or nobody has looked yet. */
  settings: RateSettings | null;
  /** Those of the workbook, with its programs and payers. */
  tables: TablesNow | null;
  choices: RateChoices;
  /** The choices are the user's own, no longer those of the workbook. */
  chosen: boolean;
  search: string;
  /** The code whose details are shown. */
  openCode: string | null;
  outcome: Outcome | null;
  /** Why the last thing asked for was not done; the outcome before it still holds. */
  failure: string | null;
}

const START: RatesState = {
  settings: null,
  tables: null,
  choices: startingChoices(null),
  chosen: false,
  search: '',
  openCode: null,
  outcome: null,
  failure: null,
};

export class RatesSession extends Store<RatesState> {
  private isWriting = false;

  constructor(private readonly api: WorkbookApi) {
    super(START);
  }

  /** The settings may have changed since the page was last looked at. */
  async look(): Promise<void> {
    await this.attempt(async () => {
      const settings = await this.api.readRateSettings();
      const tables = settings && (await this.api.readTables());
      this.change({ settings, tables, ...(this.getState().chosen ? {} : { choices: startingChoices(settings) }) });
    });
  }

  readonly choose = (part: Partial<RateChoices>): void =>
    this.change({ choices: { ...this.getState().choices, ...part }, chosen: true });
  readonly follow = (): void => this.change({ choices: startingChoices(this.getState().settings), chosen: false });
  readonly search = (search: string): void => this.change({ search });
  readonly toggle = (code: string): void => this.change({ openCode: this.getState().openCode === code ? null : code });
  readonly dismiss = (): void => this.change({ outcome: null, failure: null });

  /** @param over the occupied cell that the user has agreed to replace */
  async insert(formula: string, over: CellPlace | null = null): Promise<void> {
    await this.write(async () => {
      const result = await this.api.insertAmount(formula, over);
      return 'inserted' in result
        ? { what: 'inserted', insertion: result.inserted }
        : { what: 'occupied', place: result.occupied, holds: result.holds, formula };
    });
  }

  async edit(edit: Edit): Promise<void> {
    const { tables } = this.getState();
    if (!tables) return;
    await this.write(async () => ({ what: 'edited', done: await this.api.doEdit(edit, tables) }));
    await this.look();
  }

  async takeBack(): Promise<void> {
    const { outcome } = this.getState();
    await this.write(async () => {
      if (outcome?.what === 'inserted') {
        await this.api.takeBackAmount(outcome.insertion);
        return { what: 'takenBack', place: outcome.insertion.place.address };
      }
      if (outcome?.what === 'edited') {
        await this.api.undoEdit(outcome.done);
        return { what: 'takenBack', place: 'Payer Mix' };
      }
      return outcome;
    });
    if (outcome?.what === 'edited') await this.look();
  }

  /** One thing at a time: a second click while Excel is busy is not a second order. */
  private async write(work: () => Promise<Outcome | null>): Promise<void> {
    if (this.isWriting) return;
    this.isWriting = true;
    await this.attempt(async () => this.change({ outcome: await work(), failure: null }));
    this.isWriting = false;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.change({ failure: failureText(error) });
    }
  }

  private change(part: Partial<RatesState>): void {
    this.set({ ...this.getState(), ...part });
  }
}
