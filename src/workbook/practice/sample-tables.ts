/** The input tables filled for a practice: a row's cells by column key, and where they come from. */
import { monthStartSerial } from '../../tables/calendar';
import { SETTING_COLUMNS } from '../../tables/schemas/settings';
import { DRIVER_NAMES, findDriver } from '../../tables/schemas/driver-names';
import type { Formula } from '../plan/cells';
import type { Practice, PracticeProgram } from './practice';
import { CCM_MINUTES, payerSample, programSample, type ProgramSample } from './sample';
import { costOfMinutes, MEDICAL_ASSISTANT, patientsAt, REGISTERED_NURSE } from './staff';
import { PUBLISHED } from './published';
import { samplePrice } from './sample-prices';
import { assumedUpdate } from './yearly-update';

export type InputValue = string | number | null | Formula;

export interface InputRow {
  cells: Readonly<Record<string, InputValue>>;
  source: string;
}

export interface SampleTables {
  panel: readonly InputRow[];
  payerMix: readonly InputRow[];
  costs: readonly InputRow[];
  settings: readonly InputRow[];
  scenarios: readonly InputRow[];
  changes: readonly InputRow[];
  /** Months that are over are pasted later: none. */
  actuals: readonly InputRow[];
}

/** Scenarios of the sample, the pessimistic one first; the one in the middle changes nothing. */
export const SCENARIO_NAMES = ['Conservative', 'Expected', 'Stretch'] as const;
export const STARTING_SCENARIO = 'Expected';

export function sampleTables(practice: Practice): SampleTables {
  return {
    panel: practice.programs.map((program) => panelRow(program, practice)),
    payerMix: payerMixRows(practice),
    costs: costRows(practice),
    settings: settingRows(practice),
    scenarios: scenarioRows(practice),
    changes: changeRows(practice),
    actuals: [],
  };
}

/** Date of the forecast's n-th month. */
const monthDate = (practice: Practice, month: number): number => monthStartSerial(practice.startMonth + month - 1);

/** Referrals and what can be enrolled grow with the practice. */
const scaled = ({ name, eligiblePatients }: PracticeProgram, patients: number): number =>
  Math.max(1, Math.round(patients * (eligiblePatients ? eligiblePatients / programSample(name).eligiblePatients : 1)));

/** The month a program without patients launches in; null = from the start. */
function launchOf({ name, openingPatients }: PracticeProgram, practice: Practice): number | null {
  const { launchMonth } = programSample(name);
  return openingPatients === 0 && launchMonth > 1 && launchMonth <= practice.months
    ? monthDate(practice, launchMonth)
    : null;
}

function panelRow(program: PracticeProgram, practice: Practice): InputRow {
  const sample = programSample(program.name);
  const { eligiblePatients, openingPatients } = program;
  return {
    cells: {
      name: program.name,
      eligiblePatients,
      openingPatients: openingPatients || null,
      referrals: scaled(program, sample.referrals),
      conversionRate: sample.conversionRate,
      enrollmentLimit: sample.enrollmentLimit === null ? null : scaled(program, sample.enrollmentLimit),
      dischargeRate: sample.dischargeRate,
      disengagementRate: sample.disengagementRate,
      benefitChangeRate: sample.benefitChangeRate,
      adverseEventRate: sample.adverseEventRate,
      earlyDropOffRate: sample.earlyDropOffRate,
      launchMonth: launchOf(program, practice),
    },
    source: sample.panelSource,
  };
}

