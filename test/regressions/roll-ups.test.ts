/** Rows that add up others were counted again. */
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import { readTable } from '../../src/tables/reading/read-table';
import { PANEL } from '../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../src/tables/schemas/payer-mix';
import { SETTINGS } from '../../src/tables/schemas/settings';
import { handed, sampleTables } from '../tables/sample-model';

const HEADERS = ['Item', 'Category', 'Basis', 'Amount'];
type Row = [item: string, category: string, basis: string, amount: number];
const team = (item: string, amount: number): Row => [item, 'care team', 'per month', amount];
const technology = (item: string, amount: number): Row => [item, 'technology', 'per month', amount];

const SKIPPED =
  'is read as a total of other rows and left out; if it is a row of its own, give it a name without total or sum.';
const SUM =
  'Amount is the sum of rows above or of its category, and counts as well; if it is their total, call it Subtotal, and it is left out.';

/** What the first month costs, and what is noted on Costs, but for what they leave out. */
function charged(...rows: Row[]): { cost: number; notes: string[] } {
  const forecast = forecastOf(handed({ ...sampleTables(), costs: [HEADERS, ...rows], scenarios: [], changes: [] }));
  expect(forecast.inputs.errors).toEqual([]);
  const notes = forecast.findings.filter(({ table, row }) => table === 'Costs' && row !== null);
  return { cost: forecast.projection(null).total.series.totalCost[0], notes: notes.map(({ text }) => text) };
}

describe('A row that is a sum', () => {
  it('of care-team costs is left out: 13,000 a month, not 25,000', () =>
    expect(
      charged(team('RN', 8_000), team('MA', 4_000), team('Subtotal care team', 12_000), technology('Platform', 1_000)),
    ).toEqual({ cost: 13_000, notes: [`Costs, row 3 (Subtotal care team) ${SKIPPED}`] }));

  it.each([
    ...['Total', 'TOTALS:', 'Sub-total', 'sub total: staff', 'Grand total', 'Sum', 'Sum of RN and MA', 'RN + MA total'],
    ...[
      'Care team (total)',
      'Total care team',
      'Total – care team costs',
      'Total RN',
      'Total monthly staff',
      'Subtotal 1',
    ],
    ...[
      'Ergebnis',
      'Summe Pflege',
      'Zwischensumme',
      'Sous-total',
      'Totale',
      'Totaal',
      'Suma',
      'Suma total',
      'Resultado',
    ],
    ...['Team total (RN + MA)', 'Tot.', 'TTL', 'Σ', '∑', 'Subtot. staff', 'Gesamtkosten', 'Podsumowanie'],
    ...['Итог', 'Итого', '合計', '小计', '汇总', '总计', '合計人件費', '합계', 'Toplam', 'Celkem', 'Razem', 'Summa'],
  ])('is called “%s”', (name) =>
    expect(charged(team('RN', 8_000), team('MA', 4_000), team(name, 11_111))).toEqual({
      cost: 12_000,
      notes: [`Costs, row 3 (${name}) ${SKIPPED}`],
    }),
  );

  it.each(['Totally remote nurses', 'Lump sum', 'Setup, lump sum', 'Summit platform', 'Consumables', 'Resumen'])(
    'is not called “%s”',
    (name) => expect(charged(team('RN', 8_000), team(name, 3_000))).toEqual({ cost: 11_000, notes: [] }),
  );

  it.each(['Total comp', 'Total loaded cost', 'Total RNs and MAs', 'Sum of the two nurses'])(
    'is called “%s”, which may be a name, but it adds up the rows above',
    (name) => {
      expect(charged(team('RN', 8_000), team('MA', 4_000), team(name, 12_000), technology('Platform', 1_000))).toEqual({
        cost: 13_000,
        notes: [`Costs, row 3 (${name}) ${SKIPPED}`],
      });
      // With nothing but its name and amount, as totals are typed.
      expect(charged(team('RN', 8_000), team('MA', 4_000), [name, '', '', 12_000]).cost).toBe(12_000);
    },
  );

  it('may be called like a name of its own: then it is charged, and noted', () =>
    expect(charged(team('RN', 8_000), technology('Total Wellness app', 900))).toEqual({
      cost: 8_900,
      notes: [
        'Costs, row 2 (Total Wellness app) is charged as an item of its own. If it is a total of other rows, call it Subtotal, and it is left out.',
      ],
    }));

  it('is noted where only its amount tells', () => {
    expect(
      charged(team('RN', 8_000), team('MA', 4_000), team('Nursing', 12_000), technology('Platform', 1_000)),
    ).toEqual({ cost: 25_000, notes: [`Costs, row 3 (Nursing): ${SUM}`] });
    // Of its category, though it stands above them.
    expect(
      charged(team('Nursing', 12_000), technology('Platform', 1_000), team('RN', 8_000), team('MA', 4_000)),
    ).toEqual({ cost: 25_000, notes: [`Costs, row 1 (Nursing): ${SUM}`] });
    // Of the section above it alone.
    const sections = [technology('Rent', 700), team('RN', 8_000), team('MA', 4_000), technology('People', 12_000)];
    expect(charged(...sections).notes).toEqual([`Costs, row 4 (People): ${SUM}`]);
    expect(charged(team('RN', 8_000), team('MA', 8_000)).notes).toEqual([]);
  });
});

describe('Names of programs and payers', () => {
  const namesRead = (schema: typeof PANEL | typeof PAYER_MIX, key: string, rows: unknown[][]) =>
    readTable(schema, rows as string[][]).rows.map(({ values }) => values[key]);

  it('may begin like a total', () => {
    const mix = ['Program', 'Payer', 'Share of panel', 'Allowed PPPM', 'Realization rate', 'Clean claim rate'];
    const shares = [
      ['CCM', 'Medicare', 0.5, 60, 0.8, 0.9],
      ['CCM', 'Total Care Medicare Advantage', 0.3, 60, 0.8, 0.9],
      ['CCM', 'Sum Health', 0.2, 60, 0.8, 0.9],
      ['CCM', 'Total', 1],
      ['Total CCM', '', 1],
      ['', 'All payers, total', 1],
    ];
    expect(namesRead(PAYER_MIX, 'payer', [mix, ...shares])).toEqual([
      'Medicare',
      'Total Care Medicare Advantage',
      'Sum Health',
    ]);
    const programs = [
      ['CCM'],
      ['Total Health'],
      ['RPM'],
      ['Total CCM and RPM'],
      ['Total programs'],
      ['Total patients'],
    ];
    expect(namesRead(PANEL, 'name', [['Program'], ...programs])).toEqual(['CCM', 'Total Health', 'RPM']);
  });

  it('are a sum by their figures', () => {
    const { findings } = readTable(PANEL, [
      ['Program', 'Opening patients', 'Referrals per month'],
      ['CCM', 200, 20],
      ['RPM', 100, 12],
      ['All programs', 300, 32],
      ['BHI', 300, 5],
    ]);
    expect(findings.map(({ row, severity }) => [row, severity])).toEqual([[3, 'note']]);
  });

  it('make no roll-up of a row of Settings, Scenarios or Changes, unless it is nothing but a total', () => {
    const { rows, findings } = readTable(SETTINGS, [
      ['Setting', 'Value'],
      ['Total cost limit', 1],
      ['Total', 1],
    ]);
    expect(rows.map(({ label }) => label)).toEqual(['Total cost limit']);
    expect(findings.map(({ text }) => text)).toEqual([`Settings, row 2 (Total) ${SKIPPED}`]);
  });
});
