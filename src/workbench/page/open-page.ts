import type { Grid } from '../grid/grid';
import { ExcelHost, type AddinWindow } from '../host/excel-host';
import { functionsOf, type FunctionsFile } from '../host/function-metadata';
import { byId } from './elements';
import { findWithKeys } from './find';
import { readManifest, type AddinManifest } from './manifest';
import { Keeper } from './keeper';
import { forgetKept, readKept } from './kept-workbook';
import { openMenu } from './menu';
import { readOptions } from './options';
import { Pane } from './pane';
import { Ribbon } from './ribbon';
import { PrintPreview } from './print/print-preview';
import { saveOnDemand } from './save-file';
import { createApi, type WorkbenchApi } from './workbench-api';
import { byHand, xlsxFiles } from './xlsx-files';

declare global {
  interface Window {
    workbench: WorkbenchApi;
    /** Found by the add-in's page, in its frame, before Office.js loads. */
    workbenchHost: { attach(frame: AddinWindow): void };
  }
}

/** Opens the window, or says in the page (and to a test that waits for it) why it cannot. */
export function openPage(createGrid: (container: HTMLElement) => Grid): void {
  openWindow(createGrid).catch((reason: unknown) => {
    const text = reason instanceof Error ? reason.message : String(reason);
    document.documentElement.dataset['failure'] = text;
    const line = byId('message');
    line.textContent = text;
    line.hidden = false;
    console.error(reason);
  });
}

/** Excel's window around a grid: ribbon above, pane at the right, the add-in inside. */
async function openWindow(createGrid: (container: HTMLElement) => Grid): Promise<void> {
  const options = readOptions(location.search);
  document.body.dataset['theme'] = options.theme;
  const grid = createGrid(byId('grid'));
  findWithKeys(grid);
  const host: ExcelHost = new ExcelHost(grid, {
    ...options,
    pane: { isOpen: () => pane.isOpen(), open: () => pane.open(), close: () => pane.close() },
    openBrowserWindow: (url) => window.open(manifest?.local(url) ?? url, '_blank', 'noopener'),
    openWorkbook: (base64) => void files?.another(base64),
  });
  host.play({ editing: options.editing });
  const pane = new Pane(options.pane, (visible) => host.paneVisibilityChanged(visible));
  const saves = saveOnDemand(() => host.save());
  const preview = new PrintPreview(grid, (sheetId) => host.pageSetup(sheetId));
  window.workbenchHost = {
    attach: (frame) => {
      host.attach(frame);
      leaveFocusToCells(frame);
      saves.listen(frame);
      preview.listen(frame);
    },
  };

  let manifest: AddinManifest | null = null;
  let ribbon: Ribbon | null = null;
  const removeAddin = () => {
    host.detach();
    grid.unregisterFunctions();
    byId('ribbon').replaceChildren();
    ribbon = null;
    pane.explain(
      'This Excel does not have the add-in',
      'It shows the workbook as a client sees it who has not installed PPPM for Excel.',
      'Saved values stay as they are. A cell that is calculated again shows #NAME?.',
    );
  };
  const loadAddin = async () => {
    if (!options.addin) return removeAddin();
    manifest = readManifest(await get('/addin/manifest.xml').then((answer) => answer.text()));
    const functions = functionsOf((await get(manifest.functions).then((answer) => answer.json())) as FunctionsFile);
    const { namespace } = manifest;
    if (options.functionsAfter === 0) host.registerFunctions(namespace, functions);
    else setTimeout(() => host.registerFunctions(namespace, functions, false), options.functionsAfter);
    ribbon = new Ribbon(manifest, host, pane, tell);
    await Promise.all([pane.load(manifest.taskpane, manifest.name), host.functionsReady]);
  };
  const restored = readKept().then((kept) => kept && host.load(kept));
  /** Another workbook in the place of the one that is open: in Excel each has a page of the add-in of its own. */
  const another = async (open: () => void) => {
    host.detach();
    open();
    await pane.reload();
  };
  const xlsx = xlsxFiles(grid, host, { addins: () => (manifest ? [manifest.namespace] : []), another });
  const files = xlsx && byHand(xlsx, tell);
  window.workbench = createApi(grid, host, {
    ready: restored.then(loadAddin),
    press: async (id) => {
      if (!ribbon) throw new Error('There is no add-in, so no ribbon');
      await ribbon.press(id);
    },
    openPane: () => pane.open(),
    closePane: () => pane.close(),
    removeAddin,
    reopen: (change) => another(() => host.reopen(change)),
    load: (snapshot) => another(() => host.load(snapshot)),
  });
  const keeper = new Keeper(grid, () => host.save(), showKept);
  openMenu(options, window.workbench, {
    preview: () => preview.open(),
    xlsx: files,
    startAnew: () => {
      void keeper
        .stop()
        .then(forgetKept)
        .finally(() => location.reload());
    },
  });
  saves.listen(window);
  preview.listen(window);
  await window.workbench.ready.catch((reason: unknown) => {
    pane.explain(
      'The add-in did not load',
      reason instanceof Error ? reason.message : String(reason),
      'Build it with npm run build, then load this page again.',
    );
    throw reason;
  });
}

/** In Excel the pane is a window of its own: its scripts cannot take the keyboard from the cells somebody types into. */
function leaveFocusToCells(frame: AddinWindow): void {
  const { prototype } = (frame as unknown as typeof globalThis).HTMLElement;
  const { focus } = prototype;
  prototype.focus = function (options) {
    if (!byId('grid').contains(document.activeElement)) focus.call(this, options);
  };
}

function showKept(words: string, explanation: string): void {
  const line = byId('kept');
  line.textContent = words;
  line.title = explanation;
}

async function get(url: string): Promise<Response> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} is missing`);
  return answer;
}

/** A line at the foot of the window, for what would be a message box in Excel. */
function tell(text: string): void {
  const line = byId('message');
  line.textContent = text;
  line.hidden = false;
  setTimeout(() => (line.hidden = true), 8000);
}
