/** The table of months that are over: what it hands to the forecast, and what is wrong with it. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/tables/reading/cell';
import { readModel } from '../../src/tables/reading/read-model';
import { ACTUALS } from '../../src/tables/schemas/actuals';
import { cutAt } from '../engine/reference/cut';
import { modelOf } from '../../src/forecast/model-of';
import { call, textOf } from '../functions/excel';
import { handed, sampleTables, withCell } from './sample-model';

const MONTHS = 36;
const sample = handed(withCell(sampleTables(), 'settings', 2, 'Value', MONTHS));
const start = readModel(sample).settings.startMonth!;
/** The first of a month of the forecast, as Excel counts days. */
const dateOf = (month: number): number =>
  Date.UTC(Math.floor((start + month - 1) / 12), (start + month - 1) % 12, 1) / 86_400_000 + 25_569;

/** The sample's own figures of its first months, as a table of actual ones. */
function actualsUpTo(month: number): Cell[][] {
  const { actual } = cutAt(modelOf(readModel(sample), null), month, { active: true, cost: true, minutes: true });
  return [
    ACTUALS.columns.map(({ header }) => header),
    ...actual!.rows.map((row) =>
      ACTUALS.columns.map(({ key }): Cell => {
        if (key === 'month') return dateOf(row.month);
        const value = (row as unknown as Record<string, Cell>)[key] ?? null;
        return value === 0 ? 'zero' : value;
      }),
    ),
  ];
}

const tables = [sample.panel, sample.payerMix, sample.costs, sample.settings, sample.scenarios, sample.changes];
const ofForecast = (line: string, actuals: unknown, program: string | null = null) =>
  call('FORECAST', ...tables, actuals, null, program, line)[0] as number[];
const findings = (actuals: unknown, settings = tables[3]) =>
  (call('CHECKMODEL', ...tables.slice(0, 3), settings, ...tables.slice(4), actuals) as string[][])
    .filter(([table]) => table === 'Actuals')
    .map((row) => row[3]);
const changed = (actuals: Cell[][], row: number, header: string, value: Cell): Cell[][] => {
  const at = actuals[0].indexOf(header);
  return actuals.map((cells, r) => (r === row ? cells.map((cell, c) => (c === at ? value : cell)) : cells));
};

describe('A practice cut at month 12, its own figures pasted as actual ones', () => {
  const actuals = actualsUpTo(12);
  it.each([
    'Closing patients',
    'Waiting patients',
    'Allowed revenue',
    'Cash collected',
    'Receivable',
    'Total cost',
    'Care team units',
  ])('goes on as in one go: %s', (line) => {
    for (const program of [null, 'CCM', 'RPM']) {
      const whole = ofForecast(line, null, program);
      expect(whole).toHaveLength(MONTHS);
      ofForecast(line, actuals, program).forEach((figure, t) =>
        expect(Math.abs(figure - whole[t]), `month ${t + 1}`).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(whole[t])),
        ),
      );
    }
  });

  it('shows which months are actual', () =>
    expect(call('FORECAST', ...tables, actuals, null, null, 'Month kind')[0]).toEqual([
      ...Array<string>(12).fill('actual'),
      ...Array<string>(MONTHS - 12).fill('forecast'),
    ]));

  it('explains an actual month by its rows, and what comes in of it afterwards', () => {
    const [first] = call('EXPLAIN', 'Closing patients', 2, ...tables, actuals, null, 'CCM') as unknown[][];
    expect(first[3]).toMatch(/^actual, from Actuals \(tblActuals\) rows? \d+/);
    const later = call('EXPLAIN', 'Cash collected', 13, ...tables, actuals) as unknown[][];
    const figures = new Map(later.map(([name, value]) => [name as string, Number(value)]));
    const names = [...figures.keys()];
    const payers = names.flatMap((name) => /^Cash of the receivable of month 12: (.*)$/.exec(name)?.[1] ?? []);
    expect(payers.length).toBeGreaterThan(1);
    let all = 0;
    for (const payer of payers) {
      const cash = figures.get(`Receivable of month 12: ${payer}`)! * figures.get(`Part due in month 13: ${payer}`)!;
      expect(cash).toBeCloseTo(figures.get(`Cash of the receivable of month 12: ${payer}`)!, 9);
      all += cash;
    }
    expect(all).toBeCloseTo(figures.get('Cash of the receivable of month 12')!, 9);
    const ofMonth12 = call('FORECAST', ...tables, actuals, null, null, 'Receivable')[0][11];
    const owed = payers.map((payer) => figures.get(`Receivable of month 12: ${payer}`)!);
    // Payers of whom nothing comes in this month are not shown.
    expect(owed.reduce((sum, dollars) => sum + dollars, 0)).toBeLessThanOrEqual(Number(ofMonth12) + 1e-6);
  });

  it('has another fingerprint', () => {
    const originOf = (table: unknown) => call('FORECAST', ...tables, table, null, null, null, true, 'S')[0][0];
    expect(originOf(actuals)).not.toBe(originOf(null));
    expect(originOf(changed(actuals, 1, 'Cash', 1))).not.toBe(originOf(actuals));
  });

  it('is not put off, and its steps are of months that are forecast', () => {
    expect(textOf('DELAY', ...tables, actuals, 3)).toContain('has actual months');
    expect(textOf('LEAKAGE', ...tables, actuals, null, null, 3)).toContain('is over');
  });
});

describe('CHECKMODEL says of the actual months', () => {
  const actuals = actualsUpTo(3);
  it('nothing wrong where they tie', () =>
    expect(findings(actuals).filter((text) => !text.startsWith('Note:'))).toEqual([]));

  it('a closing panel that is not opening + new − lost, with its row', () =>
    expect(findings(changed(actuals, 1, 'Closing', 1))[0]).toMatch(
      /^Actuals, row 1 .*Closing is 1, but opening \+ new − lost is/,
    ));

  it('an unknown program or payer, with the nearest name', () => {
    expect(findings(changed(actuals, 1, 'Program', 'CCN')).join()).toContain('CCM');
    expect(findings(changed(actuals, 1, 'Payer', 'Medicar')).join()).toContain('Medicare');
  });

  it('a missing row, and one that stands twice', () => {
    expect(findings(actuals.filter((_, r) => r !== 1)).join()).toContain('has no row of');
    expect(findings([...actuals, actuals[1]]).length).toBeGreaterThan(0);
  });

  it('rows after the As-of month, and months that the rows do not reach', () => {
    const asOf = (month: number) => [...tables[3]!, ['As-of month', month, '', '']];
    expect(findings(actuals, asOf(2)).join()).toContain('rows are of months after');
    expect(findings(actuals, asOf(9)).join()).toContain('the rows of some program end with');
  });
});
