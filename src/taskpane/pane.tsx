/** What the pane shows at each stage. */
import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { PROGRAMS, SAMPLE_PRACTICE } from '../workbook';
import type { AppProps } from './app';
import { announcement, Announcer } from './announcer';
import { Building } from './building';
import { draftOf } from './form/draft';
import { PracticePage } from './form/practice-page';
import type { PaneState } from './pane-state';
import { Notice } from './notice';
import { Page, PageBody } from './page';
import { PagesNav, type PageName } from './pages-nav';
import { RatesSession } from './rates/rates-session';
import { RemoveQuestion } from './remove-sheets';
import { Session } from './session';
import { UnfinishedPage } from './unfinished-page';
import { WorkbookPage } from './workbook-view/workbook-page';

/** Not needed for the first screen, so it is not waited for. */
const RatesPage = lazy(() =>
  import(/* webpackChunkName: "rates" */ './rates/rates-page').then(
    (loaded) => ({ default: loaded.RatesPage }),
    () => ({ default: RatesUnreachable }),
  ),
);

export function Pane({ workbook, obstacle }: AppProps) {
  const session = useMemo(() => new Session(workbook), [workbook]);
  const rates = useMemo(() => new RatesSession(workbook), [workbook]);
  const [page, setPage] = useState<PageName>('forecast');
  const opened = useSyncExternalStore(session.subscribe, session.getState);
  const state: PaneState = obstacle ? { stage: 'form', conflicts: [], failure: null, removed: false } : opened;
  // What was typed outlives Build and Remove: after a removal the same form comes back.
  const [draft, setDraft] = useState(() => draftOf(SAMPLE_PRACTICE, PROGRAMS));
  // The sheets stay named in the question while it fades away, when they may be gone already.
  const [doomed, setDoomed] = useState<{ asking: boolean; sheets: readonly string[] }>({ asking: false, sheets: [] });
  const askRemove = () => 'sheets' in state && setDoomed({ asking: true, sheets: state.sheets });
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main, state.stage, page);

  useEffect(() => {
    if (obstacle) return;
    void session.open();
    return () => session.close();
  }, [session, obstacle]);

  return (
    <>
      <Announcer text={announcement(state)} />
      <PagesNav page={page} disabled={state.stage === 'building' || state.stage === 'removing'} onPage={setPage} />
      <Page ref={main}>
        {page === 'rates' ? (
          <Suspense fallback={<Waiting label="Opening the rate book…" />}>
            <RatesPage session={rates} canWrite={obstacle === null} />
          </Suspense>
        ) : (
          <>
            {state.stage === 'opening' && <Waiting label="Looking at this workbook…" />}
            {state.stage === 'form' && (
              <PracticePage
                draft={draft}
                onDraft={setDraft}
                obstacle={obstacle}
                conflicts={state.conflicts}
                failure={state.failure}
                removed={state.removed}
                planWorkbook={workbook.planWorkbook}
                onBuild={(practice) => void session.build(practice)}
              />
            )}
            {state.stage === 'building' && <Building {...state} />}
            {state.stage === 'unfinished' && (
              <UnfinishedPage sheets={state.sheets} failure={state.failure} onAskRemove={askRemove} />
            )}
            {state.stage === 'removing' && <Waiting label="Removing the sheets…" />}
            {state.stage === 'workbook' && <WorkbookPage {...state} session={session} onAskRemove={askRemove} />}
          </>
        )}
      </Page>
      <RemoveQuestion
        open={doomed.asking}
        sheets={doomed.sheets}
        onClose={() => setDoomed({ ...doomed, asking: false })}
        onRemove={() => void session.remove()}
      />
    </>
  );
}

function RatesUnreachable() {
  return (
    <PageBody>
      <Notice intent="error" title="The rates could not be loaded.">
        Close the pane and open it again.
      </Notice>
    </PageBody>
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <PageBody>
      <Spinner size="small" label={label} labelPosition="after" />
    </PageBody>
  );
}

/** What takes another's place on the page that is looked at takes the focus, so that the keyboard goes on where the eye does. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement>, stage: PaneState['stage'], page: PageName): void {
  const before = useRef(stage);
  useEffect(() => {
    if (before.current !== stage && before.current !== 'opening' && page === 'forecast')
      main.current?.querySelector<HTMLElement>('[data-page-start]')?.focus();
    before.current = stage;
  }, [main, stage, page]);
}
