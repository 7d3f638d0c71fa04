/** Who joins the care team next, with the month. */
import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Hire } from '../../../workbook';
import { Card } from '../../card';
import { plural } from '../../figures';

/** More are on Compare. */
const SHOWN = 4;

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  month: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  role: { margin: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
});

export function Hires({ hires }: { hires: readonly Hire[] }) {
  const styles = useStyles();
  if (hires.length === 0) return null;
  return (
    <Card title="Next to join the care team">
      <dl className={styles.list}>
        {hires.slice(0, SHOWN).map(({ month, role, joining, onDuty }) => [
          <dt key={`${month} ${role}`} className={styles.month}>
            {month}
          </dt>,
          <dd key={`${month} ${role} units`} className={styles.role}>
            <Body1 block>{role}</Body1>
            <Caption1 className={styles.muted}>
              {units(joining)} more, {units(onDuty)} on duty
            </Caption1>
          </dd>,
        ])}
      </dl>
      {hires.length > SHOWN && (
        <Caption1 className={styles.muted}>{plural(hires.length - SHOWN, 'more hire')} on Compare.</Caption1>
      )}
    </Card>
  );
}

const units = (count: number): string => count.toLocaleString('en-US', { maximumFractionDigits: 1 });
