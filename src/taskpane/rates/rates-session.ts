/**
 * The Rates page between two looks at it: what is chosen, what was written into the workbook last, and how to take
 * that back. Outlives the page, so that changing pages loses nothing.
 */
import type { AddedPayerRow, CellPlace, Insertion, RateSettings } from '../../workbook';
import { failureText } from '../failure-text';
import { Store } from '../store';
import type { WorkbookApi } from '../workbook-api';
import { startingChoices } from './rate-choices';
import type { RateChoices } from './rate-list';

export type Outcome =
  /** The selected cell holds something: is it to be replaced? */
  | { what: 'occupied'; place: CellPlace; holds: string; formula: string }
  | { what: 'inserted'; insertion: Insertion }
  | { what: 'added'; row: AddedPayerRow }
  | { what: 'takenBack'; place: string };

export interface RatesState {
  /** Null where there is no scenario workbook, or nobody has looked yet. */
  settings: RateSettings | null;
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
      this.change({ settings, ...(this.getState().chosen ? {} : { choices: startingChoices(settings) }) });
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

  async addPayerRow(row: Parameters<WorkbookApi['addPayerRow']>[0]): Promise<void> {
    await this.write(async () => ({ what: 'added', row: await this.api.addPayerRow(row) }));
  }

  async takeBack(): Promise<void> {
    const { outcome } = this.getState();
    await this.write(async () => {
      if (outcome?.what === 'inserted') {
        await this.api.takeBackAmount(outcome.insertion);
        return { what: 'takenBack', place: outcome.insertion.place.address };
      }
      if (outcome?.what === 'added') {
        await this.api.removePayerRow(outcome.row);
        return { what: 'takenBack', place: 'Payer Mix' };
      }
      return outcome;
    });
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
