import type { RefreshSession, RefreshState } from './refresh-session';

/** What each step is given. */
export interface StepProps {
  state: RefreshState;
  session: RefreshSession;
}
