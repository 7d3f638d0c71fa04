/** What the pane shows at each stage. */
import { Spinner } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { PROGRAMS, SAMPLE_PRACTICE } from '../workbook';
import type { AppProps } from './app';
import { Announcer } from './announcer';
import { Building } from './building';
import { draftOf } from './form/draft';
import { PracticePage } from './form/practice-page';
import type { PaneState } from './pane-state';
import { Page, PageBody } from './page';
import { RemoveQuestion } from './remove-sheets';
import { Session } from './session';
import { UnfinishedPage } from './unfinished-page';
import { WorkbookPage } from './workbook-view/workbook-page';

export function Pane({ workbook, obstacle }: AppProps) {
  const session = useMemo(() => new Session(workbook), [workbook]);
  const opened = useSyncExternalStore(session.subscribe, session.getState);
  const state: PaneState = obstacle ? { stage: 'form', conflicts: [], failure: null, removed: false } : opened;
  // What was typed outlives Build and Remove: after a removal the same form comes back.
  const [draft, setDraft] = useState(() => draftOf(SAMPLE_PRACTICE, PROGRAMS));
  // The sheets stay named in the question while it fades away, when they may be gone already.
  const [doomed, setDoomed] = useState<{ asking: boolean; sheets: readonly string[] }>({ asking: false, sheets: [] });
  const askRemove = () => 'sheets' in state && setDoomed({ asking: true, sheets: state.sheets });
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main, state.stage);

  useEffect(() => {
    if (obstacle) return;
    void session.open();
    return () => session.close();
  }, [session, obstacle]);

  return (
    <>
      <Announcer state={state} />
      <Page ref={main}>
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
        {state.stage === 'unfinished' && <UnfinishedPage sheets={state.sheets} failure={state.failure} onAskRemove={askRemove} />}
        {state.stage === 'removing' && <Waiting label="Removing the sheets…" />}
        {state.stage === 'workbook' && <WorkbookPage {...state} session={session} onAskRemove={askRemove} />}
      </Page>
      <RemoveQuestion open={doomed.asking} sheets={doomed.sheets} onClose={() => setDoomed({ ...doomed, asking: false })} onRemove={() => void session.remove()} />
    </>
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <PageBody>
      <Spinner size="small" label={label} labelPosition="after" />
    </PageBody>
  );
}

/** A page that the user asked for takes the focus, so that the keyboard goes on where the eye does. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement>, stage: PaneState['stage']): void {
  const before = useRef(stage);
  useEffect(() => {
    if (before.current !== stage && before.current !== 'opening') main.current?.querySelector<HTMLElement>('[data-page-start]')?.focus();
    before.current = stage;
  }, [main, stage]);
}
