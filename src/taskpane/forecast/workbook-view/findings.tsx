/** What the model says about its inputs; each leads to its cell. */
import { Body1, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular, ErrorCircleFilled, InfoRegular } from '@fluentui/react-icons';
import type { PlacedFinding } from '../../../workbook';
import { Card } from '../../card';
import { plural } from '../../figures';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  finding: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 20px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    boxSizing: 'border-box',
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    padding: tokens.spacingHorizontalS,
    backgroundColor: 'transparent',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  sign: { fontSize: '20px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  note: { color: tokens.colorNeutralForeground2 },
  text: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  where: { color: tokens.colorNeutralForeground2 },
});

export function Findings({
  findings,
  onShow,
}: {
  findings: readonly PlacedFinding[];
  onShow: (finding: PlacedFinding) => void;
}) {
  const styles = useStyles();
  return (
    <Card title={findings.length ? plural(findings.length, 'finding') : 'Findings'}>
      {findings.length === 0 ? (
        <Body1>No findings: every input can be used as it stands.</Body1>
      ) : (
        <ul className={styles.list}>
          {findings.map((finding, i) => {
            const error = finding.severity === 'error';
            return (
              <li key={i}>
                <button type="button" className={styles.finding} onClick={() => onShow(finding)}>
                  {error ? (
                    <ErrorCircleFilled className={mergeClasses(styles.sign, styles.error)} aria-label="To correct" />
                  ) : (
                    <InfoRegular className={mergeClasses(styles.sign, styles.note)} aria-label="To know" />
                  )}
                  <span className={styles.text}>
                    <Caption1 className={styles.where}>{finding.place}</Caption1>
                    <Body1>{finding.said}</Body1>
                  </span>
                  <ChevronRightRegular
                    className={mergeClasses(styles.sign, styles.note)}
                    aria-label="Select the cell"
                  />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
