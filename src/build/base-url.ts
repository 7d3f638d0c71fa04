/** Where the add-in's files are served from, without a trailing slash, and where its users ask for help. */

/** The address in manifest.xml as it is kept in the repository, and of `npm start`. */
export const DEVELOPMENT_URL = 'https://localhost:3000';

/** Office refuses anything but https, and query or hash would end up in the middle of file addresses. */
export function readBaseUrl(given: unknown): string {
  if (given === undefined) return DEVELOPMENT_URL;
  const url = secure(given);
  if (!url || url.search || url.hash) {
    throw new Error(
      `baseUrl is ${given}; give the https address of the folder the add-in is served from, e.g. https://example.com/pppm`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** Where whoever deploys the add-in answers questions; null = nobody said. */
export function readSupportUrl(given: unknown): string | null {
  if (given === undefined) return null;
  const url = secure(given);
  if (!url) throw new Error(`supportUrl is ${given}; give the https address of the page where users ask for help`);
  return url.href;
}

function secure(given: unknown): URL | null {
  const url = URL.canParse(String(given)) ? new URL(String(given)) : null;
  return url?.protocol === 'https:' && !url.username ? url : null;
}
