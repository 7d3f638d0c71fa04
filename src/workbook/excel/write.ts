/**
 * The one writer: lays a planned workbook into Excel in six round trips, and brings the user to it. Either a whole workbook stands at the end or
 * nothing of ours: the mark goes first, so that whatever is left of a build that was cut off is known to be ours.
 */
import { formula, onSheet } from '../plan/cells';
import type { SheetPlan, WorkbookPlan } from '../plan/plan';
import { TEMPLATE_VERSION } from '../plan/template-version';
import { NAMES } from '../layout/names';
import { countsFrom1904, DATES_FROM_1904 } from './date-system';
import { changeExcel, repeatExcel } from './door';
import { finishNew, type FinishKey } from './finish';
import { look } from './inspect';
import { changeMark, readMark, removeMark, writeMark, type Mark } from './mark';
import { bringUser, placeOfUser, type Place } from './place-of-user';
import { Refusal } from './refusal';
import { writeCells, writeValidation } from './write-cells';

export type Progress = (done: number, total: number, what: string) => void;

const STEPS = [
  'Looking at the workbook',
  'Adding sheets and inputs',
  'Writing formulas',
  'Drawing charts and checks',
] as const;

/** @returns what Excel refused of what changes no figure */
export async function buildWorkbook(plan: WorkbookPlan, onProgress: Progress = () => {}): Promise<FinishKey[]> {
  const step = (index: number) => onProgress(index, STEPS.length, STEPS[index] ?? 'Done');
  let place: Place = null;
  await changeExcel(async (context) => {
    step(0);
    place = await placeOfUser(context);
    const is1904 = countsFrom1904(context);
    const { ours, conflicts, names, mark } = await look(context);
    if (ours.length > 0)
      throw new Refusal('This workbook holds a scenario workbook already. Remove its sheets first, then build again.');
    if (conflicts.length > 0)
      throw new Refusal(
        `Nothing was built: the workbook already holds ${conflicts.join(', ')}, not made by this add-in. Rename ${conflicts.length === 1 ? 'it' : 'them'}, or build in a new workbook.`,
      );
    if (is1904()) throw new Refusal(DATES_FROM_1904);
    // Names whose sheets the user deleted by hand.
    for (const name of names) name.delete();
    if (mark) removeMark(context);
    try {
      await lay(context, plan, step);
    } catch (error) {
      // What went wrong first is what the user has to know.
      await takeBack(plan).catch(() => undefined);
      throw error;
    }
  });
  step(3);
  const refused = await finishNew(plan);
  await bringUser(place, ({ worksheets, names }) => {
    worksheets.getItem(plan.sheets[0].name).activate();
    names.getItem(NAMES.scenario).getRange().select();
  });
  step(STEPS.length);
  return refused;
}

async function lay(context: Excel.RequestContext, plan: WorkbookPlan, step: (index: number) => void): Promise<void> {
  const { workbook, application } = context;
  const quietly = () => {
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
  };
  const sheets = new Map<string, Excel.Worksheet>();
  const write = (planned: readonly SheetPlan[], how: (sheet: Excel.Worksheet, plan: SheetPlan) => void) =>
    planned.forEach((sheetPlan) => how(sheets.get(sheetPlan.name)!, sheetPlan));
  // Formulas that refer to a table need it to be there.
  const inputs = plan.sheets.filter(({ tables }) => tables.length > 0);
  const results = plan.sheets.filter(({ tables }) => tables.length === 0);
  const mark: Mark = {
    version: plan.version,
    template: TEMPLATE_VERSION,
    sheetIds: [],
    names: plan.names.map(({ name }) => name),
    building: plan.sheets.map(({ name }) => name),
    adding: [],
  };

  step(1);
  quietly();
  writeMark(context, mark);
  for (const { name } of plan.sheets) {
    const sheet = workbook.worksheets.add(name);
    sheet.load('id');
    sheets.set(name, sheet);
  }
  for (const { name, sheet, area, comment } of plan.names)
    workbook.names.add(name, formula(onSheet(sheet, area)).formula, comment);
  write(inputs, writeCells);
  application.load('calculationMode');
  await context.sync();

  step(2);
  quietly();
  write(results, writeCells);
  write(plan.sheets, (sheet, { validations }) =>
    validations.forEach((validation) => writeValidation(sheet, validation)),
  );
  // Last: with it the workbook is whole.
  changeMark(context, { ...mark, sheetIds: [...sheets.values()].map(({ id }) => id), building: [] });
  // Who calculates by hand has asked for these figures by building.
  if (application.calculationMode === 'Manual') application.calculate('Recalculate');
  await context.sync();
}

/** Nothing of the plan was there before: what bears its names now is a half-built workbook. */
const takeBack = (plan: WorkbookPlan): Promise<void> =>
  repeatExcel(async (context) => {
    const { worksheets, names } = context.workbook;
    const sheets = plan.sheets.map(({ name }) => worksheets.getItemOrNullObject(name));
    const defined = plan.names.map(({ name }) => names.getItemOrNullObject(name));
    const mark = await readMark(context);
    for (const item of [...defined, ...sheets]) if (!item.isNullObject) item.delete();
    // Last: where this is cut off, too, the mark tells what is left.
    if (mark) removeMark(context);
    await context.sync();
  });
