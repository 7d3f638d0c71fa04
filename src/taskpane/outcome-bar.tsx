/** What was done in the workbook, with the way back, at the foot of a page; or why it was not done. */
import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Notice } from './notice';
import { ActionBar } from './page';

interface OutcomeBarProps {
  failure: string | null;
  failureTitle?: string;
  /** What stands after it was taken back. */
  undone: ReactNode;
  /** The way back is null where there is none. */
  done: { title: string; text: ReactNode; undo: (() => void) | null } | null;
  /** Failure or taking back has been seen. */
  onDismiss: () => void;
  /** What was done has been seen, and stays. */
  onKeep: () => void;
  /** What is under way. */
  children?: ReactNode;
}

export function OutcomeBar({
  failure,
  failureTitle = 'That did not work.',
  undone,
  done,
  onDismiss,
  onKeep,
  children,
}: OutcomeBarProps) {
  if (!failure && !undone && !done && !children) return null;
  return (
    <ActionBar>
      {children}
      {failure && (
        <Notice intent="error" title={failureTitle} dismiss={<Dismiss onClick={onDismiss} />}>
          {failure}
        </Notice>
      )}
      {undone && !failure && (
        <Notice intent="success" title="Undone." dismiss={<Dismiss onClick={onDismiss} />}>
          {undone}
        </Notice>
      )}
      {done && (
        <Notice
          intent="success"
          title={done.title}
          dismiss={<Dismiss onClick={onKeep} />}
          actions={
            done.undo && (
              <Button size="small" onClick={done.undo}>
                Undo
              </Button>
            )
          }
        >
          {done.text}
        </Notice>
      )}
    </ActionBar>
  );
}

export const Dismiss = ({ onClick }: { onClick: () => void }) => (
  <Button appearance="transparent" size="small" icon={<DismissRegular />} aria-label="Dismiss" onClick={onClick} />
);
