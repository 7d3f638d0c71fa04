/** What every screen of the pane must be, whatever its width and theme. */
import { expect } from 'vitest';
import type { Workbench } from '../../src/workbench/driver/workbench';
import { faintTexts } from './contrast';

/** Nothing is wider than the pane, and every text can be read; keeps a picture. */
export async function expectReadable(workbench: Workbench, picture: string): Promise<void> {
  const { frame } = workbench;
  await workbench.screenshot(picture);
  expect(await frame.evaluate(faintTexts)).toEqual([]);
  expect(await frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
}
