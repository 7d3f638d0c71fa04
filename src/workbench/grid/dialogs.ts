/** Univer's dialogs, as Excel has them: they wait while an entry is typed, and when they close the keys go to the sheet. */
import type { EditorBridgeService } from '@univerjs/sheets-ui';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import { IDialogService, ILayoutService } from '@univerjs/ui';
import type { UniverApp } from './univer-app';

export function openDialogsAsExcel(app: UniverApp): void {
  const dialogs = app.injector.get(IDialogService);
  const layout = app.injector.get(ILayoutService);
  const bridge = app.injector.get(IEditorBridgeService) as EditorBridgeService;
  const open = dialogs.open.bind(dialogs);
  const waiting: Parameters<typeof open>[0][] = [];
  dialogs.open = (option) => {
    if (!bridge.isVisible().visible) return open(option);
    waiting.push(option);
    return { dispose: () => undefined };
  };
  bridge.afterVisible$.subscribe(({ visible }) => {
    if (!visible) for (const option of waiting.splice(0)) setTimeout(() => open(option));
  });
  let wereOpen = false;
  dialogs.getDialogs$().subscribe((all) => {
    const areOpen = all.some((dialog) => dialog.open);
    // After the dialog itself has given the focus back to nothing.
    if (wereOpen && !areOpen) setTimeout(() => layout.focus(), FOCUS_DELAY);
    wereOpen = areOpen;
  });
}

/** Milliseconds that a dialog takes to fade. */
const FOCUS_DELAY = 250;
