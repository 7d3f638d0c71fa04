/** Adds the sheets of a capability to a workbook that stands: all of them, or none. */
import type { ModelTables } from '../../tables/reading/read-model';
import { planAddition } from '../plan/plan-workbook';
import { formula, onSheet } from '../plan/cells';
import type { SheetsPlan } from '../plan/plan';
import { ADDED_SHEETS, CAPABILITIES, type CapabilityKey } from '../sheets/capabilities';
import { changeExcel, readExcel, repeatExcel } from './door';
import { finishAgain, finishNew, type FinishKey } from './finish';
import { look, type Surroundings } from './inspect';
import { changeMark, readMark } from './mark';
import { bringUser, placeOfUser, type Place } from './place-of-user';
import { loadTables } from './read-tables';
import { Refusal } from './refusal';
import { NAMES } from '../layout/names';
import { typed } from './typed';
import { writeCells, writeValidation } from './write-cells';

const CHECKS = 'Checks';

/** What the workbook has beyond its first sheets. */
export const readCapabilities = (): Promise<CapabilityKey[]> =>
  readExcel(async (context) => {
    const { known, mark } = await look(context);
    const begun = new Set(mark?.adding ?? []);
    return (Object.keys(CAPABILITIES) as CapabilityKey[]).filter((key) =>
      CAPABILITIES[key].sheets.every(({ name }) => known.has(name) && !begun.has(name)),
    );
  });

/** @returns what Excel refused of what changes no figure */
export const addSheets = async (key: CapabilityKey): Promise<FinishKey[]> => addPlanned(await planOf(key));

/** Sheets as they are planned, whether of a capability or of the workbook itself. */
export async function addPlanned(plan: SheetsPlan): Promise<FinishKey[]> {
  let place: Place = null;
  await changeExcel(async (context) => {
    place = await placeOfUser(context);
    const found = await look(context);
    if (found.ours.length === 0) throw new Refusal('There is no scenario workbook here to add sheets to.');
    // Begun and cut off, or some of them deleted by hand: all are written anew.
    takeAway(found, plan);
    const inTheWay = await strangers(context, found, plan);
    if (inTheWay.length > 0)
      throw new Refusal(
        `Nothing was added: the workbook already holds ${inTheWay.join(', ')}, not made by this add-in. Rename ${inTheWay.length === 1 ? 'it' : 'them'}, then try again.`,
      );
    try {
      await lay(context, found, plan);
    } catch (error) {
      // What went wrong first is what the user has to know.
      await takeBack(plan).catch(() => undefined);
      throw error;
    }
  });
  const refused = await finishNew(plan);
  await bringUser(place, ({ worksheets }) => worksheets.getItem(plan.sheets[0].name).activate());
  return refused;
}

/** Does again what Excel refused, and gives what is refused once more. */
export const finishAddition = async (key: CapabilityKey, keys: readonly FinishKey[]): Promise<FinishKey[]> =>
  finishAgain(await planOf(key), keys);

const planOf = async (key: CapabilityKey): Promise<SheetsPlan> => {
  const { DRAWN } = await import(/* webpackChunkName: "added-sheets" */ '../sheets/drawn-capabilities');
  return planAddition(DRAWN[key], (await readExcel(tablesThere)) ?? NO_TABLES);
};

async function tablesThere(context: Excel.RequestContext): Promise<ModelTables | null> {
  const loaded = loadTables(context);
  await context.sync();
  return loaded();
}

/** Where one of them is missing nothing is read from the others. */
const NO_TABLES: ModelTables = { panel: null, payerMix: null, costs: null };

/** Shows the first sheet of a capability, whatever it is called by now. */
export async function showSheets(key: CapabilityKey): Promise<void> {
  await changeExcel(async (context) => {
    const [{ name }] = CAPABILITIES[key].sheets;
    const sheet = (await look(context)).known.get(name);
    if (!sheet) throw new Refusal(`The sheet ${name} is not there any more.`);
    sheet.activate();
    await context.sync();
  });
}

function takeAway({ known, names, sheets, mark }: Surroundings, plan: SheetsPlan): void {
  const begun = new Set(mark?.adding ?? []);
  const planned = new Set(plan.names.map(({ name }) => name));
  for (const name of names) if (planned.has(name.name)) name.delete();
  for (const { name } of plan.sheets)
    (known.get(name) ?? sheets.find((sheet) => begun.has(name) && sheet.name === name))?.delete();
}

