/** The workbench's web server: the page at /, the built add-in at /addin/, Microsoft's Office.js at /office-js/. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { withWorkbench } from './addin-page';

export interface WorkbenchServerOptions {
  /** Taken if it is free, else any other. */
  port?: number;
  /** The build's output: the add-in, and the workbench's page in workbench/. */
  dist?: string;
}

export interface WorkbenchServer {
  url: string;
  close(): Promise<void>;
}

const DEFAULT_PORT = 3141;
const ROOT = resolve(__dirname, '..', '..', '..');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

export async function startWorkbench({
  port = DEFAULT_PORT,
  dist = join(ROOT, 'dist'),
}: WorkbenchServerOptions = {}): Promise<WorkbenchServer> {
  const mounts: readonly [path: string, folder: string][] = [
    ['/addin/', resolve(dist)],
    ['/office-js/', dirname(require.resolve('@microsoft/office-js/dist/office.js', { paths: [ROOT] }))],
    ['/workbench/', join(resolve(dist), 'workbench')],
    ['/', join(resolve(dist), 'workbench')],
  ];
  const server = createServer((request, response) => {
    answer(mounts, request, response).catch(() => response.writeHead(500).end());
  });
  await listen(server, port).catch((reason: NodeJS.ErrnoException) => {
    if (reason.code !== 'EADDRINUSE' && reason.code !== 'EACCES') throw reason;
    return listen(server, 0);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Only for this machine: what is typed into the workbench is nobody else's business. */
function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      listening();
    });
  });
}

async function answer(
  mounts: readonly [string, string][],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = locate(mounts, request.url ?? '/');
  const content = file && (await readFile(file.path).catch(() => null));
  if (!content) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`Not found: ${request.url}`);
    return;
  }
  const isAddinPage = file.mount === '/addin/' && extname(file.path) === '.html';
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file.path)] ?? 'application/octet-stream',
    'Cache-Control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : isAddinPage ? withWorkbench(content.toString('utf8')) : content);
}

/** The file an address means, or null where it points outside the folders served. */
function locate(mounts: readonly [string, string][], url: string): { mount: string; path: string } | null {
  let address: string;
  try {
    address = decodeURIComponent(new URL(url, 'http://workbench').pathname);
  } catch {
    return null;
  }
  const [mount, folder] = mounts.find(([path]) => address.startsWith(path))!;
  const path = resolve(folder, `./${address.slice(mount.length) || 'index.html'}`);
  return path.startsWith(folder + sep) && !path.includes('\0') ? { mount, path } : null;
}
