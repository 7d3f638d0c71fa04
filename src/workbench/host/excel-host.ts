import type { Grid } from '../grid/grid';
import { Batch } from './batch';
import { asksWorkbook, CellEdit, refusedInCellEdit } from './cell-edit';
import { ChartEdits } from './chart-edits';
import { emptyDocument, type DocumentState } from './document-state';
import { EventHub } from './event-hub';
import { EVENT } from './event-numbers';
import { forwardEvents } from './events';
import { Failures, stopBehind, type Stop } from './failing';
import type { BlankConvention } from './function-arguments';
import { FunctionCalls } from './function-calls';
import type { FunctionMetadata } from './function-metadata';
import type { HostObject } from './host-object';
import type { HostState, PaneControl } from './host-state';
import { lockedWith } from './locked-sheets';
import { NativeSurface } from './native-surface';
import { pageSetup, type PageSetup } from './page-setup';
import { payloadTooLarge } from './payload-limit';
import { createService } from './objects/services';
import { Workbook } from './objects/workbook';
import {
  MessageCategory,
  type BatchRequest,
  type BatchResponse,
  type HostMessageEntry,
  type RequestMessage,
  type ResponseMessage,
} from './protocol';
import { References } from './references';
import { requirementSets } from './requirement-sets';
import { SWITCHES_OFF, type Switches } from './switches';

export interface HostOptions {
  pane: PaneControl;
  blanks: BlankConvention;
  /** A slow machine: milliseconds added to every batch and to every round of function calls. */
  delay: number;
  /** Requirement sets that are missing: ExcelApi1.9 leaves 1.8. */
  without: readonly string[];
  theme: 'light' | 'dark';
  openBrowserWindow(url: string): void;
  /** A workbook that the add-in makes beside this one: an .xlsx file in base64, null for a blank one. */
  openWorkbook(base64: string | null): void;
}

/** What Office.js finds in, and puts into, the page of the add-in. */
export interface AddinWindow extends Window {
  /** Office.js's own, once it has loaded. */
  OfficeExtension?: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  _richApiNativeBridge?: { sendMessageToHost(text: string): void; onMessageFromHost?(text: string): void };
}

/** The grid itself failed: the add-in hears of it instead of waiting forever. */
function failure(reason: unknown): BatchResponse {
  console.error(reason);
  return {
    Results: [],
    TraceIds: [],
    Error: {
      Code: 'GeneralException',
      Message: `Workbench: ${String(reason)}`,
      Location: '',
      ActionIndex: 0,
      HttpStatusCode: 500,
    },
  };
}

/** How another Excel differs from the one that saved the workbook. */
export interface Reopening {
  newSheetIds?: boolean;
  withoutSettings?: boolean;
  withoutXmlParts?: boolean;
}

/** Ids stand as keys and values of their own, or before the place of a cell. */
function withOtherIds<T>(snapshot: T, ids: readonly string[]): T {
  const text = ids.reduce(
    (before, id, i) => before.replaceAll(`"${id}"`, `"reopened-${i}"`).replaceAll(`"${id}|`, `"reopened-${i}|`),
    JSON.stringify(snapshot),
  );
  return JSON.parse(text) as T;
}

/** How long a custom function may take before a read no longer waits for it, as in Excel, where it sees #BUSY!. */
const PATIENCE = 100;

/** Excel's native side, to the Office.js of one add-in page. */
export class ExcelHost {
  readonly native: NativeSurface;
  private readonly state: HostState & { document: DocumentState };
  private readonly calls: FunctionCalls;
  private readonly workbook: Workbook;
  private readonly dueLater = new Map<string, () => void>();
  private gathered: { object: HostObject; work: () => void } | null = null;
  private frame: AddinWindow | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly cellEdit = new CellEdit();
  private switches = SWITCHES_OFF;
  /** Fails what it is told to. */
  readonly failures = new Failures();
  /** Every batch so far, for tests that count round trips. */
  batches = 0;
  private messages = 0;

