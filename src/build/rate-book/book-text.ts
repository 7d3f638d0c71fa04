/**
 * Turns the folder of fact tables into the source of src/rates/book-text.ts: one fact a line, numbers as whole
 * hundredths, thousandths or ten-thousandths, sources told once and pointed at by line.
 */
import { readCsv, type CsvRow } from './csv';
import { FROM_MEMORY, NOT_OF_A_BUNDLE, ONE_LEVEL, PAIRS, UNSETTLED_CODES } from './readings';

const YEARS = [2024, 2025, 2026];

/** Whom a conversion factor is for: qualifying participants of alternative payment models (QP), others, or all. */
const KINDS = ['all', 'non-QP', 'QP'];

class Sources {
  readonly lines: string[] = [];

  /** The line number of a source, counted from 0. */
  of(confidence: string, text: string): number {
    const line = fields(confidence, text.replaceAll('"', ''));
    const at = this.lines.indexOf(line);
    return at >= 0 ? at : this.lines.push(line) - 1;
  }
}

export function bookText(folder: string): string {
  const sources = new Sources();
  const rules = readCsv(folder, 'code-rules.csv').filter((row) => row.confidence !== FROM_MEMORY);
  const sections = {
    FACTORS: factors(readCsv(folder, 'conversion-factors.csv'), sources),
    ...relativeValues(readCsv(folder, 'pfs-rvus.csv'), sources, (year) => readCsv(folder, `gpci-${year}.csv`)),
    LOCALITIES: localities((year) => readCsv(folder, `gpci-${year}.csv`)),
    RULES: rules.map((row) => ruleLine(row, sources)),
    RESTRICTIONS: restrictions(readCsv(folder, 'code-exclusions.csv'), rules, sources),
  };
  return [
    '/** Written by `npm run rates` from tables of public facts: change those or the script, not this file. */\n',
    ...Object.entries({ ...sections, SOURCES: sources.lines }).map(
      ([name, lines]) => `/** ${FORMS[name]} */\nexport const ${name} = \`${lines.join('\n')}\`;\n`,
    ),
  ].join('\n');
}

const FORMS: Readonly<Record<string, string>> = {
  FACTORS: 'From | to | who | ten-thousandths of $ | final, or the proposal | source',
  SCHEDULES: 'Year | release | source of its relative values | source of its geographic indices',
  CODES:
    'Code | program | by schedule: year, status, hundredths of work, practice expense outside and in a facility (- = not paid there), malpractice',
  LOCALITIES: 'Contractor | state | number | name | by schedule: thousandths of work, practice expense, malpractice',
  RULES:
    'Code | role | period | minutes | days from | days to | base codes | minutes of a further unit | total minutes of the first | most units | from | to | source',
  RESTRICTIONS:
    'Kind | codes, or the code | other codes, or the most units | rule | the other reading where it is unsettled | source',
  SOURCES: 'Confidence | source',
};

