/** Files of claims, many million lines: CSV or Parquet, by DuckDB, which is installed for this alone. */
import { COLUMNS } from '../actuals/reading/kinds';
import { quotedText, type Columns } from './claims-sql';
import type { Engine } from './summarize';

const TYPES: Readonly<Record<string, string>> = { money: 'DOUBLE', day: 'DATE', month: 'DATE' };

/** @param files a path, which may have stars: claims/*.parquet */
export async function duckDb(files: string): Promise<Engine> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => {
    throw new Error('DuckDB is not installed: npm install @duckdb/node-api');
  });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(String));
  const path = `'${files.replaceAll("'", "''")}'`;
  const isParquet = files.endsWith('.parquet');
  return {
    source(columns: Columns) {
      if (isParquet) return `read_parquet(${path})`;
      const types = COLUMNS.claims.flatMap(({ key, holds }) => {
        const name = columns.get(key);
        return name === undefined ? [] : [`${quotedText(name)}: '${TYPES[holds] ?? 'VARCHAR'}'`];
      });
      return `read_csv(${path}, header = true, types = {${types.join(', ')}})`;
    },
    headers: async () =>
      (
        await rows(
          `describe select * from ${isParquet ? `read_parquet(${path})` : `read_csv(${path}, header = true, all_varchar = true)`}`,
        )
      ).map(([name]) => name),
    rows,
    close: () => connection.closeSync(),
  };
}
