/** Buttons of the pages. Plain ones: Fluent's tabs would add 13 kB gzipped to the first paint. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { PanePage } from './pane-page';

const useStyles = makeStyles({
  nav: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  page: {
    minWidth: 0,
    // Seven names in two rows of a pane of 320 px.
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: 0,
    transitionProperty: 'none',
    borderBottom: '2px solid transparent',
    fontWeight: tokens.fontWeightRegular,
  },
  current: { borderBottomColor: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface PagesNavProps {
  offered: readonly PanePage[];
  shown: PanePage;
  /** While the workbook is being built or removed there is nothing to look up beside it. */
  disabled: boolean;
  onChoose: (page: PanePage) => void;
}

export const PagesNav = memo(function PagesNav({ offered, shown, disabled, onChoose }: PagesNavProps) {
  const styles = useStyles();
  return (
    <nav aria-label="Pages" className={styles.nav}>
      {offered.map((page) => (
        <Button
          key={page.name}
          className={mergeClasses(styles.page, page === shown && styles.current)}
          appearance="transparent"
          disabledFocusable={disabled}
          aria-current={page === shown ? 'page' : undefined}
          onClick={() => onChoose(page)}
        >
          {page.name}
        </Button>
      ))}
    </nav>
  );
});
