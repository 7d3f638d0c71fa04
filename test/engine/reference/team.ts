/** The care team of the second implementation: events 3 and 7 of docs/model.md, a plain object for each role. */
import type { CostItem, Model } from '../../../src/engine/model/model';

/** One care-team item bought by the unit, and what it remembers. */
export interface Role {
  typed: CostItem;
  /** Ordered units by the month they arrive in, and what hiring has brought so far. */
  arriving: number[];
  hired: number;
  /** Who is on duty, in the order in which they joined; of those who need no training the month is -Infinity. */
  joined: { units: number; month: number }[];
  hasBeenThere: boolean;
  /** What the month before had on duty. */
  unitsBefore: number;
  /** This month: the inputs in force, whether the item is there, its units, and what they are worth. */
  item: CostItem;
  isThere: boolean;
  units: number;
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

export const isLimited = (item: CostItem): boolean => isRole(item) && item.staffing !== 'unlimited';

export const newRole = (typed: CostItem): Role => ({
  typed,
  arriving: [],
  hired: 0,
  joined: [],
  hasBeenThere: false,
  unitsBefore: 0,
  item: typed,
  isThere: false,
  units: 0,
  effectiveUnits: 0,
});

/** A plan put off counts its own months. */
export const ownMonth = (row: { delayMonths?: number }, month: number): number => month - (row.delayMonths ?? 0);

/** 3. Who is on duty, and what newcomers are worth. */
export function reportForDuty(model: Model, role: Role, item: CostItem, isThere: boolean, month: number): void {
  role.unitsBefore = role.units;
  role.item = item;
  role.isThere = isThere;
  role.units = 0;
  const arrived = role.arriving[month] ?? 0;
  if (arrived > 0 && isThere) role.hired = Math.max(item.minimumUnits - item.unitsOnDuty, role.hired);
  role.hired += arrived;
  if (isThere && item.staffing === 'planned') role.units = Math.max(item.minimumUnits, item.unitsOnDuty);
  if (isThere && item.staffing === 'as needed') role.units = Math.max(item.minimumUnits, item.unitsOnDuty + role.hired);

  comeAndGo(role, month);
  role.effectiveUnits = 0;
  for (const { units, month: joined } of role.joined) {
    const monthOfService = month - joined + 1;
    role.effectiveUnits += units * Math.min(1, monthOfService / (model.trainingMonths + 1));
  }
}

/** Newcomers queue up behind those on duty; who joined last leaves first. */
function comeAndGo(role: Role, month: number): void {
  let change = role.units - role.unitsBefore;
  if (change > 0) role.joined.push({ units: change, month: role.hasBeenThere ? month : -Infinity });
  while (change < 0 && role.joined.length) {
    const last = role.joined[role.joined.length - 1];
    const leaving = Math.min(last.units, -change);
    last.units -= leaving;
    change += leaving;
    if (last.units === 0) role.joined.pop();
  }
  if (role.units === 0) role.joined = [];
  if (role.isThere) role.hasBeenThere = true;
}

/** 5. Cuts what programs would enroll down to the places their own roles, and then the shared ones, have free. */
export function admit(roles: readonly Role[], programs: readonly Served[]): void {
  const places = (of: string | null): number => {
    let scarcest = Infinity;
    for (const role of roles) {
      if (!role.isThere || !isLimited(role.typed) || role.typed.program !== of) continue;
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
  wholeUnits: (active: number, item: CostItem) => number,
): void {
  for (const role of roles) {
    if (!role.isThere || isLimited(role.typed)) continue;
    role.units = wholeUnits(served(role, programs), role.item);
    role.effectiveUnits = role.units;
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
    if (!role.isThere) continue;
    const worked = role.effectiveUnits * role.item.minutesPerUnit * role.item.productiveRate;
    if (role.typed.program === program.name) minutes += worked;
    if (role.typed.program === null)
      minutes += everyone > 0 ? (worked * program.active) / everyone : worked / programs.length;
  }
  return minutes;
}

/** 7. At the end of the month: what is open after those on duty and those ordered is ordered, in whole units. */
export function orderUnits(model: Model, roles: readonly Role[], programs: readonly Served[], month: number): void {
  for (const role of roles) {
    if (!role.isThere || role.typed.staffing !== 'as needed') continue;
    const needed = served(role, programs) / (role.item.patientsPerUnit * model.hireAtUtilization);
    let ordered = 0;
    for (let arrival = month + 1; arrival < role.arriving.length; arrival++) ordered += role.arriving[arrival] ?? 0;
    const open = needed - role.units - ordered;
    const units = Math.ceil(open - 1e-9 * Math.max(1, needed));
    const arrival = month + 1 + model.hireLeadMonths;
    if (units > 0) role.arriving[arrival] = (role.arriving[arrival] ?? 0) + units;
  }
}
