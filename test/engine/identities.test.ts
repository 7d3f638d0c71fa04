import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { NOTHING } from '../../src/engine/math/tolerances';
import { DRIVERS } from '../../src/engine/model/drivers';
import { LINES, type LineKey } from '../../src/engine/model/lines';
import type { Change, Model } from '../../src/engine/model/model';
import { project, type Projection } from '../../src/engine/project';
import type { Statement } from '../../src/engine/month/statement';
import { disagreements } from './reference/agreement';
import { randomModel, randomTeamModel, reordered } from './reference/random-model';
import { cases } from '../random-cases';

const numRuns = cases(80);
const anyModel = fc.oneof(randomModel, randomTeamModel);
/** A property runs a hundred models; a busy machine may take its time. */
vi.setConfig({ testTimeout: 120_000 });

const statements = (projection: Projection): Statement[] => [projection.total, ...projection.byProgram.values()];

/** What payers owe at the start, statement by statement. */
function owedAtStart({ inputs, byProgram }: Projection): number[] {
  const owed = inputs.segments.map((segment, s) => ({ segment, dollars: inputs.payer.openingReceivable[s] }));
  const of = (name: string | null) =>
    owed.reduce((sum, { segment, dollars }) => (name === null || name === segment.program ? sum + dollars : sum), 0);
  return [null, ...byProgram.keys()].map(of);
}

/** Holds for every statement of random models, in every month. */
function everyMonth(
  check: (line: Record<LineKey, number>, before: Record<LineKey, number> | null, owed: number) => void,
  models = anyModel,
) {
  fc.assert(
    fc.property(models, (model) => {
      const projection = project(model);
      const owed = owedAtStart(projection);
      for (const [i, statement] of statements(projection).entries()) {
        let before: Record<LineKey, number> | null = null;
        for (let t = 0; t < model.months; t++) {
          const line = Object.fromEntries(LINES.map(({ key }) => [key, statement.series[key][t]])) as Record<
            LineKey,
            number
          >;
          check(line, before, owed[i]);
          before = line;
        }
      }
    }),
    { numRuns },
  );
}

/** The same to one part in 10¹² of the largest figure that goes into it. */
function expectTied(actual: number, expected: number, ...parts: number[]) {
  const scale = Math.max(...parts.map(Math.abs), Math.abs(expected));
  // Called a million times a run: only a failure pays for an assertion.
  if (!(Math.abs(actual - expected) <= 1e-12 * scale)) expect(actual).toBe(expected);
}

function expectAtMost(actual: number, most: number) {
  if (!(actual <= most * (1 + 1e-12))) expect(actual).toBeLessThanOrEqual(most);
}

/** Every figure of every statement, to compare bit for bit. */
const figures = (projection: Projection) => ({
  total: { series: projection.total.series, totals: projection.total.totals },
  byProgram: [...projection.byProgram]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { series, totals }]) => [name, series, totals]),
});

const SIGNED: readonly LineKey[] = ['margin', 'marginRate', 'marginPppm', 'cumulativeCash'];
const SHARES: readonly LineKey[] = ['realizationRate', 'claimSuccessRate'];

/** Inputs as typed, without planned changes or a scenario. */
const unchanged = anyModel.map((model): Model => ({ ...model, changes: [], adjustments: [] }));

const noChange: Change = {
  driver: 'conversionRate',
  program: null,
  payer: null,
  item: null,
  change: 'set',
  value: 0,
  fromMonth: 1,
  toMonth: Infinity,
};

