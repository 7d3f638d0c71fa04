/** Medicare's localities in words: states by name, places without the fee schedule's capitals and abbreviations. */
import { capitalized } from '../capitalized';
import { rateBook, type Locality } from '../../rates/book';

export interface LocalityChoice {
  /** State and number; blank = national. */
  key: string;
  /** New York: Manhattan */
  label: string;
  /** What it can be found by. */
  words: readonly string[];
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);

export const NATIONAL: LocalityChoice = {
  key: '',
  label: 'National',
  words: wordsOf('National United States average'),
};

const STATES = new Map(
  `AK Alaska|AL Alabama|AR Arkansas|AZ Arizona|CA California|CO Colorado|CT Connecticut|DC District of Columbia|DE Delaware|FL Florida|GA Georgia|HI Hawaii|IA Iowa|ID Idaho|IL Illinois|IN Indiana|KS Kansas|KY Kentucky|LA Louisiana|MA Massachusetts|MD Maryland|ME Maine|MI Michigan|MN Minnesota|MO Missouri|MS Mississippi|MT Montana|NC North Carolina|ND North Dakota|NE Nebraska|NH New Hampshire|NJ New Jersey|NM New Mexico|NV Nevada|NY New York|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VA Virginia|VI Virgin Islands|VT Vermont|WA Washington|WI Wisconsin|WV West Virginia|WY Wyoming`
    .split('|')
    .map((state) => [state.slice(0, 2), state.slice(3)]),
);

/** Words of the fee schedule's names that are not simply written small. */
const WORDS: Readonly<Record<string, string>> = {
  DC: 'DC',
  MD: 'Maryland',
  VA: 'Virginia',
  NYC: 'NYC',
  NJ: 'New Jersey',
  N: 'north',
  CNTY: 'County',
  CNTYS: 'counties',
  SURR: 'surrounding',
  POUGHKPSIE: 'Poughkeepsie',
  SUBURBS: 'suburbs',
  REST: 'rest',
  OF: 'of',
  ST: 'St',
};

const placeName = (name: string): string => {
  const words = name
    .replace(/SURR\./, 'SURR')
    .replace(/[A-Z]+/g, (word) => WORDS[word] ?? word[0] + word.slice(1).toLowerCase());
  return capitalized(words);
};

/** The nation first, then by state, the rest of a state last. */
export const localityChoices = (): readonly LocalityChoice[] => [
  NATIONAL,
  ...rateBook()
    .localities.map(choice)
    .sort((a, b) => Number(isRest(a)) - Number(isRest(b)) || a.label.localeCompare(b.label, 'en-US'))
    .sort(byState),
];

function choice({ key, state, name }: Locality): LocalityChoice {
  const stateName = STATES.get(state) ?? state;
  const place = name.startsWith('REST OF ') ? 'rest of the state' : placeName(name);
  const label = place.startsWith(stateName) ? place : `${stateName}: ${place}`;
  return { key, label, words: wordsOf(`${label} ${key} ${name}`) };
}

const isRest = ({ label }: LocalityChoice): boolean => label.endsWith(': rest of the state');
const stateOf = ({ key }: LocalityChoice): string => STATES.get(key.slice(0, 2)) ?? key;
const byState = (a: LocalityChoice, b: LocalityChoice): number => stateOf(a).localeCompare(stateOf(b), 'en-US');

/** Choices with words that begin with all that is typed, in any order: “ny man” finds Manhattan, “kansas” not Arkansas. */
export function findLocalities(choices: readonly LocalityChoice[], typed: string): readonly LocalityChoice[] {
  const wanted = wordsOf(typed);
  return choices.filter(({ words }) => wanted.every((start) => words.some((word) => word.startsWith(start))));
}
