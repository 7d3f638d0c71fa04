/** A message at the top of a page: what is wrong or done, and the way on. */
import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface NoticeProps {
  intent: 'info' | 'success' | 'warning' | 'error';
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  dismiss?: JSX.Element;
}

export function Notice({ intent, title, children, actions, dismiss }: NoticeProps) {
  return (
    <MessageBar
      intent={intent}
      layout="multiline"
      politeness={intent === 'error' || intent === 'warning' ? 'assertive' : 'polite'}
    >
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {children}
      </MessageBarBody>
      {(actions || dismiss) && <MessageBarActions containerAction={dismiss}>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