  constructor(
    readonly grid: Grid,
    private readonly options: HostOptions,
  ) {
    this.native = new NativeSurface({
      requirementSets: requirementSets(options.without),
      theme: options.theme,
      paneIsOpen: () => options.pane.isOpen(),
      openBrowserWindow: options.openBrowserWindow,
    });
    this.calls = new FunctionCalls(options.blanks, (entries) => this.tell(entries));
    const later = (key: string, work: () => void) => void this.dueLater.set(key, work);
    const locked = lockedWith(grid, () => this.state.document);
    this.state = {
      grid: locked,
      document: emptyDocument(),
      references: new References(),
      events: new EventHub((entry) => this.tell([entry])),
      pane: options.pane,
      openWorkbook: options.openWorkbook,
      functions: this.calls,
      charts: new ChartEdits(locked, later),
      later,
      gather: (object, work) => (this.gathered = { object, work }),
      finishGathering: (except) => {
        const gathered = this.gathered;
        if (!gathered || gathered.object === except) return;
        this.gathered = null;
        gathered.work();
      },
      calculated: () => this.calculated(),
      since1904: () => this.switches.since1904,
    };
    this.workbook = new Workbook(this.state);
    forwardEvents(grid, this.state);
    grid.on((event) => event.type === 'selectionChanged' && this.native.selectionChanged());
  }

  /** Plays an Excel of other ways from now on. */
  play(change: Partial<Switches>): void {
    const before = this.switches;
    this.switches = { ...before, ...change };
    this.calls.slowDown(this.switches);
    const { late, oldValues } = this.switches;
    this.grid.awaitAnswers({ late: late > 0, oldValues });
    if (change.manual !== undefined) this.grid.calculateByHand(change.manual);
    // All is calculated anew then, which would put right what was passed over.
    if (this.switches.since1904 !== before.since1904) this.grid.countDaysSince1904(this.switches.since1904);
    if (change.failing !== undefined) this.failures.set(change.failing);
    this.cellEdit.set(this.switches.editing);
  }

  /** Called by the add-in's page before Office.js loads. */
  attach(frame: AddinWindow): void {
    this.detach();
    this.frame = frame;
    for (const [name, value] of Object.entries(this.native.external)) {
      Object.defineProperty(frame.external, name, { value, configurable: true });
    }
    frame._richApiNativeBridge = {
      sendMessageToHost: (text) => this.receive(JSON.parse(text) as RequestMessage, text.length, frame),
    };
  }

  /** The page is gone, with everything it listened to and was asked. */
  detach(): void {
    this.frame = null;
    this.state.events.clear();
    this.state.references.clear();
    this.cellEdit.reset();
    this.calls.reset();
  }

  /** @param wakesCells whether cells with #NAME? are calculated; a fresh installation may leave them as they are */
  registerFunctions(namespace: string, functions: readonly FunctionMetadata[], wakesCells = true): void {
    this.grid.registerFunctions(
      functions.map((metadata) => {
        if (metadata.options?.stream)
          throw new Error(`Workbench: streaming function ${metadata.id} is not implemented`);
        return {
          name: `${namespace}.${metadata.name}`.toUpperCase(),
          description: metadata.description ?? '',
          parameters: metadata.parameters.map(({ name, description, optional, dimensionality, takesErrors }) => ({
            name,
            description: description ?? '',
            optional: optional ?? false,
            matrix: dimensionality === 'matrix',
            takesErrors: takesErrors ?? false,
          })),
          call: (args, caller) => this.calls.call(metadata, args, caller),
        };
      }),
      wakesCells,
    );
  }

  /** Runs a function of the ribbon. */
  runCommand(functionName: string, controlId: string): Promise<void> {
    return this.native.invokeCommand(functionName, controlId);
  }

  paneVisibilityChanged(visible: boolean): void {
    const message = JSON.stringify({ visibility: visible ? 'Visible' : 'Hidden' });
    this.tell([
      { messageCategory: MessageCategory.event, messageType: EVENT.paneVisibilityChanged, targetId: '', message },
    ]);
  }

  /** Resolves when the add-in's page has loaded its functions. */
  get functionsReady(): Promise<void> {
    return this.calls.loaded;
  }

  /** Resolves when nothing is under way: no batch, no formula, no function, and no message on its way. */
  async settled(): Promise<void> {
    for (let calm = 0; calm < 2;) {
      const before = this.messages;
      await this.queue;
      await this.grid.settled();
      await this.calls.answered();
      await new Promise((resolve) => setTimeout(resolve, 30 + this.options.delay));
      calm = this.messages === before ? calm + 1 : 0;
    }
  }

