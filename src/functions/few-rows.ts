/** How long an answer is that grows with programs and items: Excel on the web takes 5 MB at a time. */
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';

const MOST_ROWS = 20_000;

/** @throws InputError */
export function requireFewRows(rows: number): void {
  if (rows > MOST_ROWS) throw new InputError(messages.tooManyAnswers(rows, MOST_ROWS));
}
