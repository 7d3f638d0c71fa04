/** Programs, payers and scenarios, added and removed in all tables at once. */
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, SubtractRegular } from '@fluentui/react-icons';
import { useEffect, useSyncExternalStore } from 'react';
import type { TablesNow } from '../../workbook';
import { payersOf, programsOf, scenariosOf } from '../../workbook/edits/tables-now';
import { MOST_PAYERS, MOST_PROGRAMS, MOST_SCENARIOS } from '../../workbook/practice/limits';
import { Announcer } from '../announcer';
import { Card } from '../card';
import { OutcomeBar } from '../outcome-bar';
import { PageBody, PageHeading, Waiting } from '../page';
import type { PageProps } from '../pane-page';
import { FORM_VIEWS } from './forms';
import { InputsSession, type Form, type InputsState } from './inputs-session';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  names: { overflowWrap: 'anywhere' },
  reason: { color: tokens.colorNeutralForeground2 },
});

interface Group {
  title: (count: number) => string;
  names: (tables: TablesNow) => readonly string[];
  forms: readonly Form[];
}

const GROUPS: readonly Group[] = [
  {
    title: (count) => `Programs: ${count} of at most ${MOST_PROGRAMS}`,
    names: programsOf,
    forms: ['Add program', 'Remove program'],
  },
  { title: (count) => `Payers: ${count} of at most ${MOST_PAYERS}`, names: payersOf, forms: ['Add payer'] },
  { title: (count) => `Scenarios: ${count} of at most ${MOST_SCENARIOS}`, names: scenariosOf, forms: ['Add scenario'] },
];

export function InputsPage({ state, sessions }: PageProps) {
  const session = sessions.of(InputsSession);
  const inputs = useSyncExternalStore(session.subscribe, session.getState);
  const status = state.stage === 'workbook' ? state.status : null;
  // Whoever types in the sheets meanwhile sees it here.
  useEffect(() => {
    void session.look();
  }, [session, status]);
  const { tables, form } = inputs;
  if (!tables && !inputs.failure) return <Waiting label="Reading the tables…" />;
  return (
    <>
      <Announcer text={outcomeText(inputs)} />
      <PageBody>
        <PageHeading>Programs, payers, scenarios</PageHeading>
        <Body1>
          Added here, they are written into all tables at once, and can be taken back. Everything else is typed in the
          sheets.
        </Body1>
        {tables &&
          GROUPS.map((group) => (
            <GroupCard
              key={group.forms[0]}
              group={group}
              tables={tables}
              form={form}
              session={session}
              inputs={inputs}
            />
          ))}
      </PageBody>
      <Outcome inputs={inputs} session={session} />
    </>
  );
}

interface GroupCardProps {
  group: Group;
  tables: TablesNow;
  form: Form | null;
  inputs: InputsState;
  session: InputsSession;
}

function GroupCard({ group, tables, form, inputs, session }: GroupCardProps) {
  const styles = useStyles();
  const names = group.names(tables);
  const open = group.forms.find((name) => name === form);
  const View = open && FORM_VIEWS[open].View;
  const reasons = group.forms.flatMap((name) => FORM_VIEWS[name].closed(tables) ?? []);
  return (
    <Card title={open ?? group.title(names.length)}>
      {View ? (
        <View
          tables={tables}
          isWriting={inputs.isWriting}
          onDo={(edit) => void session.do(edit)}
          onCancel={() => session.open(null)}
        />
      ) : (
        <>
          <Body1 className={styles.names}>{names.join(', ')}</Body1>
          <div className={styles.buttons}>
            {group.forms.map((name) => (
              <Button
                key={name}
                icon={name.startsWith('Add') ? <AddRegular /> : <SubtractRegular />}
                disabledFocusable={FORM_VIEWS[name].closed(tables) !== null}
                onClick={() => FORM_VIEWS[name].closed(tables) === null && session.open(name)}
              >
                {name}
              </Button>
            ))}
          </div>
          {reasons.map((reason) => (
            <Caption1 key={reason} className={styles.reason}>
              {reason}
            </Caption1>
          ))}
        </>
      )}
    </Card>
  );
}

function Outcome({ inputs: { done, undone, failure }, session }: { inputs: InputsState; session: InputsSession }) {
  const last = done.at(-1);
  return (
    <OutcomeBar
      failure={failure}
      undone={undone && `${undone.title}: the tables are as they were.`}
      done={
        last ? { title: last.edit.done, text: `${placesOf(last.edit.says)}.`, undo: () => void session.undo() } : null
      }
      onDismiss={session.dismiss}
      onKeep={session.keep}
    />
  );
}

/** Tables and rows of what an edit says: “Panel, row 3: …”. */
const placesOf = (says: readonly string[]): string =>
  says
    .map((line) => line.split(': ')[0])
    .filter((place) => /, rows? \d/.test(place))
    .join('; ');

/** Said to screen readers, since the bar itself comes and goes. */
function outcomeText({ done, undone, failure, isWriting }: InputsState): string {
  if (isWriting) return 'Writing.';
  if (failure) return failure;
  if (undone) return `Undone: ${undone.title}.`;
  return done.at(-1)?.edit.done ?? '';
}
