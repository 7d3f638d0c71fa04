/** What was done in the workbook, with the way back, or the question that has to be answered first. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { Notice } from '../notice';
import { ActionBar } from '../page';
import type { Outcome, RatesSession, RatesState } from './rates-session';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

export function OutcomeBar({
  outcome,
  failure,
  session,
}: Pick<RatesState, 'outcome' | 'failure'> & { session: RatesSession }) {
  const styles = useStyles();
  const bar = useRef<HTMLDivElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const seen = useRef({ outcome, failure });
  // The keyboard comes along: the way back is one step from here, and dozens of codes away from where it was.
  useEffect(() => {
    if (seen.current.outcome === outcome && seen.current.failure === failure) return;
    seen.current = { outcome, failure };
    (keep.current ?? bar.current)?.focus();
  }, [outcome, failure]);
  if (!outcome && !failure) return null;
  const dismiss = (
    <Button
      appearance="transparent"
      size="small"
      icon={<DismissRegular />}
      aria-label="Dismiss"
      onClick={session.dismiss}
    />
  );
  const undo = (
    <Button size="small" onClick={() => void session.takeBack()}>
      Undo
    </Button>
  );
  return (
    <ActionBar>
      <div ref={bar} tabIndex={-1} className={styles.bar}>
        {failure && (
          <Notice intent="error" title="That did not work." dismiss={outcome ? undefined : dismiss}>
            {failure}
          </Notice>
        )}
        {outcome?.what === 'occupied' && (
          <Notice
            intent="warning"
            title={`${outcome.place.address} is not empty.`}
            actions={
              <>
                <Button size="small" ref={keep} onClick={session.dismiss}>
                  Keep it
                </Button>
                <Button size="small" onClick={() => void session.insert(outcome.formula, outcome.place)}>
                  Replace it
                </Button>
              </>
            }
          >
            It holds {shortened(outcome.holds)}. Nothing was written.
          </Notice>
        )}
        {outcome?.what === 'inserted' && (
          <Notice
            intent="success"
            title={`Written to ${outcome.insertion.place.address}.`}
            actions={undo}
            dismiss={dismiss}
          >
            {outcome.insertion.formula}
          </Notice>
        )}
        {outcome?.what === 'edited' && (
          <Notice intent="success" title={outcome.done.edit.done} actions={undo} dismiss={dismiss}>
            {outcome.done.edit.says[0]}.
          </Notice>
        )}
        {outcome?.what === 'takenBack' && (
          <Notice intent="success" title="Undone." dismiss={dismiss}>
            {outcome.place} is as it was.
          </Notice>
        )}
      </div>
    </ActionBar>
  );
}

const LONGEST = 60;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** Said to screen readers, since the bar itself comes and goes. */
export function outcomeText(outcome: Outcome | null, failure: string | null): string {
  if (failure) return failure;
  switch (outcome?.what) {
    case 'occupied':
      return `${outcome.place.address} is not empty. Replace it?`;
    case 'inserted':
      return `Written to ${outcome.insertion.place.address}.`;
    case 'edited':
      return outcome.done.edit.done;
    case 'takenBack':
      return `Undone: ${outcome.place} is as it was.`;
    default:
      return '';
  }
}
