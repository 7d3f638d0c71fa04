/** The second step: what was read, what was set aside and why, and what is asked about it. */
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowRightRegular } from '@fluentui/react-icons';
import { IN_WORDS, type Reading } from '../../actuals/reading/read-table';
import { capitalized } from '../capitalized';
import { Card } from '../card';
import { centsText, countText, plural } from '../figures';
import { Notice } from '../notice';
import { Questions } from './questions';
import type { StepProps } from './step-props';
import { FigureTable } from './figure-table';
import type { Source } from './sources';
import { notYetMeasured } from './steps';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  name: { overflowWrap: 'anywhere' },
});

/** So many rows that were set aside are shown by row; the others are in the sums. */
const MOST_SHOWN = 20;

export function ReadStep({ state, session }: StepProps) {
  const styles = useStyles();
  const reason = notYetMeasured(state.sources);
  const isBusy = state.work !== null;
  return (
    <>
      {state.sources.map((source) => (
        <SourceCard key={source.id} source={source} state={state} session={session} />
      ))}
      {reason && <Caption1 role="status">{reason}</Caption1>}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          icon={<ArrowRightRegular />}
          iconPosition="after"
          disabledFocusable={reason !== null || isBusy}
          onClick={() => reason === null && !isBusy && void session.measure()}
        >
          Measure
        </Button>
        <Button icon={<AddRegular />} disabledFocusable={isBusy} onClick={() => !isBusy && session.go('Rows')}>
          Add rows
        </Button>
      </div>
    </>
  );
}

function SourceCard({ source, state, session }: StepProps & { source: Source }) {
  const styles = useStyles();
  const { id, name, readings } = source;
  return (
    <Card title={readings.map(titleOf).join('; ')}>
      <Caption1 className={styles.muted}>
        <span className={styles.name}>{name}</span>
      </Caption1>
      {readings.map((reading, i) => (
        <ReadingView key={i} reading={reading} />
      ))}
      <Questions source={source} isBusy={state.work !== null} session={session} />
      <div className={styles.buttons}>
        <Button size="small" onClick={() => session.remove(id)} aria-label={`Remove ${name}`}>
          Remove
        </Button>
      </div>
    </Card>
  );
}

function titleOf({ kind, account, refused }: Reading): string {
  const what = kind ? capitalized(IN_WORDS[kind]) : 'Rows';
  if (refused !== null) return `${what}: not read yet`;
  const { rowsUsed, rowsIn, rowsAside } = account;
  return rowsAside > 0
    ? `${what}: ${countText(rowsUsed)} of ${plural(rowsIn, 'row')} used`
    : `${what}: ${rowsIn > 1 ? 'all ' : ''}${plural(rowsIn, 'row')} used`;
}

function ReadingView({ reading: { refused, account, setAside, notes } }: { reading: Reading }) {
  const styles = useStyles();
  if (refused !== null)
    return (
      <Notice intent="warning" title="Not read yet.">
        {refused}
      </Notice>
    );
  const { rowsUsed, rowsAside, money, byReason } = account;
  const figures = [
    { name: 'Rows', cells: [rowsUsed, rowsAside].map(countText) },
    ...money.map((sum) => ({ name: sum.header, cells: [sum.used, sum.aside].map(dollars) })),
  ];
  return (
    <>
      <FigureTable columns={['Used', 'Set aside']} rows={figures} />
      {rowsAside > 0 && (
        <>
          <Caption1 className={styles.muted}>Both together are all that came in, to the cent.</Caption1>
          <Body1>Set aside, and why</Body1>
          <FigureTable
            columns={['Rows', 'Dollars']}
            rows={byReason.map(({ reason, rows, cents }) => ({
              name: capitalized(reason),
              cells: [countText(rows), cents === 0 ? '–' : dollars(cents)],
            }))}
          />
          <details>
            <summary>{setAside.length > MOST_SHOWN ? `The first ${MOST_SHOWN} of them by row` : 'These rows'}</summary>
            <ul className={styles.list}>
              {setAside.slice(0, MOST_SHOWN).map(({ row, text }) => (
                <li key={row}>
                  <Caption1>
                    Row {countText(row)}: {text}
                  </Caption1>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
      {notes.length > 0 && (
        <ul className={styles.list}>
          {notes.map((note) => (
            <li key={note}>
              <Caption1>{note}</Caption1>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const dollars = (cents: number): string => centsText(cents / 100);
