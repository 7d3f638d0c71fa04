/** Finds a locality by state and number, by its name, or by its state where the state has one. */
import { rateBook, type Locality } from './book';
import { plainText } from './plain-text';
import { RateError } from './rate-error';

export const NATIONAL = 'national';

const fold = (text: string): string => plainText(text).toLowerCase();

interface Places {
  /** By name, by the name without its counties where that is enough, by state and number, by contractor and number. */
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
  const withoutCounties = ({ name }: Locality): string => fold(name.replace(/\(.*\)/, ''));
  const isAlone = (locality: Locality): boolean =>
    localities.every((other) => other === locality || withoutCounties(other) !== withoutCounties(locality));
  return {
    byName: new Map([
      ...localities.filter(isAlone).map((locality): [string, Locality] => [withoutCounties(locality), locality]),
      ...localities.flatMap((locality): [string, Locality][] => [
        [fold(locality.name), locality],
        [fold(locality.key), locality],
        [carrierLocality(locality), locality],
      ]),
    ]),
    byState: states,
  };
}

/** CMS's number of seven digits: the contractor's five and the locality's two. */
const carrierLocality = ({ contractor, key, state }: Locality): string => contractor + key.slice(state.length + 1);

/** null is the whole nation. @throws RateError for a place the book does not know, or a state with several. */
export function findLocality(typed: string): Locality | null {
  // CMS marks some names with asterisks, which lead to its footnotes.
  const name = fold(typed).replace(/\s*\*+$/, '');
  if (name === '' || name === NATIONAL) return null;
  places ??= index();
  const { byName, byState } = places;
  const found = byName.get(name) ?? byName.get(keyOf(name)) ?? inState(name, places);
  if (found) return found;
  const ofState = byState.get(name);
  if (!ofState) throw new RateError({ what: 'unknownLocality', locality: typed.trim() });
  if (ofState.length > 1)
    throw new RateError({ what: 'severalLocalities', state: ofState[0].state, localities: ofState });
  return ofState[0];
}

/** "ny 1", "NY1" and "NY-01" are one place; so are 01112-05, 0111205, and 111205, as Excel shows that number. */
function keyOf(name: string): string {
  const parts = /^([a-z]{2})[\s-]*(\d{1,2})$/.exec(name);
  if (parts) return `${parts[1]}-${parts[2].padStart(2, '0')}`;
  const carrier = /^(\d{4,5})[\s-]?(\d{2})$/.exec(name);
  return carrier ? carrier[1].padStart(5, '0') + carrier[2] : name;
}

/** "atlanta, ga", "atlanta (georgia)", "ga atlanta": a name beside its own state. */
function inState(name: string, { byName, byState }: Places): Locality | undefined {
  for (const [, before, after] of [
    /^(.+?)\s*[,;(]\s*([^,;()]+)\)?$/.exec(name) ?? [],
    /^(.+)\s+([a-z]{2})$/.exec(name) ?? [],
    /^([a-z]{2})[\s,;:-]+(.+)$/.exec(name) ?? [],
  ])
    for (const [place, state] of [
      [before, after],
      [after, before],
    ]) {
      const locality = byName.get((place ?? '').replace(/\s*\*+$/, ''));
      if (locality && (byState.get(state) ?? []).includes(locality)) return locality;
    }
  return undefined;
}
