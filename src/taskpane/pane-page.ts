/** What a page of the pane is, and what it is given. */
import type { ComponentType } from 'react';
import type { PaneState } from './pane-state';
import type { Sessions } from './sessions';
import type { WorkbookApi } from './workbook-api';

export interface PanePage {
  /** On its button, in the title of the document, and while it is being loaded. */
  name: string;
  isAvailable: (stage: PaneState['stage']) => boolean;
  View: ComponentType<PageProps>;
}

export interface PageProps {
  state: PaneState;
  /** Why no workbook can be built here; null when it can. */
  obstacle: string | null;
  workbook: WorkbookApi;
  /** What a page keeps while another is looked at: a session of its own kind. */
  sessions: Sessions;
}

/** The first page is always available: a page that goes leaves its place to it. */
export type PanePages = readonly [PanePage, ...PanePage[]];

export function pagesNow(
  pages: PanePages,
  stage: PaneState['stage'],
  chosen: PanePage,
): { offered: PanePage[]; shown: PanePage } {
  const offered = pages.filter((page, i) => i === 0 || page.isAvailable(stage));
  return { offered, shown: offered.includes(chosen) ? chosen : pages[0] };
}
