/** A browser for tests: one that is installed (Chrome, Edge, Chromium), else the one from the npm registry. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const USUAL_PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  linux: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
};

export async function launchBrowser(): Promise<Browser> {
  const installed = findInstalled();
  if (installed)
    return chromium.launch({ executablePath: installed, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const { default: packaged } = await import('@sparticuz/chromium');
  // Its own arguments are for Lambda: one process, which the first page that closes takes along, closing that
  // takes ten seconds, and web security switched off. It is launched like an ordinary browser.
  return chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] });
}

function findInstalled(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return chosen;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, name + suffix)));
  return [...onPath, ...(USUAL_PLACES[process.platform] ?? [])].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
