import {
  byYear,
  cashTest,
  downsideOf,
  isLossLimited,
  timesCovered,
  worstCase,
  type Downside,
} from '../contracts/margin-pool';
import { MONTHS_OF_YEAR, type Contract } from '../contracts/statement';
import * as messages from '../tables/messages/contracts';
import { InputError } from '../tables/messages/input-error';
import { known } from '../tables/reading/known-name';
import { readContracts, type SourcedContract } from '../tables/reading/read-contracts';
import type { Range } from '../tables/reading/read-model';
import { readContractUncertainty } from '../tables/reading/read-uncertainty';
import { chancesOf, drawnDownsides, totalAndYears, type Chances } from '../what-if/contract-downside';
import { uncertainInputs } from '../what-if/uncertain-contracts';
import { USUAL_SEED } from '../what-if/random';
import { tableOf } from './arguments/model-arguments';
import { monthShown } from './arguments/month-argument';
import { ANY_NUMBER, AT_LEAST_ZERO, isNotGiven, numbers, oneNumber, wholeNumber } from './arguments/number-grid';
import { nameOf } from './arguments/text-argument';

const USUAL_TRIALS = 1_000;
const LEAST_TRIALS = 10;
const MOST_TRIALS = 20_000;
/** Months of contracts in all trials that are answered within a second or so. */
const MOST_DRAWN = 400_000;
const MOST_SEED = 2_147_483_647;
const USUAL_COVER = 1;
/** An assumption, which its note says. */
const USUAL_WORST_COST = 0.2;

/**
 * The care-management margin as the pool that carries the downside of contracts: how many times it covers what they may lose, and whether cash lasts for every settlement.
 *
 * A loss is that of a performance year of a contract; a year that gains pays for no other, and no contract for another. The expected loss is the average of the trials, and one trial in ten loses more than the loss at P10. The worst loss is what the terms allow at most, without quality and effect of care; where they set no limit, cost is taken so much above what is expected as worstCost says.
 *
 * Cash fails in the first month in which contracts take cash that care management and contracts together have not got. The reserve is what would have to be there at the start. The guardrail is REVIEW where the loss at P10 is covered less often than it should be, or where cash fails in one trial of ten.
 *
 * Expected loss and loss at P10 come from drawn contracts: each row of contractUncertainty is a column of Contracts, e.g. Expected cost PMPM, Quality or Members, of one contract or of all. PPPM.SIMULATE draws the forecast’s own drivers, which no contract changes.
 *
 * @customfunction MARGINPOOL
 * @category Contracts
 * @helpurl help/MARGINPOOL.html
 * @param contracts The Contracts table with its header row.
 * @param settings The Settings table; blank = 36 months, counted 1, 2, 3.
 * @param margin The line Margin of PPPM.FORECAST: a cell a month.
 * @param [cumulativeCash] Its line Cumulative cash; blank = the margin is paid in its month.
 * @param [contractUncertainty] The table of uncertain inputs with its header row: Driver, Contract, Distribution, Low, Likely, High, Group, Correlation; blank = no expected loss and no P10.
 * @param [contract] The contract to look at; blank = all together.
 * @param [atLeast] How many times the margin should cover the loss at P10; blank = 1.
 * @param [worstCost] Where the terms set no limit: cost above what is expected, as a share; blank = 20%, an assumption.
 * @param [trials] How many trials, from 10 on; blank = 1,000, or fewer where contracts and months are many.
 * @param [seed] A whole number that the draws follow from; blank = 20270101.
 * @returns A header row and rows of measure, unit, total and years: margin, losses, cover, guardrail, the month in which cash fails, reserve; notes below.
 * @throws The first finding in the tables; a line that is shorter or longer than the forecast; an unknown driver or contract with the nearest.
 * @example
 * =PPPM.MARGINPOOL({"Contract","Kind","Model","Members","Benchmark or premium PMPM","Expected cost PMPM","Quality";"ACO","shared savings","MSSP ENHANCED",100,1000,1050,80%}, {"Setting","Value";"Months",12}, {5000,5000,5000,5000,5000,5000,5000,5000,5000,5000,5000,5000})
 * → {"Measure","Unit","Total","Year 1";"Care-management margin","$",60000,60000;"Loss as forecast","$",24000,24000;"Expected loss","$","not known","not known";"Loss at P10","$","not known","not known";"Worst loss","$",180000,180000;"Margin covers expected loss","times","not known","not known";"Margin covers loss at P10","times","not known","not known";"Margin covers worst loss","times",0.3333333,0.3333333;"Guardrail: cover of the worst loss at least 1","","REVIEW","REVIEW";"Cash fails, as forecast","month","never","";"Cash fails, one trial in ten","month","not known","";"Cash fails, at worst","month","never","";"Reserve needed, as forecast","$",0,"";"Reserve needed, one trial in ten","$","not known","";"Reserve needed, at worst","$",0,"";"Note","Losses add up over contracts and performance years; a year that gains pays for no other, and no contract for another.","","";"Note","contractUncertainty has no row, so the expected loss and the loss at P10 are not known; give a row for each uncertain input, e.g. Expected cost PMPM.","","";"Note","Owed only after the last month, so not in its cash: $24,000 as forecast, $180,000 at worst. More months show it.","",""} (rounded)
 */