  pageSetup(sheetId: string): PageSetup {
    return pageSetup(this.state.document, sheetId);
  }

  save(): { grid: unknown; document: DocumentState } {
    return { grid: this.grid.save(), document: structuredClone(this.state.document) };
  }

  load(snapshot: { grid: unknown; document: DocumentState }): void {
    this.grid.load(snapshot.grid);
    this.keepBeside(snapshot.document);
  }

  /** What stands beside the grid, in which its workbook is already. */
  keepBeside(document: DocumentState): void {
    this.state.document = structuredClone(document);
    for (const { id } of this.grid.sheets())
      this.grid.lockSheet(id, this.state.document.sheets[id]?.protection !== undefined);
  }

  /** The workbook closed and opened again by another Excel, which gives other ids to its sheets, or lacks what an installation kept in it. */
  reopen({ newSheetIds, withoutSettings, withoutXmlParts }: Reopening): void {
    const { grid, document } = this.save();
    if (withoutSettings) document.settings = {};
    if (withoutXmlParts) document.xmlParts = {};
    const snapshot = { grid, document };
    this.load(
      newSheetIds
        ? withOtherIds(
            snapshot,
            this.grid.sheets().map(({ id }) => id),
          )
        : snapshot,
    );
  }

  private receive(request: RequestMessage, size: number, frame: AddinWindow): void {
    this.messages++;
    // An older Excel refuses what it does not have. Office.js knows the set of every member, but leaves the check off.
    if (this.options.without.length) frame.OfficeExtension!.CommonUtility._doApiNotSupportedCheck = true;
    const body =
      typeof request.message.body === 'string'
        ? (JSON.parse(request.message.body) as BatchRequest)
        : request.message.body;
    if (size > this.switches.payload) return this.answer(request.id, payloadTooLarge('Request'), frame);
    const through = () => {
      const work = () => this.perform(request.id, body, frame);
      // Batches run one after another. Results of functions go in between: a batch may be waiting for them.
      if (body.Actions.some(({ Name }) => /^SetInvocation/.test(Name))) void work();
      else this.queue = this.queue.then(work);
    };
    this.cellEdit.receive(request.flags, body, through, () => this.answer(request.id, refusedInCellEdit, frame));
  }

  private async perform(id: number, body: BatchRequest, frame: AddinWindow): Promise<void> {
    this.batches++;
    const roots = { root: this.workbook, service: (typeName: string) => createService(typeName, this.state) };
    const stop = this.stopOf(body);
    const response = await new Batch(body, roots, this.state, stop).run().catch(failure);
    this.finish();
    this.answer(id, response, frame);
  }

  private stopOf(body: BatchRequest): Stop | null {
    if (!asksWorkbook(body)) return null;
    return (this.switches.behind ? stopBehind(body) : null) ?? this.failures.next(body);
  }

  private answer(id: number, response: BatchResponse, frame: AddinWindow): void {
    const text = JSON.stringify(response);
    const body = text.length > this.switches.payload ? JSON.stringify(payloadTooLarge('Response')) : text;
    const message: ResponseMessage = { id, type: 2, message: { statusCode: 200, headers: {}, body } };
    this.post(JSON.stringify(message), frame);
  }

  private finish(): void {
    const works = [...this.dueLater.values()];
    this.dueLater.clear();
    if (works.length) this.grid.batch(() => works.forEach((work) => work()));
  }

  private tell(entries: HostMessageEntry[]): void {
    if (this.frame) this.post(JSON.stringify({ type: 3, message: { entries } }), this.frame);
  }

  /** A message arrives later, never inside the call that caused it. */
  private post(text: string, frame: AddinWindow): void {
    this.messages++;
    setTimeout(() => {
      if (this.frame === frame) frame._richApiNativeBridge?.onMessageFromHost?.(text);
    }, this.options.delay);
  }

  private async calculated(): Promise<void> {
    const settled = new AbortController();
    await Promise.race([this.grid.settled(), this.calls.unanswered(PATIENCE, settled.signal)]);
    settled.abort();
  }
}
