import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byMonth, byMonthInSteps } from '../../src/actuals/by-month';
import type { MonthRow } from '../../src/actuals/monthly';
import { readText } from '../../src/actuals/reading/csv';
import { SUMMARY_FIGURES, type Rows, type SummaryFigure } from '../../src/actuals/rows';
import { cases } from '../random-cases';

const rowsOf = (text: string): Rows => {
  const { rows, refused } = readText(text);
  if (!rows) throw new Error(refused ?? 'nothing');
  return rows;
};
const month = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
const figures = (rows: readonly MonthRow[], key: SummaryFigure) => rows.map((row) => row.figures[key]);
const ROSTER = 'Patient ID,Program,Payer,Enrolled,Disenrolled\n';
const CLAIMS = 'Claim ID,Patient ID,Service month,Program,Payer,Code,Allowed,Paid,Status,Decision date\n';

describe('A roster by month', () => {
  const roster = rowsOf(
    `${ROSTER}P1,CCM,Medicare,2026-01-10,\nP2,CCM,Medicare,2026-01-20,2026-03-05\nP3,CCM,Medicare,2026-02-01,2026-02-20\nP4,CCM,Medicare,2026-03-31,\n`,
  );

  it('counts who joined, stayed and left', () => {
    const { asOf, rows } = byMonth([roster]);
    expect(asOf).toBe(month('2026-03'));
    expect(figures(rows, 'opening')).toEqual([0, 2, 3]);
    expect(figures(rows, 'new')).toEqual([2, 1, 1]);
    // Nobody leaves in the month they join.
    expect(figures(rows, 'lost')).toEqual([0, 0, 2]);
    expect(figures(rows, 'closing')).toEqual([2, 3, 2]);
    expect(figures(rows, 'active')).toEqual([1, 2.5, 2.5]);
    expect(figures(byMonth([roster], { basis: 'closing' }).rows, 'active')).toEqual([2, 3, 2]);
    expect(figures(byMonth([roster], { basis: 'retained' }).rows, 'active')).toEqual([0, 2, 1]);
  });

  it('knows nothing of what is after the as-of month', () => {
    const { rows } = byMonth([roster], { asOf: month('2026-02') });
    expect(figures(rows, 'closing')).toEqual([2, 3]);
    expect(figures(rows, 'lost')).toEqual([0, 0]);
  });

  it('lets who changes the payer stay, with the old one to the month’s end', () => {
    const { rows } = byMonth(
      [
        rowsOf(
          `${ROSTER}P1,CCM,Medicare,2026-01-10,2026-02-15\nP1,CCM,Medicaid,2026-02-16,\nP9,CCM,Medicaid,2026-04-30,\n`,
        ),
      ],
      { asOf: month('2026-04') },
    );
    expect(rows.map(({ payer }) => payer)).toEqual([
      ...Array<string>(4).fill('Medicaid'),
      ...Array<string>(4).fill('Medicare'),
    ]);
    expect(figures(rows, 'opening')).toEqual([0, 0, 1, 1, 0, 1, 0, 0]);
    expect(figures(rows, 'new')).toEqual([0, 0, 0, 1, 1, 0, 0, 0]);
    expect(figures(rows, 'lost')).toEqual(Array(8).fill(0));
  });

  it('rolls forward by program, whatever it holds', () => {
    const day = fc
      .integer({ min: 0, max: 500 })
      .map((after) => new Date(Date.UTC(2025, 0, 1 + after)).toISOString().slice(0, 10));
    const row = fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('CCM', 'RPM'),
      fc.constantFrom('Medicare', 'Medicaid'),
      day,
      fc.option(day, { nil: '' }),
    );
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('average', 'closing', 'retained'),
        (given, basis) => {
          const { rows } = readText(
            ROSTER + given.map(([patient, ...rest]) => [`P${patient}`, ...rest].join(',')).join('\n'),
          );
          const months = byMonth([rows!], { basis }).rows;
          for (const program of ['CCM', 'RPM']) {
            const totals = new Map<number, Record<string, number>>();
            for (const { month, figures, ...place } of months.filter((one) => one.program === program)) {
              expect(figures.opening! + figures.new! - figures.lost!, JSON.stringify(place)).toBe(figures.closing);
              expect(figures.closing).toBeGreaterThanOrEqual(0);
              const total = totals.get(month) ?? { opening: 0, closing: 0 };
              totals.set(month, {
                opening: total.opening + figures.opening!,
                closing: total.closing + figures.closing!,
              });
            }
            for (const [month, { opening }] of totals) expect(opening).toBe(totals.get(month - 1)?.closing ?? 0);
          }
        },
      ),
      { numRuns: cases(200) },
    );
  });
});

