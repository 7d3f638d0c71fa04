import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { developmentFiles } from '../../src/start/development-files';
import { startWorkbench, type WorkbenchServer } from '../../src/workbench/server';

/** A folder as the build leaves it, with a secret beside it and links to the secret inside it. */
function outputFolder(): string {
  const base = mkdtempSync(join(tmpdir(), 'served-'));
  const dist = join(base, 'dist');
  mkdirSync(join(dist, 'help'), { recursive: true });
  mkdirSync(join(dist, 'workbench'));
  mkdirSync(join(base, 'private'));
  writeFileSync(join(base, 'secret.txt'), 'secret');
  writeFileSync(join(base, 'private', 'key.txt'), 'secret');
  writeFileSync(join(dist, 'functions.json'), '{"functions":[]}');
  writeFileSync(join(dist, 'help', 'PANEL.html'), '<p>Panel</p>');
  writeFileSync(join(dist, 'empty.js'), '');
  symlinkSync(join(base, 'secret.txt'), join(dist, 'link.txt'));
  symlinkSync(join(base, 'private'), join(dist, 'folder'));
  symlinkSync(join(dist, 'functions.json'), join(dist, 'inside.json'));
  return base;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** fetch would tidy the path up before sending it, and knows no other host. */
const ask = (port: number, path: string, method = 'GET', host = `localhost:${port}`): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });

/** Both servers serve the same folder, the workbench's one below /addin. */
const SERVERS = ['The development server', 'The workbench’s server'] as const;

describe.each(SERVERS)('%s', (name) => {
  const below = name === SERVERS[1] ? '/addin' : '';
  let base: string;
  let port: number;
  let server: Server | null = null;
  let workbench: WorkbenchServer | null = null;
  const get = (path: string, method?: string, host?: string) => ask(port, `${below}${path}`, method, host);

  beforeAll(async () => {
    base = outputFolder();
    const dist = join(base, 'dist');
    if (name === SERVERS[1]) {
      workbench = await startWorkbench({ port: 0, dist });
      port = Number(new URL(workbench.url).port);
    } else {
      server = createServer(developmentFiles(dist));
      await new Promise<void>((listening) => server!.listen(0, '127.0.0.1', listening));
      port = (server.address() as AddressInfo).port;
    }
  });

  afterAll(async () => {
    server?.close();
    await workbench?.close();
    rmSync(base, { recursive: true });
  });

  it('serves a file with its type, never to be cached or taken for another type', async () => {
    const { status, headers, body } = await get('/functions.json');
    expect({ status, body }).toEqual({ status: 200, body: '{"functions":[]}' });
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('serves files of folders whatever the query, empty files, and links to files inside', async () => {
    expect((await get('/help/PANEL.html?v=1')).body).toContain('<p>Panel</p>');
    expect(await get('/empty.js')).toMatchObject({ status: 200, body: '' });
    expect(await get('/inside.json')).toMatchObject({ status: 200, body: '{"functions":[]}' });
  });

  it('answers HEAD without a body', async () => {
    expect(await get('/help/PANEL.html', 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it.each([
    '/nothing.js',
    '/help',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%zz',
    '/functions.json%00.html',
    '/link.txt',
    '/folder/key.txt',
    '/help/../../private/key.txt',
  ])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
    expect((await get(path)).body).not.toContain('secret');
  });

  it('does not repeat what was asked for', async () => {
    expect((await get('/<script>alert(1)</script>')).body).toBe('Not found');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('refuses %s', async (method) => {
    expect(await get('/functions.json', method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it.each(['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.0.0.1:3000', '[::1]', '[::1]:3000'])(
    'answers as %s',
    async (host) => {
      expect((await get('/functions.json', 'GET', host)).status).toBe(200);
    },
  );

  it.each(['example.com', 'localhost.example.com', 'example.com:3000', '127.0.0.1.example.com', '10.0.0.1'])(
    'does not answer as %s',
    async (host) => {
      expect(await get('/functions.json', 'GET', host)).toMatchObject({ status: 403, body: 'For this machine only' });
    },
  );
});
