/** The care team of the second implementation: events 3 and 7 of docs/model.md, a plain object for each role. */
import type { CostItem, Model } from '../../../src/engine/model/model';

/** One care-team item bought by the unit, and what it remembers. */
export interface Role {
  typed: CostItem;
  /** Units on duty in each month so far, and units hired by the month they arrive in. */
  onDuty: number[];
  hired: number[];
  /** This month: the inputs in force, whether it is charged, and what its units are worth. */
  item: CostItem;
  charged: boolean;
  effectiveUnits: number;
}

/** What the team needs to know of a program in a month. */
export interface Served {
  name: string;
  stayed: number;
  enrolled: number;
  active: number;
}

export const isRole = (item: CostItem): boolean => item.category === 'care team' && item.basis === 'per unit';

export const newRole = (typed: CostItem): Role => ({
  typed,
  onDuty: [],
  hired: [],
  item: typed,
  charged: false,
  effectiveUnits: 0,
});

/** A plan put off counts its own months. */
export const ownMonth = (row: { delayMonths?: number }, month: number): number => month - (row.delayMonths ?? 0);

/** 3. Who is on duty, and what newcomers are worth. */
export function reportForDuty(model: Model, role: Role, item: CostItem, charged: boolean, month: number): void {
  role.item = item;
  role.charged = charged;
  role.onDuty[month] = 0;
  role.effectiveUnits = 0;
  if (!charged || role.typed.staffing === 'unlimited') return;
  let units = Math.max(item.unitsOnDuty, item.minimumUnits);
  for (let arrival = 1; arrival <= month; arrival++) units += role.hired[arrival] ?? 0;
  role.onDuty[month] = units;

  let missing = 0;
  for (let since = month; since > month - model.trainingMonths && ownMonth(role.typed, since) > 1; since--) {
    const joined = role.onDuty[since] - role.onDuty[since - 1];
    const monthOfService = month - since + 1;
    if (joined > 0) missing += joined * (1 - monthOfService / (model.trainingMonths + 1));
  }
  role.effectiveUnits = Math.max(0, units - missing);
}

/** 5. Cuts what programs would enroll down to the places their own roles, and then the shared ones, have free. */
export function admit(roles: readonly Role[], programs: readonly Served[]): void {
  const places = (of: string | null): number => {
    let scarcest = Infinity;
    for (const role of roles) {
      if (!role.charged || role.typed.staffing === 'unlimited' || role.typed.program !== of) continue;
      scarcest = Math.min(scarcest, role.effectiveUnits * role.item.patientsPerUnit);
    }
    return scarcest;
  };
  let stayed = 0;
  let asked = 0;
  for (const program of programs) {
    program.enrolled = Math.min(program.enrolled, Math.max(0, places(program.name) - program.stayed));
    stayed += program.stayed;
    asked += program.enrolled;
  }
  const free = Math.max(0, places(null) - stayed);
  if (asked > free) for (const program of programs) program.enrolled *= free / asked;
}

/** The active patients a role serves. */
const served = (role: Role, programs: readonly Served[]): number => {
  let patients = 0;
  for (const program of programs)
    if (role.typed.program === null || role.typed.program === program.name) patients += program.active;
  return patients;
};

/** 7. Unlimited roles have the units their patients need. */
export function staffUnlimited(
  roles: readonly Role[],
  programs: readonly Served[],
  month: number,
  wholeUnits: (active: number, item: CostItem) => number,
): void {
  for (const role of roles) {
    if (!role.charged || role.typed.staffing !== 'unlimited') continue;
    role.onDuty[month] = wholeUnits(served(role, programs), role.item);
    role.effectiveUnits = role.onDuty[month];
  }
}

/** Whether there is a team to speak of: a threshold its minutes must reach, or units that are planned. Without, its minutes are 0. */
export const hasTeam = ({ payers, costs, changes, adjustments }: Model): boolean =>
  payers.some(({ thresholdMinutes }) => thresholdMinutes > 0) ||
  [...changes, ...adjustments].some(({ driver }) => driver === 'thresholdMinutes') ||
  costs.some((item) => isRole(item) && item.staffing !== 'unlimited');

/** 7. Minutes the team brings to the patients of a program. */
export function minutesAvailable(roles: readonly Role[], program: Served, programs: readonly Served[]): number {
  let everyone = 0;
  for (const each of programs) everyone += each.active;
  let minutes = 0;
  for (const role of roles) {
    if (!role.charged) continue;
    const worked = role.effectiveUnits * role.item.minutesPerUnit * role.item.productiveRate;
    if (role.typed.program === program.name) minutes += worked;
    if (role.typed.program === null)
      minutes += everyone > 0 ? (worked * program.active) / everyone : worked / programs.length;
  }
  return minutes;
}

/** 7. At the end of the month: past the trigger, units are ordered that bring utilization back to it. */
export function orderUnits(
  model: Model,
  roles: readonly Role[],
  programs: readonly Served[],
  month: number,
  wholeUnits: (active: number, item: CostItem) => number,
): void {
  for (const role of roles) {
    if (!role.charged || role.typed.staffing !== 'as needed') continue;
    const patients = served(role, programs);
    const atTrigger = role.item.patientsPerUnit * model.hireAtUtilization;
    if (patients <= role.onDuty[month] * atTrigger * (1 + 1e-9)) continue;
    let ordered = 0;
    for (let arrival = month + 1; arrival < role.hired.length; arrival++) ordered += role.hired[arrival] ?? 0;
    const wanted =
      wholeUnits(patients, { ...role.item, patientsPerUnit: atTrigger, minimumUnits: 0 }) -
      role.onDuty[month] -
      ordered;
    const arrival = month + 1 + model.hireLeadMonths;
    if (wanted > 1e-9) role.hired[arrival] = (role.hired[arrival] ?? 0) + Math.ceil(wanted - 1e-9);
  }
}
