/** Handing the workbook over: look first, choose how it travels, repair what comes back. */
import { Body1, Button, Caption1, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, WarningRegular } from '@fluentui/react-icons';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Status } from '../../workbook';
import type { BeforeSharing, StampNow } from '../../workbook/share';
import { Announcer } from '../announcer';
import { Card } from '../card';
import { plural } from '../figures';
import { OutcomeBar } from '../outcome-bar';
import { PageBody, PageHeading, Waiting } from '../page';
import type { PageProps } from '../pane-page';
import { notesBefore } from './notes-before';
import { listed, ShareSession, total, type ShareState } from './share-session';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  bullets: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  note: { display: 'flex', gap: tokens.spacingHorizontalS, overflowWrap: 'anywhere', minWidth: 0 },
  icon: { flexShrink: 0, marginTop: '2px' },
  fine: { color: tokens.colorPaletteGreenForeground1 },
  look: { color: tokens.colorPaletteDarkOrangeForeground1 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface PartProps {
  seen: BeforeSharing;
  share: ShareState;
  session: ShareSession;
}

export function SharePage({ state, sessions }: PageProps) {
  const session = sessions.of(ShareSession);
  const share = useSyncExternalStore(session.subscribe, session.getState);
  const status = state.stage === 'workbook' ? state.status : null;
  // Whoever types in the sheets meanwhile sees it here.
  useEffect(() => {
    void session.look();
  }, [session, status]);
  const { seen, stamp, failure } = share;
  if ((!seen || !stamp) && !failure) return <Waiting label="Looking through the workbook…" />;
  return (
    <>
      <Announcer text={announcement(share)} />
      <PageBody>
        <PageHeading>Hand the workbook over</PageHeading>
        {seen && stamp && (
          <>
            <BeforeCard seen={seen} stamp={stamp} status={status} share={share} session={session} />
            {status && <StampCard stamp={stamp} status={status} session={session} />}
            {status && <PlainCard status={status} session={session} />}
            <ValuesCard seen={seen} share={share} session={session} />
            <RepairCard seen={seen} session={session} />
            <TemplateCard seen={seen} session={session} />
            <OpeningCard opens={share.opens} session={session} />
          </>
        )}
      </PageBody>
      <Outcome share={share} session={session} />
    </>
  );
}

function BeforeCard({
  seen,
  stamp,
  status,
  share: { opens },
  session,
}: PartProps & { stamp: StampNow; status: Status | null }) {
  const styles = useStyles();
  return (
    <Card title="Before you share">
      <ul className={styles.list}>
        {notesBefore(seen, stamp, status, opens).map(({ isFine, text }) => (
          <li key={text} className={styles.note}>
            {isFine ? (
              <CheckmarkCircleRegular className={mergeClasses(styles.icon, styles.fine)} aria-label="Fine:" />
            ) : (
              <WarningRegular className={mergeClasses(styles.icon, styles.look)} aria-label="Look at:" />
            )}
            <Body1>{text}</Body1>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {seen.patients.length > 0 && (
          <Button appearance="primary" onClick={() => void session.removePatients()}>
            Remove patient rows
          </Button>
        )}
        <Button onClick={() => void session.lookAgain()}>Look again</Button>
      </div>
    </Card>
  );
}

function StampCard({ stamp, status, session }: Pick<PartProps, 'session'> & { stamp: StampNow; status: Status }) {
  const styles = useStyles();
  const [author, setAuthor] = useState(stamp.author);
  return (
    <Card title="Stamp this version">
      <Body1>
        Writes who, today’s date, as of which month and the versions on Start and into the file’s properties, and the
        key figures of {status.scenario} into the Log.
      </Body1>
      <Field label="Author">
        <Input value={author} onChange={(_, { value }) => setAuthor(value)} maxLength={100} />
      </Field>
      <Caption1 className={styles.muted}>As of: {stamp.asOf || 'not known, the inputs cannot be read'}.</Caption1>
      {!status.isCurrent && (
        <Caption1 className={styles.muted}>
          The figures are not of the present inputs yet: wait for them first.
        </Caption1>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => void session.stamp(author, status)}>Stamp</Button>
      </div>
    </Card>
  );
}

function PlainCard({ status, session }: Pick<PartProps, 'session'> & { status: Status }) {
  const styles = useStyles();
  return (
    <Card title="A copy in plain formulas">
      <Body1>
        For who has no add-in and shall change inputs all the same: the inputs, scenarios and statement of this workbook
        in Excel’s own formulas, for Excel 2016 and later and for LibreOffice. What stands still in it is said on its
        Start.
      </Body1>
      <div className={styles.buttons}>
        <Button onClick={() => void session.openPlainCopy(status.scenario)}>Open a plain copy</Button>
      </div>
    </Card>
  );
}

function ValuesCard({ seen: { formulas, kept }, share, session }: PartProps) {
  const styles = useStyles();
  if (kept > 0)
    return (
      <Card title="Values stand here now">
        <Body1>
          {kept === 1
            ? '1 formula of the add-in stands as its value'
            : `${plural(kept, 'formula')} of the add-in stand as values`}
          : changed inputs do not change {kept === 1 ? 'it' : 'them'}. Save a copy now (File, Save a Copy) and send
          that; it needs no add-in. Then bring the formulas back.
        </Body1>
        {share.left.length > 0 && (
          <>
            <Body1>These could not be brought back. Nothing was written over:</Body1>
            <ul className={styles.bullets}>
              {share.left.map(({ where, why, formula }) => (
                <li key={where}>
                  <Caption1>
                    {where}: {why}. It was {formula}
                  </Caption1>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className={styles.buttons}>
          <Button appearance="primary" onClick={() => void session.swapIn()}>
            Bring the formulas back
          </Button>
          {share.left.length > 0 && <Button onClick={() => void session.forget()}>Keep these values for good</Button>}
        </div>
      </Card>
    );
  return (
    <Card title="A copy of values">
      {formulas.length === 0 ? (
        <Body1>No cell calls the add-in: every copy shows its figures anywhere.</Body1>
      ) : (
        <>
          <Body1>
            Without the add-in {plural(total(formulas), 'cell')} would show #NAME? once calculated:{' '}
            {listed(formulas.map(({ sheet, formulas: count }) => `${sheet} ${count}`))}. Here values take their place,
            you save a copy, and the formulas come back. They are kept in the workbook, on a hidden sheet, and in the
            copy, too, for a reader who has the add-in.
          </Body1>
          <div className={styles.buttons}>
            <Button onClick={() => void session.swapOut()}>Replace formulas by values</Button>
          </div>
        </>
      )}
    </Card>
  );
}

const SHOWN_CELLS = 8;

function RepairCard({ seen: { broken, kept }, session }: Omit<PartProps, 'share'>) {
  const styles = useStyles();
  const mendable = broken.filter(({ after }) => after !== null);
  const lost = broken.length - mendable.length;
  return (
    <Card title="Repair">
      {broken.length === 0 ? (
        <Body1>
          {kept > 0
            ? 'Cells that are broken are looked for once the formulas are back.'
            : 'No cell of ours is stuck at #NAME? or written by another program.'}
        </Body1>
      ) : (
        <>
          <Body1>{plural(broken.length, 'cell')} of ours came back broken:</Body1>
          <ul className={styles.bullets}>
            {broken.slice(0, SHOWN_CELLS).map(({ where, why, after }) => (
              <li key={where}>
                <Caption1>
                  {where} {why}
                  {after === null && '; nobody knows any more which it was: build the workbook anew'}
                </Caption1>
              </li>
            ))}
          </ul>
          {broken.length > SHOWN_CELLS && (
            <Caption1 className={styles.muted}>and {plural(broken.length - SHOWN_CELLS, 'more cell')}</Caption1>
          )}
          {lost > 0 && mendable.length > 0 && (
            <Caption1 className={styles.muted}>{plural(lost, 'cell')} cannot be repaired.</Caption1>
          )}
          {mendable.length > 0 && (
            <div className={styles.buttons}>
              <Button appearance="primary" onClick={() => void session.repair()}>
                Repair {plural(mendable.length, 'cell')}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}

function TemplateCard({ seen: { template, kept }, session }: Omit<PartProps, 'share'>) {
  const styles = useStyles();
  const { built, present, lacks } = template;
  return (
    <Card title="Version of the workbook">
      {lacks.length === 0 ? (
        <Body1>
          {built && built !== present
            ? `Built from template ${built}; it has all that ${present} has.`
            : `Template ${present}: up to date.`}
        </Body1>
      ) : (
        <>
          <Body1>
            {built && built !== present
              ? `Built from template ${built}; now it is ${present}. `
              : `It lacks parts of template ${present}. `}
            Save a copy first. Then this can be done:
          </Body1>
          <ul className={styles.bullets}>
            {lacks.map((line) => (
              <li key={line}>
                <Caption1>{line}</Caption1>
              </li>
            ))}
          </ul>
          {kept > 0 ? (
            <Caption1 className={styles.muted}>Bring the formulas back first.</Caption1>
          ) : (
            <div className={styles.buttons}>
              <Button onClick={() => void session.update()}>Bring it up to date</Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}

function OpeningCard({ opens, session }: { opens: boolean; session: ShareSession }) {
  const styles = useStyles();
  return (
    <Card title="Open this pane with the workbook">
      <Body1>
        {opens
          ? 'Excel is asked to start the add-in and to show this pane whenever this workbook is opened.'
          : 'Shall Excel start the add-in and show this pane whenever this workbook is opened? It does not now.'}
      </Body1>
      <Caption1 className={styles.muted}>
        That is kept in the workbook and goes along in every copy. It works for people who have the add-in; others may
        see an error of Excel’s where the pane would be, and Excel may not do it for an add-in from the Marketplace.
        Whoever has the add-in finds the pane on the Home tab anyway.
      </Caption1>
      <div className={styles.buttons}>
        <Button onClick={() => void session.openWithWorkbook(!opens)}>
          {opens ? 'Do not open it by itself' : 'Open it with this workbook'}
        </Button>
      </div>
    </Card>
  );
}

function Outcome({ share: { done, undone, failure }, session }: Omit<PartProps, 'seen'>) {
  return (
    <OutcomeBar
      failure={failure}
      undone={undone && 'The workbook is as it was.'}
      done={done && { ...done, undo: done.undo && (() => void session.undo()) }}
      onDismiss={session.dismiss}
      onKeep={session.keep}
    />
  );
}

/** Said to screen readers, since the bar itself comes and goes. */
function announcement({ work, done, undone, failure }: ShareState): string {
  if (work) return `${work}.`;
  if (failure) return failure;
  if (undone) return 'Undone.';
  return done?.title ?? '';
}
