/**
 * Published figures that the sample rests on, each with what it is, where it is from and how far it may be trusted.
 * Numbers that nobody publishes are our own guesses: the workbook calls each of them an assumption.
 */

export interface PublishedFigure {
  what: string;
  low: number;
  high: number;
  unit: '%' | '% a year' | '$/patient/month' | '$' | 'patients' | 'days' | 'ratio' | '$/year';
  asOf: string;
  source: string;
  /** How it was confirmed: several pages, one page, a study or an official table. */
  standing: 'official table' | 'study' | 'several pages' | 'one page';
}

const figure = (
  what: string, low: number, high: number, unit: PublishedFigure['unit'], asOf: string, source: string, standing: PublishedFigure['standing'],
): PublishedFigure => ({ what, low, high, unit, asOf, source, standing });

export const PUBLISHED = {
  ccmDropout: figure('CCM dropout', 0.27, 0.29, '% a year', '2025', 'caremanagementguy.com; the period is not stated, read as a year', 'one page'),
  rpmDropout: figure('RPM dropout', 0.45, 0.49, '% a year', '2025', 'caremanagementguy.com; the period is not stated, read as a year', 'one page'),
  earlyDropOff: figure('CCM patients with only one month', 0.19, 0.2, '%', '2015–2019', 'Mathematica 2017; J Am Geriatr Soc 2024;72(9):2730', 'study'),
  warmCall: figure('Conversion, warm phone call', 0.5, 0.5, '%', '2017', 'kevincheng.org, integrated-care programs', 'one page'),
  inPerson: figure('Conversion, in person with clinician endorsement', 0.7, 0.7, '%', '2017', 'kevincheng.org, integrated-care programs', 'one page'),
  coldCall: figure('Conversion, cold call', 0.3, 0.3, '%', '2017', 'kevincheng.org, integrated-care programs', 'one page'),
  ccmRealization: figure('CCM patients reaching the minutes', 0.9, 0.9, '%', 'undated', 'community.aaacn.org; one operator’s target, not an average', 'one page'),
  cocmRealization: figure('Collaborative care months that are billable', 0.8, 0.8, '%', '2026', 'planning figure of one clinic', 'one page'),
  rpmSixteenDays: figure('RPM patient-months with 16 days of readings', 0.67, 0.67, '%', '2024–2025', 'vizier.health, 2,500 patients in 12 practices', 'one page'),
  rpmHypertension: figure('RPM patient-months with enough readings, hypertension', 0.55, 0.55, '%', '2025', 'NYU Langone program', 'one page'),
  rpmHeartFailure: figure('RPM patient-months with 16 days of readings, heart failure', 0.78, 0.78, '%', '2024–2025', 'vizier.health', 'one page'),
  rpmNotAllParts: figure('RPM patients who do not get all three components', 0.43, 0.43, '%', '2019–2022', 'HHS OIG 2024', 'several pages'),
  cleanClaims: figure('Clean claim rate', 0.92, 0.96, '%', '2026', 'revenuesynergy.com and others; best over 97%', 'several pages'),
  netCollection: figure('Net collection rate', 0.91, 0.95, '%', '2026', 'revenuesynergy.com', 'one page'),
  daysInReceivables: figure('Days in accounts receivable', 25, 35, 'days', '2026', 'revenuesynergy.com, calcstack.net, medicalbillersandcoders.com; poor over 40, best under 24', 'several pages'),
  costToCollect: figure('Cost to collect, share of collections', 0.04, 0.06, '%', '2026', 'revenuesynergy.com', 'one page'),
  patientsPerNurse: figure('CCM patients per nurse', 150, 150, 'patients', 'undated', 'community.aaacn.org, operator’s target', 'one page'),
  patientsPerNurseAndAssistant: figure('CCM patients per nurse with an assistant', 250, 250, 'patients', 'undated', 'community.aaacn.org, operator’s target', 'one page'),
  rpmPatientsPerNurse: figure('RPM patients per nurse with triage software', 250, 500, 'patients', '2026', 'lushbinary.com', 'one page'),
  deviceData: figure('Device-data aggregation', 1.5, 3, '$/patient/month', '2026', 'forasoft.com on Validic', 'one page'),
  bloodPressureDevice: figure('Blood-pressure device of an RPM program, per patient', 48, 48, '$', '2025', 'NYU Langone program', 'one page'),
  nurseWage: figure('Registered nurse, mean annual wage', 77460, 77460, '$/year', '2019', 'BLS occupational employment and wages, May 2019', 'official table'),
  medicareAdvantage: figure('Medicare Advantage price ÷ Medicare', 1, 1, 'ratio', '2014–2015', 'AJMC 2018;24(7):341, office visit', 'study'),
  medicaid: figure('Medicaid fee ÷ Medicare, primary care', 0.66, 0.66, 'ratio', '2008–2012', 'ASPE; Urban Institute 2012', 'several pages'),
} as const satisfies Record<string, PublishedFigure>;
