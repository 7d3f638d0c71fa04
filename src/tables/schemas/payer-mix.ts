import { SHARE_TOLERANCE } from '../../engine/math/tolerances';
import { driverByKey } from '../../engine/model/drivers';
import { number, share, table, text } from './column';

/** Whether shares with this sum are a whole mix. */
export const addToOne = (total: number): boolean => Math.abs(total - 1) <= SHARE_TOLERANCE;

export const MOST_DAYS_TO_PAY = driverByKey.get('daysToPay')!.upper;
/** More than this is a percentage without its sign. */
export const MOST_OF_MEDICARE = 10;
/** More is a slip more often than a contract. */
export const USUAL_OF_MEDICARE = 2;
export const MOST_CV = driverByKey.get('minutesCv')!.upper;

/** A row a program × payer. */
export const PAYER_MIX = table({
  name: 'tblPayerMix',
  title: 'Payer mix',
  maxRows: 1000,
  label: ['program', 'payer'],
  adds: ['shareOfPanel'],
  columns: [
    text('program', 'Program', 'A program of the Panel.'),
    text('payer', 'Payer', 'Medicare, Medicare Advantage, Medicaid, a commercial plan …'),
    share(
      'shareOfPanel',
      'Share of panel',
      'Share of the program’s opening and new patients; the shares of a program add to 100%.',
      { aliases: ['Share', 'Panel share'] },
    ),
    number('allowedPppm', 'Allowed PPPM', '$/patient/month', 'What the payer allows for a paid month of service.', {
      aliases: ['Allowed', 'Allowed amount', 'Average allowed PPPM'],
      fallback: null,
      fallbackText: 'from Codes',
      required: true,
    }),
    share(
      'realizationRate',
      'Realization rate',
      'Share of active patients who meet consent, threshold and documentation in a month; blank where Threshold minutes is given.',
      {
        aliases: ['Eligibility realization', 'Realization', 'Eligibility realization rate'],
        fallback: null,
        fallbackText: 'from minutes',
        required: true,
      },
    ),
    share('cleanClaimRate', 'Clean claim rate', 'Share of claims paid at first submission.', {
      aliases: ['Clean claims', 'Clean claim'],
    }),
    share('appealRate', 'Appeal rate', 'Share of the claims not clean at first that are appealed.', {
      capability: 'appeals',
      fallback: 0,
      fallbackText: 'none',
    }),
    share('overturnRate', 'Overturn rate', 'Share of appeals that are won.', {
      capability: 'appeals',
      fallback: 0,
      fallbackText: 'none',
    }),
    number('daysToPay', 'Days to pay', 'days', 'Days from the month of service to payment.', {
      fallback: 0,
      fallbackText: 'in the month of service',
    }),
    share(
      'collectedRate',
      'Collected share',
      'Share of allowed revenue that is ever collected; the rest is bad debt.',
      { aliases: ['Collected', 'Collection rate', 'Collected rate'], fallback: 1, fallbackText: 'in full' },
    ),
    text(
      'paymentPattern',
      'Payment pattern',
      'Shares of what is collected that come in after 0, 1, 2 … months, e.g. 20% 50% 30%; in the place of Days to pay.',
      { capability: 'receivable', fallback: null, fallbackText: 'Days to pay' },
    ),
    number(
      'openingReceivable',
      'Opening receivable',
      '$',
      'What the payer owes at the start; it comes in as after even revenue, the share that is not collected is bad debt of month 1.',
      { aliases: ['Opening AR', 'Opening A/R'], capability: 'receivable', fallback: 0, fallbackText: 'none' },
    ),
    number(
      'attritionMultiplier',
      'Attrition multiplier',
      '×',
      'Multiplies the program’s monthly attrition for this payer’s patients.',
      { fallback: 1, fallbackText: 'no change' },
    ),
    number(
      'thresholdMinutes',
      'Threshold minutes',
      'minutes',
      'Minutes a patient must reach in a month to be billable, e.g. 20; realization then follows from the care team’s minutes.',
      { capability: 'minutes', fallback: 0, fallbackText: 'realization as typed' },
    ),
    number('minutesCv', 'Spread of minutes', '×', 'Spread of minutes between patients: standard deviation ÷ mean.', {
      aliases: ['Minutes cv', 'CV of minutes', 'cv'],
      capability: 'minutes',
      fallback: 0.6,
      fallbackText: '0.6, an assumption',
    }),
    share('consentRate', 'Consent rate', 'Share of active patients with valid consent; with Threshold minutes only.', {
      capability: 'minutes',
      fallback: 1,
      fallbackText: 'everybody',
    }),
    share(
      'documentationRate',
      'Documentation rate',
      'Share of services documented well enough to bill; with Threshold minutes only.',
      { capability: 'minutes', fallback: 1, fallbackText: 'all' },
    ),
    text(
      'codes',
      'Codes',
      'Billing codes of a paid month with their average units, e.g. 99490 + 0.35*99439: the allowed amount then follows Medicare’s fee schedule month by month.',
      {
        aliases: ['Billing codes', 'Code bundle', 'Bundle'],
        capability: 'codes',
        fallback: null,
        fallbackText: 'Allowed PPPM as typed',
      },
    ),
    number(
      'percentOfMedicare',
      'Percent of Medicare',
      '%',
      'What the payer allows ÷ what Medicare allows for the Codes, e.g. 110%.',
      {
        aliases: ['% of Medicare', 'Percentage of Medicare'],
        capability: 'codes',
        fallback: 1,
        fallbackText: '100%',
        upper: MOST_OF_MEDICARE,
      },
    ),
  ],
});
