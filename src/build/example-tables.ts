/** The tables that the examples of the worksheet functions refer to: one program, one payer, three months. */
export const EXAMPLE_TABLES: Readonly<Record<string, unknown[][]>> = {
  tblPanel: [
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
    ['CCM', '', 100, 20, 0.5, '', 0.02, '', '', '', '', ''],
  ],
  tblPayerMix: [
    [
      'Program',
      'Payer',
      'Share of panel',
      'Allowed PPPM',
      'Realization rate',
      'Clean claim rate',
      'Days to pay',
      'Collected share',
      'Attrition multiplier',
    ],
    ['CCM', 'Medicare', 1, 66.13, 0.8, 0.95, 30, '', ''],
  ],
  tblCosts: [
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
    ['Nurses', 'care team', '', 'per unit', 6500, 150, '', '', '', ''],
  ],
  tblContracts: [
    ['Contract', 'Kind', 'Members', 'Benchmark or premium PMPM', 'Expected cost PMPM', 'Quality', 'Withhold'],
    ['Plan', 'capitation', 100, 100, 80, 0.5, 0.02],
  ],
  tblSettings: [
    ['Setting', 'Value', 'Unit', 'Note'],
    ['Start month', 46388, 'month', ''],
    ['Months', 3, 'months', ''],
  ],
};
