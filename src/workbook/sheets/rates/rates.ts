/**
 * Rates: what Medicare allows for the codes of the programs chosen, by two formulas of the add-in. One prices the
 * codes on two days; the other gives the bundles of Payer Mix, which reads its amounts here because nothing may
 * spill inside a table.
 */
import { FOREVER, rateBook, type Code, type Factor, type Source } from '../../../rates/book';
import { codesOfProgram } from '../../../rates/codes-of-program';
import { codeLife } from '../../../rates/rate';
import { thresholdText, unitsText } from '../../../rates/threshold';
import { PAYER_MIX } from '../../../tables/schemas/payer-mix';
import { serialOf } from '../../../tables/reading/rate-date';
import { area, fixed, formula, onSheet, relative, type Area, type Content } from '../../plan/cells';
import { SheetDraft } from '../../layout/sheet-draft';
import { AMOUNT_OR_CODES, COLORS, FORMATS, NUMBER_FORMATS, TAB_COLORS } from '../../layout/look';
import { HEADER_ROW, NAMES, SHEETS, UNITS_ROW } from '../../layout/places';
import type { SheetPlan } from '../../plan/plan';
import { asTyped } from '../../practice/sample-prices';
import type { SampleTables } from '../../practice/sample-tables';
import { settingCell } from '../scenarios';

/** Where the columns of the codes stand. */
const AT = {
  program: 0,
  code: 1,
  role: 2,
  threshold: 3,
  units: 4,
  earlier: 5,
  amount: 6,
  change: 7,
  remark: 8,
  from: 9,
  to: 10,
  source: 11,
} as const;
const WIDTHS = [16, 9, 26, 58, 44, 15, 15, 11, 28, 13, 13, 60] as const;
const COLUMNS = WIDTHS.length;

/** The days that the amounts are of stand above their headers. */
const DAYS_ROW = UNITS_ROW - 1;
/** The last day of the forecast's first month, or of the last published schedule. */
export const RATE_DATE = area(DAYS_ROW, AT.amount);
const EARLIER_DATE = area(DAYS_ROW, AT.earlier);

const FIRST = HEADER_ROW + 1;
/** Rows for codes that the reader is curious about. */
const OWN_CODES = 5;
const DATE_FORMAT = 'yyyy-mm-dd';

interface ListedCode {
  program: string;
  code: Code;
}

const listed = (programs: readonly string[]): ListedCode[] =>
  programs.flatMap((program) => codesOfProgram(program).map((code) => ({ program, code })));

/** Rows of the sheet's three parts below each other. */
function rowsOf(programs: readonly string[]) {
  const { factors, proposedFactors } = rateBook();
  const codes = listed(programs).length + OWN_CODES;
  const schedules = FIRST + codes + 2;
  const advice = schedules + 1 + factors.length + proposedFactors.length + 1;
  const bundles = advice + ADVICE.length + 4;
  return { codes, schedules, advice, bundles };
}

/** Amounts and changes of the programs' codes, not of those that the reader types; a row where there are none. */
export const ratesArea = (programs: readonly string[]): Area =>
  area(FIRST, AT.earlier, Math.max(1, listed(programs).length), 3);

/** What the codes of each row of Payer Mix give, in the order of its rows; room for as many as it may have. */
export const allowedByCodesArea = (programs: readonly string[]): Area =>
  area(rowsOf(programs).bundles + 1, AT.earlier, PAYER_MIX.maxRows);

export function ratesSheet(sample: SampleTables, programs: readonly string[]): SheetPlan {
  const sheet = new SheetDraft(SHEETS.rates, TAB_COLORS.results, WIDTHS);
  sheet.heading(
    SHEETS.rates,
    'What Medicare allows for the codes of the programs, from the add-in’s rate book. Amounts are formulas: they follow Locality, Care setting, QP and Start month in Settings.',
  );
  const rows = rowsOf(programs);
  drawDays(sheet, sample, rows.schedules);
  drawCodes(sheet, sample, programs, rows.schedules);
  drawSchedules(sheet, rows.schedules);
  drawAdvice(sheet, rows.advice);
  drawBundles(sheet, sample, rows.bundles);
  sheet.freeze(HEADER_ROW + 1, AT.code + 1);
  sheet.print({ titleRows: HEADER_ROW + 1, titleColumns: AT.code + 1, pagesWide: 2 });
  return sheet.plan();
}

/** First or last days of the factors in force, in the list of schedules. */
const publishedDays = (schedulesRow: number, column: number): string =>
  fixed(area(schedulesRow + 1, column, rateBook().factors.length));

const setting = (sample: SampleTables, key: string): string => onSheet(SHEETS.scenarios, settingCell(sample, key));

