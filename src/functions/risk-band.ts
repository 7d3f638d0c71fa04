import { riskBands, type RiskBandResult } from '../contracts/risk-bands';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/contracts';
import { agreementOf, answerOf, type Step } from './arguments/contract-arguments';
import { AT_LEAST_ZERO, numbers, numbersOr, SHARE } from './arguments/number-grid';
import type { RiskBandModel } from './enums';

/**
 * Settlement by risk bands, as in ACO REACH and LEAD: each part of the savings or losses at the share of its band.
 *
 * Savings = benchmark × (1 − discount) − expenditure. Bands are shares of the benchmark after discount, and marginal: 20% of savings in bands of 100% to 10% and 50% to 35% keep 10 + 5 = 15%. Then the part of the withhold that quality does not earn is taken off, sequestration from what is paid, and what was advanced through the year.
 *
 * Without quality nothing of a withhold is earned.
 *
 * @customfunction RISKBAND
 * @category Contracts
 * @helpurl help/RISKBAND.html
 * @param benchmark Benchmark of the year in $, before the discount: one number or a range.
 * @param expenditure What the patients cost in the year, in $.
 * @param [model] ACO REACH Global or Professional, LEAD Global or Professional; blank = the typed terms alone.
 * @param [quality] Share of the withhold that quality earns, 0 to 1; blank = nothing.
 * @param [terms] Two columns, name and value, over those of the model: Bands, Loss bands, Benchmark discount, Withhold, Withhold counts, Sequestration, Advance, Performance year, Reading. The word zero sets to nothing.
 * @param [labels] TRUE lays out how one amount is made, with the source of each term.
 * @returns The settlement in $, in the shape of the inputs; negative = owed.
 * @throws A model that does not run in the year; bands that cannot be read; a term that is not known.
 * @example
 * Savings of 20% of the benchmark keep 15% of it.
 * =PPPM.RISKBAND(100, 80, , , {"Bands","100% to 10%, 50% to 35%, 25% to 50%, 10% above"})
 * → 15
 * @example
 * LEAD has no minimum: 3% discount, 3% withhold fully earned, 2% sequestration.
 * =PPPM.RISKBAND(1000000, 900000, "LEAD Global", 100%)
 * → 68600
 */
export function riskBand(
  benchmark: unknown[][],
  expenditure: unknown[][],
  model?: RiskBandModel,
  quality?: unknown[][],
  terms?: unknown[][],
  labels?: boolean,
): unknown[][] {
  const agreement = agreementOf('risk bands', model, terms);
  if (agreement.terms.bands.length === 0)
    throw new InputError(messages.noTerm('Bands', '{"Bands","50% to 5%, 35% to 10%, 5% above"}'));
  return answerOf(
    'risk bands',
    { agreement, labels },
    [
      numbers('benchmark', benchmark, AT_LEAST_ZERO),
      numbers('expenditure', expenditure, AT_LEAST_ZERO),
      numbersOr('quality', quality, SHARE, 0),
    ],
    (allowed, spent, score) => riskBands(allowed, spent, score, agreement.terms),
    (result) => result.settlement,
    stepsOf,
  );
}

const stepsOf = (result: RiskBandResult): Step[] => [
  ['Benchmark after discount', result.benchmarkAfterDiscount, '$', 'benchmark × (1 − discount)'],
  ['Savings', result.savings, '$', 'benchmark after discount − expenditure; negative = a loss'],
  ['Part by the bands', result.bandShare, '$', 'each part of the savings × the share of its band'],
  ['Withheld', result.withheld, '$', 'benchmark after discount × withhold'],
  ['Earned of it', result.earned, '$', 'by Withhold earned, else quality'],
  ['Sequestered', result.sequestration, '$', 'of a part that is paid'],
  ['Practice’s part', result.share, '$', 'bands − withhold lost − sequestration'],
  ['Advance repaid', result.advance, '$', 'paid through the year'],
  ['Settlement', result.settlement, '$', 'practice’s part − advance; negative = owed'],
  ['Payer’s part', result.payersPart, '$', 'benchmark − expenditure − practice’s part'],
];
