/**
 * Why revenue and cost came out otherwise than forecast. Revenue of a payer and month is a product of five factors, and
 * each has the part of the difference that it brings on average over all orders of reading; so the parts add up.
 */
import { NOTHING } from '../../engine/math/tolerances';
import { fold } from '../../tables/reading/nearest';
import type { Summary } from '../rows';
import { shapley } from './shapley';
import { laidBeside, type Beside, type Compared, type ProgramMonth, type Sides } from './sides';

/**
 * Panel: active patients of the program. Mix: the payer's share of them. Realization: billable ÷ active. Claim success:
 * paid ÷ billable. Allowed rate: allowed ÷ paid.
 */
export const FACTORS = ['panel', 'mix', 'realization', 'claimSuccess', 'allowedRate'] as const;
export type Factor = (typeof FACTORS)[number];

export interface Bridge {
  revenue: Sides<number>;
  /** The part of the difference that each factor brings. */
  factors: Record<Factor, number>;
  /** Revenue that no factor carries: allowed without paid claims, paid without billable patients … */
  revenueUnexplained: number;
  cost: Sides<number>;
  /** What more or fewer active patients cost, and what each of them costs more or less. */
  costVolume: number;
  costRate: number;
  /** Cost without an active patient on its side. */
  costUnexplained: number;
  /** Cost ÷ active patients; null without patients. */
  costPmpm: Sides<number | null>;
}

export interface Variance extends Omit<Beside, 'programMonths'> {
  /** In the order in which programs first appear. */
  readonly programs: readonly { readonly program: string; readonly bridge: Bridge }[];
  readonly total: Bridge;
}

/** Of the months that both have; in the money of the two, which is the same. */
export function variance(forecast: Summary, actual: Summary): Variance {
  const { programMonths, ...beside } = laidBeside(forecast, actual);
  const byProgram = new Map<string, ProgramMonth[]>();
  for (const each of programMonths) {
    const key = fold(each.program);
    if (!byProgram.has(key)) byProgram.set(key, []);
    byProgram.get(key)!.push(each);
  }
  return {
    ...beside,
    programs: [...byProgram.values()].map((months) => ({ program: months[0].program, bridge: bridgeOf(months) })),
    total: bridgeOf(programMonths),
  };
}

/** A program's months, or those of all programs: their bridges added up. */
function bridgeOf(months: readonly ProgramMonth[]): Bridge {
  const revenue: [number, number] = [0, 0];
  const cost: [number, number] = [0, 0];
  const patients: [number, number] = [0, 0];
  const factors: Record<Factor, number> = { panel: 0, mix: 0, realization: 0, claimSuccess: 0, allowedRate: 0 };
  let revenueUnexplained = 0;
  let costVolume = 0;
  let costRate = 0;
  let costUnexplained = 0;
  for (const { payers } of months) {
    const active = total(payers, 'active');
    for (const payer of payers) {
      const [before, after] = factorsOf(payer, active);
      shapley(before, after).forEach((part, i) => (factors[FACTORS[i]] += part));
      revenueUnexplained += payer[1].allowed - product(after) - (payer[0].allowed - product(before));
    }
    const spent = total(payers, 'cost');
    const [pmpmBefore, pmpmAfter] = eitherWay([ratio(spent[0], active[0]), ratio(spent[1], active[1])]);
    costVolume += ((active[1] - active[0]) * (pmpmBefore + pmpmAfter)) / 2;
    costRate += ((pmpmAfter - pmpmBefore) * (active[0] + active[1])) / 2;
    costUnexplained += spent[1] - active[1] * pmpmAfter - (spent[0] - active[0] * pmpmBefore);
    const allowed = total(payers, 'allowed');
    for (const side of [0, 1] as const) {
      revenue[side] += allowed[side];
      cost[side] += spent[side];
      patients[side] += active[side];
    }
  }
  return {
    revenue,
    factors,
    revenueUnexplained,
    cost,
    costVolume,
    costRate,
    costUnexplained,
    costPmpm: [ratio(cost[0], patients[0]), ratio(cost[1], patients[1])],
  };
}

const total = (payers: readonly Sides<Compared>[], figure: keyof Compared): Sides<number> => [
  payers.reduce((sum, [forecast]) => sum + forecast[figure], 0),
  payers.reduce((sum, [, actual]) => sum + actual[figure], 0),
];

const product = (factors: readonly number[]): number => factors.reduce((all, factor) => all * factor, 1);
const ratio = (part: number, whole: number): number | null => (whole >= NOTHING ? part / whole : null);

/** A ratio that one side lacks is the other's, so that it brings no difference; one that neither has is 0. */
const eitherWay = ([forecast, actual]: Sides<number | null>): Sides<number> => [
  forecast ?? actual ?? 0,
  actual ?? forecast ?? 0,
];

/** The five factors of a payer's revenue, in their order, of forecast and actual. */
function factorsOf(payer: Sides<Compared>, panel: Sides<number>): Sides<number[]> {
  const pairs: Sides<number>[] = [
    panel,
    eitherWay([ratio(payer[0].active, panel[0]), ratio(payer[1].active, panel[1])]),
    eitherWay([ratio(payer[0].billable, payer[0].active), ratio(payer[1].billable, payer[1].active)]),
    eitherWay([ratio(payer[0].paid, payer[0].billable), ratio(payer[1].paid, payer[1].billable)]),
    eitherWay([ratio(payer[0].allowed, payer[0].paid), ratio(payer[1].allowed, payer[1].paid)]),
  ];
  return [pairs.map(([forecast]) => forecast), pairs.map(([, actual]) => actual)];
}
