/** Bundles the grid with its test page, serves it, and opens it in a real browser. */
import { build, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../driver/browser';
import plainFields from '../../plain-fields.cjs';

export interface GridPage {
  page: Page;
  /** Errors of the console, uncaught errors, and requests to anywhere else. */
  complaints: string[];
  close(): Promise<void>;
}

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };
const HTML =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Grid</title><link rel="stylesheet" href="page.css"><style>html,body,#app{margin:0;height:100%}</style></head><body><div id="app"></div><script src="page.js"></script></body></html>';

export async function openGridPage(): Promise<GridPage> {
  const folder = await mkdtemp(join(tmpdir(), 'grid-page-'));
  await build({
    entryPoints: [join(__dirname, 'page.ts')],
    bundle: true,
    outdir: folder,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff': 'dataurl', '.woff2': 'dataurl' },
    plugins: [asBuilt],
  });
  const server = await serve(folder);
  const browser = await launchBrowser();
  const { page, complaints } = await open(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    page,
    complaints,
    async close() {
      await browser.close();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The grid's packages as the build takes them in. */
const asBuilt: Plugin = {
  name: 'as-built',
  setup(build) {
    build.onLoad({ filter: plainFields.GRID_PACKAGES }, async ({ path }) => ({
      contents: plainFields(await readFile(path, 'utf8')),
    }));
  },
};

async function open(browser: Browser, url: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url))
      complaints.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  await page.waitForFunction(() => window.grid !== undefined);
  return { page, complaints };
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(HTML);
      return;
    }
    readFile(join(folder, path)).then(
      (content) => {
        response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
        response.end(content);
      },
      () => {
        response.statusCode = path === '/favicon.ico' ? 204 : 404;
        response.end();
      },
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