describe('in every program and month', () => {
  it('opening − lost + new is closing', () =>
    everyMonth((line) => {
      expectTied(
        line.openingPatients - line.lostPatients + line.newPatients,
        line.closingPatients,
        line.openingPatients,
        line.newPatients,
      );
    }));

  it('opening is last month’s closing, and none before the first', () => {
    everyMonth(
      (line, before) => {
        if (before) expectTied(line.openingPatients, before.closingPatients);
      },
      anyModel.map((model) => ({
        ...model,
        programs: model.programs.map((program) => ({ ...program, launchMonth: 1 })),
        changes: model.changes.filter(({ driver }) => driver !== 'launchMonth'),
        adjustments: model.adjustments.filter(({ driver }) => driver !== 'launchMonth'),
      })),
    );
  });

  it('lost is the sum of its causes', () =>
    everyMonth((line) => {
      expectTied(
        line.lostToDischarge +
          line.lostToDisengagement +
          line.lostToBenefitChange +
          line.lostToAdverseEvent +
          line.lostToEarlyDropOff,
        line.lostPatients,
      );
    }));

  it('cash, bad debt and the movement of the receivable make up the revenue', () =>
    everyMonth((line, before, owed) => {
      const opening = before?.receivable ?? owed;
      expectTied(
        line.cashCollected + line.badDebt + (line.receivable - opening),
        line.allowedRevenue,
        opening,
        line.receivable,
        line.cashCollected,
      );
    }));

  it('costs, margin and cash follow from their parts', () =>
    everyMonth((line, before) => {
      expectTied(line.careTeamCost + line.technologyCost + line.overheadAndComplianceCost, line.totalCost);
      expectTied(line.allowedRevenue - line.badDebt - line.totalCost, line.margin, line.allowedRevenue, line.totalCost);
      const opening = before?.cumulativeCash ?? 0;
      expectTied(
        opening + line.cashCollected - line.totalCost,
        line.cumulativeCash,
        opening,
        line.cashCollected,
        line.totalCost,
      );
    }));

  it('a patient billed is active, a claim paid was billed, revenue is at most potential', () =>
    everyMonth((line, before, owed) => {
      expectAtMost(line.billablePatients, line.activePatients);
      expectAtMost(line.paidClaims, line.billablePatients);
      expectAtMost(line.allowedRevenue, line.potentialRevenue);
      expectAtMost(line.badDebt, line.allowedRevenue + (before ? 0 : owed));
    }));

  it('every figure is finite', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        for (const { series, totals } of statements(project(model))) {
          for (const { key } of LINES) {
            expect(series[key]).toHaveLength(model.months);
            expect([...series[key], totals[key]].every(Number.isFinite), key).toBe(true);
          }
        }
      }),
      { numRuns },
    );
  });

  it('nothing is negative that cannot be', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const projection = project(model);
        const owed = owedAtStart(projection);
        for (const [i, { series, totals }] of statements(projection).entries()) {
          const billed = series.allowedRevenue.reduce((sum, dollars) => sum + dollars, owed[i]);
          for (const { key } of LINES) {
            if (SIGNED.includes(key)) continue;
            // A receivable is what is left of years of revenue: all of it paid may leave the rounding.
            const rounding = key === 'receivable' ? 1e-12 * billed : 0;
            expect(Math.min(...series[key], totals[key]), key).toBeGreaterThanOrEqual(-rounding);
          }
        }
      }),
      { numRuns },
    );
  });

  it('an unlimited team is never overrun', () =>
    everyMonth((line) => expect(line.utilizationRate).toBeLessThanOrEqual(1 + 2e-9), randomModel));

  it('shares are at most 1: nobody is realized or paid twice', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        for (const { series, totals } of statements(project(model))) {
          for (const key of SHARES) expect(Math.max(...series[key], totals[key]), key).toBeLessThanOrEqual(1 + 2e-9);
        }
      }),
      { numRuns },
    );
  });
});

describe('all programs together', () => {
  it('are the sum of the programs, flow by flow and balance by balance', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const { total, byProgram } = project(model);
        expect(byProgram.size).toBe(model.programs.length);
        const owed = model.payers.reduce((sum, { openingReceivable }) => sum + openingReceivable, 0);
        const turnover = total.totals.allowedRevenue + total.totals.totalCost + owed;
        for (const { key, kind, unit } of LINES) {
          if (kind === 'rate') continue;
          const size = unit === '$' ? turnover : 0;
          const parts = [...byProgram.values()];
          for (let t = 0; t < model.months; t++) {
            const each = parts.map((statement) => statement.series[key][t]);
            expectTied(
              each.reduce((sum, value) => sum + value, 0),
              total.series[key][t],
              size,
              ...each,
            );
          }
          const each = parts.map((statement) => statement.totals[key]);
          expectTied(
            each.reduce((sum, value) => sum + value, 0),
            total.totals[key],
            size,
            ...each,
            ...total.series[key],
          );
        }
      }),
      { numRuns },
    );
  });

  it('do not depend on the order of rows, bit for bit', () => {
    fc.assert(
      fc.property(
        anyModel.chain((model) => fc.tuple(fc.constant(model), reordered(model))),
        ([model, other]) => {
          expect(figures(project(other))).toEqual(figures(project(model)));
        },
      ),
      { numRuns },
    );
  });

  it('total a flow by its sum and a balance by its last month', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        for (const { series, totals } of statements(project(model))) {
          for (const { key, kind } of LINES) {
            if (kind === 'flow')
              expectTied(
                series[key].reduce((sum, value) => sum + value, 0),
                totals[key],
                ...series[key],
              );
            if (kind === 'balance') expect(totals[key]).toBe(series[key][model.months - 1]);
          }
        }
      }),
      { numRuns },
    );
  });
});

