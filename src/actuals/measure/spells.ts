/** A program's roster as spells: who was there in which months, with which payer, and why they left. */
import { monthOfDay } from '../reading/dates';
import { NOT_GIVEN } from '../rows';

/** One payer's part of a patient's stay. */
export interface Spell {
  readonly patient: number;
  readonly payer: number;
  /** The month the stay began. */
  readonly joined: number;
  /** The months of the stay that are this payer's: all before a change, all after one. */
  readonly from: number;
  readonly until: number;
  /** The month the patient left, never the one they joined in; Infinity for who has not left up to the as-of month. */
  readonly left: number;
  /** Place among the causes; −1 where it is unknown. */
  readonly cause: number;
  /** Whether the stay begins with it: who comes from another payer is no new patient. */
  readonly isNew: boolean;
}

export interface Spells {
  readonly spells: readonly Spell[];
  /** Rows that overlap an earlier one of the same patient, and are not counted. */
  readonly overlapping: number;
}

/** A row of the roster; patients, payers and causes by their places among those of all rows. */
export interface RosterRow {
  readonly patient: number;
  readonly payer: number;
  readonly cause: number;
  /** Days; left NOT_GIVEN for who has not. */
  readonly enrolled: number;
  readonly disenrolled: number;
}

/** @param rows of one program @param asOf the last month that counts */
export function spellsOf(rows: readonly RosterRow[], asOf: number): Spells {
  const byPatient = new Map<number, RosterRow[]>();
  for (const row of rows) {
    if (monthOfDay(row.enrolled) > asOf) continue;
    const stays = byPatient.get(row.patient);
    if (stays) stays.push(row);
    else byPatient.set(row.patient, [row]);
  }
  const spells: Spell[] = [];
  let overlapping = 0;
  for (const stays of byPatient.values()) {
    stays.sort((a, b) => a.enrolled - b.enrolled);
    let before: RosterRow | null = null;
    for (const row of stays) {
      if (before && (before.disenrolled === NOT_GIVEN || row.enrolled < before.disenrolled)) {
        overlapping++;
        continue;
      }
      if (before && row.enrolled - before.disenrolled <= 1) {
        const changed = monthOfDay(before.disenrolled);
        const earlier = spells.pop()!;
        spells.push({ ...earlier, until: changed, left: Infinity, cause: -1 });
        spells.push({ ...spellOf(row, asOf, earlier.joined), from: changed + 1, isNew: false });
      } else spells.push(spellOf(row, asOf, monthOfDay(row.enrolled)));
      before = row;
    }
  }
  return { spells, overlapping };
}

function spellOf({ patient, payer, cause, disenrolled }: RosterRow, asOf: number, joined: number): Spell {
  const month = disenrolled === NOT_GIVEN ? Infinity : monthOfDay(disenrolled);
  // Nobody leaves in the month they join: the engine's months begin with those who are there.
  const left = Math.max(month, joined + 1);
  const isGone = month <= asOf && left <= asOf;
  return {
    patient,
    payer,
    joined,
    from: -Infinity,
    until: Infinity,
    left: isGone ? left : Infinity,
    cause: isGone ? cause : -1,
    isNew: true,
  };
}
