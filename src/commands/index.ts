/** The ribbon's buttons. They share the pane's runtime. */
import { inspectWorkbook } from '../workbook';
import { changeExcel } from '../workbook/excel/door';
import { NAMES } from '../workbook/layout/names';

/** Every command ends by telling Office so, whatever happened. */
const command =
  (run: () => Promise<void>) =>
  (event: Office.AddinCommands.Event): void => {
    void run()
      .catch(showPane)
      .finally(() => event.completed());
  };

const showPane = (): Promise<void> => Office.addin.showAsTaskpane();

/** Goes to the checks; to the pane where there is no workbook of ours yet. */
async function showChecks(): Promise<void> {
  const { ours } = await inspectWorkbook();
  if (ours.length === 0) return showPane();
  await changeExcel(async (context) => {
    const light = context.workbook.names.getItem(NAMES.light).getRange();
    light.worksheet.activate();
    light.select();
    await context.sync();
  });
}

async function openHelp(): Promise<void> {
  const address = new URL('help/index.html', window.location.href).href;
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1'))
    Office.context.ui.openBrowserWindow(address);
  // Excel on the web has no such call, and its browser may block a window that no click in the pane asked for.
  else if (!window.open(address, '_blank'))
    await new Promise<void>((resolve) => {
      Office.context.ui.displayDialogAsync(address, { height: 80, width: 60 }, () => resolve());
    });
}

// The names are those of the manifest.
void Office.onReady(() => {
  Office.actions.associate('buildWorkbook', command(showPane));
  Office.actions.associate('checkWorkbook', command(showChecks));
  Office.actions.associate('openHelp', command(openHelp));
});
