import { SETTINGS as CARE_SETTINGS } from '../../rates/setting';
import { choice, month, number, share, text, type Column, type TableSchema } from './column';

export const BILLING_BASES = ['average', 'closing', 'retained'] as const;

/** A row a setting; the Value column is read as the setting's own column below. */
export const SETTINGS: TableSchema = {
  name: 'tblSettings',
  title: 'Settings',
  maxRows: 200,
  label: ['setting'],
  columns: [
    text('setting', 'Setting', 'What is set.'),
    text('value', 'Value', 'Its value; blank = the default in the note.', {
      fallback: null,
      required: true,
      raw: true,
    }),
    text('unit', 'Unit', 'Unit of the value.', { fallback: null, raw: true }),
    text('note', 'Note', 'What it does.', { fallback: null, raw: true }),
  ],
};

export const DEFAULT_MONTHS = 36;
export const MAX_MONTHS = 120;

/** Settings that a workbook may hold although no forecast reads them: the month its actuals run to, and the rate of a present value. */
export const SETTINGS_OF_OTHERS: readonly string[] = ['As-of month', 'Discount rate'];

/** The settings there are, each described like a column. */
export const SETTING_COLUMNS: readonly Column[] = [
  month('startMonth', 'Start month', 'First month of the forecast, any date in it; blank counts months 1, 2, 3.', {
    aliases: ['Start date', 'First month'],
    fallback: null,
    fallbackText: 'months 1, 2, 3 …',
  }),
  number('months', 'Months', 'months', 'Months forecast.', {
    aliases: ['Number of months', 'Forecast months', 'Horizon'],
    fallback: DEFAULT_MONTHS,
    fallbackText: '36 months',
    lower: 1,
    upper: MAX_MONTHS,
  }),
  choice(
    'basis',
    'Billing basis',
    'Active patients of a month: average of opening and closing, closing, or retained (opening less lost).',
    BILLING_BASES,
    { aliases: ['Basis'], fallback: 'average', fallbackText: 'average' },
  ),
  share('waitingLossRate', 'Waiting loss rate', 'Share of waiting patients who give up before the next month.', {
    fallback: 0,
    fallbackText: 'nobody',
  }),
  share(
    'hireAtUtilization',
    'Hire at utilization',
    'Utilization beyond which as-needed staffing orders the next unit.',
    { aliases: ['Hire at'], fallback: 0.9, fallbackText: '90%', lower: 0.01 },
  ),
  number('hireLeadMonths', 'Hire lead time', 'months', 'Full months between the order of a unit and its first day.', {
    aliases: ['Lead time'],
    fallback: 0,
    fallbackText: 'next month',
    upper: 24,
  }),
  number('trainingMonths', 'Training time', 'months', 'Months in which a new unit is not yet worth a whole one.', {
    fallback: 0,
    fallbackText: 'none',
    upper: 24,
  }),
  choice(
    'minutesDistribution',
    'Minutes distribution',
    'How minutes spread over patients: gamma or lognormal.',
    ['gamma', 'lognormal'],
    { fallback: 'gamma', fallbackText: 'gamma' },
  ),
  // Guardrails: a month that crosses one is a finding.
  share('leastRealization', 'Lowest realization', 'Guardrail: a month with a lower realization rate is a finding.', {
    fallback: null,
    fallbackText: 'no limit',
  }),
  share(
    'leastClaimSuccess',
    'Lowest claim success',
    'Guardrail: a month with a lower claim success rate is a finding.',
    { fallback: null, fallbackText: 'no limit' },
  ),
  number(
    'mostUtilization',
    'Highest utilization',
    '%',
    'Guardrail: a month with a higher utilization of the care team is a finding.',
    { aliases: ['Safe utilization'], fallback: null, fallbackText: 'no limit', upper: 5 },
  ),
  number(
    'mostExpensePmpm',
    'Highest expense PMPM',
    '$/patient/month',
    'Guardrail: a month with a higher expense per active patient is a finding.',
    { fallback: null, fallbackText: 'no limit' },
  ),
  number(
    'mostWaiting',
    'Most waiting patients',
    'patients',
    'Guardrail: a month with more waiting patients is a finding.',
    { fallback: null, fallbackText: 'no limit' },
  ),
  // For payers whose amount is priced by Codes.
  text(
    'locality',
    'Locality',
    'Medicare locality of amounts priced by Codes: national, a state with one locality (AL), state and number (NY-01), or a locality’s name.',
    { fallback: null, fallbackText: 'national' },
  ),
  choice(
    'careSetting',
    'Care setting',
    'Where care is given: nonfacility, facility, or rhc/fqhc for the national amount without geography. For amounts priced by Codes.',
    CARE_SETTINGS,
    { aliases: ['Setting', 'Place of service'], fallback: 'nonfacility', fallbackText: 'nonfacility' },
  ),
  choice(
    'qp',
    'QP',
    'Whether practitioners are qualifying participants of an advanced payment model, who have a conversion factor of their own from 2026.',
    ['no', 'yes'],
    { aliases: ['Qualifying APM participant'], fallback: 'no', fallbackText: 'no' },
  ),
  number(
    'yearlyUpdate',
    'Assumed yearly update',
    '%',
    'Change of amounts priced by Codes each January after the last published fee schedule.',
    {
      // Blank is no answer: the forecast holds the amounts and says so; the word zero is one.
      fallback: null,
      fallbackText: 'no change, with a note',
      lower: -0.5,
      upper: 0.5,
    },
  ),
  share(
    'nonPhysicianRate',
    'Billed by non-physicians',
    'Share of services billed by nurse practitioners and physician assistants, who are paid 85%. For amounts priced by Codes.',
    { aliases: ['Non-physician billing'], fallback: 0, fallbackText: 'none' },
  ),
  share(
    'sequestrationRate',
    'Sequestration',
    'Share of Medicare’s 80% that is withheld, e.g. 2%. For amounts priced by Codes at 100% of Medicare.',
    { fallback: 0, fallbackText: 'none' },
  ),
  share(
    'coinsuranceCollected',
    'Coinsurance collected',
    'Share of the patients’ 20% that is collected. For amounts priced by Codes at 100% of Medicare.',
    { fallback: 1, fallbackText: 'in full' },
  ),
];
