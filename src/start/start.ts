/**
 * `npm start`: Excel where there can be one (Windows, Mac), otherwise the workbench in the browser.
 * `npm run workbench` opens the workbench anywhere.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from '../build/built';
import { openBrowser } from './open-browser';

const root = join(__dirname, '..', '..');

function excelMayBeHere(): boolean {
  if (process.platform === 'win32') return true;
  return process.platform === 'darwin' && existsSync('/Applications/Microsoft Excel.app');
}

async function openWorkbench(): Promise<void> {
  const { startWorkbench } = await import('../workbench/server');
  const { url } = await startWorkbench();
  console.log(`\nThe workbench is at ${url}\nStop it with Ctrl+C.`);
  openBrowser(url);
}

async function openExcel(): Promise<void> {
  const { startExcel } = await import('./excel');
  try {
    await startExcel(root);
  } catch (error) {
    console.error(
      `\nExcel did not start: ${error instanceof Error ? error.message : error}\nTo try the add-in without Excel: npm run workbench`,
    );
    process.exit(1);
  }
}

async function start(): Promise<void> {
  buildIfStale(root);
  if (process.argv[2] === 'workbench' || !excelMayBeHere()) await openWorkbench();
  else await openExcel();
}

start().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
