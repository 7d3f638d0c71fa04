/** Who joined, stayed and left, from a roster, as docs/model.md counts it. */
import type { BillingBasis } from '../engine/model/model';
import { monthOfDay } from './reading/dates';
import type { Monthly } from './monthly';
import { NOT_GIVEN, type Roster } from './rows';

/** A stay: enrollments of a patient in a program that follow each other without a day between. */
interface Stay {
  /** Month of joining; month of leaving, Infinity for who is still here. */
  joined: number;
  left: number;
  program: string;
  /** Payers with the last month of each; the last one goes on. */
  payers: { payer: string; until: number }[];
}

/** @param asOf the last month; what is later has not happened yet */
export function panelByMonth(roster: Roster, asOf: number, basis: BillingBasis, monthly: Monthly): void {
  const stays = staysOf(roster, asOf);
  const first = new Map<string, number>();
  const places = new Map<string, Set<string>>();
  for (const { program, joined, payers } of stays) {
    first.set(program, Math.min(first.get(program) ?? Infinity, joined));
    if (!places.has(program)) places.set(program, new Set());
    for (const { payer } of payers) places.get(program)!.add(payer);
  }
  // Nobody is a figure, too.
  for (const [program, payers] of places)
    for (const payer of payers)
      for (let month = first.get(program)!; month <= asOf; month++)
        Object.assign(monthly.at(month, program, payer), { opening: 0, new: 0, lost: 0 });
  for (const { joined, left, program, payers } of stays) {
    const last = Math.min(left, asOf);
    for (let month = joined; month <= last; month++) {
      const { payer } = payers.find(({ until }) => month <= until)!;
      if (month === joined) monthly.add(month, program, payer, 'new', 1);
      else monthly.add(month, program, payer, 'opening', 1);
      if (month === left) monthly.add(month, program, payer, 'lost', 1);
    }
  }
  for (const { figures } of monthly.sorted()) {
    const { opening = 0, new: joined = 0, lost = 0 } = figures;
    figures.closing = opening + joined - lost;
    figures.active =
      basis === 'average' ? (opening + figures.closing) / 2 : basis === 'closing' ? figures.closing : opening - lost;
  }
}

function staysOf({ patients, programs, payers, enrolled, disenrolled }: Roster, asOf: number): Stay[] {
  const rows = Array.from(enrolled.keys()).filter((row) => monthOfDay(enrolled[row]) <= asOf);
  rows.sort(
    (a, b) =>
      patients.rows[a] - patients.rows[b] || programs.rows[a] - programs.rows[b] || enrolled[a] - enrolled[b] || a - b,
  );
  const stays: Stay[] = [];
  let before = -1;
  for (const row of rows) {
    const payer = { payer: payers.names[payers.rows[row]] ?? '', until: Infinity };
    const goesOn =
      before >= 0 &&
      patients.rows[before] === patients.rows[row] &&
      programs.rows[before] === programs.rows[row] &&
      disenrolled[before] !== NOT_GIVEN &&
      enrolled[row] - disenrolled[before] <= 1;
    const end = disenrolled[row] === NOT_GIVEN ? Infinity : monthOfDay(disenrolled[row]);
    if (goesOn) {
      const stay = stays.at(-1)!;
      stay.payers.at(-1)!.until = monthOfDay(disenrolled[before]);
      stay.payers.push(payer);
      stay.left = end;
    } else
      stays.push({
        joined: monthOfDay(enrolled[row]),
        left: end,
        program: programs.names[programs.rows[row]],
        payers: [payer],
      });
    before = row;
  }
  // Nobody leaves in the month they join.
  for (const stay of stays) stay.left = Math.max(stay.left, stay.joined + 1);
  return stays;
}
