/**
 * A clinic with known drivers, patient by patient in the engine's order of events: who is there leaves or is served,
 * then others join. What it exports is rows as they are read.
 */
import { CLAIM_STATUSES, NOT_GIVEN, type ClaimStatus, type Rows } from '../../../src/actuals/rows';
import { namesOf, summaryOf } from '../../../src/actuals/summary';
import { RandomNumbers } from './random-numbers';

export const PAYERS = ['Medicare', 'Medicare Advantage', 'Medicaid'];
const CAUSE_HEADERS = ['Discharge rate', 'Disengagement rate', 'Benefit change rate', 'Adverse event rate'];

/** What is true of the clinic; by payer where there are three. */
export const DRIVERS = {
  causes: [0.009, 0.018, 0.004, 0.004],
  multipliers: [1, 0.75, 1.5],
  early: 0.14,
  mix: [0.5, 0.3, 0.2],
  conversion: 0.45,
  realization: [0.86, 0.78, 0.68],
  clean: [0.93, 0.91, 0.87],
  appeal: [0.62, 0.55, 0.5],
  overturn: [0.5, 0.45, 0.4],
  allowed: [64, 58, 44],
  /** Of paid claims: nothing paid, and a part of what is allowed. */
  unpaid: [0.05, 0.07, 0.1],
  partly: 0.1,
  part: 0.8,
  minutes: [27, 24, 21],
} as const;

/** How patients and their months differ; what no driver says. */
const SPREAD = {
  /** Correlation of a patient's billable months. */
  realization: 0.15,
  allowedBetween: 0.15,
  allowedWithin: 0.2,
  minutesBetween: 0.3,
  minutesWithin: 0.5,
  withoutMinutes: 0.08,
  reasonUnknown: 0.08,
};

/** Shares by months of delay. */
const DELAYS = {
  clean: [0.1, 0.55, 0.25, 0.1],
  denied: [0.05, 0.4, 0.35, 0.2],
  filing: [0.5, 0.3, 0.2],
  won: [0, 0.4, 0.4, 0.2],
  lost: [0, 0.2, 0.4, 0.4],
};

/** Months of history, of which those before the window are purged of who left; then the window. */
const BEFORE = 12;
export const WINDOW = 18;
/** January 2025. */
const FIRST = 2025 * 12;
export const AS_OF = FIRST + WINDOW - 1;

export interface Truth {
  readonly realization: number;
  readonly clean: number;
  readonly appeal: number;
  readonly overturn: number;
  readonly allowed: number;
  readonly collected: number;
  readonly minutes: number;
  readonly cv: number;
  readonly pattern: readonly number[];
  readonly days: number;
}

export const TRUTHS: readonly Truth[] = PAYERS.map((_, s) => {
  const won = (1 - DRIVERS.clean[s]) * DRIVERS.appeal[s] * DRIVERS.overturn[s];
  const late = added(added(DELAYS.denied, DELAYS.filing), DELAYS.won);
  const pattern = late.map(
    (share, delay) => ((DELAYS.clean[delay] ?? 0) * DRIVERS.clean[s] + share * won) / (DRIVERS.clean[s] + won),
  );
  return {
    realization: DRIVERS.realization[s],
    clean: DRIVERS.clean[s],
    appeal: DRIVERS.appeal[s],
    overturn: DRIVERS.overturn[s],
    allowed: DRIVERS.allowed[s],
    collected: 1 - DRIVERS.unpaid[s] - DRIVERS.partly * (1 - DRIVERS.part),
    minutes: DRIVERS.minutes[s],
    cv: Math.sqrt(
      ((1 + SPREAD.minutesBetween ** 2) * (1 + SPREAD.minutesWithin ** 2)) / (1 - SPREAD.withoutMinutes) - 1,
    ),
    pattern,
    days: 30 * pattern.reduce((sum, share, delay) => sum + share * delay, 0),
  };
});

/** How the sum of two delays is spread. */
function added(one: readonly number[], other: readonly number[]): number[] {
  const sum = new Array<number>(one.length + other.length - 1).fill(0);
  one.forEach((a, i) => other.forEach((b, j) => (sum[i + j] += a * b)));
  return sum;
}

interface Patient {
  readonly id: string;
  readonly payer: number;
  readonly joined: number;
  left: number;
  cause: number;
  readonly billable: number;
  readonly allowed: number;
  readonly minutes: number;
}

/** The middle of a month, which no end of a month decides. */
const dayIn = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12, 15) / 86_400_000;

