import { capitation as pay, type Capitation } from '../contracts/capitation';
import { paidRiskScore, planPayment } from '../contracts/medicare-advantage';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/contracts';
import { agreementOf, answerOf, type Step } from './arguments/contract-arguments';
import { AT_LEAST_ZERO, numbers, numbersOr, SHARE } from './arguments/number-grid';

/**
 * Capitation revenue: members × premium × risk score, less sequestration, × percent of premium, less the withhold that is not earned.
 *
 * With the terms Bid PMPM and Star rating, premium is a Medicare Advantage county benchmark: the plan is paid its bid and a rebate, (benchmark − bid) × 50, 65 or 70% by stars, with a benchmark 5% higher at four stars or more. With Normalization factor the risk score is a raw one: raw ÷ factor × (1 − coding adjustment), rounded to three decimals at each step.
 *
 * The practice bears what care costs; the medical cost is not in this amount. Without quality nothing of a withhold is earned.
 *
 * @customfunction CAPITATION
 * @category Contracts
 * @helpurl help/CAPITATION.html
 * @param members Members of the month: one number or a range.
 * @param premiumPmpm Premium, base rate or county benchmark, $/member/month.
 * @param [riskScore] Risk score, 1 = average; blank = 1.
 * @param [quality] Share of the withhold that quality earns, 0 to 1; blank = nothing.
 * @param [terms] Two columns, name and value: Percent of premium, Sequestration, Withhold, Withhold earned, Normalization factor, Coding adjustment, Bid PMPM, Star rating.
 * @param [labels] TRUE lays out how one amount is made.
 * @returns Revenue accrued in $, in the shape of the inputs.
 * @throws A bid without stars; a term that is not known; text, negative numbers, or ranges of different shapes.
 * @example
 * 1,000 members at $1,000, risk score 1.1, 85% of premium after 2% sequestration, 2% withheld and half of it earned.
 * =PPPM.CAPITATION(1000, 1000, 1.1, 50%, {"Percent of premium",85%;"Sequestration",2%;"Withhold",2%})
 * → 907137
 * @example
 * What CMS pays a plan of 4.5 stars that bids 950 in a county of 1,000, for a member with a score of 1.15.
 * =PPPM.CAPITATION(1, 1000, 1.15, , {"Bid PMPM",950;"Star rating",4.5})
 * → 1173
 */
export function capitation(
  members: unknown[][],
  premiumPmpm: unknown[][],
  riskScore?: unknown[][],
  quality?: unknown[][],
  terms?: unknown[][],
  labels?: boolean,
): unknown[][] {
  const agreement = agreementOf('capitation', null, terms);
  const agreed = agreement.terms;
  if (agreed.bidPmpm > 0 && agreed.starRating === 0) throw new InputError(messages.starsMissing());
  if (agreed.bands.length > 0 || agreed.lossBands) throw new InputError(messages.bandsWithoutCost());
  return answerOf(
    'capitation',
    { agreement, labels },
    [
      numbers('members', members, AT_LEAST_ZERO),
      numbers('premiumPmpm', premiumPmpm, AT_LEAST_ZERO),
      numbersOr('riskScore', riskScore, AT_LEAST_ZERO, 1),
      numbersOr('quality', quality, SHARE, 0),
    ],
    (count, amount, score, earned) => {
      const premium = agreed.bidPmpm > 0 ? planPayment(amount, agreed.bidPmpm, agreed.starRating).basePmpm : amount;
      const paidScore = paidRiskScore(score, agreed);
      return { ...pay(count, premium, paidScore, earned, agreed), pmpm: premium, paidScore };
    },
    (result) => result.accrued,
    stepsOf,
  );
}

const stepsOf = (result: Capitation & { pmpm: number; paidScore: number }): Step[] => [
  ['Premium PMPM', result.pmpm, '$/member/month', 'as given, or bid + rebate'],
  ['Risk score as paid', result.paidScore, '×', 'as given, or raw ÷ normalization × (1 − coding adjustment)'],
  ['Premium', result.premium, '$', 'members × premium × risk score'],
  ['Sequestered', result.sequestration, '$', 'premium × sequestration'],
  ['Revenue', result.revenue, '$', '(premium − sequestered) × percent of premium'],
  ['Withheld', result.withheld, '$', 'revenue × withhold'],
  ['Earned of it', result.earned, '$', 'by Withhold earned, else quality'],
  ['Paid in the month', result.paid, '$', 'revenue − withheld'],
  ['Accrued', result.accrued, '$', 'paid + earned'],
];
