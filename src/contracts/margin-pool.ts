/**
 * The care-management margin as the pool that carries the downside of contracts: what they may lose, how many times
 * the margin covers it, and whether cash lasts for every payment owed.
 */
import { sum } from '../engine/math/sum';
import type { ContractKind } from './book/model';
import { contractStatement, MONTHS_OF_YEAR, type Contract } from './statement';
import type { ContractTerms } from './terms';

/** What contracts come to, in a case: as forecast, in a trial, at worst. */
export interface Downside {
  /** $ lost a month, at least 0: each performance year that loses, without those that gain. */
  loss: Float64Array;
  /** $ a month, settlements and medical cost among it. */
  cash: Float64Array;
  /** $ still to be settled after the last month; negative = owed. */
  toSettle: number;
}

export function downsideOf(contracts: readonly Contract[], months: number): Downside {
  const loss = new Float64Array(months);
  const cash = new Float64Array(months);
  let toSettle = 0;
  for (const contract of contracts) {
    // As far as the last performance year goes: whether it loses depends on all of its months.
    const statement = contractStatement(contract, months + MONTHS_OF_YEAR);
    addLosses(loss, contract, statement.margin);
    for (let t = 0; t < months; t++) cash[t] += statement.cash[t];
    toSettle += statement.toSettle[months - 1];
  }
  return { loss, cash, toSettle };
}

function addLosses(loss: Float64Array, { startMonth, endMonth }: Contract, margin: Float64Array): void {
  for (let first = startMonth - 1; first < Math.min(loss.length, endMonth); first += MONTHS_OF_YEAR) {
    const end = Math.min(first + MONTHS_OF_YEAR, endMonth);
    if (sum(margin, first, end - first) >= 0) continue;
    for (let t = first; t < Math.min(end, loss.length); t++) loss[t] -= margin[t];
  }
}

/** Sums of twelve months each; the last year may be shorter. */
export const byYear = (values: Float64Array): number[] =>
  Array.from({ length: Math.ceil(values.length / MONTHS_OF_YEAR) }, (_, year) => {
    const first = year * MONTHS_OF_YEAR;
    return sum(values, first, Math.min(MONTHS_OF_YEAR, values.length - first));
  });

/** How many times a pool covers a loss: Infinity where nothing is lost, 0 where there is no pool. */
export const timesCovered = (pool: number, loss: number): number => (loss > 0 ? Math.max(0, pool) / loss : Infinity);

export interface CashTest {
  /** The first month, counted from 1, in which contracts take cash that is not there; null = never. */
  failsIn: number | null;
  /** $ that would have to be there at the start, so that it never fails. */
  reserve: number;
}

/** Beside amounts of that size, rounding. */
const NOISE = 1e-9;

/** @param cumulative cash of care management, from the start on */
export function cashTest(cumulative: Float64Array, contracts: Float64Array): CashTest {
  let failsIn: number | null = null;
  let reserve = 0;
  let settled = 0;
  contracts.forEach((cash, t) => {
    settled += cash;
    const there = cumulative[t] + settled;
    if (cash >= 0 || there >= -NOISE * (Math.abs(cumulative[t]) + Math.abs(settled))) return;
    failsIn ??= t + 1;
    reserve = Math.max(reserve, -there);
  });
  return { failsIn, reserve };
}

/** Whether the terms set a limit to what the practice may lose in a year. */
export function isLossLimited(kind: ContractKind, terms: ContractTerms): boolean {
  switch (kind) {
    case 'shared savings':
      return (
        terms.lossRate === 0 ||
        terms.lossLimitRate < Infinity ||
        (terms.revenueLossLimitRate < Infinity && terms.participantRevenueRate > 0)
      );
    case 'risk bands':
    case 'capitation': {
      const last = (terms.lossBands ?? terms.bands).at(-1);
      return last !== undefined && (last.share === 0 || last.upTo < Infinity);
    }
    case 'access':
    case 'care fee':
      return true;
  }
}

/** Of what the benchmark or premium is: beyond it any limit is reached. */
const BEYOND_LIMITS = 1000;

/**
 * The contract at its worst: no quality, nothing earned, no effect of care, and cost as far beyond the benchmark as the
 * terms let it count; where they set no limit, so much above what is expected.
 * @param costRise a share of the expected cost
 */
export function worstCase(contract: Contract, costRise: number): Contract {
  const { kind, premiumPmpm, riskScore, costPmpm, careEffect, terms } = contract;
  const isLimited = terms.every((of) => isLossLimited(kind, of));
  return {
    ...contract,
    quality: 0,
    attainment: 0,
    withoutSubstitutes: 0,
    careEffect: Math.max(0, careEffect),
    costPmpm: isLimited ? Math.max(costPmpm, premiumPmpm * riskScore) * BEYOND_LIMITS : costPmpm * (1 + costRise),
    terms: terms.map((of) => ({ ...of, qualityStandard: 'not met' as const, withholdEarned: 0 })),
  };
}
