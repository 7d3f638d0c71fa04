/** Programs and payers as the model names them. */
import { byFold, fold } from '../../tables/reading/nearest';
import { isRollUpName } from '../../tables/reading/roll-ups';

/** What an export calls something, and what the model calls it. */
export type Names = Readonly<Record<string, string>>;

/** Reads names; null for one that is not the model’s, or that adds up others. Without a model, alike names are one. */
export function nameReader(model: readonly string[] | undefined, said: Names = {}): (name: string) => string | null {
  const meant = new Map(Object.entries(said).map(([name, means]) => [fold(name), means]));
  const known = model && byFold(model);
  const first = new Map<string, string>();
  return (name) => {
    const given = meant.get(fold(name)) ?? name;
    if (known) return known.get(fold(given)) ?? null;
    if (isRollUpName(given)) return null;
    const before = first.get(fold(given));
    if (before !== undefined) return before;
    first.set(fold(given), given);
    return given;
  };
}