describe('enrollment', () => {
  it('is never beyond the limit, nor beyond the eligible patients', () => {
    fc.assert(
      fc.property(unchanged, (model) => {
        const { byProgram } = project(model);
        for (const program of model.programs) {
          const { newPatients } = byProgram.get(program.name)!.series;
          let everEnrolled = program.openingPatients;
          for (const enrolled of newPatients) {
            everEnrolled += enrolled;
            expect(enrolled).toBeLessThanOrEqual(program.enrollmentLimit * (1 + 1e-12));
            if (enrolled > 0) expect(everEnrolled).toBeLessThanOrEqual(program.eligiblePatients * (1 + 1e-12));
          }
        }
      }),
      { numRuns },
    );
  });

  it('turns nobody away for good: who was referred and convinced is new, waiting, given up or not eligible', () => {
    fc.assert(
      fc.property(unchanged, (model) => {
        const { byProgram } = project({
          ...model,
          waitingLossRate: 0,
          programs: model.programs.map((p) => ({ ...p, eligiblePatients: Infinity })),
        });
        for (const { name, conversionRate } of model.programs) {
          const { referrals, newPatients, waitingPatients } = byProgram.get(name)!.series;
          let convinced = 0;
          let enrolled = 0;
          for (let t = 0; t < model.months; t++) {
            convinced += referrals[t] * conversionRate;
            enrolled += newPatients[t];
            expectTied(enrolled + waitingPatients[t], convinced);
          }
        }
      }),
      { numRuns },
    );
  });
});

describe('a planned change', () => {
  const withChange = fc.tuple(
    anyModel,
    fc.constantFrom(...DRIVERS),
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 0, max: 9 }),
  );

  it('outside its window changes nothing', () => {
    fc.assert(
      fc.property(withChange, ([model, { key: driver }, , value]) => {
        const late: Change = { ...noChange, driver, value, fromMonth: model.months + 1 };
        const over: Change = { ...noChange, driver, value, fromMonth: -3, toMonth: 0 };
        const empty: Change = { ...noChange, driver, value, fromMonth: 5, toMonth: 4 };
        const changed = project({ ...model, changes: [...model.changes, late, over, empty] });
        expect(figures(changed)).toEqual(figures(project(model)));
      }),
      { numRuns },
    );
  });

  it('leaves the months before it as they were', () => {
    fc.assert(
      fc.property(withChange, ([model, { key: driver }, fromMonth, value]) => {
        const before = Math.min(fromMonth, model.months) - 1;
        const changed = project({
          ...model,
          changes: [...model.changes, { ...noChange, driver, change: 'add', value, fromMonth: before + 1 }],
        });
        const plain = project(model);
        for (const { key } of LINES)
          expect(changed.total.series[key].slice(0, before)).toEqual(plain.total.series[key].slice(0, before));
      }),
      { numRuns },
    );
  });

  it('that names a payer touches only payer drivers, one that names an item only cost drivers', () => {
    fc.assert(
      fc.property(withChange, ([model, { key: driver, level }, fromMonth, value]) => {
        const stray: Change[] = [];
        if (level !== 'payer') stray.push({ ...noChange, driver, value, fromMonth, payer: model.payers[0].payer });
        if (level !== 'cost')
          stray.push({ ...noChange, driver, value, fromMonth, item: model.costs[0]?.item ?? 'Nurse' });
        expect(figures(project({ ...model, changes: [...model.changes, ...stray] }))).toEqual(figures(project(model)));
      }),
      { numRuns },
    );
  });

  it('that adds 0 or multiplies by 1 changes nothing', () => {
    fc.assert(
      fc.property(withChange, ([model, { key: driver, isMonth }, fromMonth]) => {
        const idle: Change[] = [{ ...noChange, driver, fromMonth, change: 'add', value: 0 }];
        if (!isMonth) idle.push({ ...noChange, driver, fromMonth, change: 'multiply', value: 1 });
        expect(figures(project({ ...model, changes: [...model.changes, ...idle] }))).toEqual(figures(project(model)));
      }),
      { numRuns },
    );
  });

  it('from the start is the same as an adjustment of the scenario when there is nothing else', () => {
    fc.assert(
      fc.property(anyModel, ({ changes: _changes, ...model }) => {
        const planned = project({ ...model, changes: model.adjustments, adjustments: [] });
        expect(figures(project({ ...model, changes: [] }))).toEqual(figures(planned));
      }),
      { numRuns },
    );
  });
});