export function marginPool(
  contracts: unknown[][],
  settings: unknown[][],
  margin: unknown[][],
  cumulativeCash?: unknown[][],
  contractUncertainty?: unknown[][],
  contract?: string,
  atLeast?: number,
  worstCost?: number,
  trials?: number,
  seed?: number,
): unknown[][] {
  const inputs = readContracts(tableOf(contracts) as Range | null, tableOf(settings) as Range | null);
  const [first] = inputs.errors;
  if (first) throw new InputError(first.text);
  const { months, startMonth } = inputs.settings;
  const looked = ofName(inputs.contracts, nameOf('contract', contract));
  const pool = lineOf('margin', margin, months);
  const cash = isNotGiven(cumulativeCash) ? cumulated(pool) : lineOf('cumulativeCash', cumulativeCash, months);
  const cover = isNotGiven(atLeast) ? USUAL_COVER : oneNumber('atLeast', atLeast, AT_LEAST_ZERO);
  const rise = isNotGiven(worstCost) ? USUAL_WORST_COST : oneNumber('worstCost', worstCost, AT_LEAST_ZERO);
  const from = wholeNumber('seed', seed, 1, MOST_SEED, USUAL_SEED);

  const forecast = downsideOf(looked, months);
  const worst = downsideOf(
    looked.map((each) => worstCase(each, rise)),
    months,
  );
  const spreads = readContractUncertainty(tableOf(contractUncertainty));
  const drawn = spreads.length > 0 ? uncertainInputs(spreads, inputs.contracts, looked) : null;
  const count = trialsFor(trials, looked.length, months);
  const trialsOf = drawn && drawnDownsides(looked, drawn, months, count, from);
  return laidOut({
    ...{ pool, cash, cover, forecast, worst },
    chances: trialsOf && chancesOf(trialsOf, cash),
    shownMonth: (month) => monthShown(month, startMonth),
    notes: notesOf(looked, rise, forecast, worst, trialsOf && messages.drawnTrials(count, from)),
  });
}

function ofName(contracts: readonly SourcedContract[], name: string | null): readonly SourcedContract[] {
  if (name === null) return contracts;
  const found = known(
    'contract',
    name,
    contracts.map((each) => each.contract),
  );
  return contracts.filter((each) => each.contract === found);
}

/** A cell a month; cells beyond the forecast are blank. */
function lineOf(name: string, argument: unknown, months: number): Float64Array {
  const { values } = numbers(name, argument, ANY_NUMBER);
  if (values.length < months) throw new InputError(messages.monthsMissing(name, values.length, months));
  if (values.subarray(months).some((value) => value !== 0)) throw new InputError(messages.monthsBeyond(name, months));
  return values.slice(0, months);
}

function cumulated(flows: Float64Array): Float64Array {
  let total = 0;
  return flows.map((flow) => (total += flow));
}

