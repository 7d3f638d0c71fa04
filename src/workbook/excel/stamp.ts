/** Says on Start, in the document's properties and in the Log which version this is, and takes it back. */
import { isoDate, monthInWords } from '../../tables/calendar';
import { forecastOf } from '../../forecast/forecast';
import type { DoneEdit } from '../edits/undo';
import { stampVersion, type KeyFigure, type Stamp } from '../edits/stamp-version';
import { FORMATS, NUMBER_FORMATS } from '../layout/look';
import { area, formula, onSheet, type Content } from '../plan/cells';
import { TEMPLATE_VERSION } from '../plan/template-version';
import { changeExcel, readExcel } from './door';
import { doEdit, undoEdit } from './edit-tables';
import { look } from './inspect';
import { changeMark } from './mark';
import { loadTables } from './read-tables';
import { Refusal } from './refusal';
import { readTables } from './tables-now';
import { typed } from './typed';

/** What each part of a stamp is called on Start, and in the document’s properties after PPPM. */
const LABELS: Readonly<Record<keyof Stamp, string>> = {
  author: 'Author',
  date: 'Date',
  asOf: 'As of',
  addin: 'Add-in version',
  template: 'Template version',
};
const KEYS = Object.keys(LABELS) as (keyof Stamp)[];
const TITLE = 'This version';
const START = 'Start';
/** Contents of the stamp on Start, beside their labels. */
const STAMP_NAME = 'VersionStamp';

const propertyOf = (key: keyof Stamp): string => `PPPM ${LABELS[key].toLowerCase()}`;

/** What Start says of itself, and what a stamp of now would say of the months that are over. */
export interface StampNow {
  /** As Start shows them; empty where nothing was stamped. */
  lines: readonly { label: string; text: string }[];
  author: string;
  asOf: string;
}

export const readStamp = (): Promise<StampNow> =>
  readExcel(async (context) => {
    const { workbook } = context;
    const tablesOf = loadTables(context);
    const stamped = workbook.names.getItemOrNullObject(STAMP_NAME).getRangeOrNullObject();
    stamped.load('text');
    workbook.properties.load('author');
    await context.sync();
    const tables = tablesOf();
    const texts = stamped.isNullObject ? [] : stamped.text.map(([text]) => text.trim());
    return {
      lines: texts.some((text) => text !== '')
        ? KEYS.map((key, i) => ({ label: LABELS[key], text: texts[i] ?? '' }))
        : [],
      author: texts[0] || workbook.properties.author,
      asOf: tables ? asOfText(forecastOf(tables).inputs) : '',
    };
  });

function asOfText({ actual, settings }: ReturnType<typeof forecastOf>['inputs']): string {
  if (!actual || actual.months === 0) return 'no month is over: all are forecast';
  return settings.startMonth === null
    ? `month ${actual.months}`
    : monthInWords(settings.startMonth + actual.months - 1);
}

export interface DoneStamp {
  log: DoneEdit;
  stamp: Stamp;
  /** What Start said before; null where it had no place for a stamp. */
  before: Content[] | null;
  /** By the properties’ names; null where there was none. */
  properties: Readonly<Record<string, unknown>>;
}

/** @param date serial of the day on the user's own calendar */
export async function stampWorkbook(
  author: string,
  date: number,
  scenario: string,
  figures: readonly KeyFigure[],
): Promise<DoneStamp> {
  const { asOf } = await readStamp();
  const stamp: Stamp = { author: author.trim(), date, asOf, addin: __VERSION__, template: TEMPLATE_VERSION };
  const tables = await readTables();
  const { edit, problem } = stampVersion(tables, stamp, scenario, figures);
  if (!edit) throw new Refusal(problem);
  const log = await doEdit(edit, tables);
  try {
    return { log, stamp, ...(await writeStamp(stamp)) };
  } catch (error) {
    // What went wrong first is what the user has to know.
    await undoEdit(log).catch(() => undefined);
    throw error;
  }
}

export async function undoStamp({ log, before, properties }: DoneStamp): Promise<void> {
  await undoEdit(log);
  await changeExcel(async (context) => {
    const { names, properties: document } = context.workbook;
    const range = names.getItemOrNullObject(STAMP_NAME).getRangeOrNullObject();
    range.load('address');
    await context.sync();
    if (!range.isNullObject) range.formulas = KEYS.map((_, i) => [typed(before?.[i] ?? null)]);
    for (const [name, value] of Object.entries(properties))
      if (value === null) document.custom.getItemOrNullObject(name).delete();
      else document.custom.add(name, value);
    await context.sync();
  });
}

async function writeStamp(stamp: Stamp): Promise<Pick<DoneStamp, 'before' | 'properties'>> {
  return changeExcel(async (context) => {
    const { names, properties } = context.workbook;
    const { known, mark } = await look(context);
    const start = known.get(START);
    if (!start) throw new Refusal('The sheet Start is not in this workbook any more, so nothing was stamped.');
    const stamped = names.getItemOrNullObject(STAMP_NAME).getRangeOrNullObject();
    stamped.load('formulas');
    const used = start.getUsedRange(true);
    used.load('rowIndex,rowCount');
    const custom = KEYS.map((key) => properties.custom.getItemOrNullObject(propertyOf(key)));
    for (const property of custom) property.load('value');
    await context.sync();
    const before = stamped.isNullObject ? null : stamped.formulas.map(([content]: Content[]) => content);
    const kept = custom.map((property) => (property.isNullObject ? null : (property.value as unknown)));

    let cells = stamped;
    if (stamped.isNullObject) {
      const row = used.rowIndex + used.rowCount + 1;
      cells = drawPlace(start, row);
      names.add(
        STAMP_NAME,
        formula(onSheet(start.name, area(row + 1, 1, KEYS.length))).formula,
        'Which version this is: author, date, as-of month, versions.',
      );
      if (mark) changeMark(context, { ...mark, names: [...new Set([...mark.names, STAMP_NAME])] });
    }
    cells.formulas = KEYS.map((key) => [typed(stamp[key])]);
    cells.getCell(KEYS.indexOf('date'), 0).numberFormat = [[NUMBER_FORMATS.date]];
    for (const key of KEYS) properties.custom.add(propertyOf(key), key === 'date' ? isoDate(stamp.date) : stamp[key]);
    await context.sync();
    return { before, properties: Object.fromEntries(KEYS.map((key, i) => [propertyOf(key), kept[i]])) };
  });
}

function drawPlace(start: Excel.Worksheet, row: number): Excel.Range {
  const title = start.getRangeByIndexes(row, 0, 1, 3);
  title.getCell(0, 0).values = [[TITLE]];
  const { size, bold, color } = FORMATS.section;
  Object.assign(title.format.font, { size, bold, color });
  start.getRangeByIndexes(row + 1, 0, KEYS.length, 1).values = KEYS.map((key) => [LABELS[key]]);
  const cells = start.getRangeByIndexes(row + 1, 1, KEYS.length, 1);
  cells.format.horizontalAlignment = 'Left';
  return cells;
}
