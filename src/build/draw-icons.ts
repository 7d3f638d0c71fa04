/**
 * Renders the icons in assets/ from their drawings: `npm run icons`. The mark has a simpler drawing for
 * 16 pixels, where a line over bars would blur.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as browser } from 'playwright-core';

const assets = join(__dirname, '..', '..', 'assets');

/** Drawing, name and sizes in pixels. The ribbon takes 16, 32 and 80; the rest is for dialogs and the store. */
const ICONS: [drawing: string, name: string, sizes: number[]][] = [
  ['icon-small', 'icon', [16]],
  ['icon', 'icon', [32, 64, 80, 128]],
  ['build', 'build', [16, 32, 80]],
  ['check', 'check', [16, 32, 80]],
  ['pane', 'pane', [16, 32, 80]],
  ['help', 'help', [16, 32, 80]],
];

async function drawIcons(): Promise<void> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const session = await browser.launch({
    executablePath: process.env.CHROME_PATH ?? (await chromium.executablePath()),
    args: chromium.args,
    headless: true,
  });
  try {
    const page = await session.newPage();
    for (const [drawing, name, sizes] of ICONS) {
      const svg = readFileSync(join(assets, `${drawing}.svg`), 'utf8');
      for (const size of sizes) {
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
        writeFileSync(join(assets, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
      }
    }
  } finally {
    await session.close();
  }
}

void drawIcons();
