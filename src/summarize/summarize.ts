/** Claims that no sheet and no pane holds, summarized by an engine of SQL. */
import { asOfMonth } from '../actuals/as-of';
import type { MonthRow } from '../actuals/monthly';
import { COLUMNS } from '../actuals/reading/kinds';
import { recognize } from '../actuals/reading/recognize';
import { accountSql, extentSql, groupsSql, wordsSql, type Columns, type Words } from './claims-sql';

/** Runs SQL. */
export interface Engine {
  /** What stands behind `from`, its columns typed: amounts as numbers, dates as dates. */
  source(columns: Columns): string;
  headers(): Promise<readonly string[]>;
  /** Rows of texts. */
  rows(sql: string): Promise<readonly (readonly string[])[]>;
  close(): void;
}

export interface Summarized {
  asOf: number;
  rows: readonly MonthRow[];
  lines: { in: number; used: number; repeated: number };
  /** Lines set aside and their cents, by reason. */
  aside: readonly { reason: string; lines: number; allowed: number; paid: number }[];
  /** Status words that are none, programs and payers. */
  words: Words;
}

/** @throws where claims lack a column */
export async function summarize(engine: Engine, given: { asOf?: number } = {}): Promise<Summarized> {
  const columns = columnsOf(await engine.headers());
  const source = engine.source(columns);
  const listed = async (key: keyof Words) =>
    columns.has(key) ? (await engine.rows(wordsSql(source, columns, key))).map(([word]) => word) : [];
  const words: Words = {
    program: await listed('program'),
    payer: await listed('payer'),
    status: await listed('status'),
  };
  const account = await engine.rows(accountSql(source, columns, words));
  const [[used, lastDay, lastMonth]] = await engine.rows(extentSql(source, columns, words));
  if (Number(used) === 0) throw new Error('No line of a claim could be used.');
  const day = Date.parse(`${lastDay.slice(0, 10)}T00:00:00Z`) / 86_400_000;
  const hasDates = day > 0;
  const asOf = given.asOf ?? (hasDates ? asOfMonth(day) : Number(lastMonth));
  const groups = await engine.rows(groupsSql(source, columns, words, asOf));
  const lines = account.reduce((sum, [, count]) => sum + Number(count), 0);
  const fine = Number(account.find(([reason]) => reason === '')?.[1] ?? 0);
  return {
    asOf,
    rows: groups.flatMap(([month, program, payer, ...amounts]) => {
      const [submitted, paid, allowed, cash] = amounts.map(Number);
      if (submitted === 0 && cash === 0) return [];
      const claims = submitted > 0 ? { billable: submitted, submitted, paid, allowed } : {};
      return [{ month: Number(month), program, payer, figures: { ...claims, ...(hasDates ? { cash } : {}) } }];
    }),
    lines: { in: lines, used: Number(used), repeated: fine - Number(used) },
    aside: account.flatMap(([reason, count, allowed, paid]) =>
      reason === '' ? [] : [{ reason, lines: Number(count), allowed: Number(allowed), paid: Number(paid) }],
    ),
    words,
  };
}

function columnsOf(headers: readonly string[]): Columns {
  const recognized = recognize([headers], {}, 'claims');
  const missing = recognized?.missing ?? COLUMNS.claims.filter(({ required }) => required);
  if (!recognized || missing.length)
    throw new Error(`Claims need ${missing.map(({ header }) => header).join(', ')}; found are ${headers.join(', ')}.`);
  if (recognized.twice !== null) throw new Error(`The header ${recognized.twice} stands twice.`);
  return new Map([...recognized.positions].map(([key, position]) => [key, headers[position]]));
}
