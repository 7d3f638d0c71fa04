/** On Rates: the codes of the programs chosen, and a few of the reader's choice, priced on two days by one formula. */
import { FOREVER, rateBook, type Code } from '../../../rates/book';
import { codeLife } from '../../../rates/rate';
import { thresholdText, unitsText } from '../../../rates/threshold';
import { serialOf } from '../../../tables/reading/rate-date';
import { area, fixed, formula, onSheet, relative, type Area, type Content } from '../../plan/cells';
import { COLORS, FORMATS, NUMBER_FORMATS } from '../../layout/look';
import { drawResults, type Here, type ResultColumn, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { asTyped } from '../../practice/sample-prices';
import type { Book } from '../sheet';
import { billing } from './billing';
import {
  BOTH_DAYS,
  CODES_ROW,
  COLUMNS,
  DAY,
  EARLIER_COLUMN,
  EARLIER_DAY,
  listedCodes,
  OWN_CODES,
  RATES,
  type ListedCode,
} from './layout';
import { publishedDays, sourceText } from './schedules';

/** A row for a code that the reader types; the first says so. */
interface OwnCode {
  hint: string | null;
}
type Row = ListedCode | OwnCode;
const ofProgram = (row: Row): row is ListedCode => 'code' in row;

const OWN: readonly OwnCode[] = Array.from({ length: OWN_CODES }, (_, i) => ({
  hint: i === 0 ? 'Type any code of the rate book in a yellow cell' : null,
}));

/** A column of what the rate book says of a program's code; blank for the reader's own. */
const ofCode = (column: ResultColumn<Row>, content: (code: Code) => Content): ResultColumn<Row> => ({
  ...column,
  cell: (row) => (ofProgram(row) ? content(row.code) : null),
});

function codesTable(book: Book): ResultTable<Row> {
  const listed = listedCodes(book);
  const rows: Row[] = [...listed, ...OWN];
  const codes = fixed(area(CODES_ROW + 1, CODE_COLUMN, rows.length));
  const bookStart = `MIN(${publishedDays(book, 'from')})`;
  return {
    row: CODES_ROW,
    header: FORMATS.header,
    headerHeight: 34,
    columns: [
      { key: 'program', header: 'Program', width: 18, cell: (row) => (ofProgram(row) ? row.program : 'your choice') },
      ofCode({ key: 'code', header: 'Code', width: 9, align: 'Left' }, ({ code }) => asTyped(code)),
      {
        key: 'role',
        header: 'What it is',
        width: 26,
        cell: (row) => (ofProgram(row) ? ruleTexts(row.code).role : row.hint),
      },
      ofCode({ key: 'threshold', header: 'Threshold', width: 58 }, (code) => ruleTexts(code).threshold),
      ofCode({ key: 'units', header: 'Units', width: 44 }, (code) => ruleTexts(code).units),
      {
        key: 'earlier',
        header: 'Amount a year earlier',
        unit: '$',
        width: 15,
        align: 'Right',
        numberFormat: '$#,##0.00',
        // A code without an amount must not look like $0, nor like a fault; a wrong locality or code is one, and says so.
        spill: `IF(ISNUMBER(${DAY}),IFNA(PPPM.RATE(${codes},${billing(BOTH_DAYS)}),"no amount"),"no day")`,
      },
      {
        key: 'amount',
        header: 'Amount',
        unit: '$',
        width: 15,
        align: 'Right',
        numberFormat: '$#,##0.00',
        format: { bold: true, fill: COLORS.band },
      },
      {
        key: 'change',
        header: 'Change',
        unit: '%',
        width: 11,
        align: 'Right',
        numberFormat: '+0.0%;-0.0%;0.0%',
        cell: (_, here) => formula(changeFormula(here)),
      },
      {
        key: 'remark',
        header: 'Remark',
        width: 28,
        indent: 1,
        format: FORMATS.muted,
        cell: (row, here) =>
          formula(ofProgram(row) ? remarkFormula(row.code, here, bookStart) : ownRemarkFormula(here)),
      },
      ofCode(
        {
          key: 'from',
          header: 'Code valid from',
          unit: 'date',
          width: 13,
          align: 'Right',
          numberFormat: NUMBER_FORMATS.date,
        },
        validFrom,
      ),
      ofCode(
        {
          key: 'to',
          header: 'Code valid to',
          unit: 'date',
          width: 13,
          align: 'Right',
          numberFormat: NUMBER_FORMATS.date,
        },
        validTo,
      ),
      ofCode(
        { key: 'source', header: 'Source of threshold and units', width: 60, indent: 1, format: FORMATS.source },
        ruleSource,
      ),
    ],
    rows,
    ruled: true,
  };
}

const CODE_COLUMN = 1;
/** Columns that stay in sight: program and code. */
export const FROZEN_COLUMNS = CODE_COLUMN + 1;

/** All but the sources, which are last and long. */
export const PRINTED_COLUMNS = COLUMNS - 1;

/** Amounts and changes of the programs' codes, not of those that the reader types; a row where there are none. */
export const ratesCells = (book: Book): string =>
  onSheet(RATES, area(CODES_ROW + 1, EARLIER_COLUMN, Math.max(1, listedCodes(book).length), 3));

export function drawCodes(sheet: SheetDraft, book: Book): void {
  const table = codesTable(book);
  const { body } = drawResults(sheet, table);
  const own = { ...body, row: body.row + body.rows - OWN_CODES, rows: OWN_CODES };
  sheet.format(own, FORMATS.muted);
  drawOwnCodes(sheet, { ...own, column: CODE_COLUMN, columns: 1 });
}

const CODE_LENGTH = 5;

function drawOwnCodes(sheet: SheetDraft, cells: Area): void {
  sheet.format(cells, FORMATS.input);
  sheet.validate({
    area: cells,
    rule: { kind: 'custom', formula: `=LEN(${relative(cells.row, cells.column)})<=${CODE_LENGTH}` },
    prompt: {
      title: 'Code',
      message:
        'Any code of the rate book, e.g. 99495: its amounts stand beside it. PPPM.RATEINFO shows how an amount is made.',
    },
    alert: { title: 'Code', message: `A code has ${CODE_LENGTH} characters, e.g. 99495 or G0557.`, style: 'Stop' },
  });
}

const NOT_IN_BOOK = 'not in the rate book';

/** What it is, threshold and units, as they are now; an older threshold with its last day. */
function ruleTexts({ code }: Code): Record<'role' | 'threshold' | 'units', string> {
  const rules = [...(rateBook().rules.get(code) ?? [])].reverse();
  if (rules.length === 0) return { role: '', threshold: NOT_IN_BOOK, units: NOT_IN_BOOK };
  const [now, ...before] = rules;
  return {
    role: now.role,
    threshold: [thresholdText(now), ...before.map((rule) => `to ${dayText(rule.to)}: ${thresholdText(rule)}`)].join(
      '; ',
    ),
    units: unitsText(now),
  };
}

const ruleSource = ({ code }: Code): string =>
  [...new Set((rateBook().rules.get(code) ?? []).map(({ source }) => sourceText(source)))].reverse().join('; ');

/** 2025-12-31 as cells show days: 31-Dec-25 */
function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const name = new Date(Date.UTC(year, month - 1)).toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
  return `${date}-${name}-${String(year).slice(2)}`;
}

