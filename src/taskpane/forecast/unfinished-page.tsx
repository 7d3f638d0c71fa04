/** Sheets of ours that do not make a whole workbook: remove them and build afresh. */
import { Body1 } from '@fluentui/react-components';
import { Card } from '../card';
import { plural } from '../figures';
import { Notice } from '../notice';
import { PageBody, PageHeading } from '../page';
import { RemoveButton } from './remove-button';

export function UnfinishedPage({
  sheets,
  failure,
  onAskRemove,
}: {
  sheets: readonly string[];
  failure: string | null;
  onAskRemove: () => void;
}) {
  return (
    <PageBody>
      <PageHeading>The scenario workbook is incomplete</PageHeading>
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
