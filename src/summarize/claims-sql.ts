/**
 * Claims by month as SQL, the same text for DuckDB and ClickHouse; what it counts is what `claimsByMonth` counts.
 * Words are few: the engine lists them, and the readers of src/actuals say what they stand for.
 */
import { CLAIM_STATUSES } from '../actuals/rows';
import { readStatus } from '../actuals/reading/words';
import { nameReader } from '../actuals/reading/model-names';
import { isRollUpName } from '../tables/reading/roll-ups';

/** By key of a column of claims, what the source calls it. */
export type Columns = ReadonlyMap<string, string>;

/** The different texts of the columns whose words are read. */
export type Words = Readonly<Record<'program' | 'payer' | 'status', readonly string[]>>;

/** Why lines are set aside, in the order in which they are asked. */
export const LINE_REASONS = ['blank cell', 'total of other rows', 'unknown status', 'ends before it starts'] as const;

const PENDING = CLAIM_STATUSES.indexOf('pending');
const DENIED = CLAIM_STATUSES.indexOf('denied');
const PAID = CLAIM_STATUSES.flatMap((status, i) => (status === 'paid' || status === 'paid on appeal' ? [i] : []));
/** Stands for a day that is not given: an engine’s own null breaks casts of the other. */
const NO_DAY = `cast('1970-01-01' as date)`;
const NO_DAYS_MONTH = 1970 * 12;

/** @throws for a backslash, which is a letter to one engine and a sign to the other */
export function quotedText(text: string): string {
  if (text.includes('\\')) throw new Error(`${text} holds a backslash, which no name, header or status may.`);
  return `'${text.replaceAll("'", "''")}'`;
}
const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const text = (columns: Columns, key: string): string => {
  const name = columns.get(key);
  return name === undefined ? `''` : `trim(coalesce(cast(${quotedName(name)} as varchar), ''))`;
};
const day = (columns: Columns, key: string): string => {
  const name = columns.get(key);
  return name === undefined ? NO_DAY : `coalesce(${quotedName(name)}, ${NO_DAY})`;
};
const monthOf = (date: string): string =>
  `(cast(extract(year from ${date}) as bigint) * 12 + cast(extract(month from ${date}) as bigint) - 1)`;

/** Whole cents from the first: a cast to DECIMAL rounds in one engine and cuts off in the other. Half a cent goes away from zero. */
function cents(columns: Columns, key: string): string {
  const dollars = `cast(coalesce(${quotedName(columns.get(key)!)}, 0) as double)`;
  const size = `(abs(${dollars}) * 100)`;
  return `cast((case when ${dollars} < 0 then -1 else 1 end) * floor(${size} + ${size} * 4e-16 + 0.5) as bigint)`;
}

/** The different words of a column. */
export const wordsSql = (source: string, columns: Columns, key: keyof Words): string =>
  `select distinct ${text(columns, key)} as word from ${source} order by word`;

const cased = (column: string, cases: readonly (readonly [string, string | number])[], other: string): string =>
  cases.length === 0
    ? other
    : `case ${cases.map(([is, then]) => `when ${column} = ${quotedText(is)} then ${typeof then === 'number' ? then : quotedText(then)}`).join(' ')} else ${other} end`;

function nameSql(columns: Columns, key: 'program' | 'payer', words: readonly string[]): string {
  const read = nameReader(undefined);
  const alike = words.flatMap((word) => {
    const name = read(word);
    return name === null || name === word ? [] : [[word, name] as const];
  });
  return cased(text(columns, key), alike, text(columns, key));
}

/** Without a word, what is paid and decided tells it, as for a pasted export. */
function statusSql(columns: Columns, words: readonly string[]): string {
  const taken = `case when ${cents(columns, 'paid')} <> 0 then ${PAID[0]} when ${monthOf(day(columns, 'decided'))} <> ${NO_DAYS_MONTH} then ${DENIED} else ${PENDING} end`;
  if (!columns.has('status')) return taken;
  const known = words.filter(Boolean).map((word) => [word, readStatus(word) ?? -1] as const);
  return cased(text(columns, 'status'), known, taken);
}

