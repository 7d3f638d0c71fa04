/** A few figures a row, under headers, in the width of a narrow pane. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: `2px ${tokens.spacingHorizontalXS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'break-word',
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap' },
  header: { borderTopStyle: 'none', color: tokens.colorNeutralForeground2 },
});

interface FigureTableProps {
  columns: readonly string[];
  rows: readonly { name: string; cells: readonly string[] }[];
}

export function FigureTable({ columns, rows }: FigureTableProps) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td className={mergeClasses(styles.cell, styles.header)} />
          {columns.map((column) => (
            <th key={column} scope="col" className={mergeClasses(styles.cell, styles.number, styles.header)}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row" className={styles.cell}>
              {name}
            </th>
            {cells.map((cell, i) => (
              <td key={columns[i]} className={mergeClasses(styles.cell, styles.number)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
