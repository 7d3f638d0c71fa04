import type { Grid } from '../grid/grid';
import type { ChartEdits } from './chart-edits';
import type { DocumentState } from './document-state';
import type { EventHub } from './event-hub';
import type { HostObject } from './host-object';
import type { References } from './references';

/** What every object of the model works on. */
export interface HostState {
  readonly grid: Grid;
  document: DocumentState;
  readonly references: References;
  readonly events: EventHub;
  readonly charts: ChartEdits;
  readonly pane: PaneControl;
  readonly functions: FunctionResults;
  /** Opens a workbook beside this one: the file in base64, or a blank one. */
  openWorkbook(base64: string | null): void;
  /** Puts work off to the end of the batch; the same key is done once. Many small settings make one drawing. */
  later(key: string, work: () => void): void;
  /** Puts work off until something else is done than setting properties of this object. */
  gather(object: HostObject, work: () => void): void;
  /** Does what was put off, unless it is for this object. */
  finishGathering(except?: HostObject): void;
  /** Resolves when formulas are calculated, or as far as they can be while functions of the add-in still run. */
  calculated(): Promise<void>;
  /** Whether the workbook counts its days from 1904. */
  since1904(): boolean;
}

/** The task pane as the add-in may drive it. */
export interface PaneControl {
  isOpen(): boolean;
  open(): void;
  close(): void;
}

/** Where the results of custom functions arrive. */
export interface FunctionResults {
  ready(): void;
  receive(results: unknown[][]): void;
}
