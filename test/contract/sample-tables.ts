/** The tables that the examples of the worksheet functions refer to: one program, one payer, three months. */
export const SAMPLE_TABLES: Readonly<Record<string, unknown[][]>> = {
  tblPanel: [
    ['Program', 'Opening patients', 'Referrals per month', 'Conversion rate', 'Discharge rate'],
    ['CCM', 100, 20, 0.5, 0.02],
  ],
  tblPayerMix: [
    ['Program', 'Payer', 'Share of panel', 'Allowed PPPM', 'Realization rate', 'Clean claim rate', 'Days to pay'],
    ['CCM', 'Medicare', 1, 66.13, 0.8, 0.95, 30],
  ],
  tblCosts: [
    ['Item', 'Category', 'Basis', 'Amount', 'Patients per unit'],
    ['Nurses', 'care team', 'per unit', 6500, 150],
  ],
  tblSettings: [
    ['Setting', 'Value', 'Unit', 'Note'],
    ['Start month', 46388, 'month', ''],
    ['Months', 3, 'months', ''],
  ],
};
