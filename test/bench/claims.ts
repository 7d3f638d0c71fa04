/**
 * Reads a file of claims as the pane does, beside DuckDB, each in a process of its own and in turns: what it takes of
 * the processor and of memory, whether both count the same, and whether ten times the rows take ten times as long.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byMonthInSteps } from '../../src/actuals/by-month';
import { readFile } from '../../src/actuals/reading/read-file';
import type { Cents } from '../../src/actuals/rows';
import { median } from './timing';
import { writeClaims } from './claims-file';

const ROUNDS = 3;

/** What a run took, and what it counted. */
interface Run {
  /** Milliseconds of the processor, on all its cores. */
  cpu: number;
  wall: number;
  /** MB, the most that the process held. */
  memory: number;
  /** Milliseconds; the longest time without a pause. */
  longest: number;
  groups: number;
  patients: number;
  allowed: number;
}

async function measured(work: () => Promise<Omit<Run, 'cpu' | 'wall' | 'memory'>>): Promise<Run> {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  const counted = await work();
  const { user, system } = process.cpuUsage(cpu);
  const memory = process.resourceUsage().maxRSS / 1024;
  return { ...counted, cpu: (user + system) / 1000, wall: performance.now() - start, memory };
}

function sumOf(cents: Cents): number {
  let sum = 0;
  for (let i = 0; i < cents.length; i++) sum += cents[i];
  return sum;
}

/** The pane’s way: pieces, checks of every row, groups with distinct patients. */
const ours = (path: string) =>
  measured(async () => {
    const descriptor = openSync(path, 'r');
    let longest = 0;
    let since = performance.now();
    const paused = () => {
      longest = Math.max(longest, performance.now() - since);
      since = performance.now();
      return Promise.resolve();
    };
    const { rows, refused } = await readFile(
      {
        size: statSync(path).size,
        bytes: (from, to) => {
          const bytes = new Uint8Array(to - from);
          readSync(descriptor, bytes, 0, bytes.length, from);
          return Promise.resolve(bytes);
        },
      },
      {},
      paused,
    );
    closeSync(descriptor);
    if (rows?.kind !== 'claims') throw new Error(refused ?? 'no claims');
    const grouped = await byMonthInSteps([rows], { asOf: 2030 * 12 }, paused);
    const months = grouped.rows.filter(({ figures }) => figures.submitted);
    await paused();
    return {
      longest,
      groups: months.length,
      patients: months.reduce((sum, { figures }) => sum + figures.submitted!, 0),
      allowed: sumOf(rows.allowed),
    };
  });

interface DuckDb {
  DuckDBInstance: {
    create(
      path: string,
      options: object,
    ): Promise<{ connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }> }> }>;
  };
}

/** Money in whole cents from the first: a cast to DECIMAL rounds in one engine and truncates in another. */
const sql = (path: string): string => `
  select program, payer, service_month, count(*), sum(cast(round(allowed * 100) as bigint)),
    sum(cast(round(paid * 100) as bigint)), count(distinct patient_id)
  from read_csv('${path}', header = true, columns = {
    'claim_id': 'VARCHAR', 'patient_id': 'VARCHAR', 'practice': 'VARCHAR', 'service_month': 'DATE',
    'program': 'VARCHAR', 'payer': 'VARCHAR', 'code': 'VARCHAR', 'allowed': 'DOUBLE', 'paid': 'DOUBLE',
    'status': 'VARCHAR', 'decision_date': 'DATE'})
  group by 1, 2, 3`;

async function duckDb(path: string, folder: string): Promise<Run> {
  const { DuckDBInstance } = createRequire(join(folder, 'claims.ts'))('@duckdb/node-api') as DuckDb;
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  return measured(async () => {
    const rows = (await connection.runAndReadAll(sql(path))).getRows();
    const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
    return { longest: 0, groups: rows.length, patients: sum(6), allowed: sum(4) };
  });
}

/** What a process of its own does, and prints. */
export async function work(who: string, path: string, folder: string): Promise<void> {
  console.log(JSON.stringify(await (who === 'ours' ? ours(path) : duckDb(path, folder))));
}

function inItsOwnProcess(bundle: string, who: string, path: string, folder: string): Run {
  const script = `require(${JSON.stringify(bundle)}).work(${JSON.stringify(who)}, ${JSON.stringify(path)}, ${JSON.stringify(folder)})`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim().split('\n').slice(0, 5).join('\n'));
  return JSON.parse(stdout) as Run;
}

/** @throws when the two count differently */
export function bench(folder: string, bundle: string): void {
  const temporary = mkdtempSync(join(tmpdir(), 'pppm-claims-'));
  try {
    let hasDuckDb = true;
    for (const rows of [1_000_000, 10_000_000]) {
      const path = join(temporary, 'claims.csv');
      writeClaims(path, rows);
      const runs: Record<string, Run[]> = { ours: [], duckdb: [] };
      for (let round = 0; round < (rows > 1e6 ? 1 : ROUNDS); round++) {
        runs['ours'].push(inItsOwnProcess(bundle, 'ours', path, folder));
        if (!hasDuckDb) continue;
        try {
          runs['duckdb'].push(inItsOwnProcess(bundle, 'duckdb', path, folder));
        } catch (error) {
          if (!String(error).includes('Cannot find module')) throw error;
          hasDuckDb = false;
          console.log('DuckDB is not installed (npm install @duckdb/node-api): timed alone.');
        }
      }
      for (const [who, of] of Object.entries(runs)) if (of.length) console.log(lineOf(who, rows, of));
      const [a, b] = [runs['ours'][0], runs['duckdb'].at(0)];
      if (!b) continue;
      if (a.groups !== b.groups || a.patients !== b.patients || a.allowed !== b.allowed)
        throw new Error(`They count differently: ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
      const cpu = (of: readonly Run[]) => median(of.map((run) => run.cpu));
      console.log(
        `  the same ${a.groups} groups; processor ${(cpu(runs['ours']) / cpu(runs['duckdb'])).toFixed(2)}× DuckDB, target 1.2×`,
      );
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function lineOf(who: string, rows: number, runs: readonly Run[]): string {
  const of = (key: 'cpu' | 'wall' | 'memory' | 'longest') => median(runs.map((run) => run[key])).toFixed(0);
  const name = who === 'ours' ? 'PPPM' : 'DuckDB, 2 threads';
  const longest = who === 'ours' ? `, longest without a pause ${of('longest')} ms` : '';
  return `${rows.toLocaleString('en-US')} claims, ${name}: ${of('cpu')} ms of processor, ${of('wall')} ms, ${of('memory')} MB${longest}`;
}
