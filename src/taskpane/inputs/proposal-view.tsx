/** What is going to be written, before it is: which rows of which sheets, and the shares before and after. */
import { Body1, Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Edit, Proposal, ShareTable } from '../../workbook';
import { percentText } from '../figures';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200 },
  caption: { textAlign: 'start', color: tokens.colorNeutralForeground2, paddingBottom: tokens.spacingVerticalXXS },
  cell: {
    padding: `2px ${tokens.spacingHorizontalXS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap' },
  moved: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ProposalViewProps {
  proposal: Proposal;
  isWriting: boolean;
  onDo: (edit: Edit) => void;
  onCancel: () => void;
}

export function ProposalView({ proposal, isWriting, onDo, onCancel }: ProposalViewProps) {
  const styles = useStyles();
  const { edit, problem } = proposal;
  return (
    <div className={styles.view}>
      {edit ? (
        <>
          <Body1 as="h3" style={{ margin: 0 }}>
            What will be written
          </Body1>
          <ul className={styles.list}>
            {edit.says.map((line) => (
              <li key={line}>
                <Caption1>{line}</Caption1>
              </li>
            ))}
          </ul>
          {edit.shares.map((table) => (
            <Shares key={table.programs.join()} table={table} />
          ))}
        </>
      ) : (
        <Caption1 role="status">{problem}</Caption1>
      )}
      <div className={styles.buttons}>
        {edit && (
          <Button appearance="primary" onClick={() => !isWriting && onDo(edit)}>
            {isWriting ? 'Writing…' : edit.title}
          </Button>
        )}
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}

function Shares({ table: { programs, shares } }: { table: ShareTable }) {
  const styles = useStyles();
  const isNew = shares.every(({ before }) => before === null);
  const text = (share: number | null) => (share === null ? '–' : percentText(share));
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>Share of panel, {programs.join(', ')}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.cell}>
            Payer
          </th>
          {!isNew && (
            <th scope="col" className={mergeClasses(styles.cell, styles.number)}>
              Before
            </th>
          )}
          <th scope="col" className={mergeClasses(styles.cell, styles.number)}>
            {isNew ? 'Share' : 'After'}
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ payer, before, after }) => (
          <tr key={payer}>
            <th scope="row" className={styles.cell}>
              {payer}
            </th>
            {!isNew && <td className={mergeClasses(styles.cell, styles.number)}>{text(before)}</td>}
            <td className={mergeClasses(styles.cell, styles.number, !isNew && before !== after && styles.moved)}>
              {text(after)}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row" className={styles.cell}>
            Together
          </th>
          {!isNew && (
            <td className={mergeClasses(styles.cell, styles.number)}>
              {text(sum(shares.map(({ before }) => before)))}
            </td>
          )}
          <td className={mergeClasses(styles.cell, styles.number)}>{text(sum(shares.map(({ after }) => after)))}</td>
        </tr>
      </tbody>
    </table>
  );
}

const sum = (shares: readonly (number | null)[]): number =>
  shares.reduce<number>((total, share) => total + (share ?? 0), 0);
