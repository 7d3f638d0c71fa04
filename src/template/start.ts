/**
 * `npm run template -- --out FILE.xlsx [--config practice.json] [--plain]`: the workbook of a practice as a file, without
 * Excel; `--plain` with formulas that need no add-in. `--of WORKBOOK.xlsx --plain` makes that of a workbook that was saved.
 * `npm run templates` writes those of assets/templates anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PracticeFile } from './practice-file';
import { readXlsx } from '../xlsx';
import { plainFile, plainTemplate, TEMPLATES, template } from './template';

const read = (path: string): PracticeFile => JSON.parse(readFileSync(path, 'utf8')) as PracticeFile;

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      config: { type: 'string' },
      of: { type: 'string' },
      plain: { type: 'boolean' },
      all: { type: 'boolean' },
    },
  });
  const { out, config, of, plain = false } = values;
  if (values.all)
    for (const config of readdirSync(TEMPLATES).filter((name) => name.endsWith('.json')))
      write(join(TEMPLATES, config.replace(/json$/, 'xlsx')), await template(read(join(TEMPLATES, config))));
  else if (!out?.endsWith('.xlsx'))
    throw new Error('Name the file to write: npm run template -- --out FILE.xlsx [--config practice.json] [--plain]');
  else if (of !== undefined && !plain) throw new Error('A workbook that is a file already can be made --plain.');
  else if (of !== undefined) write(out, await plainFile(readXlsx(readFileSync(of)).workbook));
  else write(out, await (plain ? plainTemplate : template)(config === undefined ? {} : read(config)));
}

function write(out: string, bytes: Uint8Array): void {
  writeFileSync(out, bytes);
  console.log(`${out}: ${Math.round(bytes.length / 1000)} kB`);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
