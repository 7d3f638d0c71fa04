/**
 * What is uncertain until a practice says it better: how many are referred, how many leave, how much of the work can be
 * billed, and what staff costs. How far each may lie off is an assumption.
 */
import type { CostItem, Program } from '../../../engine/model/model';
import type { Inputs } from '../../../tables/reading/read-model';
import type { UncertainRow } from '../../../tables/reading/read-uncertainty';
import { COSTS } from '../../../tables/schemas/costs';
import { PANEL } from '../../../tables/schemas/panel';
import { findDriver } from '../../../tables/schemas/driver-names';
import { PAYER_MIX } from '../../../tables/schemas/payer-mix';
import { UNCERTAINTY } from '../../../tables/schemas/uncertainty';

export interface Assumed {
  /** The driver's header. */
  driver: string;
  program: string | null;
  item: string | null;
  /** What the tables hold. */
  now: number;
  /** Low and High lie so much of it below and above. */
  spread: number;
  /** Rows of one group rise and fall together; null for none. */
  group: string | null;
}

const SPREADS = { referrals: 0.25, retention: 0.25, realization: 0.1, pay: 0.05 } as const;

/** Of tables that cannot be read: none. */
export function assumedUncertainty({ errors, ...inputs }: Inputs): Assumed[] {
  if (errors.length > 0) return [];
  const { programs, costs } = inputs;
  return together([
    ...programs.map((program) => ofPanel(program, 'referrals', 'referrals')),
    ...programs.map((program) => ofPanel(program, 'disengagementRate', 'retention')),
    ...programs.map(({ name }) => realization(name, inputs)),
    ...costs.map(pay),
  ]);
}

const ofPanel = (
  { name, ...program }: Program,
  key: 'referrals' | 'disengagementRate',
  group: keyof typeof SPREADS,
): Assumed => ({
  ...{ driver: PANEL.header[key], program: name, item: null, now: program[key] },
  ...{ spread: SPREADS[group], group },
});

/** Of all payers of the program where they have the same: a value drawn is set for all of them. */
function realization(program: string, { payers }: Pick<Inputs, 'payers'>): Assumed {
  const own = payers.filter((payer) => payer.program === program);
  const isCommon = own.every(({ realizationRate }) => realizationRate === own[0].realizationRate);
  return {
    ...{ driver: PAYER_MIX.header.realizationRate, program, item: null },
    now: isCommon && own.every(({ thresholdMinutes }) => !thresholdMinutes) ? (own[0]?.realizationRate ?? 0) : 0,
    ...{ spread: SPREADS.realization, group: 'realization' },
  };
}

const pay = ({ item, basis, amount }: CostItem, i: number, all: readonly CostItem[]): Assumed => ({
  ...{ driver: COSTS.header.amount, program: null, item },
  now: basis === 'per unit' && all.every((other, j) => i === j || other.item !== item) ? amount : 0,
  ...{ spread: SPREADS.pay, group: 'pay' },
});

/** Nothing that is nothing is drawn, and nobody is a group alone. */
function together(rows: readonly Assumed[]): Assumed[] {
  const drawn = rows.filter(({ now }) => now > 0);
  return drawn.map((row) => ({
    ...row,
    group: drawn.filter(({ group }) => group === row.group).length > 1 ? row.group : null,
  }));
}

/** As the row is read once it stands on Uncertainty. */
export function asRead({ driver, program, item, now, spread, group }: Assumed, i: number): UncertainRow {
  const { lower, upper } = findDriver(driver)!.driver;
  return {
    ...{ row: i + 1, driver, program, payer: null, item, distribution: 'PERT', group },
    ...{ low: Math.max(now * (1 - spread), lower), likely: now, high: Math.min(now * (1 + spread), upper) },
    correlation: UNCERTAINTY.column.correlation.fallback as number,
  };
}
