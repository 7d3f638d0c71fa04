/** Where the service is given, or who bills it: it decides which practice expense counts, and whether geography does. */
export const SETTINGS = ['nonfacility', 'facility', 'rhc/fqhc'] as const;

export type Setting = (typeof SETTINGS)[number];

const SPELLINGS: ReadonlyMap<string, Setting> = new Map([
  ['nonfacility', 'nonfacility'],
  ['facility', 'facility'],
  ['rhcfqhc', 'rhc/fqhc'],
  ['fqhcrhc', 'rhc/fqhc'],
  ['rhc', 'rhc/fqhc'],
  ['fqhc', 'rhc/fqhc'],
]);

/** However it is cased and hyphenated; null when it is none of them. */
export const readSetting = (text: string): Setting | null =>
  SPELLINGS.get(text.toLowerCase().replace(/[^a-z]/g, '')) ?? null;
