import type { CellValue } from '../grid/grid';
import { marshalArguments, type BlankConvention } from './function-arguments';
import type { FunctionMetadata } from './function-metadata';
import { readResult } from './function-results';
import type { FunctionResults } from './host-state';
import type { Switches } from './switches';
import { CustomFunctionMessage, MessageCategory, type HostMessageEntry } from './protocol';

const CANCELABLE = 1;
const CAPTURES_ERRORS = 4;

/** Neighbors in the row of calls are far apart, and every run has the same order. */
const shareOfDelay = (id: number): number => ((id * 7) % 10) / 10 + 0.1;

/** Calls the add-in's functions as Excel does: all calls of a moment go out together, results come back in batches. */
export class FunctionCalls implements FunctionResults {
  private readonly waiting = new Map<number, { since: number; resolve: (cells: CellValue[][]) => void }>();
  private queue: HostMessageEntry[] = [];
  private lastId = 0;
  private isReady = false;
  private declareLoaded!: () => void;
  readonly loaded = new Promise<void>((resolve) => (this.declareLoaded = resolve));
  private sendIsDue = false;
  private late = 0;
  private outOfOrder = false;

  constructor(
    private readonly blanks: BlankConvention,
    private readonly send: (entries: HostMessageEntry[]) => void,
  ) {}

  call(metadata: FunctionMetadata, args: readonly unknown[], caller: string): Promise<CellValue[][]> {
    const marshaled = marshalArguments(metadata, args, this.blanks);
    if ('error' in marshaled) return Promise.resolve([[marshaled.error]]);
    const id = ++this.lastId;
    const flags =
      (metadata.parameters.some(({ takesErrors }) => takesErrors) ? CAPTURES_ERRORS : 0) |
      (metadata.options?.cancelable ? CANCELABLE : 0);
    this.queue.push({
      messageCategory: MessageCategory.customFunction,
      messageType: CustomFunctionMessage.invoke,
      targetId: '',
      id,
      message: JSON.stringify([id, metadata.id, marshaled.values, caller, flags]),
    });
    this.flushSoon();
    return new Promise((resolve) => this.waiting.set(id, { since: performance.now(), resolve }));
  }

  /** The add-in's page has loaded its functions. */
  ready(): void {
    this.isReady = true;
    this.declareLoaded();
    this.flushSoon();
  }

  /** Answers take so much longer from now on, and overtake each other. */
  slowDown({ late, outOfOrder }: Pick<Switches, 'late' | 'outOfOrder'>): void {
    this.late = late;
    this.outOfOrder = outOfOrder;
  }

  receive(results: unknown[][]): void {
    for (const result of results) {
      const id = Number(result[0]);
      if (this.late === 0) this.deliver(id, result);
      else setTimeout(() => this.deliver(id, result), this.outOfOrder ? this.late * shareOfDelay(id) : this.late);
    }
  }

  private deliver(id: number, result: unknown[]): void {
    this.waiting.get(id)?.resolve(readResult(result));
    this.waiting.delete(id);
  }

  /** The page is gone: what it was asked is answered by nobody. */
  reset(): void {
    this.isReady = false;
    this.queue = [];
    for (const { resolve } of this.waiting.values()) resolve([[{ error: '#NAME?' }]]);
    this.waiting.clear();
  }

  /** Resolves when no call waits for its result. */
  async answered(): Promise<void> {
    while (this.waiting.size) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** Resolves once a call has gone unanswered for so long. */
  async unanswered(milliseconds: number, until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      const now = performance.now();
      for (const { since } of this.waiting.values()) if (now - since >= milliseconds) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private flushSoon(): void {
    if (!this.isReady || this.sendIsDue || this.queue.length === 0) return;
    this.sendIsDue = true;
    setTimeout(() => {
      this.sendIsDue = false;
      const entries = this.queue;
      this.queue = [];
      if (entries.length) this.send(entries);
    }, 0);
  }
}
