/** The workbook that is timed: 4 programs × 5 payers × 60 months, with costs, planned changes and a scenario. */

type Cells = (string | number)[][];

const PROGRAMS = ['APCM', 'BHI', 'CCM', 'RPM'];
const PAYERS = ['Medicare', 'Advantage', 'Medicaid', 'Commercial', 'Self-pay'];
const SHARES = [0.4, 0.25, 0.15, 0.15, 0.05];
const MONTHS = 60;

/** Arguments of FORECAST; `variant` moves one referral figure, so that no two variants have equal tables. */
export function workload(variant = 0) {
  const panel: Cells = [
    [
      'Program',
      'Eligible patients',
      'Opening patients',
      'Referrals per month',
      'Conversion rate',
      'Enrollment limit',
      'Discharge rate',
      'Disengagement rate',
      'Benefit change rate',
      'Adverse event rate',
      'Early drop-off rate',
      'Launch month',
    ],
    ...PROGRAMS.map((program, p) => [
      program,
      4_000,
      150 + 50 * p,
      60 + 10 * p + variant / 1_024,
      0.45,
      28,
      0.01,
      0.012,
      0.004,
      0.003,
      0.08,
      p === 3 ? 7 : 1,
    ]),
  ];
  const payerMix: Cells = [
    [
      'Program',
      'Payer',
      'Share of panel',
      'Allowed PPPM',
      'Realization rate',
      'Clean claim rate',
      'Appeal rate',
      'Overturn rate',
      'Days to pay',
      'Collected share',
      'Attrition multiplier',
    ],
    ...PROGRAMS.flatMap((program, p) =>
      PAYERS.map((payer, s) => [
        program,
        payer,
        SHARES[s],
        45 + 12 * p + 3 * s,
        0.82 - 0.03 * s,
        0.93,
        0.5,
        0.4,
        20 + 9 * s,
        0.98,
        1 + 0.1 * s,
      ]),
    ),
  ];
  const costs: Cells = [
    [
      'Item',
      'Category',
      'Program',
      'Basis',
      'Amount',
      'Patients per unit',
      'Minimum units',
      'Starts',
      'Ends',
      'Annual increase',
    ],
    ...PROGRAMS.map((program) => [`Nurses ${program}`, 'care team', program, 'per unit', 6_800, 180, 1, 1, '', 0.03]),
    ['Devices', 'technology', 'RPM', 'per active patient', 14, '', '', 1, '', 0],
    ['Platform', 'technology', '', 'per month', 4_500, '', '', 1, '', 0.04],
    ['Compliance', 'overhead and compliance', '', 'per month', 2_500, '', '', 1, '', 0.03],
    ['Billing fee', 'overhead and compliance', '', 'percent of cash', 0.05, '', '', 1, '', ''],
    ['Enrollment calls', 'overhead and compliance', '', 'per new patient', 35, '', '', 1, '', ''],
    ['RPM launch', 'technology', 'RPM', 'one-off', 20_000, '', '', 7, '', ''],
  ];
  const settings: Cells = [
    ['Setting', 'Value', 'Unit', 'Note'],
    ['Start month', 46_388, 'month', ''],
    ['Months', MONTHS, 'months', ''],
    ['Billing basis', 'average', '', ''],
  ];
  const scenarios: Cells = [
    ['Driver', 'Program', 'Payer', 'Item', 'Change', 'Conservative', 'Stretch', 'Why'],
    ['Conversion rate', '', '', '', 'multiply', 0.9, 1.1, ''],
    ['Realization rate', '', 'Medicare', '', 'add', -0.05, 0.03, ''],
    ['Disengagement rate', '', '', '', 'multiply', 1.2, 0.9, ''],
  ];
  const changes: Cells = [
    ['From month', 'To month', 'Driver', 'Program', 'Payer', 'Item', 'Change', 'Value', 'Reason'],
    [46_753, '', 'Allowed PPPM', '', 'Medicare', '', 'multiply', 1.024, 'fee schedule'],
    [46_569, '', 'Enrollment limit', 'CCM', '', '', 'add', 12, 'second enroller'],
  ];
  return { panel, payerMix, costs, settings, scenarios, changes };
}
