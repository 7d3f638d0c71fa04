/** Whether the workbook's own checks agree, in words and sign before color. */
import { Body1Strong, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, ErrorCircleFilled, PauseCircleRegular, WarningFilled } from '@fluentui/react-icons';
import type { Light } from '../../../workbook';

const useStyles = makeStyles({
  light: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    minHeight: '26px',
  },
  sign: { fontSize: '24px', flexShrink: 0 },
  turning: { width: '20px', flexShrink: 0 },
  ok: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  review: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  updating: {
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const SIGNS = { ok: CheckmarkCircleFilled, review: WarningFilled, error: ErrorCircleFilled };
const NAMES = { ok: 'Checks passed', review: 'To review', error: 'Error' };

/** The workbook's own light waits, too, until its figures are of the present inputs. */
const CALCULATING = 'Calculating…';
/** Milliseconds. Nothing turns during an edit: what moves has the whole page painted, sixty times a second. */
const TURNS_AFTER = 1000;
const BY_HAND = 'Not calculated yet';

interface CheckLightProps {
  light: Light;
  text: string;
  updating: boolean;
  /** Nothing comes until the user asks for it. */
  byHand: boolean;
}

export function CheckLight({ light, text, updating, byHand }: CheckLightProps) {
  const styles = useStyles();
  if (updating || light === 'calculating') {
    return (
      <section aria-label="Checks" className={mergeClasses(styles.light, styles.updating)}>
        {byHand ? (
          <PauseCircleRegular className={styles.sign} aria-hidden />
        ) : (
          <div className={styles.turning} aria-hidden>
            <Spinner size="tiny" delay={TURNS_AFTER} />
          </div>
        )}
        <Body1Strong>{byHand ? BY_HAND : CALCULATING}</Body1Strong>
      </section>
    );
  }
  const Sign = SIGNS[light];
  return (
    <section aria-label="Checks" className={mergeClasses(styles.light, styles[light])}>
      <Sign className={styles.sign} aria-hidden />
      <Body1Strong>{text || NAMES[light]}</Body1Strong>
    </section>
  );
}