/** Weights of the payers as shares in whole percents that add to 100%. */
function payerShares(payers: readonly string[]): number[] {
  const weights = payers.map((payer) => payerSample(payer).weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const percents = weights.map((weight) => Math.round((weight / total) * 100));
  percents[0] += 100 - percents.reduce((sum, percent) => sum + percent, 0);
  return percents.map((percent) => percent / 100);
}

function payerMixRows(practice: Practice): InputRow[] {
  const shares = payerShares(practice.payers);
  return practice.programs.flatMap((program) => {
    const sample = programSample(program.name);
    return practice.payers.map((payer, i) => {
      const terms = payerSample(payer);
      const price = samplePrice(program.name, payer, practice.startMonth);
      return {
        cells: {
          program: program.name,
          payer,
          shareOfPanel: shares[i],
          ...price.cells,
          realizationRate: sample.realizationRate,
          cleanClaimRate: terms.cleanClaimRate,
          appealRate: terms.appealRate,
          overturnRate: terms.overturnRate,
          daysToPay: terms.daysToPay,
          collectedRate: terms.collectedRate,
          attritionMultiplier: terms.attritionMultiplier,
        },
        source: `${price.source}; ${sample.realizationSource}; share and appeals: assumption; claims: see Log`,
      };
    });
  });
}

/** The sample's team orders the next unit at this utilization, and starts with units for it. */
const HIRE_AT = 0.95;

const unitsAtStart = (openingPatients: number, patientsPerUnit: number): number =>
  Math.max(1, Math.ceil(openingPatients / (HIRE_AT * patientsPerUnit)));

function costRows(practice: Practice): InputRow[] {
  const samples = practice.programs.map(({ name }) => programSample(name));
  const row = (
    item: string,
    category: string,
    basis: string,
    amount: number,
    source: string,
    more: Record<string, InputValue> = {},
  ): InputRow => ({
    cells: {
      item,
      category,
      program: null,
      basis,
      amount,
      patientsPerUnit: null,
      minimumUnits: null,
      startMonth: null,
      endMonth: null,
      annualIncrease: null,
      ...more,
    },
    source,
  });
  const team = (
    { name, team: { item, staff, patientsPerUnit, ratioSource } }: ProgramSample,
    program: PracticeProgram,
  ) =>
    row(item, 'care team', 'per unit', staff.monthlyCost, `${ratioSource}; ${staff.source}`, {
      program: name,
      patientsPerUnit,
      annualIncrease: 0.03,
      staffing: 'as needed',
      unitsOnDuty: unitsAtStart(program.openingPatients, patientsPerUnit),
      startMonth: launchOf(program, practice),
    });
  return [
    ...samples.map((sample, i) => team(sample, practice.programs[i])),
    row(
      'Supervising nurse',
      'care team',
      'per month',
      REGISTERED_NURSE.monthlyCost / 2,
      `half of a registered nurse: assumption; ${REGISTERED_NURSE.source}`,
      { annualIncrease: 0.03 },
    ),
    row(
      'Enrollment outreach',
      'care team',
      'per new patient',
      costOfMinutes(MEDICAL_ASSISTANT, 45),
      'assumption: 45 minutes of a coordinator for call, consent and care plan',
    ),
    row('Care management platform', 'technology', 'per active patient', 6, 'assumption; no published fee found', {
      annualIncrease: 0.02,
    }),
    ...(samples.some(({ name }) => name === 'RPM')
      ? [
          row(
            'RPM devices',
            'technology',
            'per new patient',
            PUBLISHED.bloodPressureDevice.low,
            '$48 a patient (NYU Langone, 2025)',
            { program: 'RPM' },
          ),
          row(
            'RPM set-up and teaching',
            'care team',
            'per new patient',
            costOfMinutes(REGISTERED_NURSE, 30),
            'assumption: 30 minutes of a nurse; the set-up code 99453, paid once a patient, is left out of revenue',
            { program: 'RPM' },
          ),
          row(
            'RPM device data and connectivity',
            'technology',
            'per active patient',
            8,
            'Data $1.50–3.00 (forasoft.com on Validic, 2026); connectivity: assumption',
            { program: 'RPM' },
          ),
        ]
      : []),
    row('EHR interface and set-up', 'technology', 'one-off', 18_000, 'assumption', {
      startMonth: monthDate(practice, 1),
    }),
    row(
      'Billing service',
      'overhead and compliance',
      'percent of cash',
      0.05,
      '4–6% of collections (revenuesynergy.com, 2026)',
    ),
    row('Compliance and documentation review', 'overhead and compliance', 'per month', 2_000, 'assumption', {
      annualIncrease: 0.03,
    }),
  ];
}

const MONTHS_OF_WAITING = 6;

/** Patients who want to join in a month, all programs together. */
const monthlyDemand = ({ programs }: Practice): number =>
  Math.ceil(
    programs.reduce(
      (sum, program) =>
        sum + scaled(program, programSample(program.name).referrals) * programSample(program.name).conversionRate,
      0,
    ),
  );

/** The Value column of Settings, by setting; blank takes the setting's default. */
function settingRows(practice: Practice): InputRow[] {
  const update = assumedUpdate();
  const values: Record<string, { value: InputValue; source: string; note?: string }> = {
    startMonth: { value: monthDate(practice, 1), source: 'chosen when the workbook was built' },
    months: { value: practice.months, source: 'chosen when the workbook was built' },
    basis: { value: 'average', source: 'assumption' },
    asOfMonth: { value: null, source: 'chosen when months are over' },
    distinctPatients: { value: practice.distinctPatients, source: 'chosen when the workbook was built' },
    waitingLossRate: { value: 0.1, source: 'assumption' },
    hireAtUtilization: { value: HIRE_AT, source: 'assumption' },
    hireLeadMonths: { value: 1, source: 'assumption: a month to find and a month to start' },
    trainingMonths: { value: 1, source: 'assumption' },
    leastRealization: { value: 0.65, source: 'assumption: below the worst scenario of the sample' },
    leastClaimSuccess: { value: 0.9, source: 'assumption: clean claims average 92% (revenuesynergy.com, 2026)' },
    mostUtilization: { value: 1, source: 'assumption: no more patients than the care team has places for' },
    mostWaiting: {
      value: monthlyDemand(practice) * MONTHS_OF_WAITING,
      source: `assumption: ${MONTHS_OF_WAITING} months of those who want to join`,
    },
    sequestrationRate: {
      value: PUBLISHED.sequestration.low,
      source:
        '2% of Medicare’s payment to 2032 (Congressional Research Service R45106), after coinsurance (First Coast, a Medicare contractor); Medicare Advantage at 100% passes it on: assumption',
    },
    yearlyUpdate: { value: update.value, source: 'assumption: see the note', note: update.note },
  };
  return SETTING_COLUMNS.map(({ key, header, unit, note, fallbackText }) => ({
    cells: {
      setting: header,
      value: values[key]?.value ?? null,
      unit: unit || null,
      note: [note, values[key]?.note ?? ''].join(' ').trim(),
    },
    source: values[key]?.source ?? `blank = ${fallbackText} (default)`,
  }));
}

/** The driver's column header and unit by its key. */
export function driverNamed(key: string): { header: string; unit: string } {
  const named = DRIVER_NAMES.map((name) => findDriver(name)!).find(({ driver }) => driver.key === key);
  if (!named) throw new Error(`no driver is called ${key}`);
  return { header: named.column.header, unit: named.column.unit };
}

interface Move {
  driver: string;
  program?: string;
  payer?: string;
  item?: string;
  change: 'set' | 'add' | 'multiply';
}

const moved = ({ driver, program, payer, item, change }: Move): Record<string, InputValue> => {
  const { header, unit } = driverNamed(driver);
  return {
    driver: header,
    program: program ?? null,
    payer: payer ?? null,
    item: item ?? null,
    change,
    unit: change === 'multiply' ? '×' : unit,
  };
};

function scenarioRows(practice: Practice): InputRow[] {
  const has = (name: string) => practice.programs.some((program) => program.name === name);
  /** Expected stays blank: the tables as typed. */
  const row = (move: Move, conservative: number, stretch: number | null, why: string, source: string): InputRow => ({
    cells: {
      ...moved(move),
      [SCENARIO_NAMES[0]]: conservative,
      [SCENARIO_NAMES[1]]: null,
      [SCENARIO_NAMES[2]]: stretch,
      why,
    },
    source,
  });
  const first = programSample(practice.programs[0].name);
  /** Where a coordinator carries fewer patients, there are as many more from the start. */
  const startingUnits = (item: string, program: string, patientsPerUnit: number): InputRow => {
    const units = unitsAtStart(
      practice.programs.find(({ name }) => name === program)!.openingPatients,
      patientsPerUnit,
    );
    return {
      cells: {
        ...moved({ driver: 'unitsOnDuty', item, change: 'set' }),
        [SCENARIO_NAMES[0]]: units,
        [SCENARIO_NAMES[1]]: null,
        [SCENARIO_NAMES[2]]: null,
        why: 'As many more from the start as carry the opening patients',
      },
      source: 'assumption',
    };
  };
  const { rpmSixteenDays, rpmHeartFailure, coldCall, inPerson, cleanClaims, medicareCut } = PUBLISHED;
  return [
    ...(has('CCM')
      ? [
          row(
            { driver: 'patientsPerUnit', item: 'CCM care coordinators', change: 'set' },
            patientsAt(CCM_MINUTES.many),
            patientsAt(CCM_MINUTES.few),
            'Calls, notes and care plans take longer or shorter',
            `assumption: ${CCM_MINUTES.many} or ${CCM_MINUTES.few} minutes a patient and month`,
          ),
          startingUnits('CCM care coordinators', 'CCM', patientsAt(CCM_MINUTES.many)),
          row(
            { driver: 'realizationRate', program: 'CCM', change: 'set' },
            0.8,
            0.9,
            'Minutes and consent documented in fewer or more months',
            '90%: one operator’s target (community.aaacn.org); 80%: assumption',
          ),
        ]
      : [
          row(
            { driver: 'patientsPerUnit', item: first.team.item, change: 'multiply' },
            0.8,
            1.2,
            'Patients a coordinator carries',
            'assumption',
          ),
          startingUnits(first.team.item, practice.programs[0].name, 0.8 * first.team.patientsPerUnit),
        ]),
    ...(has('RPM')
      ? [
          row(
            { driver: 'realizationRate', program: 'RPM', change: 'set' },
            rpmSixteenDays.low,
            rpmHeartFailure.low,
            'Patients send enough readings in fewer or more months',
            '67% of all, 78% with heart failure reach 16 days (vizier.health, 2024–2025)',
          ),
        ]
      : []),
    row(
      { driver: 'conversionRate', program: first.name, change: 'set' },
      coldCall.low,
      inPerson.low,
      'Cold calls instead of warm ones; or the clinician asks in person',
      'Over 30% and over 70% (kevincheng.org, 2017)',
    ),
    row(
      { driver: 'disengagementRate', change: 'multiply' },
      1.15,
      0.85,
      'Fewer or more patients stay when calls are missed or kept',
      'assumption',
    ),
    row(
      { driver: 'cleanClaimRate', change: 'set' },
      cleanClaims.low,
      0.97,
      'Claims returned for missing data, or checked before they leave',
      '92% average, over 97% best (revenuesynergy.com, 2026)',
    ),
    ...practice.payers
      .filter((payer) => payerSample(payer).followsMedicare)
      .map((payer) =>
        row(
          { driver: 'allowedPppm', payer, change: 'multiply' },
          1 + medicareCut.low,
          null,
          'Medicare’s rates are cut as in 2025',
          `conversion factor ${medicareCut.low * 100}% (${medicareCut.source})`,
        ),
      ),
    row(
      { driver: 'daysToPay', change: 'set' },
      40,
      24,
      'Payers slower or faster',
      'Poor over 40, best under 24 days (revenuesynergy.com, 2026)',
    ),
  ];
}

/** Pays amounts of its own, from contract to contract. */
const RENEWING_PAYER = 'Commercial';

function changeRows(practice: Practice): InputRow[] {
  const first = practice.programs[0].name;
  const outreach = practice.programs.find(({ name }) => name === 'RPM')?.name ?? first;
  /** First January after the forecast's first month. */
  const january = 13 - (practice.startMonth % 12);
  const row = (
    from: number,
    to: number | null,
    move: Move,
    value: number,
    reason: string,
    source: string,
  ): InputRow[] =>
    from > practice.months
      ? []
      : [
          {
            cells: {
              fromMonth: monthDate(practice, from),
              toMonth: to === null ? null : monthDate(practice, Math.min(to, practice.months)),
              ...moved(move),
              value,
              reason,
            },
            source,
          },
        ];
  return [
    ...row(
      4,
      6,
      { driver: 'referrals', program: outreach, change: 'multiply' },
      1.5,
      `Outreach campaign for ${outreach}: three months of extra calls`,
      'assumption',
    ),
    ...row(
      7,
      null,
      { driver: 'realizationRate', program: first, change: 'add' },
      0.03,
      'Documentation review before claims leave: consent and minutes complete',
      'assumption',
    ),
    // Amounts priced by codes follow Medicare's own Januaries.
    ...(practice.payers.includes(RENEWING_PAYER)
      ? row(
          january,
          null,
          { driver: 'allowedPppm', payer: RENEWING_PAYER, change: 'multiply' },
          1.02,
          `Contract with ${RENEWING_PAYER} payers renewed: typed amounts rise by 2%`,
          'assumption',
        )
      : []),
  ];
}
