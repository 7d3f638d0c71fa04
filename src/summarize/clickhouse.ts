/** A table of claims in a ClickHouse cluster, asked over its HTTP door. */
import type { Engine } from './summarize';

/** Casts keep what is not given, as they do in DuckDB. */
export const CLICKHOUSE_SETTINGS = 'cast_keep_nullable=1';

/** Rows as ClickHouse writes them in JSON. */
export const rowsOfJson = (text: string): string[][] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as unknown[]).map(String));

/**
 * @param url of the server, such as http://localhost:8123; a user and password in it are sent as such
 * @param table claims.lines, or a Distributed table over shards
 */
export function clickHouse(url: string, table: string): Engine {
  if (!/^[\w.]+$/.test(table)) throw new Error(`${table} is not the name of a table.`);
  const address = new URL(url);
  const headers: Record<string, string> = {};
  if (address.username) {
    const credentials = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
    headers['Authorization'] = `Basic ${Buffer.from(credentials).toString('base64')}`;
    address.username = address.password = '';
  }
  for (const setting of CLICKHOUSE_SETTINGS.split('&'))
    address.searchParams.set(...(setting.split('=') as [string, string]));
  const rows = async (sql: string) => {
    const response = await fetch(address, { method: 'POST', headers, body: `${sql} format JSONCompactEachRow` });
    const answer = await response.text();
    if (!response.ok) throw new Error(`ClickHouse answers ${response.status}: ${answer.slice(0, 300)}`);
    return rowsOfJson(answer);
  };
  return { source: () => table, headers: () => headersOf(table, rows), rows, close: () => {} };
}

async function headersOf(table: string, rows: Engine['rows']): Promise<string[]> {
  const known = (await rows(
    `select name from system.columns where concat(database, '.', table) = ${table.includes('.') ? `'${table}'` : `concat(currentDatabase(), '.${table}')`} order by position`,
  )) as string[][];
  if (known.length === 0) throw new Error(`There is no table ${table}.`);
  return known.map(([name]) => name);
}
