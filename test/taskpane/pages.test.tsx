import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { pagesNow, type PanePage, type PanePages } from '../../src/taskpane/pane-page';
import { PAGES } from '../../src/taskpane/pages';
import { PagesNav } from '../../src/taskpane/pages-nav';
import { Sessions } from '../../src/taskpane/sessions';
import type { WorkbookApi } from '../../src/taskpane/workbook-api';
import { DIARY } from './added-page';

const [forecast] = PAGES;
const pages: PanePages = [forecast, DIARY];
const names = (offered: readonly PanePage[]) => offered.map(({ name }) => name);

describe('the pages of the pane', () => {
  it('are called by names of their own', () => {
    expect(new Set(names(PAGES)).size).toBe(PAGES.length);
  });

  it('are offered where they are available, in the order of the list', () => {
    expect(names(pagesNow(pages, 'form', forecast).offered)).toEqual(['Forecast']);
    expect(names(pagesNow(pages, 'workbook', forecast).offered)).toEqual(['Forecast', 'Diary']);
  });

  it('give way to the first one when the one looked at goes', () => {
    expect(pagesNow(pages, 'workbook', DIARY).shown).toBe(DIARY);
    expect(pagesNow(pages, 'form', DIARY).shown).toBe(forecast);
  });

  it('have a button each, with the name that is written in the list', () => {
    const { offered } = pagesNow(pages, 'workbook', DIARY);
    const markup = renderToStaticMarkup(
      <PagesNav offered={offered} shown={DIARY} disabled={false} onChoose={() => undefined} />,
    );
    const buttons = [...markup.matchAll(/<button([^>]*)>(.*?)<\/button>/g)];
    expect(buttons.map(([, , inside]) => inside.replace(/<[^>]*>/g, ''))).toEqual(['Forecast', 'Diary']);
    expect(buttons.map(([, attributes]) => attributes.includes('aria-current="page"'))).toEqual([false, true]);
  });
});

describe('the sessions of a workbook', () => {
  class Kept {
    constructor(readonly workbook: WorkbookApi) {}
  }
  const api = {} as WorkbookApi;

  it('are begun once, so that a page finds what it left', () => {
    const sessions = new Sessions(api);
    expect(sessions.of(Kept).workbook).toBe(api);
    expect(sessions.of(Kept)).toBe(sessions.of(Kept));
  });

  it('are not shared with another workbook', () => {
    expect(new Sessions(api).of(Kept)).not.toBe(new Sessions(api).of(Kept));
  });
});
