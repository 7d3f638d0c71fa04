/** Takes the README's picture, docs/workbench.png, of the workbench with the sample's workbook: `npm run picture`. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFromPane, waitForLight } from './pane-actions';
import { openWorkbench } from '../../src/workbench/driver/workbench';

async function takePicture(): Promise<void> {
  const workbench = await openWorkbench({ viewport: { width: 1500, height: 630 }, pane: 340 });
  try {
    await buildFromPane(workbench);
    await waitForLight(workbench, /All \d+ checks pass/);
    // Away from a cell with an input hint, which would cover the chart.
    await workbench.select('Start!A1');
    await workbench.settled();
    copyFileSync(await workbench.screenshot('readme'), join(__dirname, '..', '..', 'docs', 'workbench.png'));
  } finally {
    await workbench.close();
  }
}

void takePicture();
