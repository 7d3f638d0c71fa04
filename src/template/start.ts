/**
 * `npm run template -- --out FILE.xlsx [--config practice.json]`: the workbook of a practice as a file, without Excel.
 * `npm run templates` writes those of assets/templates anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PracticeFile } from './practice-file';
import { TEMPLATES, template } from './template';

const read = (path: string): PracticeFile => JSON.parse(readFileSync(path, 'utf8')) as PracticeFile;

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, config: { type: 'string' }, all: { type: 'boolean' } },
  });
  if (values.all)
    for (const config of readdirSync(TEMPLATES).filter((name) => name.endsWith('.json')))
      await write(join(TEMPLATES, config), join(TEMPLATES, config.replace(/json$/, 'xlsx')));
  else if (values.out?.endsWith('.xlsx')) await write(values.config, values.out);
  else throw new Error('Name the file to write: npm run template -- --out FILE.xlsx [--config practice.json]');
}

async function write(config: string | undefined, out: string): Promise<void> {
  const bytes = await template(config ? read(config) : {});
  writeFileSync(out, bytes);
  console.log(`${out}: ${Math.round(bytes.length / 1000)} kB`);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
