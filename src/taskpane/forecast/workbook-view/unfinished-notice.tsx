/** What Excel refused at the end of Build, and the button that tries it again. */
import { Button } from '@fluentui/react-components';
import { finishName, type FinishKey } from '../../../workbook';
import { Notice } from '../../notice';
import type { Session } from '../../session';

export function UnfinishedNotice({ missing, session }: { missing: readonly FinishKey[]; session: Session }) {
  return (
    <Notice
      intent="warning"
      title="Some of the looks are missing."
      actions={
        <Button size="small" onClick={() => void session.finish()}>
          Try again
        </Button>
      }
    >
      Every figure stands. Excel refused: {missing.map(finishName).join(', ')}.
    </Notice>
  );
}