describe('Claims by month', () => {
  const claims = rowsOf(
    `${CLAIMS}C1,P1,2026-05,CCM,Medicare,99490,66,52.80,Paid,2026-05-30\nC1,P1,2026-05,CCM,Medicare,99439,47,37.60,Paid,2026-05-30\nC2,P2,2026-05,CCM,Medicare,99490,66,0,Denied,2026-06-10\nC3,P3,2026-05,CCM,Medicare,99490,66,52.80,Paid,2026-06-10\nC3,P3,2026-05,CCM,Medicare,99490,-66,-52.80,Reversal,2026-06-20\nC4,P1,2026-06,CCM,Medicare,99490,66,0,Pending,\nC5,P2,2026-06,CCM,Medicare,99490,66,52.80,Paid,2026-07-02\n`,
  );

  it('count a patient’s month once, and cash when it comes', () => {
    const { asOf, rows } = byMonth([claims]);
    expect(asOf).toBe(month('2026-06'));
    expect(figures(rows, 'billable')).toEqual([3, 2]);
    expect(figures(rows, 'submitted')).toEqual([3, 2]);
    expect(figures(rows, 'paid')).toEqual([2, 0]);
    expect(figures(rows, 'allowed')).toEqual([11_300, 0]);
    expect(figures(rows, 'cash')).toEqual([9_040, 0]);
    expect(figures(rows, 'opening')).toEqual([undefined, undefined]);
  });

  it('are grouped with pauses as without, and can be stopped', async () => {
    const line = (i: number) =>
      `C${i},P${i % 9_001},2026-0${1 + (i % 4)},CCM,${i % 3 ? 'Medicare' : 'Medicaid'},99490,66.10,${i % 5 ? 52.8 : 0},${i % 5 ? 'Paid' : 'Denied'},2026-0${5 + (i % 3)}-10`;
    const many = rowsOf(`${CLAIMS}${Array.from({ length: 150_000 }, (_, i) => line(i)).join('\n')}\n`);
    let pauses = 0;
    const sliced = await byMonthInSteps([many], {}, () => Promise.resolve(void pauses++));
    expect(sliced).toEqual(byMonth([many]));
    expect(pauses).toBeGreaterThan(5);
    const stop = new Error('stopped');
    await expect(byMonthInSteps([many], {}, () => Promise.reject(stop))).rejects.toBe(stop);
  });

  it('tell no cash where they tell no day', () => {
    const { rows } = byMonth([
      rowsOf(
        'Claim ID,Patient ID,Service month,Program,Payer,Allowed,Paid,Status\nC1,P1,2026-05,CCM,Medicare,66,52.80,Paid\n',
      ),
    ]);
    expect(rows.map((row) => row.figures)).toEqual([{ billable: 1, submitted: 1, paid: 1, allowed: 6_600 }]);
  });
});

describe('Several kinds', () => {
  const roster = rowsOf(`${ROSTER}P1,CCM,Medicare,2026-01-10,\nP2,CCM,Medicaid,2026-02-28,\n`);
  const minutes = rowsOf(
    'Patient ID,Month,Program,Minutes\nP1,2026-01,CCM,20\nP1,2026-02,CCM,25\nP2,2026-02,CCM,5\nP2,2026-03,CCM,5\n',
  );

  it('join by month, program and payer, and what payers tell the whole program does not tell again', () => {
    const summary = rowsOf('Month,Program,Payer,New,Cost\n2026-01,CCM,,1,500\n2026-02,CCM,Medicaid,7,\n');
    const { rows } = byMonth([minutes, roster, summary]);
    expect(
      rows.map(({ month: at, payer, figures }) => [
        at - month('2026-01'),
        payer,
        figures.new,
        figures.minutes,
        figures.cost,
      ]),
    ).toEqual([
      [0, '', undefined, 20, 50_000],
      [1, '', undefined, 30, undefined],
      [0, 'Medicaid', 0, undefined, undefined],
      // The summary goes before the roster.
      [1, 'Medicaid', 7, undefined, 0],
      [0, 'Medicare', 1, undefined, undefined],
      [1, 'Medicare', 0, undefined, undefined],
    ]);
  });
});

describe('Months pasted one after the other', () => {
  const folder = `${__dirname}/exports`;
  const exports = ['roster', 'claims', 'minutes', 'summary'].map((kind) => ({
    kind,
    text: readFileSync(`${folder}/${kind}.csv`, 'utf8'),
  }));
  /** The month a line belongs to: the first date in it. */
  const monthOf = (line: string): string => /\d{4}-\d{2}/.exec(line)![0];

  it.each(exports)('are the same as all at once, $kind, and the same month twice changes nothing', ({ text }) => {
    const [header, ...lines] = text.trim().split('\n');
    const months = [...new Set(lines.map(monthOf))].sort();
    expect(months.length).toBeGreaterThanOrEqual(6);
    let pasted = header;
    for (const one of months) {
      const added = lines.filter((line) => monthOf(line) === one).join('\n');
      pasted += `\n${added}`;
      const once = readText(pasted);
      const twice = readText(`${pasted}\n${header}\n${added}`);
      expect(twice.rows).toEqual(once.rows);
      expect(twice.account.rowsUsed).toBe(once.account.rowsUsed);
      expect(twice.account.money.map(({ used }) => used)).toEqual(once.account.money.map(({ used }) => used));
      expect(byMonth([twice.rows!])).toEqual(byMonth([once.rows!]));
    }
    expect(byMonth([rowsOf(pasted)])).toEqual(byMonth([rowsOf(text)]));
    for (const row of byMonth([rowsOf(pasted)]).rows)
      for (const key of SUMMARY_FIGURES) expect(Number.isFinite(row.figures[key] ?? 0)).toBe(true);
  });
});
