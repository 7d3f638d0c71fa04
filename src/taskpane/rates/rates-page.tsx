/** Medicare's amounts to look up, and to take into the workbook. */
import { Body1, Caption1, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { Announcer } from '../announcer';
import { Card } from '../card';
import { PageBody, PageHeading } from '../page';
import type { PageProps } from '../pane-page';
import { ChoicesCard } from './choices-card';
import { OutcomeBar, outcomeText } from './outcome-bar';
import { RateDetail } from './rate-detail';
import { dayOf, findRates, rateGroups } from './rate-list';
import { RateTable } from './rate-table';
import { RatesSession } from './rates-session';

const useStyles = makeStyles({
  search: { maxWidth: 'none', width: '100%', minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
});

export function RatesPage({ obstacle, sessions }: PageProps) {
  const styles = useStyles();
  const session = sessions.of(RatesSession);
  /** False where there is no Excel to write into. */
  const canWrite = obstacle === null;
  const { settings, tables, choices, chosen, search, openCode, outcome, failure } = useSyncExternalStore(
    session.subscribe,
    session.getState,
  );
  const groups = useMemo(() => rateGroups(choices), [choices]);
  const found = useMemo(() => findRates(groups, search), [groups, search]);
  useEffect(() => {
    if (canWrite) void session.look();
  }, [session, canWrite]);

  const body = useRef<HTMLDivElement>(null);
  // An answered question takes its buttons away: the keyboard goes back to the code it was about.
  useEffect(() => {
    if (document.activeElement === document.body)
      body.current?.querySelector<HTMLElement>('[aria-expanded="true"][aria-controls]')?.focus();
  }, [outcome]);

  return (
    <>
      <Announcer text={outcomeText(outcome, failure)} />
      <PageBody ref={body}>
        <PageHeading>Medicare rates</PageHeading>
        <ChoicesCard choices={choices} settings={settings} chosen={chosen} session={session} />
        <Card title="Allowed amounts">
          <SearchBox
            className={styles.search}
            placeholder="Code or program"
            aria-label="Find a code or program"
            value={search}
            onChange={(_, { value }) => session.search(value)}
          />
          {found.length === 0 ? (
            <Body1>No code or program has “{search.trim()}”.</Body1>
          ) : (
            <RateTable
              groups={found}
              yearBefore={Number(dayOf(choices).slice(0, 4)) - 1}
              openCode={openCode}
              onToggle={session.toggle}
              detail={(row) => (
                <RateDetail row={row} choices={choices} tables={tables} session={session} canWrite={canWrite} />
              )}
            />
          )}
          <Caption1 className={styles.muted}>
            The physician fee schedule’s allowed amount of one unit, before sequestration and coinsurance. Open a code
            for its sources.
          </Caption1>
        </Card>
      </PageBody>
      <OutcomeBar outcome={outcome} failure={failure} session={session} />
    </>
  );
}
