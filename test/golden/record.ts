/**
 * Keeps the workbooks of the version that is about to be released, with the figures they give:
 *   npm run golden
 * writes test/golden/VERSION.json, once: what a released version gave is never written again.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPLATE_VERSION } from '../../src/workbook/plan/template-version';
import { goldenWorkbooks } from './golden';

Object.assign(globalThis, { __VERSION__: TEMPLATE_VERSION });
const file = join(import.meta.dirname, `${TEMPLATE_VERSION}.json`);
if (existsSync(file))
  throw new Error(`${file} is there already. Raise TEMPLATE_VERSION, or delete it before its release.`);
writeFileSync(file, `${JSON.stringify(goldenWorkbooks())}\n`);
console.log(`Recorded in ${file}.`);
