/** On Compare: where patients and dollars are lost on the way to cash, what it takes to break even, and who has to be hired when. */
import { MAX_MONTHS } from '../../../tables/schemas/settings';
import { area, columnName, fixed, formula, type Area, type Content } from '../../plan/cells';
import type { SheetDraft } from '../../layout/sheet-draft';
import { COLORS, FORMATS, NUMBER_FORMATS, SERIES_COLORS } from '../../layout/look';
import {
  breakEvenHeader,
  breakEvenMonthsRow,
  COMPARE,
  compareLossCharts,
  FIRST_MONTH_COLUMN,
  HIRES,
  hiresHeader,
  LEAKAGE_ROWS,
  leakageHeader,
  MODEL_ARGUMENTS,
  monthCells,
  NAMES,
  SHEETS,
  STATEMENT_ROW,
  statementRow,
  TOTAL_COLUMN,
} from '../../layout/places';

const LEAKAGE_COLUMNS = 7;
const BREAK_EVEN_COLUMNS = 4;
const BREAK_EVEN_ROWS = 6;
const HIRE_COLUMNS = 9;

const call = (name: string) => formula(`PPPM.${name}(${MODEL_ARGUMENTS},${NAMES.scenario})`);

export function drawLosses(sheet: SheetDraft, months: number): void {
  drawLeakage(sheet);
  drawBreakEven(sheet);
  drawCharts(sheet, months);
}

function drawLeakage(sheet: SheetDraft): void {
  const rows = Object.keys(LEAKAGE_ROWS).length;
  sheet.section(
    leakageHeader - 1,
    0,
    LEAKAGE_COLUMNS,
    'From eligible patients to cash, whole forecast of the active scenario',
  );
  sheet.put(leakageHeader, 0, [[call('LEAKAGE')]]);
  sheet
    .format(area(leakageHeader, 0, 1, LEAKAGE_COLUMNS), { ...FORMATS.header, wrap: true })
    .format(area(leakageHeader, 1, 1, LEAKAGE_COLUMNS - 2), { align: 'Right' })
    .height(leakageHeader, 34);
  sheet.format(area(leakageHeader, LEAKAGE_COLUMNS - 1), { indent: 1 });
  const column = (at: number, format: string) =>
    sheet.format(area(leakageHeader + 1, at, rows, 1), { numberFormat: format, align: 'Right' });
  for (const [at, format] of [
    [1, NUMBER_FORMATS.patients],
    [2, NUMBER_FORMATS.dollars],
    [3, NUMBER_FORMATS.patients],
    [4, NUMBER_FORMATS.dollars],
    [5, NUMBER_FORMATS.percent],
  ] as const)
    column(at, format);
  sheet.format(area(leakageHeader + 1, LEAKAGE_COLUMNS - 1, rows, 1), { color: COLORS.muted, indent: 1 });
  for (let i = 1; i <= rows; i++)
    sheet.format(area(leakageHeader + i, 0, 1, LEAKAGE_COLUMNS), { bottom: { color: COLORS.line, weight: 'Thin' } });
  sheet.format(area(leakageHeader + LEAKAGE_ROWS.collected, 0, 1, LEAKAGE_COLUMNS), { bold: true });
}

