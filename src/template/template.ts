/** A practice's workbook as the bytes of an .xlsx file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddinFunction } from '../workbench/grid/grid';
import { writeXlsx } from '../xlsx';
import { fileOfPlan } from './file-of-plan';
import { planOfFile, type PracticeFile } from './practice-file';
import { worksheetFunctions } from './worksheet-functions';

const root = join(__dirname, '..', '..');

/** Practices, and the workbooks ready-made for them. */
export const TEMPLATES = join(root, 'assets', 'templates');

let functions: AddinFunction[] | undefined;

export async function template(practice: PracticeFile): Promise<Uint8Array> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  functions ??= worksheetFunctions();
  return writeXlsx(await fileOfPlan(planOfFile(practice, version), functions));
}
