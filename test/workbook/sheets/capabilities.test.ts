/** Sheets that are added to a workbook that stands. */
import { describe, expect, it } from 'vitest';
import { MARGIN, points } from '../../../src/workbook/layout/print-area';
import { FIRST_MONTH_COLUMN } from '../../../src/workbook/layout/statement-table';
import { planTables } from '../../../src/workbook/plan/plan-tables';
import { planAddition, planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import type { WorkbookPlan } from '../../../src/workbook/plan/plan';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { ADDED_SHEETS, CAPABILITIES, CAPABILITY_KEYS } from '../../../src/workbook/sheets/capabilities';
import { DRAWN } from '../../../src/workbook/sheets/drawn-capabilities';
import { CATALOGUE } from '../../../src/workbook/sheets/catalogue';
import { circleIn, referencesOf } from '../plan/references';

const first = planWorkbook(SAMPLE_PRACTICE);
const tables = planTables(first);
/** The workbook with everything that can be added to it. */
const grown = CAPABILITY_KEYS.reduce<WorkbookPlan>((plan, key) => {
  const { sheets, names } = planAddition(DRAWN[key], tables);
  return { ...plan, sheets: [...plan.sheets, ...sheets], names: [...plan.names, ...names] };
}, first);

describe('A sheet that is added', () => {
  it('has a name of its own, and names that no other sheet has', () => {
    const sheets = [...CATALOGUE, ...ADDED_SHEETS].map(({ name }) => name.toLowerCase());
    expect(new Set(sheets).size).toBe(sheets.length);
    const names = grown.names.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('can be told from any other by a table or a name', () => {
    for (const { name, tables = [], names = [] } of ADDED_SHEETS)
      expect([...tables, ...names].length, name).toBeGreaterThan(0);
  });

  it.each(CAPABILITY_KEYS)('is drawn with what it is known by: %s', (key) => {
    const signs = DRAWN[key].map(({ name, tables, names }) => ({
      name,
      ...(tables && { tables }),
      ...(names && { names: names.map(({ name: known }) => ({ name: known })) }),
    }));
    expect(signs).toEqual(CAPABILITIES[key].sheets);
  });

  it('goes round in no circle with the sheets that stand', () => expect(circleIn(grown)).toBeNull());

  it.each(CAPABILITY_KEYS)(
    'knows the workbook by its names and tables alone, whatever its sheets are called: %s',
    (key) => {
      const { sheets } = planAddition(DRAWN[key], tables);
      const own = new Set(sheets.map(({ name }) => name));
      for (const sheet of sheets)
        for (const { contents } of sheet.blocks)
          for (const cell of contents.flat())
            if (typeof cell === 'object' && cell !== null) {
              for (const [, other] of cell.formula.replace(/"[^"]*"/g, '').matchAll(/('[^']+'|[A-Za-z]\w*)!/g))
                expect(own, cell.formula).toContain(other);
              expect(() => referencesOf(grown, sheet.name, cell.formula)).not.toThrow();
            }
    },
  );

  it.each(CAPABILITY_KEYS)('freezes its headings and says how it is printed: %s', (key) => {
    for (const { name, freeze, print } of planAddition(DRAWN[key], tables).sheets) {
      expect(freeze.rows, name).toBeGreaterThan(0);
      expect(print.titleRows, name).toBeGreaterThan(0);
    }
  });

  it.each(CAPABILITY_KEYS)('prints a year of its months on a page, where it has months: %s', (key) => {
    for (const { name, widths, print } of planAddition(DRAWN[key], tables).sheets) {
      if (!print.yearScale) continue;
      const year = widths.slice(0, FIRST_MONTH_COLUMN + 12).reduce((sum, width) => sum + points(width), 0);
      expect((year * print.yearScale) / 100, name).toBeLessThanOrEqual(LETTER - 2 * MARGIN);
    }
  });
});

/** Points of its longer side. */
const LETTER = 792;
