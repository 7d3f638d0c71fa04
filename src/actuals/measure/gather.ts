/** Rows of exports sorted by program, with one number for each patient and payer over all kinds of rows. */
import { driverName } from '../../tables/schemas/driver-names';
import { fold } from '../../tables/reading/nearest';
import type { Claims, Minutes, Names, Roster, Rows, Summary, Aging } from '../rows';
import { CAUSES } from './attrition';
import type { ClaimLine } from './claim-months';
import type { RosterRow } from './spells';

export interface ProgramRows {
  readonly name: string;
  readonly roster: RosterRow[];
  readonly claimLines: ClaimLine[];
  /** Patient, month and minutes. */
  readonly minutes: { patient: number; month: number; minutes: number }[];
  /** Rows of the summary, with their payer; −1 for the whole program. */
  readonly summary: { row: number; payer: number }[];
  /** Their names, by number. */
  readonly payers: string[];
}

export interface Gathered {
  readonly programs: readonly ProgramRows[];
  readonly roster?: Roster;
  readonly claims?: Claims;
  readonly summary?: Summary;
  readonly minutes?: Minutes;
  readonly aging?: Aging;
}

/** @throws RangeError for two of a kind: they are joined where they are read */
export function gather(rows: readonly Rows[]): Gathered {
  const kinds = new Set(rows.map(({ kind }) => kind));
  if (kinds.size < rows.length) throw new RangeError('Join rows of a kind before they are measured.');
  const of = <Kind extends Rows['kind']>(kind: Kind) =>
    rows.find((each): each is Extract<Rows, { kind: Kind }> => each.kind === kind);
  const [roster, claims, summary, minutes] = [of('roster'), of('claims'), of('summary'), of('minutes')];
  const programs = new Programs();
  const patientOf = numbering(new Map(), (name) => name.trim());
  if (roster) gatherRoster(roster, programs, patientOf);
  if (claims) gatherClaims(claims, programs, patientOf);
  if (summary) gatherSummary(summary, programs);
  if (minutes) gatherMinutes(minutes, programs, patientOf);
  return { programs: programs.all, roster, claims, summary, minutes, aging: of('aging') };
}

/** Gives the names of columns their numbers, the same name the same one. */
const numbering = (known: Map<string, number>, keyOf: (name: string) => string) => (column: Names) => {
  const numbers = column.names.map((name) => {
    const key = keyOf(name);
    if (!known.has(key)) known.set(key, known.size);
    return known.get(key)!;
  });
  return (row: number): number => (column.rows[row] < 0 ? -1 : numbers[column.rows[row]]);
};
type Numbering = ReturnType<typeof numbering>;

class Programs {
  readonly all: ProgramRows[] = [];
  private readonly byName = new Map<string, ProgramRows>();
  private readonly payersOf = new Map<ProgramRows, Map<string, number>>();

  /** By row of a column of programs; rows without a program are of none. */
  rowsOf(column: Names): (row: number) => ProgramRows | null {
    const programs = column.names.map((name) => this.named(name));
    return (row) => (column.rows[row] < 0 ? null : programs[column.rows[row]]);
  }

  private named(name: string): ProgramRows {
    const key = fold(name);
    let program = this.byName.get(key);
    if (!program) {
      program = { name, roster: [], claimLines: [], minutes: [], summary: [], payers: [] };
      this.byName.set(key, program);
      this.payersOf.set(program, new Map());
      this.all.push(program);
    }
    return program;
  }

  /** The number of a row's payer among those of its program; −1 where it has none. */
  payerOf(program: ProgramRows, column: Names, row: number): number {
    if (column.rows[row] < 0) return -1;
    const name = column.names[column.rows[row]];
    const known = this.payersOf.get(program)!;
    const key = fold(name);
    let number = known.get(key);
    if (number === undefined) {
      number = program.payers.length;
      program.payers.push(name);
      known.set(key, number);
    }
    return number;
  }
}

function gatherRoster(roster: Roster, programs: Programs, patientOf: Numbering): void {
  const causes = new Map(CAUSES.map((cause, k) => [fold(driverName(cause)), k]));
  const causeOf = roster.reasons.names.map((name) => causes.get(fold(name)) ?? -1);
  const [patient, programOf] = [patientOf(roster.patients), programs.rowsOf(roster.programs)];
  roster.enrolled.forEach((enrolled, row) => {
    const program = programOf(row);
    if (!program) return;
    const payer = programs.payerOf(program, roster.payers, row);
    if (payer < 0) return;
    const reason = roster.reasons.rows[row];
    program.roster.push({
      patient: patient(row),
      payer,
      cause: reason < 0 ? -1 : causeOf[reason],
      enrolled,
      disenrolled: roster.disenrolled[row],
    });
  });
}

function gatherClaims(claims: Claims, programs: Programs, patientOf: Numbering): void {
  const [patient, programOf] = [patientOf(claims.patients), programs.rowsOf(claims.programs)];
  for (let row = 0; row < claims.serviceMonths.length; row++) {
    const program = programOf(row);
    if (!program) continue;
    const payer = programs.payerOf(program, claims.payers, row);
    if (payer >= 0) program.claimLines.push({ row, patient: patient(row), payer });
  }
}

function gatherSummary(summary: Summary, programs: Programs): void {
  const programOf = programs.rowsOf(summary.programs);
  summary.months.forEach((_, row) => {
    const program = programOf(row);
    program?.summary.push({ row, payer: programs.payerOf(program, summary.payers, row) });
  });
}

function gatherMinutes(minutes: Minutes, programs: Programs, patientOf: Numbering): void {
  const [patient, programOf] = [patientOf(minutes.patients), programs.rowsOf(minutes.programs)];
  minutes.months.forEach((month, row) =>
    programOf(row)?.minutes.push({ patient: patient(row), month, minutes: minutes.minutes[row] }),
  );
}
