/** The scenario workbook, whatever state it is in: planned, being built, looked at, removed. */
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore, type ComponentType } from 'react';
import { Notice } from '../notice';
import { focusPageStart, Waiting } from '../page';
import type { PageProps } from '../pane-page';
import type { PaneState } from '../pane-state';
import { Session } from '../session';
import { Building } from './building';
import { PracticeDraft } from './form/practice-draft';
import { PracticePage } from './form/practice-page';
import type { RemoveQuestionProps } from './remove-question';
import { UnfinishedPage } from './unfinished-page';
import { WorkbookPage } from './workbook-view/workbook-page';

/** Loaded when somebody asks: dialogs are a tenth of the pane. */
const RemoveQuestion = lazy(async () => ({
  default: await import(/* webpackChunkName: "dialog" */ './remove-question')
    .then((file): ComponentType<RemoveQuestionProps> => file.RemoveQuestion)
    .catch(() => Unreachable),
}));

const Unreachable: ComponentType<RemoveQuestionProps> = ({ open }) =>
  open ? (
    <Notice intent="error" title="The question could not be loaded.">
      Nothing was removed. Close the pane and open it again.
    </Notice>
  ) : null;

export function ForecastPage({ state, obstacle, workbook, sessions }: PageProps) {
  const session = sessions.of(Session);
  const drafted = sessions.of(PracticeDraft);
  const draft = useSyncExternalStore(drafted.subscribe, drafted.getState);
  // The sheets stay named in the question while it fades away, when they may be gone already.
  const [doomed, setDoomed] = useState<{ asking: boolean; sheets: readonly string[] }>({ asking: false, sheets: [] });
  const askRemove = () => 'sheets' in state && setDoomed({ asking: true, sheets: state.sheets });
  useFocusOnNewStage(state.stage);

  return (
    <>
      {state.stage === 'opening' && <Waiting label="Looking at this workbook…" />}
      {state.stage === 'form' && (
        <PracticePage
          draft={draft}
          onDraft={drafted.change}
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
      {doomed.sheets.length > 0 && (
        <Suspense fallback={null}>
          <RemoveQuestion
            open={doomed.asking}
            sheets={doomed.sheets}
            onClose={() => setDoomed({ ...doomed, asking: false })}
            onRemove={() => void session.remove()}
          />
        </Suspense>
      )}
    </>
  );
}

function useFocusOnNewStage(stage: PaneState['stage']): void {
  const before = useRef(stage);
  useEffect(() => {
    if (before.current !== stage && before.current !== 'opening') focusPageStart();
    before.current = stage;
  }, [stage]);
}
