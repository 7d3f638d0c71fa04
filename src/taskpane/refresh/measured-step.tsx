/** The third step: each driver as assumed and as measured, with its interval, to be ticked. */
import { Body1, Button, Caption1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import { monthInWords } from '../../tables/calendar';
import { Card } from '../card';
import { percentText, plural } from '../figures';
import type { Compared } from './compare';
import type { StepProps } from './step-props';
import { kindsInWords, outsideFirst } from './steps';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  drivers: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  driver: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, paddingBlock: tokens.spacingVerticalXS },
  check: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  label: { display: 'flex', flexDirection: 'column', color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  figures: { fontWeight: tokens.fontWeightSemibold },
  muted: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

export function MeasuredStep({ state: { comparison, ticked, sources, work, isWriting }, session }: StepProps) {
  const styles = useStyles();
  if (!comparison) return null;
  const { outside, others } = outsideFirst(comparison);
  const isBusy = work !== null || isWriting;
  const next = ticked.size > 0 ? `Go on with ${plural(ticked.size, 'driver')}` : 'Go on with the months alone';
  return (
    <>
      <Body1>
        From {kindsInWords(sources)}, through {monthInWords(comparison.asOf)}. Tick what the forecast shall take over.
      </Body1>
      <Caption1 className={styles.muted}>
        Left of the arrow the present input, right of it what is proposed: the more rows, the nearer to what was
        measured. In brackets the 90% interval: what chance alone can explain.
      </Caption1>
      {outside.length > 0 && (
        <DriversCard
          title={`${plural(outside.length, 'present input')} outside of the interval`}
          drivers={outside}
          ticked={ticked}
          onTick={session.tick}
        />
      )}
      {others.length > 0 && (
        <DriversCard
          title={outside.length > 0 ? `${plural(others.length, 'other driver')}` : plural(others.length, 'driver')}
          drivers={others}
          ticked={ticked}
          onTick={session.tick}
        />
      )}
      {comparison.drivers.length === 0 && <Body1>These rows tell of no driver that the workbook has.</Body1>}
      {comparison.notes.length > 0 && (
        <Card title="To know">
          <ul className={styles.list}>
            {comparison.notes.map((note) => (
              <li key={note}>
                <Caption1>{note}</Caption1>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          icon={<ArrowRightRegular />}
          iconPosition="after"
          disabledFocusable={isBusy}
          onClick={() => !isBusy && void session.propose()}
        >
          {next}
        </Button>
        <Button onClick={() => session.go('Read')}>Back</Button>
      </div>
    </>
  );
}

interface DriversCardProps {
  title: string;
  drivers: readonly Compared[];
  ticked: ReadonlySet<string>;
  onTick: (ids: readonly string[], isTicked: boolean) => void;
}

function DriversCard({ title, drivers, ticked, onTick }: DriversCardProps) {
  const styles = useStyles();
  const ids = drivers.map(({ id }) => id);
  const count = ids.filter((id) => ticked.has(id)).length;
  return (
    <Card title={title}>
      <Checkbox
        className={styles.check}
        checked={count === ids.length ? true : count > 0 ? 'mixed' : false}
        onChange={() => onTick(ids, count < ids.length)}
        label="All of these"
      />
      <ul className={styles.drivers}>
        {drivers.map((driver) => (
          <li key={driver.id} className={styles.driver}>
            <Checkbox
              className={styles.check}
              checked={ticked.has(driver.id)}
              onChange={(_, { checked }) => onTick([driver.id], checked === true)}
              label={<DriverLabel driver={driver} />}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DriverLabel({ driver }: { driver: Compared }) {
  const styles = useStyles();
  const { name, program, payer, assumed, measured, low, high, proposed, weight, isFormula } = driver;
  return (
    <span className={styles.label}>
      <span>
        {name}, {[program, payer].filter(Boolean).join(', ')}
      </span>
      <span className={styles.figures}>
        {assumed} → {proposed}
      </span>
      <Caption1 className={styles.muted}>
        Measured {measured} ({low === null || high === null ? 'no interval' : `${low} to ${high}`}), weight{' '}
        {percentText(weight)}
        {isFormula && '; the formula that stands there now is replaced'}
      </Caption1>
    </span>
  );
}
