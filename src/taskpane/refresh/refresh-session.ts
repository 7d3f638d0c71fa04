/**
 * The Refresh page between two looks at it: rows that were given, what was read of them, what was measured, what the
 * user accepts, and what was written, which one click takes back. Rows stay in this session and go nowhere else; of
 * what they hold only sums and measured drivers are shown and written.
 */
import type { Rows } from '../../actuals/rows';
import { mappingKey } from '../../actuals/reading/recognize';
import { serialOfTime } from '../../tables/calendar';
import { NO_WORDS, type DoneEdit, type Edit, type ExportWords, type TablesNow } from '../../workbook';
import { payersOf, programsOf } from '../../workbook/edits/tables-now';
import { refresh, type RefreshProposal } from '../../workbook/edits/refresh';
import { failureText } from '../failure-text';
import { Store } from '../store';
import type { WorkbookApi } from '../workbook-api';
import { compare, type Comparison } from './compare';
import { Stopped, Work } from './pause';
import { pastedRows, readOrigin, selectedCells, type Origin, type Said, type Source } from './sources';
import { kindsInWords, notYetMeasured, type StepName } from './steps';

export interface RefreshState {
  step: StepName;
  sources: readonly Source[];
  /** What is being done, and the share that is done; null where nobody knows. It can be stopped. */
  work: { what: string; share: number | null } | null;
  /** What was stopped, until something else happens. */
  stopped: string | null;
  comparison: Comparison | null;
  ticked: ReadonlySet<string>;
  /** Whether months that are over are written into the table Actuals. */
  withMonths: boolean;
  proposal: RefreshProposal | null;
  isWriting: boolean;
  done: DoneEdit | null;
  undone: Edit | null;
  failure: string | null;
}

export const START: RefreshState = {
  step: 'Rows',
  sources: [],
  work: null,
  stopped: null,
  comparison: null,
  ticked: new Set(),
  withMonths: true,
  proposal: null,
  isWriting: false,
  done: null,
  undone: null,
  failure: null,
};