describe('a forecast', () => {
  it('does not change in its first months when it looks further ahead', () => {
    fc.assert(
      fc.property(anyModel, fc.integer({ min: 1, max: 24 }), (model, more) => {
        const short = project(model);
        const long = project({ ...model, months: model.months + more });
        for (const [name, { series }] of short.byProgram) {
          for (const { key } of LINES)
            expect(long.byProgram.get(name)!.series[key].slice(0, model.months), key).toEqual(series[key]);
        }
      }),
      { numRuns },
    );
  });

  it('doubles every dollar, and nothing else, when every price doubles', () => {
    fc.assert(
      fc.property(unchanged, (model) => {
        const plain = project(model);
        const dear = project({
          ...model,
          payers: model.payers.map((payer) => ({
            ...payer,
            allowedPppm: 2 * payer.allowedPppm,
            openingReceivable: 2 * payer.openingReceivable,
          })),
          costs: model.costs.map((cost) => ({
            ...cost,
            amount: cost.basis === 'percent of cash' ? cost.amount : 2 * cost.amount,
          })),
        });
        for (const { key, unit } of LINES) {
          const factor = unit.startsWith('$') ? 2 : 1;
          // Of next to no dollars half may be nothing to divide by.
          if (
            key === 'marginRate' &&
            plain.total.series.allowedRevenue.some((dollars) => 0 < dollars && dollars < NOTHING)
          )
            continue;
          expect(dear.total.series[key], key).toEqual(plain.total.series[key].map((value) => factor * value));
        }
      }),
      { numRuns },
    );
  });

  it('is the same when a payer is split in two of the same terms', () => {
    fc.assert(
      fc.property(unchanged, (model) => {
        const [first, ...others] = model.payers;
        const half = { ...first, shareOfPanel: first.shareOfPanel / 2, openingReceivable: first.openingReceivable / 2 };
        const split = project({ ...model, payers: [half, { ...half, payer: 'The other half' }, ...others] });
        const whole = project(model);
        const program = first.program;
        expect(disagreements(split.byProgram.get(program)!, whole.byProgram.get(program)!)).toEqual([]);
        expect(disagreements(split.total, whole.total)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('collects the same dollars later when payers take longer', () => {
    const patient = unchanged.map((model) => ({
      ...model,
      costs: model.costs.filter(({ basis }) => basis !== 'percent of cash'),
    }));
    fc.assert(
      fc.property(patient, fc.integer({ min: 1, max: 90 }), (model, days) => {
        const soon = project(model).total.series;
        const late = project({
          ...model,
          payers: model.payers.map((payer) => ({ ...payer, daysToPay: payer.daysToPay + days })),
        }).total.series;
        expect(late.allowedRevenue).toEqual(soon.allowedRevenue);
        expect(late.margin).toEqual(soon.margin);
        for (let t = 0; t < model.months; t++) {
          expectTied(
            late.cumulativeCash[t] + late.receivable[t],
            soon.cumulativeCash[t] + soon.receivable[t],
            late.cumulativeCash[t],
            late.receivable[t],
            ...soon.totalCost,
          );
          expect(late.receivable[t]).toBeGreaterThanOrEqual(soon.receivable[t] * (1 - 1e-9) - 1e-6);
        }
      }),
      { numRuns },
    );
  });
});
