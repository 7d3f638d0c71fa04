/** Months that are over, and what they teach: four steps from an export to the workbook. */
import { Body1, Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { AddSheets } from '../add-sheets/add-sheets';
import { Announcer } from '../announcer';
import { Notice } from '../notice';
import { Dismiss, OutcomeBar } from '../outcome-bar';
import { focusPageStart, PageBody, PageHeading } from '../page';
import type { PageProps } from '../pane-page';
import { percentText } from '../figures';
import { ApplyStep } from './apply-step';
import { MeasuredStep } from './measured-step';
import { ReadStep } from './read-step';
import { RefreshSession, type RefreshState } from './refresh-session';
import { RowsStep } from './rows-step';
import type { StepProps } from './step-props';
import { STEPS, stepNumber, type StepName } from './steps';

const useStyles = makeStyles({
  where: { color: tokens.colorNeutralForeground2 },
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  grow: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

const VIEWS = { Rows: RowsStep, Read: ReadStep, Measured: MeasuredStep, Apply: ApplyStep } as const;

/** Sheets that set the months that are over beside the forecast, offered where such months are given and written. */
const COMPARISONS = ['variance', 'kpi'] as const;
const COMPARING_STEPS: ReadonlySet<StepName> = new Set(['Rows', 'Apply']);

export function RefreshPage({ state: opened, sessions }: PageProps) {
  const styles = useStyles();
  const session = sessions.of(RefreshSession);
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const { step } = state;
  const shown = useRef(step);
  // The keyboard goes on where the next step begins.
  useEffect(() => {
    if (shown.current !== step) focusPageStart();
    shown.current = step;
  }, [step]);
  const Step = VIEWS[step];
  return (
    <>
      <Announcer text={announcement(state)} />
      <PageBody key={step}>
        <Body1 className={styles.where}>
          Refresh: step {stepNumber(step)} of {STEPS.length}
        </Body1>
        <PageHeading>{STEPS[stepNumber(step) - 1].title}</PageHeading>
        <Step state={state} session={session} />
        {COMPARING_STEPS.has(step) && <AddSheets capabilities={COMPARISONS} state={opened} sessions={sessions} />}
      </PageBody>
      <Outcome state={state} session={session} />
    </>
  );
}

/** What is being done, with a way to stop it; what was done, with the way back. */
function Outcome({ state: { work, stopped, failure, done, undone }, session }: StepProps) {
  const styles = useStyles();
  return (
    <OutcomeBar
      failure={failure}
      failureTitle="Not yet."
      undone={undone && 'Months, drivers and the Log are as they were.'}
      done={
        done && {
          title: done.edit.done,
          text: 'What stood there before is in the change log, at the end of the sheet Log.',
          undo: () => void session.undo(),
        }
      }
      onDismiss={session.dismiss}
      onKeep={session.keep}
    >
      {(work || stopped) && (
        <>
          {work && (
            <div className={styles.progress}>
              <div className={styles.row}>
                <Body1 className={styles.grow}>
                  {work.what}
                  {work.share === null ? '…' : `: ${percentText(work.share)}`}
                </Body1>
                <Button size="small" onClick={session.stop}>
                  Stop
                </Button>
              </div>
              <ProgressBar value={work.share ?? undefined} aria-label={work.what} />
            </div>
          )}
          {stopped && (
            <Notice intent="info" title="Stopped." dismiss={<Dismiss onClick={session.dismiss} />}>
              {stopped} was stopped; nothing was changed.
            </Notice>
          )}
        </>
      )}
    </OutcomeBar>
  );
}

/** Said to screen readers, since the bar itself comes and goes: quarters of the way, not every percent. */
function announcement({ work, stopped, failure, done, undone, step, isWriting }: RefreshState): string {
  if (isWriting) return 'Writing.';
  if (work) return work.share === null ? `${work.what}.` : `${work.what}: ${Math.floor(work.share * 4) * 25}%.`;
  if (failure) return failure;
  if (stopped) return `${stopped} was stopped.`;
  if (done) return done.edit.done;
  if (undone) return 'Undone.';
  return `Step ${stepNumber(step)} of ${STEPS.length}: ${STEPS[stepNumber(step) - 1].title}.`;
}
