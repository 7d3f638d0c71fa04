import { serveFiles } from '../workbench/server/static-files';

/** The built add-in for desktop Excel, which loads functions.json from another origin than the page's. */
export const developmentFiles = (dist: string) =>
  serveFiles({ mounts: [{ path: '/', folder: dist }], headers: { 'Access-Control-Allow-Origin': '*' } });
