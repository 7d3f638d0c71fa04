/** Models whose inputs are typed over: the same programs, payers, items and rows of changes, other figures in them. */
import fc from 'fast-check';
import { driverByKey } from '../../src/engine/model/drivers';
import type { Change, ChangeKind, CostItem, Model, Payer, Program } from '../../src/engine/model/model';

const draws = fc.array(fc.nat(9_999), { minLength: 211, maxLength: 211 });

/** @param models from which the other figures are taken */
export const typedOver = (models: fc.Arbitrary<Model>): fc.Arbitrary<{ before: Model; after: Model }> =>
  fc.tuple(models, models, draws).map(([before, other, drawn]) => {
    let next = 0;
    const upTo = (most: number): number => drawn[next++ % drawn.length] % most;
    const of = <T>(rows: readonly T[]): T => rows[upTo(rows.length)];
    const { months, trainingMonths } = before;
    return {
      before,
      after: {
        ...before,
        basis: other.basis,
        waitingLossRate: other.waitingLossRate,
        hireAtUtilization: other.hireAtUtilization,
        hireLeadMonths: other.hireLeadMonths,
        // A copy has room for the training time that it was made with.
        trainingMonths: Math.min(trainingMonths, other.trainingMonths),
        minutesDistribution: other.minutesDistribution,
        programs: before.programs.map(({ name }): Program => ({ ...of(other.programs), name })),
        payers: before.payers.map(({ program, payer, shareOfPanel, paymentPattern }): Payer => ({
          ...of(other.payers),
          ...{ program, payer, shareOfPanel, paymentPattern },
        })),
        costs: before.costs.map((cost): CostItem => {
          const figures = other.costs.length > 0 ? of(other.costs) : cost;
          const amount = cost.basis === 'percent of cash' ? Math.min(0.2, figures.amount / 1_000) : 1 + figures.amount;
          const { item, category, program, basis, staffing } = cost;
          return { ...figures, item, category, program, basis, staffing, amount };
        }),
        changes: before.changes.map((change) => changed(change, upTo, months)).reverse(),
        adjustments: before.adjustments.map((change) => changed(change, upTo, null)).reverse(),
      },
    };
  });

/** The same driver moved otherwise. */
function changed(change: Change, upTo: (most: number) => number, months: number | null): Change {
  const { isMonth, upper, key } = driverByKey.get(change.driver)!;
  const kinds: ChangeKind[] = isMonth || key === 'patientsPerUnit' ? ['set', 'add'] : ['set', 'multiply', 'add'];
  const kind = kinds[upTo(kinds.length)];
  const part = (1 + upTo(999)) / 1_000;
  const value = isMonth
    ? 1 + upTo(kind === 'set' ? 20 : 5)
    : kind === 'multiply'
      ? 0.5 + part
      : upper === 1
        ? kind === 'set'
          ? part
          : part - 0.5
        : kind === 'set'
          ? 10 * part
          : 4 * part;
  const fromMonth = months === null ? 1 : 1 + upTo(months);
  return {
    ...change,
    change: kind,
    value,
    program: upTo(3) === 0 ? null : change.program,
    payer: upTo(3) === 0 ? null : change.payer,
    item: upTo(3) === 0 ? null : change.item,
    fromMonth,
    toMonth: months === null || upTo(2) === 0 ? Infinity : fromMonth + upTo(12),
  };
}
