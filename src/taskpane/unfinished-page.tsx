/** Sheets of ours that do not make a whole workbook: remove them and build afresh. */
import { Body1, makeStyles, Subtitle1 } from '@fluentui/react-components';
import { Card } from './card';
import { plural } from './figures';
import { Notice } from './notice';
import { PageBody } from './page';
import { RemoveButton } from './remove-sheets';

const useStyles = makeStyles({ heading: { margin: 0 } });

export function UnfinishedPage({
  sheets,
  failure,
  onAskRemove,
}: {
  sheets: readonly string[];
  failure: string | null;
  onAskRemove: () => void;
}) {
  const styles = useStyles();
  return (
    <PageBody>
      <Subtitle1 as="h1" className={styles.heading} tabIndex={-1} data-page-start>
        The scenario workbook is incomplete
      </Subtitle1>
      {failure && (
        <Notice intent="error" title="That did not work.">
          {failure}
        </Notice>
      )}
      <Card title={`${plural(sheets.length, 'sheet')} of it ${sheets.length === 1 ? 'is' : 'are'} here`}>
        <Body1>{sheets.join(', ')}</Body1>
        <Body1>
          A build was cut off, or some of its sheets were deleted or renamed. Remove what is left, then build again. If
          you typed figures into these sheets, copy them first.
        </Body1>
        <div>
          <RemoveButton onAsk={onAskRemove} />
        </div>
      </Card>
    </PageBody>
  );
}
