/** The limits set in the workbook, each with its light in words and sign before color, and the worst month. */
import { Body1, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, WarningFilled } from '@fluentui/react-icons';
import type { GuardrailLight } from '../../../workbook';
import { Card } from '../../card';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  sign: { fontSize: '20px' },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  review: { color: tokens.colorStatusWarningForeground1 },
  figure: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  detail: { gridColumn: '2 / -1', color: tokens.colorNeutralForeground2 },
  updating: { opacity: 0.45 },
});

export function Guardrails({ guardrails, updating }: { guardrails: readonly GuardrailLight[]; updating: boolean }) {
  const styles = useStyles();
  const watched = guardrails.filter(({ light }) => light !== null);
  return (
    <Card title="Guardrails">
      {watched.length === 0 ? (
        <Body1>No limits are set. Give them in Settings on Scenarios, e.g. Lowest realization.</Body1>
      ) : (
        <ul className={mergeClasses(styles.list, updating && styles.updating)} aria-busy={updating}>
          {watched.map(({ name, light, worst, limit, month, advice }) => {
            const crossed = light !== 'ok';
            const Sign = crossed ? WarningFilled : CheckmarkCircleFilled;
            return (
              <li key={name} className={styles.row}>
                <Sign className={mergeClasses(styles.sign, crossed ? styles.review : styles.ok)} aria-hidden />
                <Body1>
                  {name} {limit}
                </Body1>
                <Body1 className={styles.figure}>{crossed ? 'Crossed' : 'Kept'}</Body1>
                <Caption1 className={styles.detail}>
                  Worst month: {worst}
                  {month && ` in ${month}`}.{crossed && ` ${advice}`}
                </Caption1>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
