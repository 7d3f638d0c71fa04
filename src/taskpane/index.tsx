/** Opens the pane once Office says where it is. */
import { createRoot } from 'react-dom/client';
import * as workbook from '../workbook';
import { showPaneIfAsked } from '../workbook/excel/opening';
import { App } from './app';
import { obstacle } from './host';
import { PAGES } from './pages';

void Office.onReady(({ host }) => {
  const missing = obstacle(host, (set, version) => Office.context.requirements.isSetSupported(set, version));
  createRoot(document.getElementById('root')!).render(<App pages={PAGES} workbook={workbook} obstacle={missing} />);
  // Excel that cannot say has not been asked.
  if (!missing) void showPaneIfAsked().catch(() => undefined);
});