const BEFORE_BOOK = 'before the book';
const STILL_VALID = 'open';

/** A code without a rule is as old as the book, at least. */
function validFrom(code: Code): Content {
  const { from } = codeLife(code);
  return from < '1900-01-01' ? BEFORE_BOOK : serialOf(from);
}

function validTo(code: Code): Content {
  const { to } = codeLife(code);
  return to === FOREVER ? STILL_VALID : serialOf(to);
}

function changeFormula({ at }: Here): string {
  const [earlier, amount] = [at('earlier'), at('amount')];
  return `IF(AND(ISNUMBER(${earlier}),ISNUMBER(${amount})),${amount}/${earlier}-1,"")`;
}

const SEE_FINDINGS = 'see Findings on Checks';

/** Why there is no amount, from the cells beside it; a text is later than any date and counts as none for N. */
function remarkFormula(code: Code, { at }: Here, bookStart: string): string {
  const otherwise = code.years.some(({ status }) => status === 'C')
    ? 'each Medicare contractor sets its own price: type it'
    : code.years.some(({ facilityPracticeExpense }) => facilityPracticeExpense === null)
      ? 'no amount in a facility'
      : SEE_FINDINGS;
  const [earlier, amount, from, to] = [at('earlier'), at('amount'), at('from'), at('to')];
  return (
    `IF(ISNUMBER(${amount}),IF(ISNUMBER(${earlier}),"",IF(${EARLIER_DAY}<N(${from}),"not valid a year earlier","")),` +
    `IF(ISERROR(${amount}),"${SEE_FINDINGS}",IF(${DAY}<${bookStart},"the rate book starts later",IF(${DAY}<N(${from}),"starts later",IF(${DAY}>${to},"no longer valid","${otherwise}")))))`
  );
}

const ownRemarkFormula = ({ at }: Here): string =>
  `IF(${at('code')}="","",IF(ISNUMBER(${at('amount')}),"","no amount: the function RATE says why"))`;