/** What bears our names and is not ours, in words. */
async function strangers(
  context: Excel.RequestContext,
  { known, sheets, names }: Surroundings,
  plan: SheetsPlan,
): Promise<string[]> {
  const { workbook } = context;
  const found = [
    ...plan.sheets.map(({ name }) => ({ name, word: 'sheet', item: workbook.worksheets.getItemOrNullObject(name) })),
    ...plan.sheets.flatMap(({ tables }) =>
      tables.map(({ name }) => ({ name, word: 'table', item: workbook.tables.getItemOrNullObject(name) })),
    ),
    ...plan.names.map(({ name }) => ({ name, word: 'name', item: workbook.names.getItemOrNullObject(name) })),
  ];
  await context.sync();
  const ours = new Set([...[...known.values(), ...sheets].map(({ name }) => name), ...names.map(({ name }) => name)]);
  return found
    .filter(({ item, name }) => !item.isNullObject && !ours.has(name))
    .map(({ word, name }) => `the ${word} ${name}`);
}

async function lay(context: Excel.RequestContext, { known, mark }: Surroundings, plan: SheetsPlan): Promise<void> {
  const { workbook, application } = context;
  const quietly = () => {
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
  };
  const begun = mark && {
    ...mark,
    names: [...new Set([...mark.names, ...plan.names.map(({ name }) => name)])],
    adding: plan.sheets.map(({ name }) => name),
  };
  quietly();
  if (begun) changeMark(context, begun);
  const sheets = plan.sheets.map(({ name }) => workbook.worksheets.add(name));
  for (const sheet of sheets) sheet.load('id');
  for (const { name, sheet, area, comment } of plan.names)
    workbook.names.add(name, formula(onSheet(sheet, area)).formula, comment);
  plan.sheets.forEach((sheetPlan, i) => sheetPlan.tables.length > 0 && writeCells(sheets[i], sheetPlan));
  const behind = tabBehind(known, plan);
  behind?.load('position');
  // A workbook of an earlier version has no place for them.
  const counted = workbook.names.getItemOrNullObject(NAMES.addedAnswers).getRangeOrNullObject();
  counted.load('values');
  application.load('calculationMode');
  await context.sync();

  quietly();
  plan.sheets.forEach((sheetPlan, i) => {
    if (sheetPlan.tables.length === 0) writeCells(sheets[i], sheetPlan);
    sheetPlan.validations.forEach((validation) => writeValidation(sheets[i], validation));
    if (behind) sheets[i].position = behind.position + i;
  });
  if (!counted.isNullObject)
    for (const { sheet, errors } of plan.answers ?? []) {
      const row = counted.values.findIndex(([name]) => name === sheet);
      if (row >= 0) counted.getCell(row, 1).formulas = [[typed(errors)]];
    }
  if (begun)
    changeMark(context, { ...begun, sheetIds: [...begun.sheetIds, ...sheets.map(({ id }) => id)], adding: [] });
  // Who calculates by hand has asked for these figures by adding them.
  if (application.calculationMode === 'Manual') application.calculate('Recalculate');
  await context.sync();
}

/** The first of the tabs that stand behind the new ones. */
function tabBehind(known: Surroundings['known'], plan: SheetsPlan): Excel.Worksheet | undefined {
  const order = [...ADDED_SHEETS.map(({ name }) => name), CHECKS];
  const from = order.indexOf(plan.sheets.at(-1)!.name) + 1;
  return order.slice(from).flatMap((name) => known.get(name) ?? [])[0];
}

const takeBack = (plan: SheetsPlan): Promise<void> =>
  repeatExcel(async (context) => {
    const { worksheets, names } = context.workbook;
    const items = [
      ...plan.names.map(({ name }) => names.getItemOrNullObject(name)),
      ...plan.sheets.map(({ name }) => worksheets.getItemOrNullObject(name)),
    ];
    const mark = await readMark(context);
    for (const item of items) if (!item.isNullObject) item.delete();
    if (mark) changeMark(context, { ...mark, adding: [] });
    await context.sync();
  });