/** The day on the user's own calendar. */
const today = (): number => {
  const now = new Date();
  return serialOfTime(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
};

export class RefreshSession extends Store<RefreshState> {
  private readonly origins = new Map<number, Origin>();
  private count = 0;
  private words: ExportWords | null = null;
  private tables: TablesNow | null = null;
  private work: Work | null = null;

  constructor(
    private readonly api: WorkbookApi,
    private readonly day: () => number = today,
  ) {
    super(START);
  }

  async paste(text: string): Promise<void> {
    if (text.trim() === '')
      this.change({ failure: 'Nothing was pasted yet: copy the rows with their header row, then paste them here.' });
    else await this.add([pastedRows(text)]);
  }

  async takeSelection(): Promise<void> {
    await this.attempt(async () => {
      const selected = await this.api.readSelectedRows();
      if (selected.cells.length < 2)
        this.change({
          failure: 'Fewer than two rows with something in them are selected: select the rows with their header row.',
        });
      else await this.add([selectedCells(selected)]);
    });
  }

  /** Reads what was given, one after another; what was read before is kept when one is stopped. */
  async add(origins: readonly Origin[]): Promise<void> {
    for (const origin of origins) {
      const id = ++this.count;
      this.origins.set(id, origin);
      if (!(await this.read({ id, name: origin.name, said: {}, readings: [] }))) break;
    }
    if (this.getState().sources.length > 0) this.change({ step: 'Read' });
  }

  /** What a user says of a source alone: what its rows are, and whether days or months come first. */
  async say(id: number, said: Said): Promise<void> {
    const source = this.getState().sources.find((each) => each.id === id);
    if (source) await this.read({ ...source, said: { ...source.said, ...said } });
  }

  /** What headers, programs and payers stand for: remembered in the workbook, and read again with it. */
  async mean(kind: keyof ExportWords, means: Readonly<Record<string, string>>): Promise<void> {
    const keyed =
      kind === 'headers'
        ? Object.entries(means).map(([header, column]) => [mappingKey(header), column])
        : Object.entries(means);
    await this.attempt(async () => {
      const before = await this.wordsNow();
      this.words = { ...before, [kind]: { ...before[kind], ...Object.fromEntries(keyed) } };
      await this.api.writeExportWords(this.words);
    });
    for (const source of this.getState().sources) if (!(await this.read(source))) break;
  }

  readonly remove = (id: number): void => {
    this.origins.delete(id);
    const sources = this.getState().sources.filter((each) => each.id !== id);
    this.change({ ...CHANGED, sources, step: sources.length > 0 ? 'Read' : 'Rows', failure: null });
  };

  /** Names that the workbook has, to choose from. */
  readonly namesOf = (of: 'programs' | 'payers'): readonly string[] =>
    this.tables ? (of === 'programs' ? programsOf : payersOf)(this.tables) : [];

  /** Back to any step before. */
  readonly go = (step: StepName): void => this.change({ step, failure: null, stopped: null });
  readonly stop = (): void => this.work?.stop();
  readonly dismiss = (): void => this.change({ failure: null, stopped: null, undone: null });
  /** What was written stays; it is only not offered any more to take it back. */
  readonly keep = (): void => this.change({ done: null });

  async measure(): Promise<void> {
    const reason = notYetMeasured(this.getState().sources);
    if (reason !== null) return this.change({ failure: reason });
    await this.doing('Measuring', async (work) => {
      await work.pause(Number.NaN);
      // What the page shows is painted before the work begins.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const tables = await this.tablesNow();
      const comparison = await compare(rowsOf(this.getState().sources), tables, () => work.pause(Number.NaN));
      if (comparison) this.change({ comparison, ticked: new Set(), step: 'Measured' });
      else this.change({ failure: 'The rows hold no month that has ended; give the days up to the end of a month.' });
    });
  }

  readonly tick = (ids: readonly string[], isTicked: boolean): void => {
    const ticked = new Set(this.getState().ticked);
    for (const id of ids)
      if (isTicked) ticked.add(id);
      else ticked.delete(id);
    this.change({ ticked });
  };

  readonly writeMonths = (withMonths: boolean): void => this.change({ withMonths });

  /** What would be written, from the tables as they stand. */
  async propose(): Promise<void> {
    await this.attempt(async () => {
      this.tables = await this.api.readTables();
      this.change({ proposal: this.proposed(this.tables), step: 'Apply', failure: null });
    });
  }

  private proposed(tables: TablesNow): RefreshProposal {
    const { comparison, ticked, withMonths, sources } = this.getState();
    return refresh(tables, {
      months: withMonths ? comparison!.months : [],
      drivers: comparison!.drivers.filter(({ id }) => ticked.has(id)),
      from: kindsInWords(sources),
      asOf: comparison!.asOf,
      today: this.day(),
    });
  }

  async apply(): Promise<void> {
    const edit = this.getState().proposal?.edit;
    const { tables } = this;
    if (!edit || !tables) return;
    await this.write(async () => {
      const done = await this.api.doEdit(edit, tables);
      this.origins.clear();
      // Whoever begins again next month finds the first step.
      this.change({ ...START, isWriting: true, done });
    });
  }

  async undo(): Promise<void> {
    const { done } = this.getState();
    if (!done) return;
    await this.write(async () => {
      await this.api.undoEdit(done);
      this.change({ done: null, undone: done.edit });
    });
  }

  /** @returns whether it was read to its end */
  private async read(source: Source): Promise<boolean> {
    const origin = this.origins.get(source.id);
    if (!origin) return false;
    return this.doing(`Reading ${source.name}`, async ({ pause }) => {
      const [tables, words] = [await this.tablesNow(), await this.wordsNow()];
      const readings = await readOrigin(
        origin,
        {
          programs: programsOf(tables),
          payers: payersOf(tables),
          programNames: words.programs,
          payerNames: words.payers,
          mapping: words.headers,
          ...source.said,
        },
        pause,
      );
      const others = this.getState().sources.filter(({ id }) => id !== source.id);
      const sources = [...others, { ...source, readings }].sort((a, b) => a.id - b.id);
      this.change({ ...CHANGED, sources });
    });
  }

  private async tablesNow(): Promise<TablesNow> {
    return (this.tables = await this.api.readTables());
  }

  private async wordsNow(): Promise<ExportWords> {
    return (this.words ??= await this.api.readExportWords().catch(() => NO_WORDS));
  }

  /** Long work, of which the page shows how far it is. @returns whether it was done */
  private async doing(what: string, task: (work: Work) => Promise<void>): Promise<boolean> {
    if (this.work) return false;
    const work = new Work((share) => this.change({ work: { what, share: Number.isNaN(share) ? null : share } }));
    this.work = work;
    this.change({ work: { what, share: null }, failure: null, stopped: null, undone: null });
    let isDone = false;
    await this.attempt(async () => {
      await task(work);
      isDone = true;
    }, what);
    this.work = null;
    this.change({ work: null });
    return isDone;
  }

  /** One thing at a time: a second click while Excel is busy is not a second order. */
  private async write(work: () => Promise<void>): Promise<void> {
    if (this.getState().isWriting) return;
    this.change({ isWriting: true, failure: null });
    await this.attempt(work);
    this.change({ isWriting: false });
  }

  private async attempt(work: () => Promise<void>, what = ''): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Stopped) this.change({ stopped: what });
      else this.change({ failure: failureText(error) });
    }
  }

  private change(part: Partial<RefreshState>): void {
    this.set({ ...this.getState(), ...part });
  }
}

/** What was measured is of other rows once they change. */
const CHANGED = { comparison: null, ticked: new Set<string>(), proposal: null } as const;

const rowsOf = (sources: readonly Source[]): Rows[] =>
  sources.flatMap(({ readings }) => readings.flatMap(({ rows }) => rows ?? []));
