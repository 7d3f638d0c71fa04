import type { ExcelHost } from '../host/excel-host';
import { byId, element } from './elements';
import type { AddinManifest, RibbonButton } from './manifest';
import type { Pane } from './pane';

/** The add-in's buttons, as the manifest describes them, in a bar above the grid. */
export class Ribbon {
  constructor(
    private readonly manifest: AddinManifest,
    private readonly host: ExcelHost,
    private readonly pane: Pane,
    private readonly tell: (text: string) => void,
  ) {
    const buttons = manifest.buttons.map((button) =>
      element(
        'button',
        { type: 'button', id: button.id, title: button.description, click: () => void this.press(button.id) },
        element('img', { src: button.icon, alt: '', width: '24', height: '24' }),
        element('span', {}, button.label),
      ),
    );
    byId('ribbon').replaceChildren(
      element('div', { class: 'group', role: 'group', 'aria-label': manifest.group }, ...buttons),
    );
  }

  /** Presses a button; resolves when the add-in says that it is done. */
  async press(id: string): Promise<void> {
    const button = this.manifest.buttons.find((item) => item.id === id);
    if (!button) throw new Error(`No ribbon button ${id}`);
    if (button.action.kind === 'showTaskpane') this.pane.toggle();
    else await this.run(button, button.action.name);
  }

  private async run(button: RibbonButton, functionName: string): Promise<void> {
    const control = byId<HTMLButtonElement>(button.id);
    control.disabled = true;
    try {
      await this.host.runCommand(functionName, button.id);
    } catch (reason) {
      this.tell(`${button.label}: ${reason instanceof Error ? reason.message : String(reason)}`);
      throw reason;
    } finally {
      control.disabled = false;
    }
  }
}