/** Fewer than the usual trials where contracts and months are many, unless more are asked for than Excel would wait for. */
function trialsFor(asked: unknown, contracts: number, months: number): number {
  const most = Math.max(LEAST_TRIALS, Math.floor(MOST_DRAWN / (contracts * (months + MONTHS_OF_YEAR))));
  const trials = wholeNumber('trials', asked, LEAST_TRIALS, MOST_TRIALS, Math.min(USUAL_TRIALS, most));
  if (trials > most) throw new InputError(messages.tooManyTrials(trials, contracts, most));
  return trials;
}

interface Answer {
  pool: Float64Array;
  cash: Float64Array;
  cover: number;
  forecast: Downside;
  worst: Downside;
  /** Null = not known. */
  chances: Chances | null;
  shownMonth: (month: number) => number;
  notes: readonly string[];
}

const UNKNOWN = 'not known';

function laidOut({ pool, cash, cover, forecast, worst, chances, shownMonth, notes }: Answer): unknown[][] {
  const margins = totalAndYears(pool);
  const unknown = margins.map(() => UNKNOWN);
  const losses = { forecast: totalAndYears(forecast.loss), worst: totalAndYears(worst.loss) };
  const covers = (of: readonly number[]) => of.map((loss, i) => timesCovered(margins[i], loss));
  const times = (of: readonly number[]) => covers(of).map((each) => (each === Infinity ? 'no loss' : each));
  const only = (value: unknown) => margins.map((_, i) => (i === 0 ? value : ''));
  const tests = [
    ['as forecast', cashTest(cash, forecast.cash)],
    ['one trial in ten', chances && chances.cash],
    ['at worst', cashTest(cash, worst.cash)],
  ] as const;
  // Without trials the worst is what can be held against.
  const guarded = chances ? { name: 'loss at P10', of: chances.p10 } : { name: 'worst loss', of: losses.worst };
  const failsIn = chances ? chances.cash.failsIn : tests[0][1].failsIn;
  const verdicts = covers(guarded.of).map((each) => (each < cover ? 'REVIEW' : 'OK'));
  if (verdicts.includes('REVIEW') || failsIn !== null) verdicts[0] = 'REVIEW';
  return [
    ['Measure', 'Unit', 'Total', ...byYear(pool).map((_, year) => `Year ${year + 1}`)],
    ['Care-management margin', '$', ...margins],
    ['Loss as forecast', '$', ...losses.forecast],
    ['Expected loss', '$', ...(chances?.expected ?? unknown)],
    ['Loss at P10', '$', ...(chances?.p10 ?? unknown)],
    ['Worst loss', '$', ...losses.worst],
    ['Margin covers expected loss', 'times', ...(chances ? times(chances.expected) : unknown)],
    ['Margin covers loss at P10', 'times', ...(chances ? times(chances.p10) : unknown)],
    ['Margin covers worst loss', 'times', ...times(losses.worst)],
    [`Guardrail: cover of the ${guarded.name} at least ${cover}`, '', ...verdicts],
    ...tests.map(([name, test]) => [
      `Cash fails, ${name}`,
      'month',
      ...only(test === null ? UNKNOWN : test.failsIn === null ? 'never' : shownMonth(test.failsIn)),
    ]),
    ...tests.map(([name, test]) => [`Reserve needed, ${name}`, '$', ...only(test === null ? UNKNOWN : test.reserve)]),
    ...notes.map((text) => ['Note', text, ...margins.map(() => '')]),
  ];
}

function notesOf(
  contracts: readonly Contract[],
  rise: number,
  forecast: Downside,
  worst: Downside,
  trials: string | null,
): string[] {
  const unlimited = contracts.filter(({ kind, terms }) => !terms.every((of) => isLossLimited(kind, of)));
  const owed = [forecast, worst].map(({ toSettle }) => Math.round(Math.max(0, -toSettle)));
  return [
    messages.lossesAddUp(),
    trials ?? messages.uncertaintyUnknown(),
    ...unlimited.map(({ contract }) => messages.lossUnlimited(contract, Number((rise * 100).toPrecision(6)))),
    ...(owed[1] > 0 ? [messages.settledLater(owed[0], owed[1])] : []),
  ];
}
