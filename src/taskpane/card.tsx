/** A block of the page under its own heading. */
import { makeStyles, mergeClasses, Subtitle2, tokens, useId } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
});

export function Card({
  title,
  aside,
  children,
  className,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const id = useId('card');
  return (
    <section aria-labelledby={id} className={mergeClasses(useStyles().card, className)}>
      <Subtitle2 as="h2" id={id} block style={{ margin: 0 }}>
        {title}
      </Subtitle2>
      {aside}
      {children}
    </section>
  );
}