function drawBreakEven(sheet: SheetDraft): void {
  sheet.section(breakEvenHeader - 1, 0, BREAK_EVEN_COLUMNS, 'What it takes to break even, in the active scenario');
  sheet.put(breakEvenHeader, 0, [[call('BREAKEVEN')]]);
  sheet
    .format(area(breakEvenHeader, 0, 1, BREAK_EVEN_COLUMNS), FORMATS.header)
    .format(area(breakEvenHeader, 1), { align: 'Right' })
    .format(area(breakEvenHeader, 2), { indent: 1 })
    .format(area(breakEvenHeader, 3), { align: 'Right' });
  sheet.format(area(breakEvenHeader + 1, 1, BREAK_EVEN_ROWS, 1), {
    numberFormat: NUMBER_FORMATS.patients,
    align: 'Right',
    bold: true,
  });
  sheet.format(area(breakEvenHeader + 3, 1, 2, 1), { numberFormat: NUMBER_FORMATS.whole });
  sheet
    .format(area(breakEvenHeader + 5, 1), { numberFormat: NUMBER_FORMATS.dollars })
    .format(area(breakEvenHeader + 6, 1), { numberFormat: NUMBER_FORMATS.whole });
  sheet.format(area(breakEvenHeader + 1, 2, BREAK_EVEN_ROWS, 1), { color: COLORS.muted, size: 9, indent: 1 });
  sheet.format(area(breakEvenHeader + 1, 3, BREAK_EVEN_ROWS, 1), {
    numberFormat: NUMBER_FORMATS.month,
    align: 'Right',
  });
  for (let i = 1; i <= BREAK_EVEN_ROWS; i++)
    sheet.format(area(breakEvenHeader + i, 0, 1, BREAK_EVEN_COLUMNS), {
      bottom: { color: COLORS.line, weight: 'Thin' },
    });

  const panel = fixed(area(breakEvenHeader + 1, 1));
  const total = fixed(area(breakEvenMonthsRow, TOTAL_COLUMN));
  sheet.put(breakEvenMonthsRow, 0, [
    [
      'Break-even panel, each month',
      'patients',
      formula(`IF(ISNUMBER(${panel}),${panel},"")`),
      ...Array.from({ length: MAX_MONTHS }, (_, t): Content =>
        formula(`IF(${SHEETS.forecast}!${columnName(FIRST_MONTH_COLUMN + t)}$${STATEMENT_ROW + 1}="","",${total})`),
      ),
    ],
  ]);
  sheet.format(area(breakEvenMonthsRow, 0, 1, FIRST_MONTH_COLUMN + MAX_MONTHS), {
    color: COLORS.muted,
    numberFormat: NUMBER_FORMATS.patients,
  });
  sheet
    .format(area(breakEvenMonthsRow, TOTAL_COLUMN, 1, 1 + MAX_MONTHS), { align: 'Right' })
    .format(area(breakEvenMonthsRow, 1), { size: 9 });
}

function drawCharts(sheet: SheetDraft, months: number): void {
  sheet.chart({
    name: 'Leakage',
    title: 'Dollars that reach each step',
    kind: 'ColumnClustered',
    categories: {
      sheet: SHEETS.compare,
      area: area(leakageHeader + LEAKAGE_ROWS.eligible, 0, LEAKAGE_ROWS.collected, 1),
    },
    series: [
      {
        name: 'Dollars',
        sheet: SHEETS.compare,
        area: area(leakageHeader + LEAKAGE_ROWS.eligible, 2, LEAKAGE_ROWS.collected, 1),
        color: SERIES_COLORS[0],
      },
    ],
    valueFormat: '$#,##0',
    categoryFormat: NUMBER_FORMATS.plain,
    at: area(compareLossCharts, 0, COMPARE.chartRows, 3),
  });
  sheet.chart({
    name: 'BreakEven',
    title: 'Active patients and the break-even panel',
    kind: 'Line',
    categories: { sheet: SHEETS.forecast, area: monthCells(STATEMENT_ROW, 0, months) },
    series: [
      {
        name: 'Active patients',
        sheet: SHEETS.forecast,
        area: monthCells(statementRow('activePatients'), 0, months),
        color: SERIES_COLORS[0],
      },
      {
        name: 'Break-even panel',
        sheet: SHEETS.compare,
        area: monthCells(breakEvenMonthsRow, 0, months),
        color: SERIES_COLORS[2],
      },
    ],
    valueFormat: '#,##0',
    categoryFormat: NUMBER_FORMATS.month,
    at: area(compareLossCharts, 3, COMPARE.chartRows, 5),
  });
}

/** Where the hires spill, without their header. */
export const hiresArea = (scenarios: number): Area => area(hiresHeader(scenarios) + 1, 0, HIRES, HIRE_COLUMNS);

/** Last on the sheet: as many rows as there are changes in staff. */
export function drawHires(sheet: SheetDraft, scenarios: number): void {
  const header = hiresHeader(scenarios);
  sheet.section(
    header - 1,
    0,
    HIRE_COLUMNS,
    'Who is on duty when: every month in which units, or the units needed, change',
  );
  sheet.put(header, 0, [[call('HIREPLAN')]]);
  sheet.format(area(header, 0, 1, HIRE_COLUMNS), { ...FORMATS.header, wrap: true }).height(header, 48);
  sheet.format(area(header, 4, 1, HIRE_COLUMNS - 4), { align: 'Right' });
  sheet.format(area(header + 1, 0, HIRES, 1), { numberFormat: NUMBER_FORMATS.month, align: 'Left' });
  sheet.format(area(header + 1, 4, HIRES, 2), { numberFormat: NUMBER_FORMATS.whole, align: 'Right' });
  sheet.format(area(header + 1, 6, HIRES, 1), { numberFormat: NUMBER_FORMATS.patients, align: 'Right' });
  sheet.format(area(header + 1, 7, HIRES, 2), { numberFormat: NUMBER_FORMATS.dollars, align: 'Right' });
}
