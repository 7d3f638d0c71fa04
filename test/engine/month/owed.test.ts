/** What payers owe at the start, by hand: the example of docs/model.md. */
import { describe, expect, it } from 'vitest';
import type { Model, Payer, Program } from '../../../src/engine/model/model';
import { project } from '../../../src/engine/project';
import { plainModel, promptPayer, steadyProgram } from '../reference/plain';

const medicare: Payer = { ...promptPayer, paymentPattern: [0.2, 0.5, 0.3], openingReceivable: 40_000 };

const owing = (payer: Partial<Payer>, program: Partial<Program> = {}): Model => ({
  ...plainModel,
  months: 4,
  basis: 'average',
  waitingLossRate: 0,
  programs: [{ ...steadyProgram, ...program }],
  payers: [{ ...medicare, ...payer }],
  costs: [],
  changes: [],
  adjustments: [],
});

const linesOf = (model: Model) => {
  const { cashCollected, badDebt, receivable, allowedRevenue } = project(model).total.series;
  const round = (series: Float64Array) => Array.from(series, (dollars) => Math.round(100 * dollars) / 100);
  return {
    cash: round(cashCollected),
    badDebt: round(badDebt),
    receivable: round(receivable),
    revenue: round(allowedRevenue),
  };
};

describe('$40,000 owed at the start', () => {
  it('come in by 20% 50% 30% as after even revenue: 80 parts of 110 in month 1, 30 in month 2', () => {
    expect(linesOf(owing({}))).toEqual({
      revenue: [0, 0, 0, 0],
      cash: [29_090.91, 10_909.09, 0, 0],
      badDebt: [0, 0, 0, 0],
      receivable: [10_909.09, 0, 0, 0],
    });
  });

  it('beside the revenue of 100 patients: month 1 brings 29,090.91 and 20% of its own 10,000', () => {
    expect(linesOf(owing({}, { openingPatients: 100 }))).toEqual({
      revenue: [10_000, 10_000, 10_000, 10_000],
      cash: [31_090.91, 17_909.09, 10_000, 10_000],
      badDebt: [0, 0, 0, 0],
      receivable: [18_909.09, 11_000, 11_000, 11_000],
    });
  });

  it('are bad debt of month 1 as far as they are not collected, by Collected share and by the pattern', () => {
    expect(linesOf(owing({ collectedRate: 0.9, paymentPattern: [0.2, 0.5, 0.2] }))).toEqual({
      revenue: [0, 0, 0, 0],
      // 40,000 × 90% × 90% = 32,400, in parts of 70 and 20 of 90.
      cash: [25_200, 7_200, 0, 0],
      badDebt: [7_600, 0, 0, 0],
      receivable: [7_200, 0, 0, 0],
    });
  });

  it('come in by days to pay where there is no pattern: 45 days, two thirds and one third', () => {
    expect(linesOf(owing({ paymentPattern: null, daysToPay: 45 })).cash).toEqual([26_666.67, 13_333.33, 0, 0]);
  });

  it('come in month 1 where payers pay in the month of service', () => {
    expect(linesOf(owing({ paymentPattern: null })).cash).toEqual([40_000, 0, 0, 0]);
    expect(linesOf(owing({ paymentPattern: [1] })).cash).toEqual([40_000, 0, 0, 0]);
  });

  it('come in although the program is launched later, or never', () => {
    const { cash, receivable } = linesOf(owing({}, { launchMonth: 9 }));
    expect([cash, receivable]).toEqual([
      [29_090.91, 10_909.09, 0, 0],
      [10_909.09, 0, 0, 0],
    ]);
  });

  it('stay a receivable as far as they come in after the horizon', () => {
    expect(linesOf({ ...owing({}), months: 1 }).receivable).toEqual([10_909.09]);
  });
});

describe('A practice whose revenue was even', () => {
  it.each<[string, Partial<Payer>]>([
    ['by a pattern', {}],
    ['by days to pay', { paymentPattern: null, daysToPay: 75 }],
    ['by a pattern that leaves some over', { paymentPattern: [0, 0.25, 0.25, 0.4] }],
  ])('has even cash from the first month on, paid %s', (_how, terms) => {
    const before = project({ ...owing({ ...terms, openingReceivable: 0 }, { openingPatients: 100 }), months: 12 });
    const { receivable, cashCollected, allowedRevenue } = before.total.series;
    // What is not collected was bad debt with the revenue; the books still show it as owed.
    const owed = receivable[11] / (cashCollected[11] / allowedRevenue[11]);
    const after = project({ ...owing({ ...terms, openingReceivable: owed }, { openingPatients: 100 }), months: 12 });
    for (const cash of after.total.series.cashCollected) expect(cash).toBeCloseTo(cashCollected[11], 6);
  });
});
