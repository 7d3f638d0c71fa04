/** Where things stand on Rates, block under block: as many rows as there are codes of programs. */
import { rateBook, type Code } from '../../../rates/book';
import { codesOfProgram } from '../../../rates/codes-of-program';
import { area, fixed } from '../../plan/cells';
import { RowStack } from '../../layout/row-stack';
import { HEADER_ROW, UNITS_ROW } from '../../layout/sheet-draft';
import type { Book } from '../sheet';

export const RATES = 'Rates';
export const COLUMNS = 12;

/** Two amounts stand beside each other, of a year earlier and of the day; the days stand above their headers. */
export const EARLIER_COLUMN = 5;
export const DAYS_ROW = UNITS_ROW - 1;
const earlierCell = area(DAYS_ROW, EARLIER_COLUMN);
const dayCell = area(DAYS_ROW, EARLIER_COLUMN + 1);
export const EARLIER_DAY = fixed(earlierCell);
/** The last day of the forecast's first month, or of the last published schedule. */
export const DAY = fixed(dayCell);
export const BOTH_DAYS = fixed({ ...earlierCell, columns: 2 });

export interface ListedCode {
  program: string;
  code: Code;
}

/** Programs of the rate book, without what is only related to them: those have a second word. */
const bookPrograms = (): string[] =>
  [...new Set([...rateBook().codes.values()].map(({ program }) => program))].filter((name) => !name.includes(' '));

/** Codes of the programs chosen, then those of the others, so that a program that is added later finds its codes here. */
export function listedCodes({ programs }: Book): ListedCode[] {
  const chosen = new Set(programs.map((name) => name.toLowerCase()));
  const others = bookPrograms().filter((name) => !chosen.has(name.toLowerCase()));
  return [...programs, ...others].flatMap((program) => codesOfProgram(program).map((code) => ({ program, code })));
}

/** Rows for codes that the reader is curious about. */
export const OWN_CODES = 5;

export const ADVICE: readonly string[] = [
  'A year without a published schedule has the amounts of the last one × (1 + Assumed yearly update) from each January on. The setting is on Scenarios; while it is blank, Checks says so.',
  'A proposed factor is shown for your judgment and changes no amount. The next version of the add-in brings the next schedule; amounts and forecast then follow it by themselves.',
  'An amount is (work + practice expense + malpractice RVU, each × its geographic index) × $ per RVU, rounded once to cents. PPPM.RATEINFO shows the parts for a code.',
  'This sheet and Payer Mix show published amounts; the forecast applies the settings Assumed yearly update and Billed by non-physicians to them.',
];

export const CODES_ROW = HEADER_ROW;

/** Header rows of what stands below the codes; of the advice, its title. */
export function rowsBelowCodes(book: Book): Record<'schedules' | 'advice' | 'bundles', number> {
  const { factors, proposedFactors } = rateBook();
  const rows = new RowStack(CODES_ROW);
  rows.table(listedCodes(book).length + OWN_CODES, 0);
  return {
    schedules: rows.gap().table(factors.length + proposedFactors.length),
    advice: rows.gap().take(1 + ADVICE.length),
    // As many rows as Payer Mix has: last, and with units above the header.
    bundles: rows.gap().table(0, 2),
  };
}
