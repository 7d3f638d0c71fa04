/**
 * Serves the files of folders, to this machine alone. What the workbench's and the development server have in
 * common: what they refuse is refused here, once.
 */
import { realpath, readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';

/** Files below a folder, at addresses that begin with a path; the first that fits an address counts. */
export interface Mount {
  /** Begins and ends with a slash. */
  path: string;
  folder: string;
}

export interface StaticFiles {
  mounts: readonly Mount[];
  /** Sent with every file. */
  headers?: OutgoingHttpHeaders;
  /** Stands for an address that ends with its mount. */
  index?: string;
  /** A file as it is sent. */
  transform?(file: ServedFile, content: Buffer): Buffer | string;
}

export interface ServedFile {
  mount: string;
  path: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** Names of this machine. A page of another name that resolves to this address would read what is typed here. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

export function serveFiles(files: StaticFiles): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(files, request, response).catch(() => refuse(response, 500, 'The file could not be read'));
  };
}

async function answer(
  { mounts, headers = {}, index = '', transform = (_, content) => content }: StaticFiles,
  { headers: { host }, method, url = '/' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!LOOPBACK.test(host ?? '')) return refuse(response, 403, 'For this machine only');
  if (method !== 'GET' && method !== 'HEAD')
    return refuse(response, 405, 'Files can only be read', { Allow: 'GET, HEAD' });
  const file = await locate(mounts, url, index);
  if (!file) return refuse(response, 404, 'Not found');
  const content = transform(file, await readFile(file.path));
  // Excel keeps what it is allowed to keep, functions.json for a day: everybody here wants what was just built.
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file.path)] ?? 'application/octet-stream',
    'Content-Length': Buffer.byteLength(content),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(method === 'HEAD' ? undefined : content);
}

/** Says nothing of what was asked for: an address is not ours to repeat. */
function refuse(response: ServerResponse, status: number, text: string, headers: OutgoingHttpHeaders = {}): void {
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff', ...headers })
    .end(text);
}

/** The file an address means; null where there is none inside the folder, links out of it included. */
async function locate(mounts: readonly Mount[], url: string, index: string): Promise<ServedFile | null> {
  try {
    const address = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const mount = mounts.find(({ path }) => address.startsWith(path));
    if (!mount) return null;
    const folder = await realpath(mount.folder);
    const path = await realpath(resolve(folder, `./${address.slice(mount.path.length) || index}`));
    return path.startsWith(folder + sep) && (await stat(path)).isFile() ? { mount: mount.path, path } : null;
  } catch {
    return null;
  }
}
