/**
 * The settings there are. A setting is one entry here: its type, bounds, default, unit, note and how it is read. The
 * reader, the Settings table on the sheet with its hints and bounds, the messages and the model page follow.
 */
import { monthIndexOfSerial } from '../calendar';
import { findLocality } from '../../rates/locality';
import { RateError, type RateProblem } from '../../rates/rate-error';
import { SETTINGS as CARE_SETTINGS } from '../../rates/setting';
import { YES_NO } from '../reading/yes-no';
import {
  choice,
  headersOf,
  month,
  number,
  share,
  table,
  text,
  type CellValue,
  type Column,
  type ValuesOf,
} from './column';
import { GUARDRAILS } from './guardrails';

/** A setting is a column whose cell is the Value of a row. */
export interface Setting extends Column {
  /** Months are counted from it, so that it cannot be counted itself. */
  onlyDate?: boolean;
  /** What is wrong with a text, where its type does not tell. */
  problem?(typed: string): RateProblem | null;
  /** What the forecast takes for the cell's value, where that is something else. */
  means?(value: CellValue): unknown;
}

/** What settings hold, by their keys. */
export type SettingValues<Settings extends readonly Setting[]> = {
  [Key in keyof ValuesOf<Settings>]: Extract<Settings[number], { key: Key }> extends {
    means: (value: never) => infer Meaning;
  }
    ? Meaning
    : ValuesOf<Settings>[Key];
};

/** A row a setting; the Value column is read as the setting's own column below. */
export const SETTINGS = table({
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
});

export const DEFAULT_MONTHS = 36;
export const MAX_MONTHS = 120;
export const BILLING_BASES = ['average', 'closing', 'retained'] as const;
export const MINUTES_DISTRIBUTIONS = ['gamma', 'lognormal'] as const;

/** What the engine is told beside the tables, by the names of its fields; and when its month 1 is. */
export const FORECAST_SETTINGS = [
  {
    ...month(
      'startMonth',
      'Start month',
      'First month of the forecast, e.g. 2027-01-01; blank counts months 1, 2, 3.',
      { aliases: ['Start date', 'First month'], fallback: null, fallbackText: 'months 1, 2, 3 …' },
    ),
    onlyDate: true,
    /** A month index (see calendar). */
    means: (serial: number | null) => (serial === null ? null : monthIndexOfSerial(serial)),
  },
  number('months', 'Months', 'months', 'Months forecast.', {
    aliases: ['Number of months', 'Forecast months', 'Horizon'],
    fallback: DEFAULT_MONTHS,
    fallbackText: `${DEFAULT_MONTHS} months`,
    lower: 1,
    upper: MAX_MONTHS,
    whole: true,
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
    whole: true,
  }),
  number('trainingMonths', 'Training time', 'months', 'Months in which a new unit is not yet worth a whole one.', {
    fallback: 0,
    fallbackText: 'none',
    upper: 24,
    whole: true,
  }),
  choice(
    'minutesDistribution',
    'Minutes distribution',
    'How minutes spread over patients: gamma or lognormal.',
    MINUTES_DISTRIBUTIONS,
    { fallback: 'gamma', fallbackText: 'gamma' },
  ),
] as const;

/** How Medicare's amounts are found for payers priced by Codes. */
export const PRICING_SETTINGS = [
  {
    ...text(
      'locality',
      'Locality',
      'Medicare locality of amounts priced by Codes: national, a state with one locality (AL), state and number (NY-01), CMS’s number (1320201), or a locality’s name.',
      { fallback: '', fallbackText: 'national' },
    ),
    problem: localityProblem,
  },
  choice(
    'careSetting',
    'Care setting',
    'Where care is given: nonfacility, facility, or rhc/fqhc for the national amount without geography. For amounts priced by Codes.',
    CARE_SETTINGS,
    { aliases: ['Setting', 'Place of service'], fallback: 'nonfacility', fallbackText: 'nonfacility' },
  ),
  {
    ...choice(
      'qp',
      'Qualifying participant (QP)',
      'Whether practitioners are qualifying participants of an advanced payment model, who have a conversion factor of their own from 2026.',
      YES_NO,
      { aliases: ['QP', 'Qualifying participant', 'Qualifying APM participant'], fallback: 'no', fallbackText: 'no' },
    ),
    means: (answer: (typeof YES_NO)[number]) => answer === 'yes',
  },
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
] as const;

/** Where the months of the table Actuals end. */
export const ACTUALS_SETTINGS = [
  month('asOfMonth', 'As-of month', 'Last month of the table Actuals; the forecast goes on behind it.', {
    aliases: ['As of month', 'As of'],
    fallback: null,
    fallbackText: 'the last that all programs have',
  }),
] as const;

/** What the tables are held against, and no figure depends on. */
export const CHECKING_SETTINGS = [
  number(
    'distinctPatients',
    'Distinct patients',
    'patients',
    'Patients who could be in any program, each counted once. Programs that may not be billed for the same patient in a month (CCM, PCM, APCM) are a finding when their eligible patients together exceed it.',
    { aliases: ['Unique patients'], fallback: null, fallbackText: 'not checked' },
  ),
] as const;

/** All settings, in the order in which the sheet shows them. */
export const SETTING_COLUMNS = [
  ...FORECAST_SETTINGS,
  ...ACTUALS_SETTINGS,
  ...CHECKING_SETTINGS,
  ...GUARDRAILS,
  ...PRICING_SETTINGS,
] as const;

export const SETTING_HEADER = headersOf(SETTING_COLUMNS);

/** Settings that a workbook may hold although no forecast reads them: the rate of a present value. */
export const SETTINGS_OF_OTHERS: readonly string[] = ['Discount rate'];

function localityProblem(typed: string): RateProblem | null {
  try {
    findLocality(typed);
    return null;
  } catch (error) {
    if (error instanceof RateError) return error.problem;
    throw error;
  }
}
