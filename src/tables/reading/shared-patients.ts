/**
 * Programs that count the same patients: those not billed for one patient in a month need eligible patients of their
 * own, so together they can have no more than there are; nor can any program alone.
 */
import type { Program } from '../../engine/model/model';
import { parseBundle } from '../../rates/bundle';
import { codesOfProgram } from '../../rates/codes-of-program';
import { areExclusive } from '../../rates/exclusive';
import { RateError } from '../../rates/rate-error';
import { note, type Finding } from '../messages/finding';
import * as notes from '../messages/notes';
import { cellsOf } from '../messages/place';
import { PANEL } from '../schemas/panel';
import { exceeds } from './bounds';

interface Billed {
  program: Pick<Program, 'name' | 'eligiblePatients'> & { row: number };
  codes: readonly string[];
}

/**
 * @param bundles of each program, as its payer rows give them
 * @param distinctPatients who could be in any program; null where nobody said
 */
export function sharedPatients(
  programs: readonly Billed['program'][],
  bundles: ReadonlyMap<string, ReadonlySet<string>>,
  distinctPatients: number | null,
): Finding[] {
  if (distinctPatients === null) return [];
  const billed = programs.map((program) => ({ program, codes: codesBilled(program.name, bundles) }));
  return groups(billed).flatMap((group) => {
    const eligible = group.reduce((sum, { program }) => sum + program.eligiblePatients, 0);
    if (!exceeds(eligible, distinctPatients)) return [];
    const [{ program }] = group;
    const place = cellsOf(PANEL, program.row, program.name)('eligiblePatients');
    const names = group.map((each) => each.program.name);
    return group.length === 1
      ? note(place, notes.morePatientsThanThereAre, eligible, distinctPatients)
      : note(place, notes.patientsCountedTwice, names, eligible, distinctPatients);
  });
}

/** The codes that payers are billed; where none gives codes, those of the program of that name. */
function codesBilled(name: string, bundles: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const typed = [...(bundles.get(name) ?? [])].flatMap((bundle) => {
    try {
      return parseBundle(bundle).map(({ code }) => code);
    } catch (error) {
      // It has a finding of its own.
      if (error instanceof RateError) return [];
      throw error;
    }
  });
  return typed.length ? typed : codesOfProgram(name).map(({ code }) => code);
}

/** Each program with all later ones that exclude it and each other; a group within another is told with it. */
function groups(billed: readonly Billed[]): (readonly Billed[])[] {
  const found: (readonly Billed[])[] = [];
  billed.forEach((first, i) => {
    const group = [first];
    for (const other of billed.slice(i + 1))
      if (group.every(({ codes }) => areExclusive(codes, other.codes))) group.push(other);
    if (!found.some((earlier) => group.every((member) => earlier.includes(member)))) found.push(group);
  });
  return found;
}
