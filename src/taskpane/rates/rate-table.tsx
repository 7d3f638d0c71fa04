/** The codes with their amounts, by program; a row opens to show where its amount comes from and what to do with it. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { Fragment, type ReactNode } from 'react';
import { shortThresholdText } from '../../rates/threshold';
import { centsText, changeText } from '../figures';
import { yearlyChange, type RateGroup, type RateRow } from './rate-list';

const useStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: {
    textAlign: 'start',
    verticalAlign: 'bottom',
    padding: `0 2px ${tokens.spacingVerticalXXS}`,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap' },
  program: {
    textAlign: 'start',
    padding: `${tokens.spacingVerticalM} 2px ${tokens.spacingVerticalXS}`,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
  },
  title: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  row: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: {
    padding: '2px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'middle',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
  },
  code: { minWidth: 0, padding: 0, justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular },
  bare: { paddingInlineStart: '24px' },
  reason: { verticalAlign: 'top', paddingBlock: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  amount: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  threshold: { paddingInlineStart: tokens.spacingHorizontalS },
  none: { color: tokens.colorNeutralForeground2 },
  detail: { padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}`, fontWeight: tokens.fontWeightRegular },
});

interface RateTableProps {
  groups: readonly RateGroup[];
  /** The year that changes are counted from. */
  yearBefore: number;
  openCode: string | null;
  onToggle: (code: string) => void;
  detail: (row: RateRow) => ReactNode;
}

export function RateTable({ groups, yearBefore, openCode, onToggle, detail }: RateTableProps) {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label="Medicare amounts by code">
      <colgroup>
        <col style={{ width: '68px' }} />
        <col style={{ width: '27%' }} />
        <col style={{ width: '21%' }} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            Code
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.number)}>
            Amount
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.number)}>
            vs {yearBefore}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.threshold)}>
            Threshold
          </th>
        </tr>
      </thead>
      {groups.map(({ program: { key, name, title }, rows }) => (
        <tbody key={key}>
          <tr>
            <th scope="rowgroup" colSpan={4} className={styles.program}>
              {name} <span className={styles.title}>{title}</span>
            </th>
          </tr>
          {rows.map((row) => (
            <Fragment key={row.code}>
              {row.rate ? (
                <AmountRow row={row} open={row.code === openCode} onToggle={() => onToggle(row.code)} />
              ) : (
                <ReasonRow row={row} />
              )}
              {row.rate && row.code === openCode && (
                <tr id={detailId(row.code)}>
                  <td colSpan={4} className={styles.detail}>
                    {detail(row)}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  );
}

const detailId = (code: string): string => `rate-${code}`;

function AmountRow({ row, open, onToggle }: { row: RateRow; open: boolean; onToggle: () => void }) {
  const styles = useStyles();
  const change = yearlyChange(row);
  const threshold = row.rate?.rule ? shortThresholdText(row.rate.rule) : '';
  return (
    // The button is for the keyboard and the screen reader; its click is the row's, as is any other on the row.
    <tr className={styles.row} onClick={onToggle}>
      <th scope="row" className={styles.cell}>
        <Button
          className={styles.code}
          appearance="transparent"
          size="small"
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={open}
          aria-controls={open ? detailId(row.code) : undefined}
        >
          {row.code}
        </Button>
      </th>
      <td className={mergeClasses(styles.cell, styles.number, styles.amount)}>{centsText(row.rate!.amount)}</td>
      <td className={mergeClasses(styles.cell, styles.number)}>
        {change !== null ? changeText(change) : row.isNew ? 'new' : <span className={styles.none}>n/a</span>}
      </td>
      <td className={mergeClasses(styles.cell, styles.threshold)}>
        {threshold || <span className={styles.none}>none stated</span>}
      </td>
    </tr>
  );
}

function ReasonRow({ row }: { row: RateRow }) {
  const styles = useStyles();
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.reason)}>
        <div className={styles.bare}>{row.code}</div>
      </th>
      <td colSpan={3} className={mergeClasses(styles.cell, styles.reason)}>
        {row.reason}
      </td>
    </tr>
  );
}
