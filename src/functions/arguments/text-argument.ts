/** Names, choices and switches as a worksheet function receives them. */
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/arguments';
import { numberAsText } from '../../tables/reading/cell';
import { fold } from '../../tables/reading/nearest';
import { readYesNo } from '../../tables/reading/yes-no';
import { isNotGiven, onlyCell } from './number-grid';

/** One of the choices; left out or blank means the fallback. */
export function oneOf<Choice extends string>(
  name: string,
  argument: unknown,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  if (isNotGiven(argument)) return fallback;
  const given = onlyCell(argument);
  const found = choices.find((choice) => typeof given === 'string' && fold(choice) === fold(given));
  if (found === undefined) throw new InputError(messages.notAChoice(name, given, choices));
  return found;
}

/** TRUE or FALSE, yes or no; left out or blank means FALSE. */
export function isTrue(name: string, argument: unknown): boolean {
  if (isNotGiven(argument)) return false;
  const given = onlyCell(argument);
  const answer = readYesNo(given);
  if (answer === null) throw new InputError(messages.notTrueOrFalse(name, given));
  return answer;
}

/** A name as typed; null when left out or blank. */
export function nameOf(name: string, argument: unknown): string | null {
  if (isNotGiven(argument)) return null;
  const given = onlyCell(argument);
  if (typeof given === 'string') return given.trim();
  if (typeof given === 'number' && Number.isFinite(given)) return numberAsText(given);
  throw new InputError(messages.notAName(name, given));
}
