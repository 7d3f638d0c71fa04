import { sharedSavings as share, type SharedSavings } from '../contracts/shared-savings';
import { FEWEST_ASSIGNED } from '../contracts/minimum-savings-rate';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/contracts';
import { agreementOf, answerOf, type Step } from './arguments/contract-arguments';
import { AT_LEAST_ZERO, numbers, numbersOr, SHARE } from './arguments/number-grid';
import type { SharedSavingsModel } from './enums';

/**
 * Shared savings of a performance year: the practice’s part of what its patients cost below the benchmark, or what it owes.
 *
 * Savings = benchmark − expenditure. From the minimum savings rate on they are shared from the first dollar: at the sharing rate where the quality standard is met, at sharing rate × quality where only the alternative standard is, at nothing where neither is; at most the payment limit × benchmark. Losses from the minimum loss rate on are owed at the loss rate, at most the smaller of two limits.
 *
 * The rate is not multiplied by quality where the standard is met. The standard is met where quality reaches the year’s bar; the term Quality standard says otherwise. Other terms: see the page on contracts.
 *
 * @customfunction SHAREDSAVINGS
 * @category Contracts
 * @helpurl help/SHAREDSAVINGS.html
 * @param benchmark Benchmark of the year in $: one number or a range.
 * @param expenditure What the patients cost in the year, in $.
 * @param [model] MSSP BASIC A to E or MSSP ENHANCED; blank = the typed terms alone.
 * @param [quality] Quality score, 0 to 1.
 * @param [terms] Two columns, name and value, over those of the model: Sharing rate, Minimum savings rate, Minimum loss rate, Quality standard, Loss rate, Loss limit, Participant revenue, Low revenue, Assigned members, Performance year, Reading …
 * @param [labels] TRUE lays out how one amount is made, with the source of each term.
 * @returns The practice’s part in $, in the shape of the inputs; negative = owed.
 * @throws A model that does not run in the year; a quality score that the model asks for and is not given; a term that is not known.
 * @example
 * The standard is met, so 75% of 5 million, not 75% × 80%.
 * =PPPM.SHAREDSAVINGS(100000000, 95000000, "MSSP ENHANCED", 80%)
 * → 3750000
 * @example
 * A contract of its own: half of the savings from 2% on.
 * =PPPM.SHAREDSAVINGS({1000000,1000000}, {970000,990000}, , , {"Sharing rate",50%;"Minimum savings rate",2%})
 * → {15000,0}
 */
export function sharedSavings(
  benchmark: unknown[][],
  expenditure: unknown[][],
  model?: SharedSavingsModel,
  quality?: unknown[][],
  terms?: unknown[][],
  labels?: boolean,
): unknown[][] {
  const agreement = agreementOf('shared savings', model, terms);
  const agreed = agreement.terms;
  if (!agreement.model && agreed.sharingRate === 0 && agreed.lossRate === 0)
    throw new InputError(messages.noTerm('Sharing rate', '{"Sharing rate",50%}'));
  const name = agreement.model?.name ?? '';
  if (agreed.minimumSavingsRate === null && agreed.assignedMembers < FEWEST_ASSIGNED)
    throw new InputError(messages.membersMissing(name));
  return answerOf(
    'shared savings',
    { agreement, labels },
    [
      numbers('benchmark', benchmark, AT_LEAST_ZERO),
      numbers('expenditure', expenditure, AT_LEAST_ZERO),
      numbersOr('quality', quality, SHARE, 0),
    ],
    (allowed, spent, score) => {
      if (agreed.asksForQuality && agreed.qualityStandard === null && score === 0)
        throw new InputError(messages.qualityMissing(name));
      return share(allowed, spent, score, agreed);
    },
    (result) => result.share,
    stepsOf,
  );
}

const stepsOf = (result: SharedSavings): Step[] => [
  ['Savings', result.savings, '$', 'benchmark − expenditure; negative = a loss'],
  ['Savings rate', result.savingsRate, '% of benchmark', 'savings ÷ benchmark'],
  ['Minimum rate', result.minimumRate, '% of benchmark', result.qualifies ? 'reached' : 'not reached'],
  ['Quality standard met', result.standard, '', 'by the term Quality standard, else quality beside the bar'],
  ['Rate applied', result.rate, '%', 'sharing or loss rate, after standard and minimum'],
  ['Part before limits', result.beforeLimit, '$', 'shared savings × rate'],
  ['Limit', result.limit === Infinity ? 'none' : result.limit, '$', 'payment limit, or the smaller loss limit'],
  ['Sequestered', result.sequestration, '$', 'of what is paid'],
  ['Practice’s part', result.share, '$', 'negative = owed'],
  ['Payer’s part', result.payersPart, '$', 'savings − practice’s part'],
];
