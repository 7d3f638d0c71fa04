/** What the pane shows, and how it moves on: one pure step per event. */
import type { FinishKey, Status } from '../workbook';

export type PaneState =
  /** Looking at the workbook that is open. */
  | { stage: 'opening' }
  /** Nothing built yet. `conflicts` says what stands in the way of Build. */
  | { stage: 'form'; conflicts: readonly string[]; failure: string | null; removed: boolean }
  | { stage: 'building'; done: number; total: number; what: string }
  /** Sheets of ours without a whole workbook: a build that was cut off, or sheets deleted by hand. */
  | { stage: 'unfinished'; sheets: readonly string[]; failure: string | null }
  | {
      stage: 'workbook';
      status: Status;
      sheets: readonly string[];
      /** The figures may be out of date: a newer reading is on its way, or Excel is still calculating. */
      updating: boolean;
      /** Excel takes longer over them than it should. */
      late: boolean;
      /** The scenario asked for, until the workbook says it is the active one. */
      switchingTo: string | null;
      /** Why they could not be read. */
      failure: string | null;
      /** Why what the user asked for was not done; stays until something else is asked for. */
      refusal: string | null;
      /** What Excel refused at the end of Build. */
      missing: readonly FinishKey[];
      /** Just built, and the user has not waved the news away. */
      built: boolean;
    }
  | { stage: 'removing'; sheets: readonly string[] };

type WorkbookState = Extract<PaneState, { stage: 'workbook' }>;

export type PaneEvent =
  | { type: 'found'; status: Status | null; ours: readonly string[]; conflicts: readonly string[] }
  | { type: 'building' }
  | { type: 'progressed'; done: number; total: number; what: string }
  | { type: 'built'; status: Status; ours: readonly string[]; missing: readonly FinishKey[] }
  | { type: 'finished'; missing: readonly FinishKey[] }
  | { type: 'refused'; conflicts: readonly string[] }
  | { type: 'updating' }
  | { type: 'switching'; scenario: string }
  /** @param pending the figures are not yet of the present inputs */
  | { type: 'updated'; status: Status; pending: boolean; late: boolean }
  | { type: 'noted' }
  /** Sheets were added to the workbook. */
  | { type: 'grown'; ours: readonly string[] }
  | { type: 'removing' }
  | { type: 'removed'; conflicts: readonly string[] }
  | { type: 'failed'; text: string }
  /** Something is asked for, or was and could not be done. */
  | { type: 'asked' }
  | { type: 'notDone'; text: string };

export const FORM: Extract<PaneState, { stage: 'form' }> = {
  stage: 'form',
  conflicts: [],
  failure: null,
  removed: false,
};

export function next(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'found':
      // Whether old or new, nobody has judged these figures yet.
      if (event.status) return { ...workbook(event.status, event.ours, false), updating: !event.status.isCurrent };
      if (event.ours.length) return { stage: 'unfinished', sheets: event.ours, failure: null };
      return state.stage === 'form'
        ? { ...state, conflicts: event.conflicts }
        : { ...FORM, conflicts: event.conflicts };
    case 'building':
      return { stage: 'building', done: 0, total: 0, what: '' };
    case 'progressed':
      return state.stage === 'building' ? { ...state, done: event.done, total: event.total, what: event.what } : state;
    case 'built':
      return { ...workbook(event.status, event.ours, true), missing: event.missing };
    case 'finished':
      return state.stage === 'workbook' ? { ...state, missing: event.missing } : state;
    case 'refused':
      return { ...FORM, conflicts: event.conflicts };
    case 'updating':
      return state.stage === 'workbook' && !state.updating ? { ...state, updating: true } : state;
    case 'switching':
      return state.stage === 'workbook'
        ? { ...state, updating: true, switchingTo: event.scenario, failure: null, built: false }
        : state;
    case 'updated':
      return state.stage === 'workbook'
        ? {
            ...workbook(event.status, state.sheets, state.built),
            refusal: state.refusal,
            missing: state.missing,
            updating: event.pending,
            late: event.late,
            // The choice stays as it was made until the workbook shows it.
            switchingTo: event.pending ? state.switchingTo : null,
          }
        : state;
    case 'noted':
      return state.stage === 'workbook' ? { ...state, built: false } : state;
    case 'grown':
      return state.stage === 'workbook' ? { ...state, sheets: event.ours, built: false } : state;
    case 'removing':
      return 'sheets' in state ? { stage: 'removing', sheets: state.sheets } : state;
    case 'removed':
      return { ...FORM, conflicts: event.conflicts, removed: true };
    case 'failed':
      return failed(state, event.text);
    case 'asked':
      return state.stage === 'workbook' ? { ...state, refusal: null } : state;
    case 'notDone':
      return state.stage === 'workbook'
        ? { ...state, switchingTo: null, refusal: event.text }
        : failed(state, event.text);
  }
}

const workbook = (status: Status, sheets: readonly string[], built: boolean): WorkbookState => ({
  stage: 'workbook',
  status,
  sheets,
  updating: false,
  late: false,
  switchingTo: null,
  failure: null,
  refusal: null,
  missing: [],
  built,
});

/** The figures shown stay marked as being updated: nobody knows whether they still hold. */
function failed(state: PaneState, text: string): PaneState {
  switch (state.stage) {
    case 'workbook':
      return { ...state, updating: true, switchingTo: null, failure: text };
    case 'removing':
      return { stage: 'unfinished', sheets: state.sheets, failure: text };
    case 'unfinished':
      return { ...state, failure: text };
    default:
      return { ...FORM, failure: text };
  }
}
