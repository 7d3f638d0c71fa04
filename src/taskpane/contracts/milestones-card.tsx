/** What growth makes necessary, when it is due in the active scenario, and the way into Costs. */
import { Body1, Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Card } from '../card';
import { Notice } from '../notice';
import type { MilestoneNow } from './milestones-now';
import type { MilestonesSession, MilestonesState } from './milestones-session';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
  },
  item: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  button: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalXXS },
  muted: { color: tokens.colorNeutralForeground2 },
  told: { color: tokens.colorStatusWarningForeground1 },
});

interface MilestonesCardProps {
  state: MilestonesState;
  session: MilestonesSession;
  scenario: string;
}

export function MilestonesCard({ state, session, scenario }: MilestonesCardProps) {
  const styles = useStyles();
  const { milestones, obstacle, isWriting } = state;
  if (obstacle !== null)
    return (
      <Notice intent="warning" title="The milestones cannot be told.">
        {obstacle}
      </Notice>
    );
  if (!milestones) return null;
  return (
    <Card title="Milestones">
      <Caption1 className={styles.muted}>
        Due{scenario ? ` in ${scenario}` : ' without a scenario'}, less the lead time: in that month it is ordered, or
        hiring begins, and its cost begins. Costs holds for every scenario.
      </Caption1>
      <ul className={styles.list}>
        {milestones.map((milestone) => (
          <li key={milestone.what} className={styles.item}>
            <Item milestone={milestone} isWriting={isWriting} onAccept={() => void session.accept(milestone)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface ItemProps {
  milestone: MilestoneNow;
  isWriting: boolean;
  onAccept: () => void;
}

function Item({ milestone, isWriting, onAccept }: ItemProps) {
  const styles = useStyles();
  const { what, trigger, cost, due, remarks, accepted, toAccept } = milestone;
  return (
    <>
      <span className={styles.line}>
        <Body1Strong>{what}</Body1Strong>
        <Body1>{cost}</Body1>
      </span>
      <Caption1>
        {due}: {trigger}
      </Caption1>
      {accepted !== null && <Caption1 className={styles.muted}>Accepted: {accepted}.</Caption1>}
      {remarks.map((text) => (
        <Caption1 key={text} className={styles.told}>
          {text}
        </Caption1>
      ))}
      {toAccept && (
        <Button
          size="small"
          className={styles.button}
          aria-label={`Accept ${what} into Costs`}
          disabledFocusable={isWriting}
          onClick={() => !isWriting && onAccept()}
        >
          Accept into Costs
        </Button>
      )}
    </>
  );
}
