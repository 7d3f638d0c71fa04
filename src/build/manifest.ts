/** Turns the manifest kept in the repository into the one of a build. */
import { DEVELOPMENT_URL } from './base-url';

/** Office wants four numbers, and refuses a version below 1.0: 1.2.3 becomes 1.2.3.0. */
export function officeVersion(version: string): string {
  const numbers = version.split('-')[0].split('.');
  if (Number(numbers[0]) < 1) throw new Error(`version is ${version}; Office accepts manifests from 1.0 on`);
  while (numbers.length < 4) numbers.push('0');
  return numbers.join('.');
}

/**
 * Sets the version and moves every address of the development server to `baseUrl`.
 * @param supportUrl where users ask for help; null = the page that comes with the add-in
 */
export function stampManifest(
  manifest: string,
  baseUrl: string,
  version: string,
  supportUrl: string | null = null,
): string {
  const { origin } = new URL(baseUrl);
  return manifest
    .replace(/(<SupportUrl DefaultValue=")[^"]*/, (found, start) =>
      supportUrl ? start + attribute(supportUrl) : found,
    )
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${officeVersion(version)}</Version>`)
    .replaceAll(`<AppDomain>${DEVELOPMENT_URL}</AppDomain>`, `<AppDomain>${origin}</AppDomain>`)
    .replaceAll(DEVELOPMENT_URL, baseUrl);
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
