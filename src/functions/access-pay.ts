import { accessPay as pay, allowedAmount, type AccessPay } from '../contracts/access-pay';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/contracts';
import { agreementOf, answerOf, type Step } from './arguments/contract-arguments';
import { AT_LEAST_ZERO, numbers, numbersOr, SHARE } from './arguments/number-grid';
import { nameOf, oneOf } from './arguments/text-argument';
import type { CarePeriod, Track } from './enums';

/**
 * ACCESS payment for twelve months: allowed amount × (1 − the larger of two adjustments).
 *
 * Half of the allowed amount is paid in twelve equal months, the rest at the reconciliation. The outcome adjustment is 1 − attainment ÷ threshold, at most 50%; the substitute adjustment is 1 − share without substitutes ÷ 90%, at most 25%. Missing data count as not met: blank is nothing attained.
 *
 * Sources differ on what the outcome adjustment reduces: the whole amount (the default, and the cautious reading) or the withhold; the term Outcome adjustment of says which.
 *
 * @customfunction ACCESSPAY
 * @category Contracts
 * @helpurl help/ACCESSPAY.html
 * @param patients Aligned patients: one number or a range.
 * @param track eCKM, CKM, MSK or BH.
 * @param [period] initial, or follow-on for later twelve months; blank = initial.
 * @param [attainment] Share of patients who meet all targets of the track, 0 to 1; blank = none.
 * @param [withoutSubstitutes] Share of patients without a listed service from somebody else, 0 to 1; blank = none.
 * @param [terms] Two columns, name and value: Second track, Rural, Rural add-on per, Outcome adjustment of, Outcome threshold, Withhold, Coinsurance collected, Performance year.
 * @param [labels] TRUE lays out how one amount is made: allowed, monthly, adjustments, reconciliation, sources.
 * @returns Payment for twelve months in $, in the shape of the inputs.
 * @throws A period that the track has no published amount for; a track that is not known.
 * @example
 * 60% attain their targets and 95% stay: all of 100 × $360.
 * =PPPM.ACCESSPAY(100, "eCKM", "initial", 60%, 95%)
 * → 36000
 * @example
 * 40% attain, of 50%: a fifth less of the whole amount, or of the withhold.
 * =PPPM.ACCESSPAY(100, "eCKM", "initial", 40%, 95%)
 * → 28800
 * @example
 * =PPPM.ACCESSPAY(100, "eCKM", "initial", 40%, 95%, {"Outcome adjustment of","withhold"})
 * → 32400
 */
export function accessPay(
  patients: unknown[][],
  track: Track,
  period?: CarePeriod,
  attainment?: unknown[][],
  withoutSubstitutes?: unknown[][],
  terms?: unknown[][],
  labels?: boolean,
): unknown[][] {
  if (nameOf('track', track) === null) throw new InputError(messages.trackBlank());
  const agreed = agreementOf('access', track, terms);
  const carePeriod = oneOf('period', period, ['initial', 'follow-on'], agreed.terms.carePeriod);
  const agreement = { ...agreed, terms: { ...agreed.terms, carePeriod } };
  if (allowedAmount(agreement.terms) === null)
    throw new InputError(messages.noPeriodAmount(agreement.model!.name, carePeriod), 'notAvailable');
  return answerOf(
    'access',
    { agreement, labels },
    [
      numbers('patients', patients, AT_LEAST_ZERO),
      numbersOr('attainment', attainment, SHARE, 0),
      numbersOr('withoutSubstitutes', withoutSubstitutes, SHARE, 0),
    ],
    (count, attained, stayed) => ({ carePeriod, ...pay(count, attained, stayed, agreement.terms) }),
    (result) => result.collected,
    stepsOf,
  );
}

const stepsOf = (result: AccessPay & { carePeriod: string }): Step[] => [
  ['Care period', result.carePeriod, '', ''],
  ['Allowed', result.allowed, '$', 'patients × amount of track and period, for twelve months'],
  ['Paid monthly', result.monthly, '$/month', '(allowed − withheld) ÷ 12'],
  ['Withheld', result.withheld, '$', 'allowed × withhold'],
  ['Outcome adjustment', result.outcomeAdjustment, '%', '1 − attainment ÷ threshold, up to its most'],
  [
    'Substitute adjustment',
    result.substituteAdjustment,
    '%',
    '1 − share without substitutes ÷ threshold, up to its most',
  ],
  ['Adjustment', result.adjustment, '%', 'the larger of the two'],
  ['Total', result.total, '$', 'allowed × (1 − adjustment)'],
  ['Reconciliation', result.reconciliation, '$', 'total − twelve months paid'],
  ['Coinsurance not collected', result.waived, '$', '20% of the total × (1 − coinsurance collected)'],
  ['Collected', result.collected, '$', 'total − coinsurance not collected'],
];
