/**
 * `npm run summarize -- --in 'claims/*.parquet' --out actuals.csv`: claims too many for the pane, as the monthly summary
 * that it reads. With `--engine clickhouse --url …` the claims are a table of a cluster: `--in claims`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clickHouse } from './clickhouse';
import { duckDb } from './duckdb';
import { summarize } from './summarize';
import { csvOf, saidOf } from './written';

const USAGE = `npm run summarize -- --in 'claims/*.parquet' --out actuals.csv [--as-of 2026-07]
npm run summarize -- --engine clickhouse --url http://localhost:8123 --in claims --out actuals.csv`;

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      in: { type: 'string' },
      out: { type: 'string' },
      engine: { type: 'string', default: 'duckdb' },
      url: { type: 'string' },
      'as-of': { type: 'string' },
    },
  });
  const { in: from, out, engine: name, url, 'as-of': month } = values;
  if (!from || !out || (name !== 'duckdb' && name !== 'clickhouse') || (name === 'clickhouse') !== (url !== undefined))
    throw new Error(USAGE);
  const [, year, ofYear] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month ?? '') ?? [];
  if (month !== undefined && !year) throw new Error(`--as-of is a month such as 2026-07, not ${month}.`);
  const engine = url === undefined ? await duckDb(from) : clickHouse(url, from);
  try {
    const summary = await summarize(engine, year ? { asOf: Number(year) * 12 + Number(ofYear) - 1 } : {});
    writeFileSync(out, csvOf(summary));
    for (const line of saidOf(summary)) console.log(line);
    console.log(`Written to ${out}. Open it on the pane’s Refresh page, or paste it.`);
  } finally {
    engine.close();
  }
}

start().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
