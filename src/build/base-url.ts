/** Where the add-in's files are served from, without a trailing slash. */

/** The address in manifest.xml as it is kept in the repository, and of `npm start`. */
export const DEVELOPMENT_URL = 'https://localhost:3000';

/** Office refuses anything but https, and query or hash would end up in the middle of file addresses. */
export function readBaseUrl(given: unknown): string {
  if (given === undefined) return DEVELOPMENT_URL;
  const url = URL.canParse(String(given)) ? new URL(String(given)) : null;
  if (!url || url.protocol !== 'https:' || url.search || url.hash || url.username) {
    throw new Error(
      `baseUrl is ${given}; give the https address of the folder the add-in is served from, e.g. https://example.com/pppm`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
