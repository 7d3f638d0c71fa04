/** The four steps, in their order, and what keeps a reader from the next one. */
import type { Kind } from '../../actuals/reading/kinds';
import { IN_WORDS } from '../../actuals/reading/read-table';
import type { Comparison } from './compare';
import type { Source } from './sources';

export const STEPS = [
  { name: 'Rows', title: 'Give the month’s rows' },
  { name: 'Read', title: 'What was read' },
  { name: 'Measured', title: 'Measured against assumed' },
  { name: 'Apply', title: 'What will be written' },
] as const;
export type StepName = (typeof STEPS)[number]['name'];

export const stepNumber = (step: StepName): number => STEPS.findIndex(({ name }) => name === step) + 1;

/** Why the rows cannot be measured yet; null where they can. */
export function notYetMeasured(sources: readonly Source[]): string | null {
  const readings = sources.flatMap((source) => source.readings.map((reading) => ({ source, reading })));
  if (readings.length === 0) return 'Give rows first: paste them, open a file, or select them in the workbook.';
  const refused = readings.find(({ reading }) => reading.refused !== null);
  if (refused) return `${refused.source.name} could not be read yet. Answer what is asked there, or remove it.`;
  const twice = kindTwice(sources);
  if (twice)
    return `${twice.names.join(' and ')} both hold ${IN_WORDS[twice.kind]}. Put them in one file, so that rows that are in both count once, or remove one.`;
  if (readings.every(({ reading }) => reading.account.rowsUsed === 0))
    return 'No row could be used: see why they were set aside, and say what names stand for.';
  if (readings.every(({ reading }) => reading.kind === 'aging'))
    return 'An aging report tells what payers owe, of no month and program; give a monthly summary with Allowed, too, then days to pay are measured.';
  return null;
}

function kindTwice(sources: readonly Source[]): { kind: Kind; names: string[] } | null {
  const names = new Map<Kind, string[]>();
  for (const { id, name, readings } of sources)
    for (const { kind } of readings) if (kind) names.set(kind, [...(names.get(kind) ?? []), `${name} (${id})`]);
  const [twice] = [...names].filter(([, of]) => of.length > 1);
  return twice ? { kind: twice[0], names: twice[1] } : null;
}

/** A roster and claims: what was read, without the names of files, which may name people. */
export function kindsInWords(sources: readonly Source[]): string {
  const words = sources.flatMap(({ readings }) => readings.flatMap(({ kind }) => (kind ? [IN_WORDS[kind]] : [])));
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}` : (words[0] ?? 'rows');
}

/** Those of which the present input lies outside of what was measured: they come first. */
export const outsideFirst = ({ drivers }: Comparison) => ({
  outside: drivers.filter(({ isOutside }) => isOutside),
  others: drivers.filter(({ isOutside }) => !isOutside),
});
