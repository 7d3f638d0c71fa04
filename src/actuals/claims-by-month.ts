/** Claims of a month of service, and the cash of the month in which it was decided. */
import { monthOfDays } from './reading/dates';
import type { Monthly } from './monthly';
import { CLAIM_STATUSES, NOT_GIVEN, type Claims } from './rows';

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
  /** By row where it belongs; −1 for one after the as-of month. */
  const placeOf = new Int32Array(size);
  let hasDates = false;
  for (let from = 0; from < size; from += SLICE) {
    if (placeRows(rows, asOf, places, placeOf, cash, from, Math.min(size, from + SLICE))) hasDates = true;
    yield;
  }
  const byPatient = new ByPatient(rows);
  yield;
  const counted = new Counted(places.count);
  for (let from = 0; from < byPatient.count;) {
    const to = byPatient.after(from, SLICE);
    for (let patient = from; patient < to; patient++)
      counted.add(
        rows,
        asOf,
        places,
        placeOf,
        byPatient.order,
        byPatient.begins[patient],
        byPatient.begins[patient + 1],
      );
    from = to;
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

/** Where rows belong, and the cash of what is decided; answers whether any of them tells a day of decision. */
function placeRows(
  { programs, payers, serviceMonths, decided, paid }: Claims,
  asOf: number,
  places: Places,
  placeOf: Int32Array,
  cash: Float64Array,
  from: number,
  to: number,
): boolean {
  let hasDates = false;
  for (let i = from; i < to; i++) {
    const isLater = serviceMonths[i] > asOf;
    placeOf[i] = isLater ? -1 : places.at(serviceMonths[i], programs.rows[i], payers.rows[i]);
    if (decided[i] === NOT_GIVEN) continue;
    hasDates = true;
    const month = places.monthOf(decided[i]);
    if (!isLater && month <= asOf) cash[places.at(month, programs.rows[i], payers.rows[i])] += paid[i];
  }
  return hasDates;
}

/** Rows in the order of their patients, and of each patient as they came. */
class ByPatient {
  readonly count: number;
  /** By patient where its rows begin in the order; one more, where the last ones end. */
  readonly begins: Int32Array;
  readonly order: Int32Array;

  constructor({ patients: { rows } }: Claims) {
    let last = -1;
    for (let i = 0; i < rows.length; i++) if (rows[i] > last) last = rows[i];
    this.count = last + 1;
    const next = new Int32Array(this.count + 1);
    for (let i = 0; i < rows.length; i++) next[rows[i] + 1]++;
    for (let patient = 0; patient < this.count; patient++) next[patient + 1] += next[patient];
    this.begins = next.slice();
    this.order = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) this.order[next[rows[i]]++] = i;
  }

  /** The patient at whom as many rows have passed since another. */
  after(patient: number, rows: number): number {
    const enough = this.begins[patient] + rows;
    while (patient < this.count && this.begins[patient] < enough) patient++;
    return patient;
  }
}

/** Claims by place, each patient’s lines of a place one. */
class Counted {
  readonly submitted: Float64Array;
  readonly paid: Float64Array;
  readonly allowed: Float64Array;
  /** Of the patient who is being counted: whether a line is paid, and the sum; −1 where there is none. */
  private readonly isPaid: Int8Array;
  private readonly sums: Float64Array;
  private readonly seen: Int32Array;

  constructor(places: number) {
    this.submitted = new Float64Array(places);
    this.paid = new Float64Array(places);
    this.allowed = new Float64Array(places);
    this.isPaid = new Int8Array(places).fill(-1);
    this.sums = new Float64Array(places);
    this.seen = new Int32Array(places);
  }

  /** Takes one patient’s rows, of an order from one place to before another. */
  add(
    { statuses, decided, allowed }: Claims,
    asOf: number,
    places: Places,
    placeOf: Int32Array,
    order: Int32Array,
    from: number,
    to: number,
  ): void {
    const { isPaid, sums, seen } = this;
    let count = 0;
    for (let at = from; at < to; at++) {
      const row = order[at];
      const place = placeOf[row];
      if (place < 0) continue;
      if (isPaid[place] < 0) {
        isPaid[place] = 0;
        sums[place] = 0;
        seen[count++] = place;
      }
      if (decided[row] !== NOT_GIVEN && places.monthOf(decided[row]) > asOf) continue;
      sums[place] += allowed[row];
      if (IS_PAID[statuses[row]]) isPaid[place] = 1;
    }
    for (let i = 0; i < count; i++) {
      const place = seen[i];
      this.submitted[place]++;
      if (isPaid[place] > 0) {
        this.paid[place]++;
        this.allowed[place] += sums[place];
      }
      isPaid[place] = -1;
    }
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
