/** The pane's pages, and which one is shown. Plain buttons: Fluent's tabs would add 13 kB gzipped to the first paint. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const PAGES = [
  { page: 'forecast', title: 'Forecast' },
  { page: 'rates', title: 'Medicare rates' },
] as const;

export type PageName = (typeof PAGES)[number]['page'];

const useStyles = makeStyles({
  nav: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  page: {
    minWidth: 0,
    borderRadius: 0,
    transitionProperty: 'none',
    borderBottom: '2px solid transparent',
    fontWeight: tokens.fontWeightRegular,
  },
  current: { borderBottomColor: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface PagesNavProps {
  page: PageName;
  /** While the workbook is being built or removed there is nothing to look up beside it. */
  disabled: boolean;
  onPage: (page: PageName) => void;
}

export function PagesNav({ page, disabled, onPage }: PagesNavProps) {
  const styles = useStyles();
  return (
    <nav aria-label="Pages" className={styles.nav}>
      {PAGES.map(({ page: name, title }) => (
        <Button
          key={name}
          className={mergeClasses(styles.page, name === page && styles.current)}
          appearance="transparent"
          disabledFocusable={disabled}
          aria-current={name === page ? 'page' : undefined}
          onClick={() => onPage(name)}
        >
          {title}
        </Button>
      ))}
    </nav>
  );
}
