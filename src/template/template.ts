/** A practice's workbook as the bytes of an .xlsx file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainCopyOf } from '../plain-copy/of-file';
import { calculated } from '../workbench/file/calculated';
import type { AddinFunction } from '../workbench/grid/grid';
import { fileOfPlan } from '../workbook/file/file-of-plan';
import { TEMPLATE_VERSION } from '../workbook/plan/template-version';
import { writeXlsx, type Workbook } from '../xlsx';
import { planOfFile, type PracticeFile } from './practice-file';
import { NAMESPACE, worksheetFunctions } from './worksheet-functions';

const root = join(__dirname, '..', '..');

/** Practices, and the workbooks ready-made for them. */
export const TEMPLATES = join(root, 'assets', 'templates');

let functions: AddinFunction[] | undefined;

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

export async function template(practice: PracticeFile): Promise<Uint8Array> {
  return writeXlsx(await workbookOf(practice));
}

/** Its model in formulas that Excel and LibreOffice have, for who has no add-in. */
export async function plainTemplate(practice: PracticeFile): Promise<Uint8Array> {
  return plainFile(await workbookOf(practice));
}

/** The same of a workbook that is a file, as it was saved. */
export async function plainFile(file: Workbook): Promise<Uint8Array> {
  return writeXlsx(await calculated(plainCopyOf(file, version), []));
}

function workbookOf(practice: PracticeFile): Promise<Workbook> {
  const plan = planOfFile(practice, version);
  const mark = {
    version,
    template: TEMPLATE_VERSION,
    // The Excel that opens it gives them; until then the sheets are known by their tables and names.
    sheetIds: [],
    names: plan.names.map(({ name }) => name),
    building: [],
    adding: [],
  };
  return calculated(fileOfPlan(plan, { namespace: NAMESPACE, mark }), (functions ??= worksheetFunctions()));
}