/** Locality, day, care setting and QP, as PPPM.RATE and PPPM.ALLOWED take them. */
const billing = (sample: SampleTables, day: string): string =>
  `${setting(sample, 'locality')},${day},${setting(sample, 'careSetting')},${setting(sample, 'qp')}="yes"`;

function drawDays(sheet: SheetDraft, sample: SampleTables, schedulesRow: number): void {
  const orElse = (key: string, fallback: string) =>
    `IF(${setting(sample, key)}="","${fallback}",${setting(sample, key)})`;
  const last = `MAX(${publishedDays(schedulesRow, AT.amount)})`;
  sheet.put(DAYS_ROW, 0, [
    [
      'Priced for',
      formula(
        `"Locality: "&${orElse('locality', 'national')}&" · Care setting: "&${orElse('careSetting', 'nonfacility')}&" · QP: "&${orElse('qp', 'no')}`,
      ),
    ],
  ]);
  sheet.put(DAYS_ROW, AT.units, [
    [
      'Amounts of the day',
      formula(`DATE(YEAR(${fixed(RATE_DATE)})-1,MONTH(${fixed(RATE_DATE)})+1,0)`),
      formula(`IF(ISNUMBER(${NAMES.startMonth}),MIN(EOMONTH(${NAMES.startMonth},0),${last}),${last})`),
      formula(
        `IF(ISNUMBER(${NAMES.startMonth}),IF(EOMONTH(${NAMES.startMonth},0)>${last},"the last day with a published schedule: the forecast starts later","the end of the forecast’s first month"),"the last day with a published schedule")`,
      ),
    ],
  ]);
  sheet.format(area(DAYS_ROW, 0), { bold: true }).format(area(DAYS_ROW, AT.units), { bold: true, align: 'Right' });
  sheet.format(area(DAYS_ROW, AT.earlier, 1, 2), { numberFormat: DATE_FORMAT, align: 'Right', bold: true });
  sheet.format(area(DAYS_ROW, AT.change), FORMATS.units, { indent: 1 });
}

function drawCodes(sheet: SheetDraft, sample: SampleTables, programs: readonly string[], schedulesRow: number): void {
  const codes = listed(programs);
  const rows = codes.length + OWN_CODES;
  sheet.put(UNITS_ROW, AT.earlier, [['$', '$', '%', null, 'date', 'date']]);
  sheet
    .format(area(UNITS_ROW, 0, 1, COLUMNS), FORMATS.units)
    .format(area(UNITS_ROW, AT.earlier, 1, 3), { align: 'Right' })
    .format(area(UNITS_ROW, AT.from, 1, 2), { align: 'Right' });
  sheet.put(HEADER_ROW, 0, [
    [
      'Program',
      'Code',
      'What it is',
      'Threshold',
      'Units',
      'Amount a year earlier',
      'Amount',
      'Change',
      'Remark',
      'Code valid from',
      'Code valid to',
      'Source of threshold and units',
    ],
  ]);
  sheet.format(area(HEADER_ROW, 0, 1, COLUMNS), FORMATS.header, { wrap: true }).height(HEADER_ROW, 34);
  sheet
    .format(area(HEADER_ROW, AT.earlier, 1, 3), { align: 'Right' })
    .format(area(HEADER_ROW, AT.from, 1, 2), { align: 'Right' });

  sheet.put(FIRST, 0, [
    ...codes.map(({ program, code }): Content[] => [program, asTyped(code.code), ...ruleTexts(code)]),
    ...Array.from({ length: OWN_CODES }, (_, i): Content[] => [
      'your choice',
      null,
      i === 0 ? 'Type any code of the rate book in a yellow cell' : null,
      null,
      null,
    ]),
  ]);
  const range = fixed(area(FIRST, AT.code, rows));
  // A code without an amount must not look like $0, nor like a fault; a wrong locality or code is one, and says so.
  sheet.put(FIRST, AT.earlier, [
    [formula(`IFNA(PPPM.RATE(${range},${billing(sample, fixed(area(DAYS_ROW, AT.earlier, 1, 2)))}),"no amount")`)],
  ]);
  sheet.put(
    FIRST,
    AT.change,
    Array.from({ length: rows }, (_, i): Content[] => [
      formula(changeFormula(FIRST + i)),
      formula(
        i < codes.length
          ? remarkFormula(codes[i].code, FIRST + i, `MIN(${publishedDays(schedulesRow, AT.earlier)})`)
          : ownRemarkFormula(FIRST + i),
      ),
    ]),
  );
  sheet.put(
    FIRST,
    AT.from,
    codes.map(({ code }): Content[] => [...lifeCells(code), ruleSource(code)]),
  );

  sheet.format(area(FIRST, 0, rows, COLUMNS), { bottom: { color: COLORS.line, weight: 'Thin' } });
  sheet.format(area(FIRST, AT.earlier, rows, 2), { numberFormat: '$#,##0.00', align: 'Right' });
  sheet.format(area(FIRST, AT.amount, rows, 1), { bold: true, fill: COLORS.band });
  sheet.format(area(FIRST, AT.code, rows, 1), { align: 'Left' });
  sheet.format(area(FIRST, AT.change, rows, 1), { numberFormat: '+0.0%;-0.0%;0.0%', align: 'Right' });
  sheet.format(area(FIRST, AT.from, rows, 2), { numberFormat: DATE_FORMAT, align: 'Right' });
  sheet
    .format(area(FIRST, AT.remark, rows, 1), { color: COLORS.muted, indent: 1 })
    .format(area(HEADER_ROW, AT.remark), { indent: 1 });
  sheet
    .format(area(FIRST, AT.source, rows, 1), FORMATS.readOnly, { size: 9, indent: 1 })
    .format(area(HEADER_ROW, AT.source), { indent: 1 });
  drawOwnCodes(sheet, area(FIRST + codes.length, AT.code, OWN_CODES));
}

