/** Findings of one cause, said once: an incomplete row, and a name that is not known wherever it stands. */
import { fold } from './nearest';
import type { Cause, Finding } from '../messages/finding';
import * as messages from '../messages/tables';

const keyOf = (cause: Cause): string =>
  cause.what === 'incomplete row'
    ? `${cause.what} ${cause.place.table} ${cause.place.row}`
    : `${cause.what} ${cause.place.column} ${fold(cause.name)}`;

/** Where the first of them stands. */
export function oneCause(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Cause[]>();
  for (const { cause } of findings) {
    if (!cause) continue;
    const group = groups.get(keyOf(cause));
    if (group) group.push(cause);
    else groups.set(keyOf(cause), [cause]);
  }
  if (groups.size === 0) return [...findings];
  return findings.flatMap(({ cause, ...finding }) => {
    if (!cause) return finding;
    const group = groups.get(keyOf(cause))!;
    if (group[0] !== cause) return [];
    return group.length === 1 ? finding : { ...finding, text: together(cause, group) };
  });
}

function together(first: Cause, causes: readonly Cause[]): string {
  const places = causes.map(({ place }) => place);
  return first.what === 'incomplete row'
    ? messages.rowIncomplete(
        first.place,
        places.map(({ column }) => column ?? ''),
      )
    : messages.nameNowhere(first.place, first.name, first.names, places);
}
