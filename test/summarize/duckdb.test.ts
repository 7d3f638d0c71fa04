import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readText } from '../../src/actuals/reading/csv';
import { duckDb } from '../../src/summarize/duckdb';
import { summarize } from '../../src/summarize/summarize';
import { csvOf, saidOf } from '../../src/summarize/written';
import { claimsText, inOrder, paneAnswer } from './same-groups';

const hasDuckDb = existsSync(join(import.meta.dirname, '../../node_modules/@duckdb/node-api/package.json'));
if (!hasDuckDb) console.log('Left out: groups by DuckDB, which is not installed (npm install @duckdb/node-api).');

describe.skipIf(!hasDuckDb)('Claims summarized by DuckDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pppm-summarize-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const summaryOf = async (files: string, options = {}) => {
    const engine = await duckDb(files);
    try {
      return await summarize(engine, options);
    } finally {
      engine.close();
    }
  };

  it.each([1, 2])('are the groups of the pane, to the cent, seed %i', async (seed) => {
    const text = claimsText(1_500, seed);
    const file = join(folder, `claims-${seed}.csv`);
    writeFileSync(file, text);
    for (const asOf of [null, 2025 * 12]) {
      const [sql, pane] = [await summaryOf(file, asOf === null ? {} : { asOf }), paneAnswer(text, asOf)];
      expect(sql.asOf).toBe(pane.asOf);
      expect(inOrder(sql.rows)).toEqual(pane.rows);
      expect(sql.rows.length).toBeGreaterThan(50);
      expect([sql.lines.in, sql.lines.used]).toEqual([pane.linesIn, pane.used]);
      const aside = sql.aside.reduce((sum, { lines }) => sum + lines, 0);
      expect(sql.lines.used + sql.lines.repeated + aside).toBe(sql.lines.in);
    }
  });

  it('are the same from Parquet files, several of them', async () => {
    const text = claimsText(1_500, 9);
    const file = join(folder, 'all.csv');
    writeFileSync(file, text);
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      `create table lines as select row_number() over () as n, * from read_csv('${file}', header = true)`,
    );
    for (const half of [0, 1])
      await connection.run(
        `copy (select * exclude n from lines where n % 2 = ${half}) to '${folder}/half-${half}.parquet' (format parquet)`,
      );
    connection.closeSync();
    const sql = await summaryOf(`${folder}/half-*.parquet`);
    expect(inOrder(sql.rows)).toEqual(paneAnswer(text, null).rows);
  });

  it('are written as a summary that the add-in reads, and say what was set aside', async () => {
    const file = join(folder, 'written.csv');
    writeFileSync(file, claimsText(2_000, 4));
    const summary = await summaryOf(file);
    const reading = readText(csvOf(summary));
    expect(reading.kind).toBe('summary');
    expect(reading.account.rowsUsed).toBe(summary.rows.length);
    const cash = summary.rows.reduce((sum, { figures }) => sum + figures.cash!, 0);
    expect(reading.account.money.find(({ header }) => header === 'Cash')?.used).toBe(cash);
    expect(saidOf(summary).join('\n')).toMatch(/lines read[^]*same as another[^]*blank cell[^]*whatever/);
  });

  it('need the columns of claims', async () => {
    const file = join(folder, 'other.csv');
    writeFileSync(file, 'Patient ID,Program\nP1,CCM\n');
    await expect(summaryOf(file)).rejects.toThrow(/^Claims need Claim ID.*found are Patient ID, Program/);
  });
});
