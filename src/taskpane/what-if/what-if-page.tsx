/** What moves a figure most, and what a driver has to be for a target. */
import { Body1, Caption1, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import type { LineKey } from '../../engine/model/lines';
import { monthOfForecast } from '../../tables/calendar';
import { AddSheets } from '../add-sheets/add-sheets';
import { Announcer } from '../announcer';
import { Card } from '../card';
import { percentText } from '../figures';
import { Notice } from '../notice';
import { OutcomeBar } from '../outcome-bar';
import { PageBody, PageHeading, Waiting } from '../page';
import type { PageProps } from '../pane-page';
import type { Sessions } from '../sessions';
import { lineText } from './figure-text';
import { GoalSeek } from './goal-seek';
import { Simulation } from './simulation';
import { TornadoChart } from './tornado-chart';
import { ASKED_LINES, REACH, WhatIfSession, type WhatIfState } from './what-if-session';

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: tokens.spacingHorizontalM,
    '& > *, & select': { minWidth: 0 },
  },
});

const ALL = 'All programs';
const TOTAL = 'In total';

export function WhatIfPage({ state: pane, sessions }: PageProps) {
  const session = sessions.of(WhatIfSession);
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const status = pane.stage === 'workbook' ? pane.status : null;
  const scenario = status?.scenario || null;
  // Figures that the workbook has calculated anew are of other tables.
  useEffect(() => {
    if (status) void session.look(scenario);
  }, [session, status, scenario]);
  const { model, obstacle, failure } = state;
  if (!model && !obstacle && !failure) return <Waiting label="Reading the tables" />;
  return (
    <>
      <Announcer text={failure ?? state.done?.edit.done ?? (state.undone ? 'Undone.' : '')} />
      <PageBody>
        <PageHeading>What if</PageHeading>
        {obstacle && (
          <Notice intent="warning" title="Not with these tables.">
            {obstacle}
          </Notice>
        )}
        {model && <Questions state={state} session={session} scenario={scenario} sessions={sessions} />}
        <AddSheets capabilities={['risk']} state={pane} sessions={sessions} />
      </PageBody>
      <Outcome state={state} session={session} />
    </>
  );
}

function Questions({
  state,
  session,
  scenario,
  sessions,
}: {
  state: WhatIfState;
  session: WhatIfSession;
  scenario: string | null;
  sessions: Sessions;
}) {
  const styles = useStyles();
  const { model, forecast, measure, today, tornado, startMonth } = state;
  const { line, program, month } = measure;
  return (
    <>
      <Card title="The figure">
        <div className={styles.pair}>
          <Field label="Line">
            <Select value={line} onChange={(_, { value }) => session.ask({ ...measure, line: value as LineKey })}>
              {ASKED_LINES.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Program">
            <Select
              value={program ?? ALL}
              onChange={(_, { value }) => session.ask({ ...measure, program: value === ALL ? null : value })}
            >
              <option>{ALL}</option>
              {model!.programs.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          </Field>
          <Field label="Month">
            <Select
              value={month === null ? TOTAL : String(month)}
              onChange={(_, { value }) => session.ask({ ...measure, month: value === TOTAL ? null : Number(value) })}
            >
              <option>{TOTAL}</option>
              {Array.from({ length: model!.months }, (_, t) => (
                <option key={t} value={t + 1}>
                  {monthOfForecast(startMonth, t + 1)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Body1>
          Today {lineText(line, today)}
          {scenario ? `, in the scenario ${scenario}` : ''}.
        </Body1>
      </Card>
      <Card title="What moves it most">
        {tornado && <TornadoChart line={line} tornado={tornado} />}
        <Caption1 className={styles.muted}>
          Each driver {percentText(REACH)} down and up in all of its cells, within its bounds; months a month earlier
          and later.
        </Caption1>
      </Card>
      {forecast && (
        <Card title="What may come">
          <Simulation state={{ ...state, forecast }} scenario={scenario} sessions={sessions} />
        </Card>
      )}
      <Card title="Goal seek">
        <GoalSeek state={state} session={session} />
      </Card>
    </>
  );
}

/** What was typed, with the way back. */
function Outcome({ state: { failure, done, undone }, session }: { state: WhatIfState; session: WhatIfSession }) {
  return (
    <OutcomeBar
      failure={failure}
      failureTitle="Not yet."
      undone={undone && 'The cell and the Log are as they were.'}
      done={
        done && {
          title: 'Typed.',
          text: `${done.edit.done} What stood there before is in the change log, at the end of the sheet Log.`,
          undo: () => void session.undo(),
        }
      }
      onDismiss={session.dismiss}
      onKeep={session.keep}
    />
  );
}
