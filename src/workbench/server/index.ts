/** The workbench's web server: the page at /, the built add-in at /addin/, Microsoft's Office.js at /office-js/. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, resolve } from 'node:path';
import { withWorkbench } from './addin-page';
import { serveFiles, type Mount } from './static-files';

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
const ADDIN = '/addin/';
const ROOT = resolve(__dirname, '..', '..', '..');

export async function startWorkbench({
  port = DEFAULT_PORT,
  dist = join(ROOT, 'dist'),
}: WorkbenchServerOptions = {}): Promise<WorkbenchServer> {
  const mounts: readonly Mount[] = [
    { path: ADDIN, folder: resolve(dist) },
    { path: '/office-js/', folder: dirname(require.resolve('@microsoft/office-js/dist/office.js', { paths: [ROOT] })) },
    { path: '/workbench/', folder: join(resolve(dist), 'workbench') },
    { path: '/', folder: join(resolve(dist), 'workbench') },
  ];
  const server = createServer(
    serveFiles({
      mounts,
      index: 'index.html',
      transform: ({ mount, path }, content) =>
        mount === ADDIN && extname(path) === '.html' ? withWorkbench(content.toString('utf8')) : content,
    }),
  );
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