/** Parts of a line; a part that holds the separator would be read as two. */
function fields(...parts: (string | number)[]): string {
  for (const part of parts)
    if (/[|`\\\n]|\$\{/.test(String(part))) throw new Error(`“${part}” cannot stand in a line of the book`);
  return parts.join('|');
}

/** "33.4009" → 334009, exactly. */
function scaled(decimal: string, digits: number): number {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(decimal);
  const fraction = match?.[2] ?? '';
  if (!match || /[1-9]/.test(fraction.slice(digits)))
    throw new Error(`“${decimal}” is no number of ${digits} decimals`);
  return Number(match[1] + fraction.slice(0, digits).padEnd(digits, '0'));
}

function factors(rows: readonly CsvRow[], sources: Sources): string[] {
  return rows.map((row) => {
    const kind = row.kind.split(' (')[0];
    if (!KINDS.includes(kind)) throw new Error(`Conversion factor for “${row.kind}”`);
    const status = row.status === 'final' ? 'final' : row.status.replace(/^PROPOSED only \((.*)\)$/, '$1');
    return fields(
      row.effective_from,
      row.effective_to,
      kind,
      scaled(row.conversion_factor_usd, 4),
      status,
      sources.of(row.confidence, row.source),
    );
  });
}

function relativeValues(rows: readonly CsvRow[], sources: Sources, gpcis: (year: number) => readonly CsvRow[]) {
  const schedules = YEARS.map((year) => {
    const own = rows.filter((row) => row.year === String(year));
    const [release, source, confidence] = ['release', 'source', 'confidence'].map((column) => only(own, column));
    const indices = sources.of(
      only(gpcis(year), 'confidence'),
      `CMS geographic practice cost indices ${year}, by MAC locality`,
    );
    return fields(year, release, sources.of(confidence, source), indices);
  });
  const byCode = new Map<string, CsvRow[]>();
  for (const row of rows) byCode.set(row.hcpcs, [...(byCode.get(row.hcpcs) ?? []), row]);
  const codes = [...byCode]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, own]) =>
      fields(
        code,
        only(own, 'program'),
        ...own
          .sort((a, b) => Number(a.year) - Number(b.year))
          .map((row) => {
            const values = [row.work_rvu, row.pe_rvu_nonfacility, row.pe_rvu_facility, row.mp_rvu].map((value) =>
              scaled(value, 2),
            );
            return [
              row.year,
              row.status_code,
              values[0],
              values[1],
              row.facility_na === 'NA' ? '-' : values[2],
              values[3],
            ].join(' ');
          }),
      ),
    );
  return { SCHEDULES: schedules, CODES: codes };
}

/** The value that all rows share. */
function only(rows: readonly CsvRow[], column: string): string {
  const values = new Set(rows.map((row) => row[column]));
  if (values.size !== 1) throw new Error(`${column} should be one value, not ${[...values].join(', ')}`);
  return rows[0][column];
}

/** Localities are the same in all years; the book relies on it. */
function localities(gpcis: (year: number) => readonly CsvRow[]): string[] {
  const years = YEARS.map((year) => new Map(gpcis(year).map((row) => [placeOf(row), row])));
  const places = [...new Set(years.flatMap((rows) => [...rows.keys()]))].sort();
  return places.map((place) => {
    const rows = years.map((year) => year.get(place));
    if (!rows.every((row) => row !== undefined)) throw new Error(`${place} is not a locality of every year`);
    const identity = ['mac', 'state', 'locality', 'locality_name'].map((column) => only(rows, column));
    return fields(
      ...identity,
      ...rows.map((row) => ['work_gpci', 'pe_gpci', 'mp_gpci'].map((column) => scaled(row[column], 3)).join(' ')),
    );
  });
}

const placeOf = (row: CsvRow): string => `${row.state}-${row.locality}`;

function ruleLine(row: CsvRow, sources: Sources): string {
  const maxUnits =
    /^\d+$/.test(row.max_units_per_period) && row.max_units_confidence !== FROM_MEMORY ? row.max_units_per_period : '';
  const base = row.add_on_to.split('|').join(' ');
  return fields(
    row.hcpcs,
    row.role,
    row.period,
    row.min_minutes,
    row.min_days,
    row.max_days,
    base,
    row.increment_minutes,
    row.first_unit_at_total_minutes,
    maxUnits,
    row.valid_from,
    row.valid_to,
    sources.of(row.confidence, row.source),
  );
}

function restrictions(rows: readonly CsvRow[], rules: readonly CsvRow[], sources: Sources): string[] {
  const codesOf = (words: string) =>
    words
      .split(' ')
      .flatMap((word) => {
        const program = rules.filter((row) => row.program.split(' ')[0] === word).map((row) => row.hcpcs);
        return program.length ? [...new Set(program)] : [word];
      })
      .join(' ');
  const unread = new Set([...Object.keys(PAIRS), ...Object.keys(NOT_OF_A_BUNDLE)]);
  const lines = rows.flatMap((row) => {
    const key = `${row.codes_a} × ${row.codes_b}`;
    if (!unread.delete(key)) throw new Error(`No reading of the exclusion ${key}`);
    return (PAIRS[key] ?? [])
      .filter(({ otherwise }) => otherwise !== undefined || row.confidence !== FROM_MEMORY)
      .map(({ kind, a, b, rule, otherwise, source }) =>
        fields(kind, codesOf(a), codesOf(b), rule, otherwise ?? '', sources.of(row.confidence, source ?? row.source)),
      );
  });
  if (unread.size) throw new Error(`No exclusion is called ${[...unread].join('; ')}`);
  const single = UNSETTLED_CODES.map(({ code, units, rule, otherwise }) => {
    const row = rules.find(({ hcpcs }) => hcpcs === code)!;
    return fields(
      units === undefined ? 'minutes' : 'units',
      code,
      units ?? '',
      rule,
      otherwise,
      sources.of(row.confidence, row.source),
    );
  });
  const levels = rules.filter(({ program, role }) => program === ONE_LEVEL.program && role === ONE_LEVEL.role);
  const oneLevel = fields(
    'oneOf',
    levels.map(({ hcpcs }) => hcpcs).join(' '),
    '',
    ONE_LEVEL.rule,
    '',
    sources.of(only(levels, 'confidence'), only(levels, 'source')),
  );
  return [...lines, oneLevel, ...single];
}
