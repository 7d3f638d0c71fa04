/** What the workbook says about itself, for the pane. */
import type { Finding } from '../tables/finding';
import type { Practice } from './practice';

export type Light = 'ok' | 'review' | 'error';

export interface HeadlineFigure {
  label: string;
  value: number | string;
  unit: string;
  /** As the cell shows it. */
  text: string;
}

export interface Status {
  practice: Practice;
  /** Version of the add-in that built the workbook. */
  version: string;
  scenarios: readonly string[];
  scenario: string;
  headline: readonly HeadlineFigure[];
  findings: readonly Finding[];
  light: Light;
  lightText: string;
}

/** The state of the workbook we built; null when there is none. One round trip. */
export declare function readStatus(): Promise<Status | null>;
/** Makes a scenario the active one. */
export declare function setScenario(name: string): Promise<void>;
/** Shows the cell a finding is about. */
export declare function selectFinding(finding: Finding): Promise<void>;
/** Calls the listener after our sheets calculate or change, not more often than needed; the result stops it. */
export declare function watchWorkbook(listener: () => void): Promise<() => void>;
