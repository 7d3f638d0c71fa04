/** A browser for tests: one that is installed (Chrome, Edge, Chromium), else the one from the npm registry. */
import { chromium, type Browser } from 'playwright-core';
import { findInstalled } from './installed-browser';

export async function launchBrowser(): Promise<Browser> {
  const installed = findInstalled();
  if (installed)
    return chromium.launch({ executablePath: installed, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const { default: packaged } = await import('@sparticuz/chromium');
  // Its own arguments are for Lambda: one process, which the first page that closes takes along, closing that
  // takes ten seconds, and web security switched off. It is launched like an ordinary browser.
  return chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] });
}
