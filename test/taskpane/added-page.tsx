/** A page as a newcomer would add one: there where a workbook is, with something it keeps. */
import { useSyncExternalStore } from 'react';
import { PageBody, PageHeading } from '../../src/taskpane/page';
import type { PageProps, PanePage } from '../../src/taskpane/pane-page';
import { Store } from '../../src/taskpane/store';

class Entry extends Store<string> {
  constructor() {
    super('');
  }
  readonly write = (text: string): void => this.set(text);
}

function Diary({ sessions }: PageProps) {
  const entry = sessions.of(Entry);
  const text = useSyncExternalStore(entry.subscribe, entry.getState);
  return (
    <PageBody>
      <PageHeading>Dear diary</PageHeading>
      <input aria-label="Today" value={text} onChange={({ target }) => entry.write(target.value)} />
    </PageBody>
  );
}

export const DIARY: PanePage = { name: 'Diary', isAvailable: (stage) => stage === 'workbook', View: Diary };
