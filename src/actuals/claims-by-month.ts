/** Claims of a month of service, and the cash of the month in which it was decided. */
import { monthOfDay } from './reading/dates';
import type { Monthly } from './monthly';
import { CLAIM_STATUSES, NOT_GIVEN, type Claims } from './rows';

const PAID = ['paid', 'paid on appeal'].map((status) =>
  CLAIM_STATUSES.indexOf(status as (typeof CLAIM_STATUSES)[number]),
);

/**
 * A claim is a patient’s month in a program: its lines are one, paid if any line is. Counted once, it is billable and
 * submitted; what is allowed counts where it is paid.
 * @param asOf the last month; what is decided later has not been decided yet
 */
export function claimsByMonth(rows: Claims, asOf: number, monthly: Monthly): void {
  const { patients, programs, payers, serviceMonths, allowed, paid, statuses, decided } = rows;
  const groups = new Groups(rows, asOf);
  const isPaid = new Uint8Array(groups.count);
  const sums = new Float64Array(groups.count);
  let hasDates = false;
  for (let i = 0; i < serviceMonths.length; i++) {
    const group = groups.rows[i];
    const isLater = decided[i] !== NOT_GIVEN && monthOfDayAt(decided[i]) > asOf;
    if (decided[i] !== NOT_GIVEN) hasDates = true;
    if (group < 0 || isLater) continue;
    sums[group] += allowed[i];
    if (PAID.includes(statuses[i])) isPaid[group] = 1;
  }
  for (let group = 0; group < groups.count; group++) {
    const row = groups.first[group];
    const place = [
      serviceMonths[row],
      programs.names[programs.rows[row]],
      payers.names[payers.rows[row]] ?? '',
    ] as const;
    monthly.add(...place, 'billable', 1);
    monthly.add(...place, 'submitted', 1);
    monthly.add(...place, 'paid', isPaid[group]);
    monthly.add(...place, 'allowed', isPaid[group] ? sums[group] : 0);
    if (hasDates) monthly.add(...place, 'cash', 0);
  }
  if (!hasDates || patients.rows.length === 0) return;
  addCash(rows, paid, asOf, monthly);
}

/** Days repeat by the thousand: each is turned into its month once. */
const months = new Map<number, number>();
function monthOfDayAt(day: number): number {
  let month = months.get(day);
  if (month === undefined) {
    if (months.size > 50_000) months.clear();
    months.set(day, (month = monthOfDay(day)));
  }
  return month;
}

function addCash({ programs, payers, decided }: Claims, paid: Float64Array, asOf: number, monthly: Monthly): void {
  // Month, program and payer as one number.
  const [manyPrograms, manyPayers] = [programs.names.length + 1, payers.names.length + 1];
  const sums = new Map<number, number>();
  for (let i = 0; i < decided.length; i++) {
    if (decided[i] === NOT_GIVEN || paid[i] === 0) continue;
    const month = monthOfDayAt(decided[i]);
    if (month > asOf) continue;
    const key = (month * manyPrograms + programs.rows[i] + 1) * manyPayers + payers.rows[i] + 1;
    sums.set(key, (sums.get(key) ?? 0) + paid[i]);
  }
  for (const [key, cents] of sums) {
    const payer = (key % manyPayers) - 1;
    const rest = Math.floor(key / manyPayers);
    const program = (rest % manyPrograms) - 1;
    monthly.add(
      Math.floor(rest / manyPrograms),
      programs.names[program] ?? '',
      payers.names[payer] ?? '',
      'cash',
      cents,
    );
  }
}

/** Rows of one patient, program, payer and month of service, numbered. */
export class Groups {
  /** By row its group; −1 for one after the as-of month. */
  readonly rows: Int32Array;
  /** By group its first row. */
  readonly first: Int32Array;
  readonly count: number;

  constructor({ patients, programs, payers, serviceMonths }: Claims, asOf: number) {
    const size = serviceMonths.length;
    const slots = 1 << (32 - Math.clz32(Math.max(8, size * 2)));
    const mask = slots - 1;
    const table = new Int32Array(slots).fill(-1);
    this.rows = new Int32Array(size).fill(-1);
    const first = new Int32Array(size);
    let count = 0;
    for (let i = 0; i < size; i++) {
      if (serviceMonths[i] > asOf) continue;
      let hash = Math.imul(patients.rows[i], 0x85ebca6b) ^ Math.imul(serviceMonths[i], 0x9e3779b1);
      hash ^= Math.imul(programs.rows[i] + 7, 0xc2b2ae35) ^ Math.imul(payers.rows[i] + 7, 0x27d4eb2f);
      let slot = (hash ^ (hash >>> 15)) & mask;
      for (;;) {
        const group = table[slot];
        if (group < 0) {
          first[count] = i;
          table[slot] = this.rows[i] = count++;
          break;
        }
        const row = first[group];
        if (
          patients.rows[row] === patients.rows[i] &&
          serviceMonths[row] === serviceMonths[i] &&
          programs.rows[row] === programs.rows[i] &&
          payers.rows[row] === payers.rows[i]
        ) {
          this.rows[i] = group;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    this.first = first.subarray(0, count);
    this.count = count;
  }
}
