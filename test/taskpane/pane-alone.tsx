/** The pane on a page of its own, with the workbook's stand-in behind it; tests reach the stand-in as window.standIn. */
import { createRoot } from 'react-dom/client';
import { App } from '../../src/taskpane/app';
import { PAGES } from '../../src/taskpane/pages';
import { planWorkbook, SAMPLE_PRACTICE } from '../../src/workbook';
import { DIARY } from './added-page';
import { standIn, type StandIn } from './workbook-stand-in';

declare global {
  interface Window {
    standIn: StandIn;
  }
}

const query = new URLSearchParams(location.search);
window.standIn = standIn(
  planWorkbook,
  planWorkbook(SAMPLE_PRACTICE).sheets.map(({ name }) => name),
);
window.standIn.foreign = query.getAll('foreign');
window.standIn.delay = Number(query.get('delay') ?? 0);
createRoot(document.getElementById('root')!).render(
  <App
    pages={query.has('diary') ? [...PAGES, DIARY] : PAGES}
    workbook={window.standIn}
    obstacle={query.get('obstacle')}
  />,
);
