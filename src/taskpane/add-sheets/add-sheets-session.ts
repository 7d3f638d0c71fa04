/** Which sheets beyond the first the workbook has, and the adding of one: it goes on while another page is looked at. */
import type { CapabilityKey, FinishKey } from '../../workbook';
import { failureText } from '../failure-text';
import { Store } from '../store';
import type { WorkbookApi } from '../workbook-api';

export interface AddSheetsState {
  /** Null until Excel has said. */
  there: ReadonlySet<CapabilityKey> | null;
  adding: CapabilityKey | null;
  /** Added last, by this pane. */
  added: CapabilityKey | null;
  /** Why something could not be done, and with what. */
  failure: { key: CapabilityKey; text: string } | null;
  /** Looks that Excel refused. */
  missing: Partial<Record<CapabilityKey, readonly FinishKey[]>>;
}

const START: AddSheetsState = { there: null, adding: null, added: null, failure: null, missing: {} };

export class AddSheetsSession extends Store<AddSheetsState> {
  constructor(private readonly api: WorkbookApi) {
    super(START);
  }

  /** What is there may have been removed meanwhile, or added by a colleague. */
  readonly look = async (): Promise<void> => {
    if (this.getState().adding) return;
    const there = await this.api.readCapabilities().catch(() => null);
    if (there) this.change({ there: new Set(there) });
  };

  /** @returns whether the sheets stand */
  async add(key: CapabilityKey): Promise<boolean> {
    if (this.getState().adding) return false;
    this.change({ adding: key, added: null, failure: null });
    const isDone = await this.attempt(key, async () => {
      this.change({ missing: { ...this.getState().missing, [key]: await this.api.addSheets(key) }, added: key });
    });
    this.change({ adding: null });
    await this.look();
    return isDone;
  }

  /** Tries again what Excel refused. */
  async finish(key: CapabilityKey): Promise<void> {
    const { missing } = this.getState();
    await this.attempt(key, async () => {
      const refused = await this.api.finishAddition(key, missing[key] ?? []);
      this.change({ missing: { ...missing, [key]: refused }, failure: null });
    });
  }

  async show(key: CapabilityKey): Promise<void> {
    this.change({ failure: null });
    if (!(await this.attempt(key, () => this.api.showSheets(key)))) await this.look();
  }

  private async attempt(key: CapabilityKey, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.change({ failure: { key, text: failureText(error) } });
      return false;
    }
  }

  private change(part: Partial<AddSheetsState>): void {
    this.set({ ...this.getState(), ...part });
  }
}
