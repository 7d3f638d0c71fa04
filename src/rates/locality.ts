/** Finds a locality by state and number, by its name, or by its state where the state has one. */
import { rateBook, type Locality } from './book';
import { plainText } from './plain-text';
import { RateError } from './rate-error';

export const NATIONAL = 'national';

const fold = (text: string): string => plainText(text).toLowerCase();

interface Places {
  byName: ReadonlyMap<string, Locality>;
  /** By state code, and by the state's name where a “REST OF …” locality tells it. */
  byState: ReadonlyMap<string, readonly Locality[]>;
}

let places: Places | null = null;

function index(): Places {
  const { localities } = rateBook();
  const states = new Map<string, Locality[]>();
  for (const locality of localities)
    states.set(fold(locality.state), [...(states.get(fold(locality.state)) ?? []), locality]);
  for (const { state, name } of localities) {
    const rest = /^REST OF (.+)$/.exec(name);
    if (rest) states.set(fold(rest[1]), states.get(fold(state))!);
  }
  return {
    byName: new Map(
      localities.flatMap((locality) => [
        [fold(locality.name), locality],
        [fold(locality.key), locality],
      ]),
    ),
    byState: states,
  };
}

/** null is the whole nation. @throws RateError for a place the book does not know, or a state with several. */
export function findLocality(typed: string): Locality | null {
  const name = fold(typed);
  if (name === '' || name === NATIONAL) return null;
  places ??= index();
  const found = places.byName.get(name) ?? places.byName.get(keyOf(name));
  if (found) return found;
  const ofState = places.byState.get(name);
  if (!ofState) throw new RateError({ what: 'unknownLocality', locality: typed.trim() });
  if (ofState.length > 1)
    throw new RateError({ what: 'severalLocalities', state: ofState[0].state, localities: ofState });
  return ofState[0];
}

/** "ny 1", "NY1" and "NY-01" are one place. */
function keyOf(name: string): string {
  const parts = /^([a-z]{2})[\s-]*(\d{1,2})$/.exec(name);
  return parts ? `${parts[1]}-${parts[2].padStart(2, '0')}` : name;
}
