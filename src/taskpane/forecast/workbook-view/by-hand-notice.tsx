/** Excel calculates only when asked: said as long as it is so, and more loudly while figures wait for it. */
import { Button } from '@fluentui/react-components';
import { Notice } from '../../notice';
import type { Session } from '../../session';

export function ByHandNotice({ isWaiting, session }: { isWaiting: boolean; session: Session }) {
  return (
    <Notice
      intent={isWaiting ? 'warning' : 'info'}
      title={isWaiting ? 'These figures are not calculated yet.' : 'Excel calculates only when asked.'}
      actions={
        <>
          {isWaiting && (
            <Button size="small" onClick={() => void session.calculateNow()}>
              Calculate now
            </Button>
          )}
          <Button size="small" onClick={() => void session.calculateByItself()}>
            Calculate automatically
          </Button>
        </>
      }
    >
      {isWaiting
        ? 'Calculation is set to manual: they are of the inputs before your last change, on the sheets, too.'
        : 'Calculation is set to manual: the figures stay as they are after a change, until you press F9.'}
    </Notice>
  );
}
