import type { PaneControl } from '../host/host-state';
import { byId, element } from './elements';

const NARROWEST = 240;
/** What a pane leaves of the grid at least. */
const GRID_WIDTH = 320;
const KEY_STEP = 16;

/** The task pane at the right: the add-in's page in its frame, resizable, closable, alive when closed. */
export class Pane implements PaneControl {
  private readonly aside = byId('pane');
  private readonly splitter = byId('splitter');
  private readonly body = byId('pane-body');
  private frameElement: HTMLIFrameElement | null = null;

  constructor(
    width: number | null,
    private readonly onVisibility: (visible: boolean) => void,
  ) {
    byId('pane-close').addEventListener('click', () => this.close());
    this.resize(width ?? 360);
    this.show(width !== null);
    this.splitter.addEventListener('pointerdown', (event) => this.drag(event));
    this.splitter.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: KEY_STEP, ArrowRight: -KEY_STEP }[event.key];
      if (step) this.resize(this.aside.offsetWidth + step);
    });
  }

  /** The page with functions, commands and pane: one runtime, loaded once. */
  load(url: string, title: string): Promise<void> {
    byId('pane-title').textContent = title;
    const frame = element('iframe', { id: 'addin', title, name: 'addin', allow: 'clipboard-read; clipboard-write' });
    const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));
    frame.src = url;
    this.frameElement = frame;
    this.body.replaceChildren(frame);
    return loaded;
  }

  /** The page anew, as when the workbook is opened again. */
  reload(): Promise<void> {
    const frame = this.frameElement;
    if (!frame) return Promise.resolve();
    const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));
    frame.contentWindow?.location.reload();
    return loaded;
  }

  /** What stands there when there is no add-in. */
  explain(title: string, ...paragraphs: string[]): void {
    byId('pane-title').textContent = 'No add-in';
    const texts = paragraphs.map((text) => element('p', {}, text));
    this.body.replaceChildren(element('div', { class: 'explanation' }, element('h2', {}, title), ...texts));
  }

  get frame(): HTMLIFrameElement | null {
    return this.frameElement;
  }

  isOpen(): boolean {
    return !this.aside.hidden;
  }
  open(): void {
    this.show(true);
  }
  close(): void {
    this.show(false);
  }
  toggle(): void {
    this.show(!this.isOpen());
  }

  private show(visible: boolean): void {
    if (this.isOpen() === visible && this.splitter.hidden !== visible) return;
    this.aside.hidden = !visible;
    this.splitter.hidden = !visible;
    this.onVisibility(visible);
  }

  private resize(width: number): void {
    const bounded = Math.max(NARROWEST, Math.min(width, window.innerWidth - GRID_WIDTH));
    this.aside.style.width = `${bounded}px`;
    this.splitter.setAttribute('aria-valuenow', String(bounded));
  }

  private drag(start: PointerEvent): void {
    start.preventDefault();
    this.splitter.setPointerCapture(start.pointerId);
    document.body.classList.add('resizing');
    const move = (event: PointerEvent) =>
      this.resize(window.innerWidth - event.clientX - this.splitter.offsetWidth / 2);
    const stop = () => {
      document.body.classList.remove('resizing');
      this.splitter.removeEventListener('pointermove', move);
    };
    this.splitter.addEventListener('pointermove', move);
    this.splitter.addEventListener('pointerup', stop, { once: true });
    this.splitter.addEventListener('pointercancel', stop, { once: true });
  }
}
