/** Claims of a month of service, and the cash of the month in which it was decided. */
import { monthOfDays } from './reading/dates';
import type { Monthly } from './monthly';
import { CLAIM_STATUSES, NOT_GIVEN, type Cents, type Claims } from './rows';

const IS_PAID = CLAIM_STATUSES.map((status) => status === 'paid' || status === 'paid on appeal');

/** Rows between two pauses: some milliseconds of work. */
const SLICE = 1 << 17;

/**
 * A claim is a patient’s month in a program: its lines are one, paid if any line is. Counted once, it is billable and
 * submitted; what is allowed counts where it is paid. Cash is in the month of the decision. A step a slice of rows.
 * @param asOf the last month; what is decided later has not been decided yet
 */
export function* claimsByMonth(rows: Claims, asOf: number, monthly: Monthly): Generator<void, void> {
  const { programs, payers, serviceMonths } = rows;
  const size = serviceMonths.length;
  const places = new Places(rows, asOf);
  yield;
  const cash = new Float64Array(places.count);
  const lines = new Int32Array(places.count);
  let hasDates = false;
  for (let from = 0; from < size; from += SLICE) {
    if (countLines(rows, asOf, places, lines, cash, from, Math.min(size, from + SLICE))) hasDates = true;
    yield;
  }
  const byPlace = new ByPlace(rows, lines);
  for (let from = 0; from < size; from += SLICE) {
    byPlace.add(rows, asOf, places, from, Math.min(size, from + SLICE));
    yield;
  }
  const counted = new Counted(rows, places.count);
  for (let place = 0, since = 0; place < places.count; place++) {
    counted.add(byPlace, place);
    since += lines[place];
    if (since < SLICE) continue;
    since = 0;
    yield;
  }
  const { submitted, paid, allowed } = counted;
  places.each((place, month, program, payer) => {
    if (submitted[place] === 0 && cash[place] === 0) return;
    const figures = monthly.at(month, programs.names[program], payers.names[payer] ?? '');
    if (submitted[place] > 0)
      Object.assign(figures, {
        billable: submitted[place],
        submitted: submitted[place],
        paid: paid[place],
        allowed: allowed[place],
      });
    if (hasDates) figures.cash = cash[place];
  });
}

/** Counts lines by place, and adds up the cash of what is decided; answers whether any of them tells a day of decision. */
function countLines(
  { patients, programs, payers, serviceMonths, decided, paid }: Claims,
  asOf: number,
  places: Places,
  lines: Int32Array,
  cash: Float64Array,
  from: number,
  to: number,
): boolean {
  let hasDates = false;
  for (let i = from; i < to; i++) {
    const isLater = serviceMonths[i] > asOf;
    if (!isLater && patients.rows[i] >= 0) lines[places.at(serviceMonths[i], programs.rows[i], payers.rows[i])]++;
    if (decided[i] === NOT_GIVEN) continue;
    hasDates = true;
    const month = places.monthOf(decided[i]);
    if (!isLater && month <= asOf) cash[places.at(month, programs.rows[i], payers.rows[i])] += paid[i];
  }
  return hasDates;
}

/** Lines in the order of their places: what is counted lies together, which takes half the time of looking it up. */
class ByPlace {
  /** By place where its lines begin; one more, where the last ones end. */
  readonly begins: Int32Array;
  /** By line 2 × its patient, and one more where it is paid. */
  readonly patients: Int32Array;
  /** Cents of a line; 0 while it is not decided. */
  readonly allowed: Cents;
  /** By place where its next line goes. */
  private readonly next: Int32Array;

  constructor({ allowed }: Claims, lines: Int32Array) {
    this.begins = new Int32Array(lines.length + 1);
    for (let place = 0; place < lines.length; place++) this.begins[place + 1] = this.begins[place] + lines[place];
    const count = this.begins[lines.length];
    this.patients = new Int32Array(count);
    this.allowed = allowed instanceof Int32Array ? new Int32Array(count) : new Float64Array(count);
    this.next = this.begins.slice();
  }

  /** Takes the rows from one to before another. */
  add(rows: Claims, asOf: number, places: Places, from: number, to: number): void {
    const { programs, payers, serviceMonths, decided, statuses } = rows;
    const { next, patients, allowed } = this;
    for (let i = from; i < to; i++) {
      const patient = rows.patients.rows[i];
      if (serviceMonths[i] > asOf || patient < 0) continue;
      const at = next[places.at(serviceMonths[i], programs.rows[i], payers.rows[i])]++;
      const isOpen = decided[i] !== NOT_GIVEN && places.monthOf(decided[i]) > asOf;
      patients[at] = 2 * patient + (IS_PAID[statuses[i]] && !isOpen ? 1 : 0);
      allowed[at] = isOpen ? 0 : rows.allowed[i];
    }
  }
}

/** Claims by place, each patient’s lines of a place one. */
class Counted {
  readonly submitted: Float64Array;
  readonly paid: Float64Array;
  readonly allowed: Float64Array;
  /** By patient 2 × the last place with a line, and one more where one of its lines there is paid. */
  private readonly last: Int32Array;
  /** By patient what is allowed there, until one is. */
  private readonly sums: Float64Array;

  constructor({ patients: { rows } }: Claims, places: number) {
    this.submitted = new Float64Array(places);
    this.paid = new Float64Array(places);
    this.allowed = new Float64Array(places);
    let patients = 0;
    for (let i = 0; i < rows.length; i++) if (rows[i] >= patients) patients = rows[i] + 1;
    this.last = new Int32Array(patients).fill(-1);
    this.sums = new Float64Array(patients);
  }

  /** Takes the lines of a place. */
  add({ begins, patients, allowed }: ByPlace, place: number): void {
    const { last, sums } = this;
    const [unpaid, paid] = [2 * place, 2 * place + 1];
    let [submittedHere, paidHere, allowedHere] = [0, 0, 0];
    for (let at = begins[place]; at < begins[place + 1]; at++) {
      const patient = patients[at] >> 1;
      const before = last[patient];
      if (before === paid) {
        allowedHere += allowed[at];
        continue;
      }
      if (before < unpaid) submittedHere++;
      const sum = before < unpaid ? allowed[at] : sums[patient] + allowed[at];
      if ((patients[at] & 1) === 0) {
        last[patient] = unpaid;
        sums[patient] = sum;
      } else {
        last[patient] = paid;
        allowedHere += sum;
        paidHere++;
      }
    }
    this.submitted[place] = submittedHere;
    this.paid[place] = paidHere;
    this.allowed[place] = allowedHere;
  }
}

/** Month, program and payer as one small number. */
class Places {
  readonly count: number;
  private readonly first: number;
  private readonly programs: number;
  private readonly payers: number;
  /** The month of a day of decision. */
  readonly monthOf: (day: number) => number;

  constructor({ programs, payers, serviceMonths, decided }: Claims, asOf: number) {
    let first = asOf;
    for (let i = 0; i < serviceMonths.length; i++) if (serviceMonths[i] < first) first = serviceMonths[i];
    this.first = first;
    this.programs = programs.names.length;
    // The last is that without a payer.
    this.payers = payers.names.length + 1;
    this.count = (asOf - first + 1) * this.programs * this.payers;
    this.monthOf = monthOfDays(decided);
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
