import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import { monthlyOf, type MonthlyFigure } from '../../src/forecast/monthly';
import type { SeriesKey } from '../../src/engine/model/lines';
import { withRandomActuals } from '../engine/reference/random-actuals';
import { randomModel, randomTeamModel } from '../engine/reference/random-model';
import { cases } from '../random-cases';
import { SCENARIO, tablesOf } from './tables-of';

/** What the payers of a program add up to, in the statement. */
const LINES: Readonly<Record<MonthlyFigure, SeriesKey>> = {
  opening: 'openingPatients',
  new: 'newPatients',
  lost: 'lostPatients',
  closing: 'closingPatients',
  active: 'activePatients',
  billable: 'billablePatients',
  submitted: 'billablePatients',
  paid: 'paidClaims',
  allowed: 'allowedRevenue',
  cash: 'cashCollected',
  minutes: 'minutesUsed',
  cost: 'totalCost',
};

const models = fc.oneof(randomModel, randomTeamModel);

describe('The forecast by month, program and payer', () => {
  it.each([
    ['forecast from the start', models],
    ['behind months that are over', withRandomActuals(models)],
  ])('adds up to the statement of each program, in every month: %s', (_what, models) => {
    fc.assert(
      fc.property(models, (model) => {
        const forecast = forecastOf(tablesOf(model));
        expect(forecast.inputs.errors.map(({ text }) => text)).toEqual([]);
        const sums = new Map<string, number>();
        const months = monthlyOf(forecast, SCENARIO, null);
        for (const { month, program, figures } of months)
          for (const [figure, value] of Object.entries(figures)) {
            const key = `${program} ${month} ${figure}`;
            sums.set(key, (sums.get(key) ?? 0) + value);
          }
        for (const program of new Set(months.map((row) => row.program))) {
          const { series } = forecast.statement(SCENARIO, program);
          for (const [figure, line] of Object.entries(LINES)) {
            series[line].forEach((value, t) => {
              const sum = sums.get(`${program} ${t + 1} ${figure}`)!;
              if (Number.isFinite(value) && Math.abs(value) < 1e12)
                expect(Math.abs(sum - value), `${program} ${t + 1} ${figure}`).toBeLessThanOrEqual(
                  1e-9 * Math.max(1, Math.abs(value), Math.max(...series[line].map(Math.abs))),
                );
            });
          }
        }
      }),
      { numRuns: cases(60) },
    );
  });
});
