import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { clickHouse } from '../../src/summarize/clickhouse';

/** ClickHouse itself is asked by `npm run test:engines`; here is only how it is spoken to. */
describe('A ClickHouse cluster', () => {
  let server: Server;
  const asked: { url: string; user: string | undefined; body: string }[] = [];
  const listening = async (status: number, answer: string): Promise<number> => {
    asked.length = 0;
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        asked.push({ url: request.url!, user: request.headers.authorization, body });
        response.writeHead(status).end(answer);
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return (server.address() as AddressInfo).port;
  };
  afterEach(() => new Promise((closed) => server.close(closed)));

  it('is asked with the user of the address, who is no part of it', async () => {
    const port = await listening(200, '["2026-07","CCM",12]\n["2026-08",null,"34"]\n');
    const engine = clickHouse(`http://me:s%3Acret@127.0.0.1:${port}`, 'claims.lines');
    expect(await engine.rows('select 1')).toEqual([
      ['2026-07', 'CCM', '12'],
      ['2026-08', 'null', '34'],
    ]);
    expect(asked).toEqual([
      {
        url: '/?cast_keep_nullable=1',
        user: `Basic ${Buffer.from('me:s:cret').toString('base64')}`,
        body: 'select 1 format JSONCompactEachRow',
      },
    ]);
  });

  it('says what went wrong, and that a table is not there', async () => {
    let port = await listening(404, 'Code: 60. Unknown table');
    await expect(clickHouse(`http://127.0.0.1:${port}`, 'lines').rows('select 1')).rejects.toThrow(/404: Code: 60/);
    await new Promise((closed) => server.close(closed));
    port = await listening(200, '');
    await expect(clickHouse(`http://127.0.0.1:${port}`, 'lines').headers()).rejects.toThrow('There is no table lines.');
    expect(() => clickHouse('http://127.0.0.1', 'lines; drop table lines')).toThrow(/is not the name of a table/);
  });
});
