/** Guardrails: the limits set on Scenarios against the worst month of the active scenario, in plain Excel formulas. */
import { lineByKey } from '../../../engine/model/lines';
import { GUARDRAILS, type Guardrail } from '../../../tables/schemas/guardrails';
import { SETTING_COLUMNS } from '../../../tables/schemas/settings';
import { area, formula, onSheet, relative, type Area, type Content } from '../../plan/cells';
import type { SheetDraft } from '../../layout/sheet-draft';
import { COLORS, FORMATS, formatOfUnit, NUMBER_FORMATS } from '../../layout/look';
import {
  forecastHeader,
  lineMonths,
  monthCells,
  NAMES,
  programRow,
  SHEETS,
  SPARE_PROGRAMS,
  type ProgramLine,
} from '../../layout/places';
import type { SampleTables } from '../../practice/sample-tables';
import { settingCell } from '../scenarios';

const COLUMNS = 6;
/** Guardrail, light, worst value, limit, what to do, month. */
export const guardrailArea = (firstRow: number): Area => area(firstRow, 0, GUARDRAILS.length, COLUMNS);

/** The limit of a setting, or words where none is set; the word zero is a true zero. */
export function limitFormula(sample: SampleTables, key: string): string {
  const cell = onSheet(SHEETS.scenarios, settingCell(sample, key));
  return `IF(${cell}="zero",0,IF(N(${cell})=0,"no limit",${cell}))`;
}

/** The months looked at: of the statement, and of every program where each is held to the limit. */
const rowsOf = ({ line, eachProgram }: Guardrail, programs: number): string[] => [
  lineMonths(line),
  ...(eachProgram
    ? Array.from({ length: programs + SPARE_PROGRAMS }, (_, p) =>
        onSheet(SHEETS.forecast, monthCells(programRow(p, line as ProgramLine))),
      )
    : []),
];

/** The worst month's value; words where no month counts. A program's month without a team is 0, never the highest. */
function worstFormula(guardrail: Guardrail, programs: number): string {
  const { line, bound, counted } = guardrail;
  const among = `${lineMonths(line)},${lineMonths(counted)},">0"`;
  const worst = guardrail.eachProgram
    ? `MAX(${rowsOf(guardrail, programs).join(',')})`
    : `${bound === 'least' ? 'MINIFS' : 'MAXIFS'}(${among})`;
  return `IF(COUNTIF(${lineMonths(counted)},">0")=0,"no month",${worst})`;
}

/** The month of a value, wherever it stands first. */
const monthFormula = (value: string, rows: readonly string[]): string =>
  rows.reduceRight((otherwise, row) => `IFERROR(INDEX(${forecastHeader},MATCH(${value},${row},0)),${otherwise})`, '""');

const nameOf = ({ key }: Guardrail): string => SETTING_COLUMNS.find((setting) => setting.key === key)!.header;

/** @param tolerance cell with what still counts as the limit itself */
export function drawGuardrails(
  sheet: SheetDraft,
  sample: SampleTables,
  firstRow: number,
  programs: number,
  tolerance: string,
): void {
  const header = firstRow - 1;
  sheet.section(
    header - 1,
    0,
    COLUMNS,
    'Guardrails: limits set on Scenarios, against the worst month of the active scenario',
  );
  sheet.put(header, 0, [['Guardrail', 'Verdict', 'Worst month', 'Limit', 'What to do where it is crossed', 'Month']]);
  sheet
    .format(area(header, 0, 1, COLUMNS), { bold: true, fill: COLORS.band })
    .format(area(header, 2, 1, 2), { align: 'Right' })
    .format(area(header, 1), { align: 'Center' });
  GUARDRAILS.forEach((guardrail, i) => {
    const row = firstRow + i;
    const worst = relative(row, 2),
      limit = relative(row, 3);
    const crossed = guardrail.bound === 'least' ? `${worst}<${limit}-${tolerance}` : `${worst}>${limit}+${tolerance}`;
    const cells: Content[] = [
      nameOf(guardrail),
      formula(`IF(NOT(ISNUMBER(${limit})),"–",IF(NOT(ISNUMBER(${worst})),"–",IF(${crossed},"REVIEW","OK")))`),
      formula(`IF(${NAMES.ready},IFERROR(${worstFormula(guardrail, programs)},"error"),"no forecast")`),
      formula(limitFormula(sample, guardrail.key)),
      guardrail.advice,
      formula(`IF(AND(${NAMES.ready},ISNUMBER(${worst})),${monthFormula(worst, rowsOf(guardrail, programs))},"")`),
    ];
    sheet.put(row, 0, [cells]);
    sheet.format(area(row, 2, 1, 2), {
      numberFormat: formatOfUnit(lineByKey.get(guardrail.line)!.unit),
      align: 'Right',
    });
  });
  const { row, rows } = guardrailArea(firstRow);
  sheet.light(area(row, 1, rows, 1));
  sheet.format(area(row, 0, rows, COLUMNS), { bottom: { color: COLORS.line, weight: 'Thin' } });
  sheet.format(area(row, 4, rows, 1), { color: COLORS.muted, indent: 1 }).format(area(header, 4), { indent: 1 });
  sheet.format(area(row, 5, rows, 1), { numberFormat: NUMBER_FORMATS.month, align: 'Left', color: COLORS.muted });
}

/** The same lights in short, for Start. */
export function repeatGuardrails(sheet: SheetDraft, row: number, width: number, source: Area): void {
  sheet.section(row, 0, width, 'Guardrails');
  sheet.put(row + 1, 0, [['Limit', 'Worst month', 'Verdict']]);
  sheet
    .format(area(row + 1, 0, 1, width), FORMATS.header)
    .format(area(row + 1, 1), { align: 'Right' })
    .format(area(row + 1, 2), { align: 'Center' });
  const there = (i: number, column: number) => onSheet(SHEETS.checks, area(source.row + i, column));
  GUARDRAILS.forEach((guardrail, i) => {
    const at = row + 2 + i;
    sheet.put(at, 0, [[nameOf(guardrail), formula(there(i, 2)), formula(there(i, 1))]]);
    sheet.format(area(at, 1), {
      numberFormat: formatOfUnit(lineByKey.get(guardrail.line)!.unit),
      align: 'Right',
      bold: true,
    });
    sheet.format(area(at, 0, 1, width), { bottom: { color: COLORS.line, weight: 'Thin' } });
  });
  sheet.light(area(row + 2, 2, GUARDRAILS.length, 1));
}
