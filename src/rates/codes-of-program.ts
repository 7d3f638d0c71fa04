/** The codes of a program, each base before its add-ons, with the add-ons that other programs bill to its bases. */
import { rateBook, type Code } from './book';

/** @param program as the book writes it (CCM, RPM …), in any case; none for a program that it does not hold. */
export function codesOfProgram(program: string): Code[] {
  const { codes, rules } = rateBook();
  const belongs = (code: string): boolean => codes.get(code)?.program.toLowerCase() === program.trim().toLowerCase();
  const bases = (code: string): readonly string[] => rules.get(code)?.flatMap((rule) => rule.bases) ?? [];
  // The rules are written in the order in which a program is billed, the codes by number.
  const inOrder = new Set([...rules.keys(), ...codes.keys()]);
  return [...inOrder].filter((code) => belongs(code) || bases(code).some(belongs)).map((code) => codes.get(code)!);
}
