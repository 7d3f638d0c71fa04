/** The last step: what will be written, where, with the old values. */
import { Button, Caption1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { Card } from '../card';
import { Notice } from '../notice';
import type { StepProps } from './step-props';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  check: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
});

export function ApplyStep({ state: { proposal, withMonths, isWriting }, session }: StepProps) {
  const styles = useStyles();
  if (!proposal) return null;
  const { edit, problem, left } = proposal;
  return (
    <>
      {left.length > 0 && (
        <Notice intent="warning" title="Not all of it can be written.">
          <ul className={styles.list}>
            {left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Card title="Old → new">
        <Checkbox
          className={styles.check}
          checked={withMonths}
          disabled={isWriting}
          onChange={(_, { checked }) => {
            session.writeMonths(checked === true);
            void session.propose();
          }}
          label="Write the months that are over into Actuals"
        />
        {edit ? (
          <ul className={styles.list}>
            {edit.says.map((line) => (
              <li key={line}>
                <Caption1>{line}</Caption1>
              </li>
            ))}
          </ul>
        ) : (
          <Caption1 role="status">{problem}</Caption1>
        )}
      </Card>
      <div className={styles.buttons}>
        {edit && (
          <Button appearance="primary" onClick={() => !isWriting && void session.apply()}>
            {isWriting ? 'Writing…' : 'Apply'}
          </Button>
        )}
        <Button onClick={() => session.go('Measured')}>Back</Button>
      </div>
    </>
  );
}
