/** Says that Excel has not answered yet, and what most likely keeps it: somebody types in a cell. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { Notice } from './notice';
import type { WorkbookApi } from './workbook-api';

const useStyles = makeStyles({ bar: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0` } });

export function WaitingForExcel({ workbook }: { workbook: WorkbookApi }) {
  const styles = useStyles();
  const waits = useSyncExternalStore(workbook.onExcelWaiting, workbook.excelIsWaiting);
  if (!waits) return null;
  return (
    <div className={styles.bar}>
      <Notice intent="info" title="Waiting for Excel.">
        Is a cell being typed in? Press Enter or Esc in the sheet. This goes on by itself as soon as Excel answers.
      </Notice>
    </div>
  );
}
