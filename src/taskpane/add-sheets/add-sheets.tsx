/** Sheets that not every practice uses, on any page of the pane: what they are for, and a button that adds them. */
import { Button, Caption1, Link, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { CAPABILITIES, finishName, type CapabilityKey } from '../../workbook';
import { Announcer } from '../announcer';
import { Card } from '../card';
import { Notice } from '../notice';
import type { PageProps } from '../pane-page';
import { Session } from '../session';
import { AddSheetsSession, type AddSheetsState } from './add-sheets-session';

const useStyles = makeStyles({
  // As tall as its words, wherever it stands among others.
  button: { alignSelf: 'flex-start' },
  about: { color: tokens.colorNeutralForeground2 },
});

interface AddSheetsProps extends Pick<PageProps, 'state' | 'sessions'> {
  /** In this order. */
  capabilities: readonly CapabilityKey[];
}

export function AddSheets({ capabilities, state, sessions }: AddSheetsProps) {
  const session = sessions.of(AddSheetsSession);
  const added = useSyncExternalStore(session.subscribe, session.getState);
  const status = state.stage === 'workbook' ? state.status : null;
  // Sheets may be removed, or come back by Undo, while this is looked at.
  useEffect(() => {
    void session.look();
  }, [session, status]);
  const add = async (key: CapabilityKey) => {
    if (await session.add(key)) await sessions.of(Session).lookAround();
  };
  return (
    <>
      <Announcer text={announcement(added)} />
      {capabilities.map((key) => (
        <SheetsCard key={key} capability={key} added={added} session={session} onAdd={() => void add(key)} />
      ))}
    </>
  );
}

interface SheetsCardProps {
  capability: CapabilityKey;
  added: AddSheetsState;
  session: AddSheetsSession;
  onAdd: () => void;
}

function SheetsCard({ capability: key, added, session, onAdd }: SheetsCardProps) {
  const styles = useStyles();
  const { there, adding, failure, missing } = added;
  const { name, about } = CAPABILITIES[key];
  const refused = missing[key] ?? [];
  const link = useRef<HTMLAnchorElement & HTMLButtonElement & HTMLSpanElement>(null);
  const isNew = added.added === key && !!there?.has(key);
  // The keyboard does not get lost with the button that went.
  useEffect(() => {
    if (isNew && document.activeElement === document.body) link.current?.focus();
  }, [isNew]);
  if (!there) return null;
  return (
    <Card title={`${sheetsOf(key)} ${name}`}>
      <Caption1 className={styles.about}>{about}</Caption1>
      {there.has(key) ? (
        <Link as="button" ref={link} className={styles.button} onClick={() => void session.show(key)}>
          Go to {name}
        </Link>
      ) : (
        <Button
          className={styles.button}
          icon={<AddRegular />}
          disabledFocusable={adding !== null}
          onClick={() => adding === null && onAdd()}
        >
          {adding === key
            ? `Adding ${name}…`
            : `Add the ${name} sheet${CAPABILITIES[key].sheets.length > 1 ? 's' : ''}`}
        </Button>
      )}
      {adding === key && <ProgressBar aria-label={`Adding ${name}`} />}
      {failure?.key === key && (
        <Notice intent="error" title="That did not work.">
          {failure.text}
        </Notice>
      )}
      {there.has(key) && refused.length > 0 && (
        <Notice
          intent="warning"
          title="Some of the looks are missing."
          actions={
            <Button size="small" onClick={() => void session.finish(key)}>
              Try again
            </Button>
          }
        >
          Every figure stands. Excel refused: {refused.map(finishName).join(', ')}.
        </Notice>
      )}
    </Card>
  );
}

const sheetsOf = (key: CapabilityKey): string => (CAPABILITIES[key].sheets.length > 1 ? 'Sheets' : 'Sheet');

/** Said to screen readers. */
function announcement({ adding, added, failure }: AddSheetsState): string {
  if (adding) return `Adding ${CAPABILITIES[adding].name}.`;
  if (failure) return failure.text;
  return added ? `${CAPABILITIES[added].name} added.` : '';
}
