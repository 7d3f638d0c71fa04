import { choice, month, number, share, table, text } from './column';

export const COST_CATEGORIES = ['care team', 'technology', 'overhead and compliance'] as const;

export const COST_BASES = [
  'per month',
  'one-off',
  'per active patient',
  'per new patient',
  'per unit',
  'percent of cash',
] as const;

export const STAFFINGS = ['unlimited', 'planned', 'as needed'] as const;

/** A row a cost item. */
export const COSTS = table({
  name: 'tblCosts',
  title: 'Costs',
  maxRows: 1000,
  label: ['item'],
  adds: ['amount'],
  columns: [
    text('item', 'Item', 'What is paid for: nurses, platform, billing …', { aliases: ['Cost item'] }),
    choice('category', 'Category', 'Where the cost appears on the statement.', COST_CATEGORIES),
    text('program', 'Program', 'The program that bears it; blank = all programs share it by active patients.', {
      fallback: null,
      fallbackText: 'all programs',
    }),
    choice('basis', 'Basis', 'What the amount is multiplied by.', COST_BASES),
    number(
      'amount',
      'Amount',
      '$ or % of cash',
      'Dollars per month, patient or unit; a share of cash for percent of cash.',
    ),
    number(
      'patientsPerUnit',
      'Patients per unit',
      'patients',
      'Patients one unit (a nurse, a license block) serves; per unit only.',
      { capability: 'units', fallback: null, fallbackText: 'not by unit' },
    ),
    number('minimumUnits', 'Minimum units', 'units', 'Fewest units, however few patients; per unit only.', {
      capability: 'units',
      fallback: 0,
      fallbackText: 'none',
    }),
    month('startMonth', 'Starts', 'First month charged.', {
      aliases: ['Start', 'Start month'],
      fallback: 1,
      fallbackText: 'from the start',
    }),
    month('endMonth', 'Ends', 'Last month charged.', {
      aliases: ['End', 'End month'],
      fallback: Infinity,
      fallbackText: 'no end',
    }),
    number('annualIncrease', 'Annual increase', '%', 'Rise of the amount at each full twelve months, e.g. 3%.', {
      fallback: 0,
      fallbackText: 'none',
    }),
    choice(
      'staffing',
      'Staffing',
      'Care team by the unit: unlimited (always as many as the panel needs), planned (Units on duty), or as needed (hired when the panel outgrows them).',
      STAFFINGS,
      { capability: 'staffing', fallback: 'unlimited', fallbackText: 'unlimited' },
    ),
    number(
      'unitsOnDuty',
      'Units on duty',
      'units',
      'Units there are, before hires; planned and as-needed staffing only.',
      { aliases: ['Units'], capability: 'staffing', fallback: 0, fallbackText: 'none' },
    ),
    number(
      'minutesPerUnit',
      'Minutes per unit',
      'minutes/month',
      'Minutes one unit works a month, e.g. 9,600; with Threshold minutes on Payer mix.',
      { capability: 'minutes', fallback: 0, fallbackText: 'none' },
    ),
    share('productiveRate', 'Productive share', 'Share of those minutes spent on patients.', {
      aliases: ['Productive rate'],
      capability: 'minutes',
      fallback: 1,
      fallbackText: 'all',
    }),
  ],
});
