/**
 * A contract month by month: members, benchmark and cost by month, each performance year worked out by the contract's
 * formula, its result spread over the months as the benchmark is, and settled in its month.
 */
import { accessPay, MONTHS_OF_CARE } from './access-pay';
import { bandShare } from './bands';
import type { ContractKind } from './book/model';
import { capitation } from './capitation';
import { careFee } from './care-fee';
import { CONTRACT_LINES, type ContractLineKey } from './contract-lines';
import { paidRiskScore, planPayment } from './medicare-advantage';
import { riskBands } from './risk-bands';
import { sharedSavings } from './shared-savings';
import type { ContractTerms } from './terms';

export interface Contract {
  contract: string;
  kind: ContractKind;
  /** Months of the forecast, counted from 1. */
  startMonth: number;
  endMonth: number;
  members: number;
  memberGrowth: number;
  premiumPmpm: number;
  benchmarkTrend: number;
  costPmpm: number;
  costTrend: number;
  /** Change of cost by care management: −0.02 is 2% less. */
  careEffect: number;
  riskScore: number;
  quality: number;
  attainment: number;
  withoutSubstitutes: number;
  monthsToSettlement: number;
  /** Of each performance year, in order; a later year has the terms of the last one. */
  terms: readonly ContractTerms[];
}

export const MONTHS_OF_YEAR = 12;

/** By line, a figure a month. */
export type ContractSeries = Record<ContractLineKey, Float64Array>;

const emptySeries = (months: number): ContractSeries =>
  Object.fromEntries(CONTRACT_LINES.map(({ key }) => [key, new Float64Array(months)])) as ContractSeries;

/** What a month of a contract is worth, before its year is known. */
interface Month {
  /** Of the forecast, counted from 1. */
  month: number;
  members: number;
  /** $ a member: benchmark, premium or fee, with its trend. */
  pmpm: number;
  /** Before the effect of care. */
  baseline: number;
  cost: number;
}

/** The lines that a year's formula decides; the others follow from them. */
const DECIDED = [
  ...(['benchmark', 'savings', 'share', 'accrued', 'withheld'] as const),
  ...(['earned', 'vendor', 'paid', 'medicalCostBorne'] as const),
] satisfies ContractLineKey[];
type Decided = Record<(typeof DECIDED)[number], number> & { bearsCost: boolean };

/** The statement of one contract over the months of the forecast. */
export function contractStatement(contract: Contract, months: number): ContractSeries {
  const series = emptySeries(months);
  for (let year = 0; ; year++) {
    const first = contract.startMonth + year * MONTHS_OF_YEAR;
    if (first > Math.min(months, contract.endMonth)) break;
    const last = Math.min(first + MONTHS_OF_YEAR - 1, contract.endMonth);
    const of = monthsOf(contract, year, first, last);
    const terms = contract.terms[Math.min(year, contract.terms.length - 1)];
    addYear(series, months, of, YEARS[contract.kind](contract, terms, of), last + contract.monthsToSettlement);
  }
  let toSettle = 0;
  for (let t = 0; t < months; t++) {
    const { accrued, paid, settlement, medicalCostBorne } = series;
    toSettle += accrued[t] - paid[t] - settlement[t];
    series.toSettle[t] = toSettle;
    series.cash[t] = paid[t] + settlement[t] - medicalCostBorne[t];
    series.margin[t] = accrued[t] - medicalCostBorne[t];
  }
  return series;
}

/** All months of the year, those after the forecast too: what is settled depends on them. */
function monthsOf(contract: Contract, year: number, first: number, last: number): Month[] {
  const { startMonth, members, memberGrowth, premiumPmpm, benchmarkTrend, costPmpm, costTrend, careEffect } = contract;
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const there = members * (1 + memberGrowth) ** (first + i - startMonth);
    const baseline = there * costPmpm * (1 + costTrend) ** year;
    return {
      month: first + i,
      members: there,
      pmpm: premiumPmpm * (1 + benchmarkTrend) ** year,
      baseline,
      cost: baseline * (1 + careEffect),
    };
  });
}

function addYear(series: ContractSeries, months: number, of: Month[], decided: Decided[], settled: number): void {
  let accrued = 0;
  let paid = 0;
  of.forEach(({ month, members, baseline, cost }, i) => {
    const lines = decided[i];
    accrued += lines.accrued;
    paid += lines.paid;
    if (month > months) return;
    const t = month - 1;
    series.members[t] = members;
    for (const key of DECIDED) series[key][t] += lines[key];
    series.payersPart[t] += lines.savings - lines.share;
    if (!lines.bearsCost) return;
    series.medicalCost[t] += cost;
    series.savedByCare[t] += baseline - cost;
  });
  if (settled <= months) series.settlement[settled - 1] += accrued - paid;
}

type YearOf = (contract: Contract, terms: ContractTerms, of: readonly Month[]) => Decided[];

