/** The pane: its pages, and the one that is looked at. */
import { Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { announcement, Announcer } from './announcer';
import { focusPageStart, Page, Waiting } from './page';
import { pagesNow, type PanePages } from './pane-page';
import { FORM } from './pane-state';
import { PagesNav } from './pages-nav';
import { Session } from './session';
import { Sessions } from './sessions';
import { WaitingForExcel } from './waiting-for-excel';
import type { WorkbookApi } from './workbook-api';

export interface PaneProps {
  pages: PanePages;
  workbook: WorkbookApi;
  /** Why no workbook can be built here; null when it can. */
  obstacle: string | null;
}

export function Pane({ pages, workbook, obstacle }: PaneProps) {
  const sessions = useMemo(() => new Sessions(workbook), [workbook]);
  const session = sessions.of(Session);
  const opened = useSyncExternalStore(session.subscribe, session.getState);
  const state = obstacle ? FORM : opened;
  useEffect(() => {
    if (obstacle) return;
    void session.open();
    return () => session.close();
  }, [session, obstacle]);

  const [chosen, choose] = useState(pages[0]);
  const { offered, shown } = useMemo(() => pagesNow(pages, state.stage, chosen), [pages, state.stage, chosen]);
  useEffect(() => {
    if (shown === chosen) return;
    // A page that went does not come back by itself, nor does the keyboard find its way from a button that went.
    choose(shown);
    focusPageStart();
  }, [shown, chosen]);
  useEffect(() => {
    document.title = `${shown.name} - PPPM for Excel`;
  }, [shown]);

  return (
    <>
      <Announcer text={announcement(state)} />
      <PagesNav
        offered={offered}
        shown={shown}
        disabled={state.stage === 'building' || state.stage === 'removing'}
        onChoose={choose}
      />
      <WaitingForExcel workbook={workbook} />
      <Page>
        <Suspense fallback={<Waiting label={`Opening ${shown.name}…`} />}>
          <shown.View state={state} obstacle={obstacle} workbook={workbook} sessions={sessions} />
        </Suspense>
      </Page>
    </>
  );
}
