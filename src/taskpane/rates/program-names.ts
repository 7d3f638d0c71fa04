/** Programs of the rate book in our own plain words; billing descriptors belong to the AMA and are not shown. */

export interface ProgramName {
  /** As the rate book has it. */
  key: string;
  /** As a program is called in the workbook. */
  name: string;
  title: string;
}

const named = (key: string, name: string, title: string): ProgramName => ({ key, name, title });

/** In the order in which they are shown. */
export const PROGRAM_NAMES: readonly ProgramName[] = [
  named('CCM', 'CCM', 'Chronic care management'),
  named('PCM', 'PCM', 'Principal care management'),
  named('RPM', 'RPM', 'Remote patient monitoring'),
  named('RTM', 'RTM', 'Remote therapeutic monitoring'),
  named('BHI', 'BHI', 'Behavioral health integration'),
  named('CoCM', 'CoCM', 'Psychiatric collaborative care'),
  named('APCM', 'APCM', 'Advanced primary care management'),
  named('APCM-BH add-on', 'APCM', 'Behavioral health beside APCM'),
  named('TCM', 'TCM', 'Transitional care management'),
  named('RHC/FQHC bundle', 'RHC/FQHC', 'Care management in RHC and FQHC'),
  named('CHI (related)', 'CHI', 'Community health integration'),
  named('PIN (related)', 'PIN', 'Principal illness navigation'),
  named('DMHT (related)', 'DMHT', 'Digital mental health treatment'),
  named('SMBP (related)', 'SMBP', 'Self-measured blood pressure'),
  named('Chronic pain (related)', 'Chronic pain', 'Chronic pain management'),
  named('visit (related)', 'Visits', 'Office and wellness visits'),
];
