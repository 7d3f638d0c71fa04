/** The pages of a sheet as they would be printed, in a window of their own over the workbook. */
import type { Grid } from '../../grid/grid';
import type { PageSetup } from '../../host/page-setup';
import { WORKBOOK_NAME } from '../../host/objects/workbook';
import { toPixels } from '../../host/units';
import { byId, element } from '../elements';
import { drawPage, type PagePicture } from './page-picture';
import { pagesOf } from './pages';
import { lookOf } from './sheet-look';

const PAGE_WIDTH = 'width';
const ZOOMS = [
  [PAGE_WIDTH, 'Page width'],
  ['1', '100%'],
  ['0.5', '50%'],
] as const;
/** Beside a page, in pixels. */
const SURROUNDINGS = 48;

export class PrintPreview {
  private drawn: PagePicture[] = [];
  private paperWidth = 1;
  private readonly sheet = element('select', { name: 'sheet', 'aria-label': 'Sheet', change: () => this.draw() });
  private readonly zoom = element(
    'select',
    { name: 'zoom', 'aria-label': 'Zoom', change: () => this.fit() },
    ...ZOOMS.map(([value, text]) => element('option', { value }, text)),
  );
  private readonly summary = element('output', {});
  private readonly pages = element('div', { class: 'pages', tabindex: '0', role: 'group', 'aria-label': 'Pages' });
  private readonly dialog = element(
    'dialog',
    { id: 'print-preview', 'aria-label': 'Print preview', close: () => this.release() },
    element(
      'div',
      { class: 'bar' },
      element('h2', {}, 'Print preview'),
      this.sheet,
      this.zoom,
      this.summary,
      element('button', { type: 'button', click: () => this.dialog.close() }, 'Close'),
    ),
    this.pages,
  );

  constructor(
    private readonly grid: Grid,
    private readonly setupOf: (sheetId: string) => PageSetup,
  ) {
    document.body.append(this.dialog);
    // Keys pressed here are not the grid's.
    this.dialog.addEventListener('keydown', (event) => event.stopPropagation());
    new ResizeObserver(() => this.fit()).observe(this.pages);
  }

  open(): void {
    const sheets = [...this.grid.sheets()].sort((a, b) => a.position - b.position);
    this.sheet.replaceChildren(...sheets.map(({ id, name }) => element('option', { value: id }, name)));
    this.sheet.value = this.grid.activeSheet();
    byId<HTMLDetailsElement>('options').open = false;
    if (!this.dialog.open) this.dialog.showModal();
    this.draw();
    this.pages.focus();
  }

  /** Ctrl+P (Cmd+P) in a window, before anything in it takes the keys. */
  listen(target: EventTarget): void {
    target.addEventListener(
      'keydown',
      (event) => {
        const { key, ctrlKey, metaKey, altKey, shiftKey } = event as KeyboardEvent;
        if (key.toLowerCase() !== 'p' || !(ctrlKey || metaKey) || altKey || shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        this.open();
      },
      { capture: true },
    );
  }

  private draw(): void {
    this.release();
    const sheetId = this.sheet.value;
    const setup = this.setupOf(sheetId);
    const look = lookOf(this.grid, sheetId, setup);
    if (!look) {
      this.summary.textContent = 'This sheet is empty: nothing is printed';
      return;
    }
    const { scale, pages } = pagesOf(setup, look.lines);
    const sheet = this.sheet.selectedOptions[0].text;
    const now = new Date();
    this.paperWidth = toPixels(setup.paper.width);
    this.summary.textContent = `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}, Letter, ${
      setup.paper.width > setup.paper.height ? 'landscape' : 'portrait'
    }, at ${Math.round(scale * 100)}%`;
    pages.forEach((page, index) => {
      const number = { page: index + 1, pages: pages.length, sheet, file: WORKBOOK_NAME, now };
      const picture = drawPage(this.grid, look, setup, scale, page, number);
      this.drawn.push(picture);
      this.pages.append(
        element(
          'figure',
          {},
          element('div', { class: 'frame' }, picture.page),
          element('figcaption', {}, `Page ${number.page} of ${number.pages}`),
        ),
      );
    });
    this.pages.scrollTop = 0;
    this.fit();
  }

  private fit(): void {
    const { value } = this.zoom;
    const zoom = value === PAGE_WIDTH ? (this.pages.clientWidth - SURROUNDINGS) / this.paperWidth : Number(value);
    this.pages.style.setProperty('--zoom', String(Math.max(0.1, zoom)));
  }

  private release(): void {
    for (const { release } of this.drawn) release();
    this.drawn = [];
    this.pages.replaceChildren();
  }
}
