/** What Excel does not open, or repairs when it does: refused, with its place, before a file is written. */
import { MOST_COLUMNS, MOST_ROWS, isInside, type Area } from './address';
import { columnTitles } from './table-titles';
import type { Sheet, Workbook } from './workbook';

const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

export class NotInAFile extends Error {}

const refuse = (text: string): never => {
  throw new NotInAFile(text);
};

const atMost = (text: string, most: number, what: string): void => {
  if (text.length > most) refuse(`${what} has ${text.length} characters; Excel takes ${most}.`);
};

/** @throws NotInAFile */
export function checkLimits({ sheets, names }: Workbook): void {
  if (sheets.length === 0) refuse('A workbook has at least one sheet.');
  once(sheets, 'sheet');
  const tables = sheets.flatMap((sheet) => sheet.tables);
  once([...names, ...tables], 'name or table');
  for (const { name, formula, comment } of names) {
    checkName(name, 'name');
    atMost(formula, LONGEST_FORMULA, `The formula of the name ${name}`);
    atMost(comment, 255, `The comment of the name ${name}`);
  }
  for (const { name } of tables) checkName(name, 'table');
  sheets.forEach(checkSheet);
}

function checkSheet(sheet: Sheet): void {
  const { name, cells, tables, validations, highlights, print } = sheet;
  if (name === '' || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name) || /^history$/i.test(name))
    refuse(
      `“${name}” cannot be the name of a sheet: 1 to 31 characters, none of : \\ / ? * [ ], no apostrophe at its ends.`,
    );
  for (const [row, columns] of cells)
    for (const [column, { value, formula = '' }] of columns) {
      const at = `${name}, row ${row + 1}, column ${column + 1}`;
      if (row >= MOST_ROWS || column >= MOST_COLUMNS) refuse(`${at} is beyond the sheet.`);
      if (typeof value === 'string') atMost(value, LONGEST_TEXT, `The text in ${at}`);
      if (typeof value === 'number' && !Number.isFinite(value)) refuse(`The number in ${at} is ${value}.`);
      atMost(formula, LONGEST_FORMULA, `The formula in ${at}`);
    }
  for (const table of tables) {
    const titles = columnTitles(sheet, table);
    if (new Set(titles.map((title) => title.toLowerCase())).size < titles.length || titles.includes(''))
      refuse(`Each column of the table ${table.name} needs a title of its own; they are ${titles.join(', ')}.`);
    const over = tables.find((other) => other !== table && overlap(other.area, table.area));
    if (over) refuse(`The tables ${table.name} and ${over.name} overlap.`);
    if (table.area.rows < (table.hasTotals ? 3 : 2)) refuse(`The table ${table.name} needs a row below its header.`);
  }
  for (const { prompt, alert, kind, formula1 } of validations) {
    for (const shown of [prompt, alert]) {
      atMost(shown?.title ?? '', 32, `The title “${shown?.title}” on ${name}`);
      atMost(shown?.message ?? '', 255, `The hint “${shown?.message}” on ${name}`);
    }
    if (kind === 'list' && !String(formula1).startsWith('='))
      atMost(String(formula1), 255, `The list ${formula1} on ${name}`);
  }
  for (const { formula } of highlights) atMost(formula, LONGEST_FORMULA, `The condition of a format on ${name}`);
  atMost(footerOf(print.footer), 255, `The footer of ${name}`);
}

export const footerOf = ({ left, center, right }: Sheet['print']['footer']): string =>
  [left && `&L${left}`, center && `&C${center}`, right && `&R${right}`].join('');

const overlap = (a: Area, b: Area): boolean =>
  isInside(a, b.row, b.column) ||
  isInside(b, a.row, a.column) ||
  isInside(a, b.row, b.column + b.columns - 1) ||
  isInside(b, a.row, a.column + a.columns - 1);

function checkName(name: string, what: string): void {
  const isOdd = !/^[A-Za-z_\\\u0080-\uffff][\w.\\?\u0080-\uffff]*$/.test(name) || name.length > 255;
  if (isOdd || /^(\$?[A-Z]{1,3}\$?\d+|R\d*C\d*|[RC])$/i.test(name))
    refuse(`“${name}” cannot be the name of a ${what} in Excel.`);
}

function once(named: readonly { name: string }[], what: string): void {
  const seen = new Set<string>();
  for (const { name } of named) {
    const folded = name.toLowerCase();
    if (seen.has(folded)) refuse(`The ${what} ${name} is there twice.`);
    seen.add(folded);
  }
}
