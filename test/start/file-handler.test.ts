import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileHandler } from '../../src/start/file-handler';

describe('The development server', () => {
  let base: string;
  let server: Server;

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'file-handler-'));
    mkdirSync(join(base, 'dist', 'help'), { recursive: true });
    writeFileSync(join(base, 'secret.txt'), 'secret');
    writeFileSync(join(base, 'dist', 'functions.json'), '{"functions":[]}');
    writeFileSync(join(base, 'dist', 'help', 'PANEL.html'), '<p>Panel</p>');
    server = createServer(fileHandler(join(base, 'dist')));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });

  afterAll(() => {
    server.close();
    rmSync(base, { recursive: true });
  });

  /** fetch would tidy the path up before sending it. */
  const get = (path: string, method = 'GET') =>
    new Promise<{ status: number; type: string | undefined; cache: string | undefined; body: string }>(
      (resolve, reject) => {
        request({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, path, method }, (response) => {
          let body = '';
          response.on('data', (chunk) => (body += chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode!,
              type: response.headers['content-type'],
              cache: response.headers['cache-control'],
              body,
            }),
          );
        })
          .on('error', reject)
          .end();
      },
    );

  it('serves a file with its type, never to be cached', async () => {
    expect(await get('/functions.json')).toEqual({
      status: 200,
      type: 'application/json; charset=utf-8',
      cache: 'no-store',
      body: '{"functions":[]}',
    });
  });

  it('serves files of folders, whatever the query', async () => {
    expect(await get('/help/PANEL.html?v=1')).toMatchObject({ status: 200, body: '<p>Panel</p>' });
  });

  it('answers HEAD without a body', async () => {
    expect(await get('/help/PANEL.html', 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it.each(['/nothing.js', '/help', '/', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%zz'])(
    'has nothing at %s',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 404, body: 'Not found' });
    },
  );
});
