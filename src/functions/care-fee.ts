import { careFee as pay, type CareFee } from '../contracts/care-fee';
import { agreementOf, answerOf, type Step } from './arguments/contract-arguments';
import { AT_LEAST_ZERO, numbers, numbersOr, SHARE } from './arguments/number-grid';

/**
 * What a practice keeps of a payer’s care-management fee: fee, less the part at risk that is not earned, plus a share of savings, less the vendor’s part.
 *
 * Upside = sharing rate × (savings − threshold × baseline), where savings = baseline − actual cost, and at most the upside limit × fees. The vendor takes its share of the revenue and its fee a member.
 *
 * Without quality nothing of the part at risk is earned.
 *
 * @customfunction CAREFEE
 * @category Contracts
 * @helpurl help/CAREFEE.html
 * @param members Members of the month, or member-months: one number or a range.
 * @param feePmpm Fee, $/member/month.
 * @param [quality] Share of the part at risk that is earned, 0 to 1; blank = nothing.
 * @param [baselineCost] What the members would have cost, in $; for the upside.
 * @param [actualCost] What they cost, in $; for the upside.
 * @param [terms] Two columns, name and value: Withhold (the part at risk), Withhold earned, Sharing rate, Savings threshold, Upside limit, Vendor share, Vendor PMPM.
 * @param [labels] TRUE lays out how one amount is made, and what the payer is left with.
 * @returns What the practice keeps in $, in the shape of the inputs.
 * @throws A term that is not known; text, negative numbers, or ranges of different shapes.
 * @example
 * 1,000 members at $25, a fifth of it at risk and 80% of that earned, 30% to the vendor.
 * =PPPM.CAREFEE(1000, 25, 80%, , , {"Withhold",20%;"Vendor share",30%})
 * → 16800
 * @example
 * Half of the savings beyond 2% of the baseline, on top of the fees.
 * =PPPM.CAREFEE(12000, 10, , 1000000, 900000, {"Sharing rate",50%;"Savings threshold",2%;"Upside limit",100%})
 * → 160000
 */
export function careFee(
  members: unknown[][],
  feePmpm: unknown[][],
  quality?: unknown[][],
  baselineCost?: unknown[][],
  actualCost?: unknown[][],
  terms?: unknown[][],
  labels?: boolean,
): unknown[][] {
  const agreement = agreementOf('care fee', null, terms);
  return answerOf(
    'care fee',
    { agreement, labels },
    [
      numbers('members', members, AT_LEAST_ZERO),
      numbers('feePmpm', feePmpm, AT_LEAST_ZERO),
      numbersOr('quality', quality, SHARE, 0),
      numbersOr('baselineCost', baselineCost, AT_LEAST_ZERO, 0),
      numbersOr('actualCost', actualCost, AT_LEAST_ZERO, 0),
    ],
    (count, fee, earned, baseline, actual) => pay(count, fee, earned, baseline, actual, agreement.terms),
    (result) => result.kept,
    stepsOf,
  );
}

const stepsOf = (result: CareFee): Step[] => [
  ['Fees', result.fees, '$', 'members × fee'],
  ['Withheld', result.withheld, '$', 'fees × withhold: the part at risk'],
  ['Earned of it', result.earned, '$', 'by Withhold earned, else quality'],
  ['Paid in the month', result.paid, '$', 'fees − withheld'],
  ['Savings', result.savings, '$', 'baseline − actual cost'],
  ['Upside', result.upside, '$', 'sharing rate × savings beyond the threshold, up to the limit'],
  ['Revenue', result.revenue, '$', 'paid + earned + upside'],
  ['Vendor', result.vendor, '$', 'vendor’s share of the revenue + its fee a member'],
  ['Kept', result.kept, '$', 'revenue − vendor'],
  ['Payer’s part', result.payersPart, '$', 'savings − revenue'],
];
