/** Serves dist/ over https and opens Excel with the add-in in it; Ctrl+C takes the add-in out again. */
import { createServer } from 'node:https';
import { join } from 'node:path';
import { AppType, startDebugging, stopDebugging } from 'office-addin-debugging';
import { getHttpsServerOptions } from 'office-addin-dev-certs';
import { OfficeApp } from 'office-addin-manifest';
import { DEVELOPMENT_URL } from '../build/base-url';
import { developmentFiles } from './development-files';

export async function startExcel(root: string): Promise<void> {
  const dist = join(root, 'dist');
  const manifest = join(dist, 'manifest.xml');
  console.log(
    'Excel wants https, also from this machine. The first time, the system asks whether to trust a certificate made here for localhost.',
  );
  const server = createServer(await getHttpsServerOptions(), developmentFiles(dist));
  await new Promise<void>((listening, failed) =>
    server.once('error', failed).listen(Number(new URL(DEVELOPMENT_URL).port), 'localhost', listening),
  );
  console.log(`The add-in is served at ${DEVELOPMENT_URL}`);

  await startDebugging(manifest, { appType: AppType.Desktop, app: OfficeApp.Excel, enableDebugging: false });
  console.log('\nExcel opens with the add-in: Home tab, group PPPM. Stop with Ctrl+C.');
  process.once('SIGINT', () => {
    void stopDebugging(manifest).finally(() => process.exit(0));
  });
}
