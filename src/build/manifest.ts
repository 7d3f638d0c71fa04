/** Turns the manifest kept in the repository into the one of a build. */
import { DEVELOPMENT_URL } from './base-url';

/** Office wants four numbers: 0.1.0 becomes 0.1.0.0. */
export function officeVersion(version: string): string {
  const numbers = version.split('-')[0].split('.');
  while (numbers.length < 4) numbers.push('0');
  return numbers.join('.');
}

/** Sets the version and moves every address of the development server to `baseUrl`. */
export function stampManifest(manifest: string, baseUrl: string, version: string): string {
  const { origin } = new URL(baseUrl);
  return manifest
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${officeVersion(version)}</Version>`)
    .replaceAll(`<AppDomain>${DEVELOPMENT_URL}</AppDomain>`, `<AppDomain>${origin}</AppDomain>`)
    .replaceAll(DEVELOPMENT_URL, baseUrl);
}
