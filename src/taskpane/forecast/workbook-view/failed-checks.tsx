/** The checks that do not pass, by name, and where to look. */
import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { FailedCheck } from '../../../workbook';
import { Card } from '../../card';
import { plural } from '../../figures';

/** More are on Checks. */
const SHOWN = 5;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
  },
  where: { color: tokens.colorNeutralForeground2 },
});

export function FailedChecks({ failed }: { failed: readonly FailedCheck[] }) {
  const styles = useStyles();
  if (failed.length === 0) return null;
  return (
    <Card title={`${plural(failed.length, 'check')} to look at`}>
      <ul className={styles.list}>
        {failed.slice(0, SHOWN).map(({ test, verdict, where }) => (
          <li key={test}>
            <Body1 block>
              {verdict === 'REVIEW' ? 'Review' : 'Error'}: {test}
            </Body1>
            <Caption1 className={styles.where}>{where}</Caption1>
          </li>
        ))}
      </ul>
      {failed.length > SHOWN && (
        <Caption1 className={styles.where}>{plural(failed.length - SHOWN, 'more check')} on Checks.</Caption1>
      )}
    </Card>
  );
}
