/** Puts the formula of an amount into the selected cell, over nothing that the user has not agreed to lose, and takes it back. */
import { changeExcel } from './door';
import { Refusal } from './refusal';
import { typed } from './typed';

/** A cell that is found again when its sheet is renamed. */
export interface CellPlace {
  sheetId: string;
  /** B7 */
  cell: string;
  /** As said to people: 'Payer Mix'!B7 */
  address: string;
}

/** What was written, and what stood there before. */
export interface Insertion {
  place: CellPlace;
  formula: string;
  before: { content: string | number | boolean; numberFormat: string };
}

export type InsertionResult = { inserted: Insertion } | { occupied: CellPlace; holds: string };

const DOLLARS_AND_CENTS = '$#,##0.00';

/** Other formats would show an amount as a date, round it, or (as text) keep the formula from being one. */
const showsCents = (numberFormat: string): boolean => numberFormat.includes('0.00') && !numberFormat.includes('%');

/**
 * @param over the cell whose content may be lost, because the user was asked; null writes into the selected cell,
 * if it is blank. Two or three syncs.
 */
export async function insertAmount(formula: string, over: CellPlace | null): Promise<InsertionResult> {
  return changeExcel(async (context) => {
    const cell = over ? await find(context, over) : context.workbook.getActiveCell();
    cell.load('address,formulas,values,valueTypes,text,numberFormat');
    cell.worksheet.load('id');
    await context.sync();
    const place = {
      sheetId: cell.worksheet.id,
      cell: cell.address.slice(cell.address.lastIndexOf('!') + 1),
      address: cell.address,
    };
    const [[content]] = cell.formulas,
      [[value]] = cell.values;
    if (!over && (content !== '' || value !== ''))
      return { occupied: place, holds: cell.text[0][0] || String(content) };

    const isText = cell.valueTypes[0][0] === Excel.RangeValueType.string && content === value;
    const before = { content: isText ? typed(content) : content, numberFormat: String(cell.numberFormat[0][0]) };
    if (!showsCents(before.numberFormat)) cell.numberFormat = [[DOLLARS_AND_CENTS]];
    cell.formulas = [[formula]];
    cell.load('formulas');
    await context.sync();
    return { inserted: { place, formula: String(cell.formulas[0][0]), before } };
  });
}

/** Puts back what stood there, unless the cell has been changed since. */
export async function takeBackAmount({ place, formula, before }: Insertion): Promise<void> {
  await changeExcel(async (context) => {
    const cell = await find(context, place);
    cell.load('formulas');
    await context.sync();
    if (cell.formulas[0][0] !== formula)
      throw new Refusal(`${place.address} has been changed since, so it was left as it is.`);
    cell.formulas = [[before.content]];
    cell.numberFormat = [[before.numberFormat]];
    await context.sync();
  });
}

async function find(context: Excel.RequestContext, { sheetId, cell, address }: CellPlace): Promise<Excel.Range> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
  await context.sync();
  if (sheet.isNullObject) throw new Refusal(`The sheet of ${address} is not there any more.`);
  return sheet.getRange(cell);
}
