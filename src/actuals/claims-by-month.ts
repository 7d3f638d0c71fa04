/** Claims of a month of service, and the cash of the month in which it was decided. */
import { monthOfDay } from './reading/dates';
import type { Monthly } from './monthly';
import { CLAIM_STATUSES, NOT_GIVEN, type Claims } from './rows';

const IS_PAID = CLAIM_STATUSES.map((status) => status === 'paid' || status === 'paid on appeal');

/**
 * A claim is a patient’s month in a program: its lines are one, paid if any line is. Counted once, it is billable and
 * submitted; what is allowed counts where it is paid. Cash is in the month of the decision.
 * @param asOf the last month; what is decided later has not been decided yet
 */
export function claimsByMonth(rows: Claims, asOf: number, monthly: Monthly): void {
  const { programs, payers, serviceMonths, allowed, paid, statuses, decided } = rows;
  const groups = new Groups(rows, asOf);
  const isPaid = new Uint8Array(groups.count);
  const sums = new Float64Array(groups.count);
  const places = new Places(rows, asOf);
  const cash = new Float64Array(places.count);
  let hasDates = false;
  for (let i = 0; i < serviceMonths.length; i++) {
    const decision = decided[i] === NOT_GIVEN ? NOT_GIVEN : places.monthOf(decided[i]);
    if (decision !== NOT_GIVEN) hasDates = true;
    if (groups.rows[i] < 0 || decision > asOf) continue;
    sums[groups.rows[i]] += allowed[i];
    if (IS_PAID[statuses[i]]) isPaid[groups.rows[i]] = 1;
    if (decision !== NOT_GIVEN) cash[places.at(decision, programs.rows[i], payers.rows[i])] += paid[i];
  }
  const [submitted, paidClaims, allowedOfPaid] = [0, 1, 2].map(() => new Float64Array(places.count));
  for (let group = 0; group < groups.count; group++) {
    const row = groups.first[group];
    const place = places.at(serviceMonths[row], programs.rows[row], payers.rows[row]);
    submitted[place]++;
    if (isPaid[group]) {
      paidClaims[place]++;
      allowedOfPaid[place] += sums[group];
    }
  }
  places.each((place, month, program, payer) => {
    if (submitted[place] === 0 && cash[place] === 0) return;
    const figures = monthly.at(month, programs.names[program], payers.names[payer] ?? '');
    if (submitted[place] > 0)
      Object.assign(figures, {
        billable: submitted[place],
        submitted: submitted[place],
        paid: paidClaims[place],
        allowed: allowedOfPaid[place],
      });
    if (hasDates) figures.cash = cash[place];
  });
}

/** Month, program and payer as one small number. */
class Places {
  readonly count: number;
  private readonly first: number;
  private readonly programs: number;
  private readonly payers: number;
  /** By day since the first its month: days repeat by the thousand. */
  private readonly months: Int32Array;
  private readonly firstDay: number;

  constructor({ programs, payers, serviceMonths, decided }: Claims, asOf: number) {
    let first = asOf;
    for (const month of serviceMonths) if (month < first) first = month;
    this.first = first;
    this.programs = programs.names.length;
    // The last is that without a payer.
    this.payers = payers.names.length + 1;
    this.count = (asOf - first + 1) * this.programs * this.payers;
    let [from, to] = [Infinity, -Infinity];
    for (const day of decided)
      if (day !== NOT_GIVEN) {
        if (day < from) from = day;
        if (day > to) to = day;
      }
    this.firstDay = from;
    this.months = Int32Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => monthOfDay(from + i));
  }

  monthOf(day: number): number {
    return this.months[day - this.firstDay];
  }

  at(month: number, program: number, payer: number): number {
    return ((month - this.first) * this.programs + program) * this.payers + (payer < 0 ? this.payers - 1 : payer);
  }

  each(see: (place: number, month: number, program: number, payer: number) => void): void {
    for (let place = 0; place < this.count; place++) {
      const rest = Math.floor(place / this.payers);
      see(place, this.first + Math.floor(rest / this.programs), rest % this.programs, place % this.payers);
    }
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