const YEARS: Readonly<Record<ContractKind, YearOf>> = {
  'shared savings': savingsYear,
  'risk bands': bandsYear,
  capitation: capitationYear,
  access: accessYear,
  'care fee': feeYear,
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Each month's part of a year's result: as the amounts are, or alike where there are none. */
function parts(amounts: readonly number[]): number[] {
  const total = sum(amounts);
  return amounts.map((amount) => (total > 0 ? amount / total : 1 / amounts.length));
}

const NOTHING: Decided = {
  benchmark: 0,
  savings: 0,
  share: 0,
  accrued: 0,
  withheld: 0,
  earned: 0,
  vendor: 0,
  paid: 0,
  medicalCostBorne: 0,
  bearsCost: false,
};

function savingsYear({ riskScore, quality }: Contract, terms: ContractTerms, of: readonly Month[]): Decided[] {
  const benchmarks = of.map(({ members, pmpm }) => members * pmpm * riskScore);
  const assignedMembers = terms.assignedMembers || sum(of.map(({ members }) => members)) / of.length;
  const costs = of.map(({ cost }) => cost);
  const { share } = sharedSavings(sum(benchmarks), sum(costs), quality, { ...terms, assignedMembers });
  return parts(benchmarks).map((part, i) => ({
    ...NOTHING,
    benchmark: benchmarks[i],
    savings: benchmarks[i] - costs[i],
    share: share * part,
    accrued: share * part,
    bearsCost: true,
  }));
}

function bandsYear({ riskScore, quality }: Contract, terms: ContractTerms, of: readonly Month[]): Decided[] {
  const benchmarks = of.map(({ members, pmpm }) => members * pmpm * riskScore);
  const costs = of.map(({ cost }) => cost);
  const year = riskBands(sum(benchmarks), sum(costs), quality, terms);
  return parts(benchmarks).map((part, i) => ({
    ...NOTHING,
    benchmark: benchmarks[i],
    savings: benchmarks[i] - costs[i],
    share: year.share * part,
    accrued: year.share * part,
    withheld: year.withheld * part,
    earned: year.earned * part,
    paid: year.advance * part,
    bearsCost: true,
  }));
}

/** The practice bears all of the cost, or its part of each band; the plan settles the rest. */
function capitationYear({ riskScore, quality }: Contract, terms: ContractTerms, of: readonly Month[]): Decided[] {
  const score = paidRiskScore(riskScore, terms);
  const paid = of.map(({ members, pmpm }) => {
    const premium = terms.bidPmpm > 0 ? planPayment(pmpm, terms.bidPmpm, terms.starRating).basePmpm : pmpm;
    return capitation(members, premium, score, quality, terms);
  });
  const revenues = paid.map(({ revenue }) => revenue);
  const savings = revenues.map((revenue, i) => revenue - of[i].cost);
  const total = sum(savings);
  const bands = total < 0 ? (terms.lossBands ?? terms.bands) : terms.bands;
  const byPlan = bands.length ? total - bandShare(total, sum(revenues), bands) : 0;
  return parts(revenues).map((part, i) => {
    const { withheld, earned, paid: paidMonthly } = paid[i];
    const share = savings[i] - byPlan * part - (withheld - earned);
    return {
      ...NOTHING,
      benchmark: revenues[i],
      savings: savings[i],
      share,
      accrued: share + of[i].cost,
      withheld,
      earned,
      paid: paidMonthly,
      medicalCostBorne: of[i].cost,
      bearsCost: true,
    };
  });
}

/** No cost is borne: what care costs elsewhere is nobody's matter here. */
function accessYear(
  { attainment, withoutSubstitutes }: Contract,
  terms: ContractTerms,
  of: readonly Month[],
): Decided[] {
  return of.map(({ members }) => {
    const year = accessPay(members, attainment, withoutSubstitutes, terms);
    const collected = year.total > 0 ? year.collected / year.total : 0;
    const accrued = year.collected / MONTHS_OF_CARE;
    const paid = year.monthly * collected;
    return {
      ...NOTHING,
      benchmark: year.allowed / MONTHS_OF_CARE,
      accrued,
      withheld: year.withheld / MONTHS_OF_CARE,
      earned: accrued - paid,
      paid,
    };
  });
}

function feeYear({ quality }: Contract, terms: ContractTerms, of: readonly Month[]): Decided[] {
  const hasUpside = terms.sharingRate > 0;
  const months = of.map(({ members, pmpm }) => careFee(members, pmpm, quality, 0, 0, terms));
  const fees = months.map((month) => month.fees);
  const costs = hasUpside ? of : [];
  const baseline = sum(costs.map((month) => month.baseline));
  const actual = sum(costs.map((month) => month.cost));
  // One fee for all of the year's members: members × 1 dollar × fees.
  const { upside } = careFee(1, sum(fees), quality, baseline, actual, terms);
  return parts(fees).map((part, i) => {
    const { withheld, earned, paid, vendor, kept } = months[i];
    const upsideOf = upside * part;
    return {
      ...NOTHING,
      benchmark: fees[i],
      savings: hasUpside ? of[i].baseline - of[i].cost : 0,
      share: upsideOf,
      accrued: kept + upsideOf * (1 - terms.vendorShare),
      withheld,
      earned,
      vendor: vendor + upsideOf * terms.vendorShare,
      paid: paid * (1 - terms.vendorShare) - of[i].members * terms.vendorPmpm,
      bearsCost: hasUpside,
    };
  });
}

/** All contracts together. */
export function totalStatement(statements: readonly ContractSeries[], months: number): ContractSeries {
  const total = emptySeries(months);
  for (const statement of statements)
    for (const { key } of CONTRACT_LINES) for (let t = 0; t < months; t++) total[key][t] += statement[key][t];
  return total;
}