/** Every line, with why it is set aside or a blank. */
function linesSql(source: string, columns: Columns, words: Words): string {
  const rollUps = (['program', 'payer'] as const).flatMap((key) =>
    words[key].filter((word) => isRollUpName(word)).map((word) => `line_${key} = ${quotedText(word)}`),
  );
  const [blank, total, unknown, early] = LINE_REASONS.map(quotedText);
  const isBlank = [
    ...['claim', 'patient', 'program', 'payer'].map((key) => `line_${key} = ''`),
    `line_month = ${NO_DAYS_MONTH}`,
  ].join(' or ');
  return `select *, case
      ${rollUps.length ? `when ${rollUps.join(' or ')} then ${total}` : ''}
      when ${isBlank} then ${blank}
      when line_status < 0 then ${unknown}
      when decided_month <> ${NO_DAYS_MONTH} and decided_month < line_month then ${early}
      else '' end as reason
    from (select ${['claim', 'patient', 'code', 'line'].map((key) => `${text(columns, key)} as line_${key}`).join(', ')},
      ${nameSql(columns, 'program', words.program)} as line_program, ${nameSql(columns, 'payer', words.payer)} as line_payer,
      ${monthOf(day(columns, 'serviceMonth'))} as line_month, ${day(columns, 'decided')} as line_decided,
      ${monthOf(day(columns, 'decided'))} as decided_month, ${cents(columns, 'allowed')} as line_allowed,
      ${cents(columns, 'paid')} as line_paid, ${statusSql(columns, words.status)} as line_status
      from ${source}) as cells`;
}

/** Lines that are used: one that is the same as another in all that is read counts once. */
const usedSql = (source: string, columns: Columns, words: Words): string =>
  `select distinct line_claim, line_patient, line_code, line_line, line_program, line_payer, line_month, line_decided,
    decided_month, line_allowed, line_paid, line_status
    from (${linesSql(source, columns, words)}) as judged where reason = ''`;

/** By reason the lines, their cents allowed and paid; blank for those that are used or repeat one. */
export const accountSql = (source: string, columns: Columns, words: Words): string =>
  `select reason, count(*), sum(line_allowed), sum(line_paid) from (${linesSql(source, columns, words)}) as judged
    group by reason order by reason`;

/** Of the lines that are used: how many, the last day of decision, the last month of service. */
export const extentSql = (source: string, columns: Columns, words: Words): string =>
  `select count(*), cast(max(line_decided) as varchar), max(line_month) from (${usedSql(source, columns, words)}) as used`;

/** By month, program and payer: claims submitted, claims paid, cents allowed of the paid ones, and cash. */
export function groupsSql(source: string, columns: Columns, words: Words, asOf: number): string {
  const used = usedSql(source, columns, words);
  return `select place_month, place_program, place_payer, sum(submitted), sum(paid), sum(allowed), sum(cash) from (
    select line_month as place_month, line_program as place_program, line_payer as place_payer,
      cast(count(*) as bigint) as submitted, cast(sum(is_paid) as bigint) as paid,
      cast(sum(case when is_paid = 1 then claim_allowed else 0 end) as bigint) as allowed, cast(0 as bigint) as cash
    from (select line_month, line_program, line_payer, line_patient,
        max(case when decided_month <= ${asOf} and line_status in (${PAID.join(', ')}) then 1 else 0 end) as is_paid,
        sum(case when decided_month <= ${asOf} then line_allowed else 0 end) as claim_allowed
      from (${used}) as used where line_month <= ${asOf}
      group by line_month, line_program, line_payer, line_patient) as claims
    group by line_month, line_program, line_payer
    union all
    select decided_month, line_program, line_payer, cast(0 as bigint), cast(0 as bigint), cast(0 as bigint),
      cast(sum(line_paid) as bigint)
    from (${used}) as used where line_month <= ${asOf} and decided_month <= ${asOf} and decided_month <> ${NO_DAYS_MONTH}
    group by decided_month, line_program, line_payer) as places
  group by place_month, place_program, place_payer order by place_program, place_payer, place_month`;
}