export function simulatedClinic(seed: number, patientMonths: number): Rows[] {
  const random = new RandomNumbers(seed);
  const panel = patientMonths / WINDOW;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const multiplier = sum(DRIVERS.mix.map((share, s) => share * DRIVERS.multipliers[s]));
  // As many join as leave, so that the panel keeps its size.
  const joining = (panel * sum(DRIVERS.causes) * multiplier) / (1 - DRIVERS.early);
  const patients: Patient[] = [];
  const claims: {
    patient: Patient;
    service: number;
    status: ClaimStatus;
    decided: number;
    allowed: number;
    paid: number;
  }[] = [];
  const log: { patient: Patient; month: number; minutes: number }[] = [];
  const referrals: number[] = [];

  const join = (joined: number): Patient => {
    const payer = random.place(DRIVERS.mix);
    const patient: Patient = {
      id: `P${patients.length}`,
      payer,
      joined,
      left: Infinity,
      cause: -1,
      billable: random.beta(DRIVERS.realization[payer], SPREAD.realization),
      allowed: DRIVERS.allowed[payer] * random.factor(SPREAD.allowedBetween),
      minutes: (DRIVERS.minutes[payer] / (1 - SPREAD.withoutMinutes)) * random.factor(SPREAD.minutesBetween),
    };
    patients.push(patient);
    return patient;
  };

  const claimOf = (patient: Patient, service: number) => {
    const s = patient.payer;
    const allowed = patient.allowed * random.factor(SPREAD.allowedWithin);
    const paidIn = (month: number, status: ClaimStatus) => {
      const outcome = random.place([DRIVERS.unpaid[s], DRIVERS.partly, 1]);
      const paid = allowed * [0, DRIVERS.part, 1][outcome];
      claims.push({ patient, service, status, decided: month, allowed, paid });
    };
    const open = (status: ClaimStatus, decided: number) =>
      claims.push({ patient, service, status, decided, allowed, paid: 0 });
    if (random.happens(DRIVERS.clean[s])) {
      const month = service + random.place(DELAYS.clean);
      if (month <= AS_OF) paidIn(month, 'paid');
      else open('pending', NaN);
      return;
    }
    const denied = service + random.place(DELAYS.denied);
    const isAppealed = random.happens(DRIVERS.appeal[s]);
    const filed = denied + random.place(DELAYS.filing);
    const isWon = random.happens(DRIVERS.overturn[s]);
    const judged = filed + random.place(isWon ? DELAYS.won : DELAYS.lost);
    if (denied > AS_OF) open('pending', NaN);
    else if (!isAppealed || filed > AS_OF) open('denied', denied);
    else if (judged > AS_OF) open('in appeal', denied);
    else if (isWon) paidIn(judged, 'paid on appeal');
    else open('appeal lost', judged);
  };

  /** @param weight what the patient counts for in the month, by the average basis */
  const serve = (patient: Patient, month: number, weight: number) => {
    if (month < FIRST) return;
    if (random.happens(weight * patient.billable)) claimOf(patient, month);
    if (!random.happens(SPREAD.withoutMinutes))
      log.push({ patient, month, minutes: weight * patient.minutes * random.factor(SPREAD.minutesWithin) });
  };

  const begin = FIRST - BEFORE;
  let present = Array.from({ length: random.poisson(panel) }, () =>
    join(begin - 2 - Math.floor(random.uniform() * 24)),
  );
  for (let month = begin; month <= AS_OF; month++) {
    const staying: Patient[] = [];
    for (const patient of present) {
      const rates = DRIVERS.causes.map((rate) => rate * DRIVERS.multipliers[patient.payer]);
      const early = patient.joined === month - 1 ? DRIVERS.early : 0;
      // Early leavers are written down as disengaged.
      const cause = [0, 1, 2, 3, 1, -1][random.place([...rates, early, 1])];
      if (cause < 0) {
        serve(patient, month, 1);
        staying.push(patient);
      } else {
        patient.left = month;
        patient.cause = random.happens(SPREAD.reasonUnknown) ? -1 : cause;
        serve(patient, month, 0.5);
      }
    }
    const referred = random.poisson(joining / DRIVERS.conversion);
    if (month >= FIRST) referrals.push(referred);
    for (let i = 0; i < referred; i++) {
      if (!random.happens(DRIVERS.conversion)) continue;
      const patient = join(month);
      serve(patient, month, 0.5);
      staying.push(patient);
    }
    present = staying;
  }

  // An export that lacks who left before the window.
  const listed = patients.filter(({ left }) => left >= FIRST);
  const all = <T>(of: readonly T[], text: (each: T) => string) => namesOf(of.map(text));
  return [
    {
      kind: 'roster',
      patients: all(listed, ({ id }) => id),
      programs: all(listed, () => 'CCM'),
      payers: all(listed, ({ payer }) => PAYERS[payer]),
      enrolled: Int32Array.from(listed, ({ joined }) => dayIn(joined)),
      disenrolled: Int32Array.from(listed, ({ left }) => (Number.isFinite(left) ? dayIn(left) : NOT_GIVEN)),
      reasons: all(listed, ({ cause }) => CAUSE_HEADERS[cause] ?? ''),
    },
    {
      kind: 'claims',
      claims: namesOf(claims.map((_, i) => `C${i}`)),
      patients: all(claims, ({ patient }) => patient.id),
      programs: all(claims, () => 'CCM'),
      payers: all(claims, ({ patient }) => PAYERS[patient.payer]),
      codes: all(claims, () => '99490'),
      serviceMonths: Int32Array.from(claims, ({ service }) => service),
      allowed: Float64Array.from(claims, ({ allowed }) => Math.round(allowed * 100)),
      paid: Float64Array.from(claims, ({ paid }) => Math.round(paid * 100)),
      statuses: Uint8Array.from(claims, ({ status }) => CLAIM_STATUSES.indexOf(status)),
      decided: Int32Array.from(claims, ({ decided }) => (Number.isNaN(decided) ? NOT_GIVEN : dayIn(decided))),
    },
    {
      kind: 'minutes',
      patients: all(log, ({ patient }) => patient.id),
      programs: all(log, () => 'CCM'),
      months: Int32Array.from(log, ({ month }) => month),
      minutes: Float64Array.from(log, ({ minutes }) => minutes),
    },
    summaryOf(
      referrals.map((referred, t) => ({
        month: FIRST + t,
        program: 'CCM',
        payer: '',
        figures: { referrals: referred },
      })),
    ),
  ];
}
