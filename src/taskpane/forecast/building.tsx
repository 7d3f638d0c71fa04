/** How far the build has come. */
import { Body1, Caption1, ProgressBar } from '@fluentui/react-components';
import { Card } from '../card';
import { PageBody, PageHeading } from '../page';

export function Building({ done, total, what }: { done: number; total: number; what: string }) {
  const written = total > 0 && done >= total;
  return (
    <PageBody>
      <PageHeading>Building your workbook</PageHeading>
      <Card title={written ? 'All sheets are written' : total ? `Step ${done + 1} of ${total}` : 'Getting ready'}>
        <ProgressBar aria-label="Build progress" value={total ? done / total : undefined} thickness="large" />
        <Body1>{written ? 'Calculating the forecast' : what || 'Looking at this workbook'}</Body1>
        <Caption1>Only new sheets are written. Please leave the workbook alone until this is done.</Caption1>
      </Card>
    </PageBody>
  );
}
