/** The pane's pages and the way between them. */
import { makeStyles, Tab, TabList, tokens, useId } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const PAGES = [
  { page: 'forecast', title: 'Forecast' },
  { page: 'rates', title: 'Medicare rates' },
] as const;

export type PageName = (typeof PAGES)[number]['page'];

const useStyles = makeStyles({
  tabs: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1, justifyContent: 'center' },
  panel: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
});

interface PageTabsProps {
  page: PageName;
  /** While the workbook is being built or removed there is nothing to look up beside it. */
  disabled: boolean;
  onPage: (page: PageName) => void;
  children: ReactNode;
}

export function PageTabs({ page, disabled, onPage, children }: PageTabsProps) {
  const styles = useStyles();
  const id = useId('page');
  return (
    <>
      <TabList className={styles.tabs} size="small" selectedValue={page} disabled={disabled} onTabSelect={(_, { value }) => onPage(value as PageName)}>
        {PAGES.map(({ page: name, title }) => (
          <Tab key={name} id={`${id}-${name}`} value={name} aria-controls={`${id}-panel`}>{title}</Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${page}`} className={styles.panel}>
        {children}
      </div>
    </>
  );
}