function drawOwnCodes(sheet: SheetDraft, cells: Area): void {
  sheet.format(area(cells.row, 0, cells.rows, COLUMNS), { color: COLORS.muted }).format(cells, FORMATS.input);
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

const CODE_LENGTH = 5;
const NOT_IN_BOOK = 'not in the rate book';

/** What it is, threshold and units, as they are now; an older threshold with its last day. */
function ruleTexts({ code }: Code): Content[] {
  const rules = [...(rateBook().rules.get(code) ?? [])].reverse();
  if (rules.length === 0) return ['', NOT_IN_BOOK, NOT_IN_BOOK];
  const [now, ...before] = rules;
  return [
    now.role,
    [thresholdText(now), ...before.map((rule) => `to ${rule.to}: ${thresholdText(rule)}`)].join('; '),
    unitsText(now),
  ];
}

const seen = ({ text, confidence }: Source): string => `${text} (${confidence})`;
const ruleSource = ({ code }: Code): string =>
  [...new Set((rateBook().rules.get(code) ?? []).map(({ source }) => seen(source)))].reverse().join('; ');

const BEFORE_BOOK = 'before the book';
const STILL_VALID = 'open';

function lifeCells(code: Code): Content[] {
  const { from, to } = codeLife(code);
  // A code without a rule is as old as the book, at least.
  return [from < '1900-01-01' ? BEFORE_BOOK : serialOf(from), to === FOREVER ? STILL_VALID : serialOf(to)];
}

function changeFormula(row: number): string {
  const [earlier, amount] = [relative(row, AT.earlier), relative(row, AT.amount)];
  return `IF(AND(ISNUMBER(${earlier}),ISNUMBER(${amount})),${amount}/${earlier}-1,"")`;
}

/** Why there is no amount, from the cells beside it; a text is later than any date and counts as none for N. */
function remarkFormula(code: Code, row: number, bookStart: string): string {
  const day = fixed(RATE_DATE);
  const otherwise = code.years.some(({ status }) => status === 'C')
    ? 'each Medicare contractor sets its own price: type it'
    : code.years.some(({ facilityPracticeExpense }) => facilityPracticeExpense === null)
      ? 'no amount in a facility'
      : SEE_FINDINGS;
  const [earlier, amount, from, to] = [AT.earlier, AT.amount, AT.from, AT.to].map((column) => relative(row, column));
  return (
    `IF(ISNUMBER(${amount}),IF(ISNUMBER(${earlier}),"",IF(${fixed(EARLIER_DATE)}<N(${from}),"not valid a year earlier","")),` +
    `IF(ISERROR(${amount}),"${SEE_FINDINGS}",IF(${day}<${bookStart},"the rate book starts later",IF(${day}<N(${from}),"starts later",IF(${day}>${to},"no longer valid","${otherwise}")))))`
  );
}

const SEE_FINDINGS = 'see Findings on Checks';

const ownRemarkFormula = (row: number): string =>
  `IF(${relative(row, AT.code)}="","",IF(ISNUMBER(${relative(row, AT.amount)}),"","no amount: the function RATE says why"))`;

function drawSchedules(sheet: SheetDraft, row: number): void {
  const { factors, proposedFactors } = rateBook();
  const all = [...factors, ...proposedFactors];
  sheet.section(row - 1, 0, COLUMNS, 'Fee schedules in the rate book: CMS physician fee schedule');
  blockHeader(
    sheet,
    row,
    [
      'Year',
      null,
      'For',
      'Standing',
      null,
      'From',
      'To',
      '$ per RVU',
      'Release of the relative values (RVU)',
      null,
      null,
      'Source',
    ],
    AT.earlier,
  );
  sheet.put(row + 1, 0, all.map(scheduleCells));
  sheet.format(area(row + 1, 0, all.length, 1), { align: 'Left', numberFormat: NUMBER_FORMATS.plain });
  sheet.format(area(row + 1, AT.earlier, all.length, 2), { numberFormat: DATE_FORMAT, align: 'Right' });
  sheet.format(area(row + 1, AT.change, all.length, 1), { numberFormat: '$0.0000', align: 'Right' });
  sheet
    .format(area(row + 1, AT.source, all.length, 1), FORMATS.readOnly, { size: 9, indent: 1 })
    .format(area(row, AT.source), { indent: 1 });
  sheet.format(area(row, AT.remark, all.length + 1, 1), { indent: 1 });
}

function scheduleCells(factor: Factor): Content[] {
  const { from, to, kind, tenThousandths, proposal, source } = factor;
  const schedule = proposal ? undefined : rateBook().schedules.find(({ year }) => year === Number(from.slice(0, 4)));
  const sources = [
    `Factor: ${seen(source)}`,
    ...(schedule
      ? [`RVU: ${seen(schedule.relativeValuesSource)}`, `geographic indices: ${seen(schedule.gpciSource)}`]
      : []),
  ];
  return [
    Number(from.slice(0, 4)),
    null,
    kind === 'all' ? 'everybody' : kind === 'QP' ? 'qualifying participants (QP)' : 'all others',
    proposal ? `proposed: ${proposal}` : 'published',
    null,
    serialOf(from),
    serialOf(to),
    tenThousandths / 1e4,
    schedule?.release ?? null,
    null,
    null,
    sources.join('; '),
  ];
}

const ADVICE: readonly string[] = [
  'A year without a published schedule has the amounts of the last one × (1 + Assumed yearly update) from each January on. The setting is on Scenarios; while it is blank, Checks says so.',
  'A proposed factor is shown for your judgment and changes no amount. The next version of the add-in brings the next schedule; amounts and forecast then follow it by themselves.',
  'An amount is (work + practice expense + malpractice RVU, each × its geographic index) × $ per RVU, rounded once to cents. PPPM.RATEINFO shows the parts for a code.',
  'This sheet and Payer Mix show published amounts; the forecast applies the settings Assumed yearly update and Billed by non-physicians to them.',
];

function drawAdvice(sheet: SheetDraft, row: number): void {
  sheet.section(row, 0, COLUMNS, 'How to read this, and what to do when a year is not published');
  sheet.put(
    row + 1,
    0,
    ADVICE.map((line): Content[] => [line]),
  );
}

/** Rows of Payer Mix that may be added before the formats end. */
const ROOM = 100;

function drawBundles(sheet: SheetDraft, sample: SampleTables, row: number): void {
  const column = (header: string) => `tblPayerMix[${header}]`;
  const unlessTyped = (text: string) => `IF(${column('Codes')}="","",${text})`;
  sheet.section(
    row - 2,
    0,
    COLUMNS,
    'What the Codes on Payer Mix give, row by row; an amount typed there holds instead',
  );
  sheet.put(row - 1, AT.units, [['%', '$/patient/month', '$/patient/month']]);
  sheet.format(area(row - 1, AT.units, 1, 3), FORMATS.units, { align: 'Right' });
  blockHeader(
    sheet,
    row,
    ['Program', null, 'Payer', 'Codes', 'Percent of Medicare', 'Codes give', 'On Payer Mix'],
    AT.units,
  );
  const put = (at: number, text: string) => sheet.put(row + 1, at, [[formula(text)]]);
  put(AT.program, `${column('Program')}&""`);
  put(AT.role, `${column('Payer')}&""`);
  put(AT.threshold, `${column('Codes')}&""`);
  put(AT.units, unlessTyped(`IF(${column('Percent of Medicare')}="",1,${column('Percent of Medicare')})`));
  put(
    AT.earlier,
    `IFERROR(PPPM.ALLOWED(${column('Codes')},,${billing(sample, fixed(RATE_DATE))},${column('Percent of Medicare')}),"")`,
  );
  put(AT.amount, column('Allowed PPPM'));
  const rows = sample.payerMix.length + ROOM;
  sheet.format(area(row + 1, AT.units, rows, 1), { numberFormat: '0.0%', align: 'Right' });
  sheet.format(area(row + 1, AT.earlier, rows, 2), { numberFormat: AMOUNT_OR_CODES, align: 'Right' });
}

/** Three columns of numbers stand in each part. */
function blockHeader(sheet: SheetDraft, row: number, titles: readonly (string | null)[], firstNumber: number): void {
  sheet.put(row, 0, [titles]);
  sheet
    .format(area(row, 0, 1, titles.length), { bold: true, fill: COLORS.band })
    .format(area(row, firstNumber, 1, 3), { align: 'Right' });
}
