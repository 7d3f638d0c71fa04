/** The scrolling page with its heading, and room for one bar of actions below it. */
import { makeStyles, Spinner, Subtitle1, tokens } from '@fluentui/react-components';
import { forwardRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  main: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  heading: { margin: 0, overflowWrap: 'anywhere' },
  scroll: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '560px',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    '& > *': { flexShrink: 0 },
  },
  bar: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  barInside: {
    boxSizing: 'border-box',
    maxWidth: '560px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
});

export function Page({ children }: { children: ReactNode }) {
  return (
    <main className={useStyles().main} aria-label="PPPM for Excel">
      {children}
    </main>
  );
}

export const PageBody = forwardRef<HTMLDivElement, { children: ReactNode }>(function PageBody({ children }, ref) {
  return (
    <div ref={ref} className={useStyles().scroll}>
      {children}
    </div>
  );
});

/** Actions that stay in sight however far the page is scrolled. */
export function ActionBar({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <div className={styles.barInside}>{children}</div>
    </div>
  );
}

export function PageHeading({ children }: { children: ReactNode }) {
  return (
    <Subtitle1 as="h1" className={useStyles().heading} tabIndex={-1} data-page-start>
      {children}
    </Subtitle1>
  );
}

/** What takes another's place unasked takes the keyboard, so that it goes on where the eye does. */
export const focusPageStart = (): void => document.querySelector<HTMLElement>('[data-page-start]')?.focus();

export function Waiting({ label }: { label: string }) {
  return (
    <PageBody>
      <Spinner size="small" label={label} labelPosition="after" />
    </PageBody>
  );
}
