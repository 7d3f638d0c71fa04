/** What a user does with files of Excel's in the workbench. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Workbench } from '../../src/workbench/driver/workbench';

/** Opens the menu, or closes it. */
export const menu = (page: Page) => page.locator('#options summary').click();

/** Milliseconds in which a copy is calculated on a machine that has other work to do. */
const LONGEST = 120_000;

/** The file that comes of a click. */
export async function downloaded({ page }: Workbench, name: string, click: () => Promise<void>): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: LONGEST }), click()]);
  if (download.suggestedFilename() !== name) throw new Error(`${download.suggestedFilename()} came, not ${name}`);
  return readFileSync(await download.path());
}

async function fromMenu(at: Workbench, button: string, name: string): Promise<Uint8Array> {
  await menu(at.page);
  const bytes = await downloaded(at, name, () => at.page.getByRole('button', { name: button }).click());
  await menu(at.page);
  return bytes;
}

export const saveAsXlsx = (at: Workbench) => fromMenu(at, 'Save as .xlsx', 'workbook.xlsx');
export const savePlainCopy = (at: Workbench) => fromMenu(at, 'Save plain copy', 'plain-copy.xlsx');

/**
 * @param folder where the file may lie
 * @returns the workbench with the add-in's new page
 */
export async function openXlsx(at: Workbench, folder: string, bytes: Uint8Array): Promise<Workbench> {
  const { page } = at;
  const path = join(folder, 'open.xlsx');
  writeFileSync(path, bytes);
  await menu(page);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open .xlsx' }).click(),
  ]);
  const loaded = page.frame('addin')!.waitForNavigation();
  await chooser.setFiles(path);
  await loaded;
  await menu(page);
  await at.settled();
  return { ...at, frame: page.frame('addin')! };
}
