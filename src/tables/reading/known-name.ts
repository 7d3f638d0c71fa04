import { InputError } from '../messages/input-error';
import * as messages from '../messages/arguments';
import { fold } from './nearest';

/** The name in the list that is meant, however it is cased or spaced. @throws InputError with the nearest names. */
export function known(what: string, name: string, names: readonly string[]): string {
  const found = names.find((candidate) => fold(candidate) === fold(name));
  if (found === undefined) throw new InputError(messages.unknownName(what, name, names));
  return found;
}
