/** Answers requests with the files of one folder, as a web server of static files would. */
import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
};

export function fileHandler(folder: string): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const path = fileAt(folder, request.url ?? '/');
    if (!path) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
      return;
    }
    // Excel keeps what it is allowed to keep, functions.json for a day: a developer wants what was just built.
    response.writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(path).pipe(response);
  };
}

/** The file that an address means, or null when there is none inside the folder. */
function fileAt(folder: string, address: string): string | null {
  try {
    const path = resolve(folder, `.${decodeURIComponent(new URL(address, 'https://localhost').pathname)}`);
    return path.startsWith(folder + sep) && statSync(path).isFile() ? path : null;
  } catch {
    return null;
  }
}
