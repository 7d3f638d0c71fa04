/** Workbooks of every released version, recalculated. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TEMPLATE_VERSION } from '../../src/workbook/plan/template-version';
import { MODEL_SCHEMAS } from '../../src/tables/schemas/model-tables';
import { missingColumns } from '../../src/workbook/share/template-changes';
import { figuresOf, type GoldenWorkbook } from './golden';

const versions = readdirSync(import.meta.dirname).flatMap((file) => /^(.*)\.json$/.exec(file)?.[1] ?? []);
const read = (version: string): GoldenWorkbook[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${version}.json`), 'utf8')) as GoldenWorkbook[];
const workbooks = versions.flatMap((version) => read(version).map((workbook) => ({ version, ...workbook })));

/** Relative, of the larger. */
const TOLERANCE = 1e-9;
const differences = (a: unknown, b: unknown, at = ''): string[] => {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b)) ? [] : [`${at}: ${a} and ${b}`];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return a === b ? [] : [`${at}: ${String(a)} and ${String(b)}`];
  // A line that came later was in no earlier version.
  return Object.entries(a).flatMap(([key, value]) =>
    differences(value, (b as Record<string, unknown>)[key], `${at} ${key}`.trim()),
  );
};

it('the present version has its golden workbooks', () => expect(versions).toContain(TEMPLATE_VERSION));

describe.each(workbooks)('the workbook of $version: $name', ({ tables, figures }) => {
  it('gives the figures it gave', () => {
    expect(differences(figures, figuresOf(tables, Object.keys(figures)))).toEqual([]);
  });

  it('would tell a figure that differs in the tenth digit', () => {
    const [[scenario, { totals }]] = Object.entries(figures);
    const moved = { [scenario]: { totals: { ...totals, 'Allowed revenue': totals['Allowed revenue']! * (1 + 1e-8) } } };
    expect(differences(moved, figures)).toHaveLength(1);
  });

  it('gives them without the columns and the table that came last, as an older one has them', () => {
    const older = { ...tables, tblPayerMix: without(tables['tblPayerMix'], ['Payment pattern', 'Opening receivable']) };
    delete (older as Record<string, unknown>)['tblActuals'];
    expect(
      missingColumns(MODEL_SCHEMAS.payerMix, older['tblPayerMix'][0].map(String)).map(
        ({ column: { header } }) => header,
      ),
    ).toEqual(['Payment pattern', 'Opening receivable']);
    expect(differences(figures, figuresOf(older, Object.keys(figures)))).toEqual([]);
  });
});

function without(
  range: GoldenWorkbook['tables'][string],
  headers: readonly string[],
): GoldenWorkbook['tables'][string] {
  const kept = range[0].map((header) => !headers.includes(String(header)));
  return range.map((row) => row.filter((_, i) => kept[i]));
}
