/**
 * `npm run test:engines`: a million claims in two shards, grouped by DuckDB, by ClickHouse and by the pane’s code; it
 * fails where they differ by a cent, and says which engine it left out. ClickHouse runs in this process where `chdb` is
 * installed (npm install --no-save chdb). `ROWS` takes another number of claims.
 */
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byMonth } from '../../src/actuals/by-month';
import { readFile } from '../../src/actuals/reading/read-file';
import { rowsOfJson } from '../../src/summarize/clickhouse';
import { duckDb } from '../../src/summarize/duckdb';
import { summarize, type Engine } from '../../src/summarize/summarize';
import { writeClaims } from '../bench/claims-file';
import { inOrder } from './same-groups';

const ROWS = Number(process.env['ROWS'] ?? 1_000_000);

async function pane(path: string): Promise<unknown> {
  const descriptor = openSync(path, 'r');
  const { rows, refused } = await readFile({
    size: statSync(path).size,
    bytes: (from, to) => {
      const bytes = new Uint8Array(to - from);
      readSync(descriptor, bytes, 0, bytes.length, from);
      return Promise.resolve(bytes);
    },
  });
  closeSync(descriptor);
  if (!rows) throw new Error(refused ?? 'nothing');
  const { asOf, rows: months } = byMonth([rows]);
  return { asOf, rows: inOrder(months) };
}

interface ChDb {
  Session: new (path?: string) => { query(sql: string, format?: string): unknown; cleanup(): void };
}

/** Every other line in a shard of its own, behind one view. */
function chDb(shards: readonly string[]): Engine | null {
  let chdb: ChDb;
  try {
    chdb = createRequire(join(process.cwd(), 'package.json'))('chdb') as ChDb;
  } catch {
    return null;
  }
  const session = new chdb.Session();
  const ask = (sql: string, format = 'JSONCompactEachRow') => {
    const answer = session.query(sql, format) as string | { text(): string } | null;
    return typeof answer === 'string' ? answer : (answer?.text() ?? '');
  };
  ask('create database claims');
  shards.forEach((path, i) =>
    ask(
      `create table claims.shard_${i} engine = MergeTree order by tuple() as select * from file('${path}', CSVWithNames,
        'claim_id String, patient_id String, practice String, service_month Date, program String, payer String,
        code String, allowed Float64, paid Float64, status String, decision_date Nullable(Date)')`,
    ),
  );
  ask(`create table claims.lines as claims.shard_0 engine = Merge('claims', '^shard_')`);
  return {
    source: () => 'claims.lines',
    headers: () => Promise.resolve(rowsOfJson(ask('describe claims.lines')).map(([name]) => name)),
    rows: (sql) => Promise.resolve(rowsOfJson(ask(`${sql} settings cast_keep_nullable = 1`))),
    close: () => session.cleanup(),
  };
}

async function groupsBy(engine: Engine): Promise<unknown> {
  try {
    const { asOf, rows } = await summarize(engine);
    return { asOf, rows: inOrder(rows) };
  } finally {
    engine.close();
  }
}

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pppm-engines-'));
  try {
    const whole = join(folder, 'whole.csv');
    writeClaims(whole, ROWS);
    const [header, ...lines] = readFileSync(whole, 'utf8').trimEnd().split('\r\n');
    const shards = [0, 1].map((half) => {
      const path = join(folder, `shard-${half}.csv`);
      writeFileSync(path, `${[header, ...lines.filter((_, i) => i % 2 === half)].join('\r\n')}\r\n`);
      return path;
    });
    const expected = JSON.stringify(await pane(whole));
    const engines: readonly (readonly [string, string, () => Promise<Engine | null>])[] = [
      ['DuckDB', '@duckdb/node-api', () => duckDb(join(folder, 'shard-*.csv')).catch(absent)],
      ['ClickHouse', '--no-save chdb', () => Promise.resolve(chDb(shards))],
    ];
    for (const [name, packaged, open] of engines) {
      const engine = await open();
      if (!engine) {
        console.log(`Left out: ${name}, which is not installed (npm install ${packaged}).`);
        continue;
      }
      if (JSON.stringify(await groupsBy(engine)) !== expected)
        throw new Error(`${name} counts other groups than the pane.`);
      console.log(`${name}: ${ROWS.toLocaleString('en-US')} claims in two shards, the same groups to the cent.`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function absent(error: Error): null {
  if (error.message.includes('not installed')) return null;
  throw error;
}

run().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
