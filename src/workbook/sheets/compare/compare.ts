/** Compare: the scenarios side by side, the programs side by side, and the months of each scenario. */
import { lineByKey, type LineKey } from '../../../engine/model/lines';
import { area, columnName, fixed, formula, onSheet, relative, type Content } from '../../plan/cells';
import { SheetDraft } from '../../layout/sheet-draft';
import { COLORS, FORMATS, formatOfUnit, NUMBER_FORMATS, SERIES_COLORS, TAB_COLORS } from '../../layout/look';
import {
  COMPARE,
  compareBlocksSection,
  compareProgramCharts,
  compareProgramHeader,
  lineTotal,
  MODEL_ARGUMENTS,
  monthCells,
  NAMES,
  PROGRAM_LINES,
  programNameRow,
  programRow,
  SCENARIO_LINES,
  scenarioBlockRow,
  scenarioNameRow,
  SHEETS,
  SPARE_PROGRAMS,
  STATEMENT_ROW,
  TOTAL_COLUMN,
  type ScenarioLine,
} from '../../layout/places';
import type { SheetPlan } from '../../plan/plan';
import { SCENARIO_NAMES, STARTING_SCENARIO, type SampleTables } from '../../practice/sample-tables';
import { drawHires, drawLosses } from './losses';
import { formatLine, formatStatementHeader, MONTHLY_WIDTHS } from '../../layout/statement-table';
import { scenarioHeaderCells } from '../scenarios';

/** The second column holds roles of the care team, too. */
const ROLE_WIDTH = 26;

/** Cell that names the scenario the others are measured against. */
export const BASE_SCENARIO = area(3, 1);

const SCENARIOS = SCENARIO_NAMES.length;
const FIRST_SCENARIO = 2;
const FIRST_DIFFERENCE = FIRST_SCENARIO + SCENARIOS;

/** What stands where there is no result; the reason is on Checks. */
export const NO_RESULT = '"see Checks"';

export function compareSheet(sample: SampleTables, programNames: readonly string[], months: number): SheetPlan {
  const sheet = new SheetDraft(SHEETS.compare, TAB_COLORS.results, [
    MONTHLY_WIDTHS[0],
    ROLE_WIDTH,
    ...MONTHLY_WIDTHS.slice(2),
  ]);
  sheet.heading(
    SHEETS.compare,
    'The scenarios and the programs side by side: where the result comes from, and what it depends on.',
  );
  drawScenarios(sheet, sample);
  drawScenarioCharts(sheet, months);
  drawPrograms(sheet, programNames.length);
  drawProgramChart(sheet, programNames, months);
  drawLosses(sheet, months);
  drawScenarioBlocks(sheet);
  drawHires(sheet, SCENARIOS);
  sheet.freeze(COMPARE.scenarioHeader - 1, TOTAL_COLUMN);
  sheet.print({ titleRows: COMPARE.scenarioHeader - 1, titleColumns: TOTAL_COLUMN, pagesWide: Math.ceil(months / 12) });
  return sheet.plan();
}

const unitOf = (key: LineKey): string => lineByKey.get(key)!.unit;
const nameOf = (key: LineKey): string => lineByKey.get(key)!.name;

function drawScenarios(sheet: SheetDraft, sample: SampleTables): void {
  const names = scenarioHeaderCells(sample);
  sheet.put(BASE_SCENARIO.row, 0, [['Compared with', STARTING_SCENARIO]]);
  sheet
    .format(area(BASE_SCENARIO.row, 0), { bold: true })
    .format(BASE_SCENARIO, FORMATS.input, { bold: true, align: 'Center' });
  sheet.validate({
    area: BASE_SCENARIO,
    rule: { kind: 'list', source: { sheet: SHEETS.scenarios, area: names } },
    prompt: { title: 'Compared with', message: 'The scenario that the others are measured against.' },
    alert: { title: 'Compared with', message: 'Choose one of the scenarios on Scenarios.', style: 'Stop' },
  });

  const header = COMPARE.scenarioHeader;
  sheet.section(header - 1, 0, FIRST_DIFFERENCE + SCENARIOS, 'Scenarios');
  const nameCell = (scenario: number) => relative(header, FIRST_SCENARIO + scenario);
  sheet.put(header, 0, [
    [
      'Figure',
      'Unit',
      ...SCENARIO_NAMES.map((_, i): Content => formula(onSheet(SHEETS.scenarios, area(names.row, names.column + i)))),
      ...SCENARIO_NAMES.map((_, i): Content => formula(nameCell(i))),
    ],
  ]);
  sheet.put(header - 1, FIRST_DIFFERENCE, [[formula(`"Difference from "&${NAMES.baseScenario}`)]]);
  sheet.format(area(header, 0, 1, FIRST_DIFFERENCE + SCENARIOS), FORMATS.header);
  sheet.format(area(header, FIRST_SCENARIO, 1, 2 * SCENARIOS), { align: 'Right' });

  const rows = [
    ...SCENARIO_LINES.map((key) => ({
      name: nameOf(key),
      unit: unitOf(key),
      total: (scenario: number) => relative(scenarioBlockRow(scenario, key), TOTAL_COLUMN),
    })),
    {
      name: 'Peak funding need',
      unit: '$',
      total: (scenario: number) => `MAX(0,-MIN(${fixed(monthCells(scenarioBlockRow(scenario, 'cumulativeCash')))}))`,
    },
  ];
  const namesRow = fixed(area(header, FIRST_SCENARIO, 1, SCENARIOS));
  rows.forEach(({ name, unit, total }, i) => {
    const row = header + 1 + i;
    const figures = `$${relative(row, FIRST_SCENARIO)}:$${relative(row, FIRST_SCENARIO + SCENARIOS - 1)}`;
    sheet.put(row, 0, [
      [
        name,
        unit,
        ...SCENARIO_NAMES.map((_, s): Content =>
          formula(`IF(ISERROR(${fixed(area(scenarioNameRow(s) + 1, 0))}),${NO_RESULT},${total(s)})`),
        ),
        ...SCENARIO_NAMES.map((_, s): Content =>
          formula(
            `IFERROR(${relative(row, FIRST_SCENARIO + s)}-INDEX(${figures},MATCH(${NAMES.baseScenario},${namesRow},0)),${NO_RESULT})`,
          ),
        ),
      ],
    ]);
    sheet.format(area(row, FIRST_SCENARIO, 1, 2 * SCENARIOS), { numberFormat: formatOfUnit(unit), align: 'Right' });
    sheet.format(area(row, 1), { color: COLORS.muted, size: 9 });
    sheet.format(area(row, 0, 1, FIRST_DIFFERENCE + SCENARIOS), { bottom: { color: COLORS.line, weight: 'Thin' } });
  });
  sheet.format(area(header + 1, FIRST_DIFFERENCE, rows.length, SCENARIOS), { fill: COLORS.band });
}

/** Which line of which scenario a chart shows. */
function scenarioChart(
  sheet: SheetDraft,
  name: string,
  title: string,
  key: ScenarioLine,
  column: number,
  columns: number,
  months: number,
): void {
  sheet.chart({
    name,
    title,
    kind: 'Line',
    categories: { sheet: SHEETS.compare, area: monthCells(scenarioNameRow(0) + 1, 0, months) },
    series: SCENARIO_NAMES.map((scenario, i) => ({
      name: scenario,
      sheet: SHEETS.compare,
      area: monthCells(scenarioBlockRow(i, key), 0, months),
      color: [SERIES_COLORS[2], SERIES_COLORS[0], SERIES_COLORS[1]][i],
    })),
    valueFormat: '$#,##0',
    categoryFormat: NUMBER_FORMATS.month,
    at: area(COMPARE.scenarioCharts, column, COMPARE.chartRows, columns),
  });
}

function drawScenarioCharts(sheet: SheetDraft, months: number): void {
  scenarioChart(sheet, 'ScenarioRevenue', 'Monthly revenue by scenario', 'allowedRevenue', 0, 3, months);
  scenarioChart(sheet, 'ScenarioCash', 'Cumulative cash by scenario', 'cumulativeCash', 3, 5, months);
}

function drawPrograms(sheet: SheetDraft, programs: number): void {
  const header = compareProgramHeader;
  const blocks = programs + SPARE_PROGRAMS;
  const firstProgram = TOTAL_COLUMN + 1;
  const width = firstProgram + blocks;
  sheet.section(header - 1, 0, width, 'Programs in the active scenario, totals of the forecast');
  sheet.put(header, 0, [
    [
      'Figure',
      'Unit',
      'All programs',
      ...Array.from({ length: blocks }, (_, p): Content =>
        formula(onSheet(SHEETS.forecast, area(programNameRow(p), 0))),
      ),
    ],
  ]);
  sheet
    .format(area(header, 0, 1, width), FORMATS.header)
    .format(area(header, TOTAL_COLUMN, 1, blocks + 1), { align: 'Right' });
  PROGRAM_LINES.forEach((key, i) => {
    const row = header + 1 + i;
    sheet.put(row, 0, [
      [
        nameOf(key),
        unitOf(key),
        formula(`IF(${NAMES.ready},${lineTotal(key)},${NO_RESULT})`),
        ...Array.from({ length: blocks }, (_, p): Content => {
          const anchor = onSheet(SHEETS.forecast, area(programNameRow(p) + 1, 0));
          const total = onSheet(SHEETS.forecast, area(programRow(p, key), TOTAL_COLUMN));
          return formula(
            `IF(ISERROR(${anchor}),${NO_RESULT},IF(${columnName(firstProgram + p)}$${header + 1}="","",${total}))`,
          );
        }),
      ],
    ]);
    sheet.format(area(row, TOTAL_COLUMN, 1, blocks + 1), { numberFormat: formatOfUnit(unitOf(key)), align: 'Right' });
    sheet.format(area(row, 1), { color: COLORS.muted, size: 9 });
    sheet.format(area(row, TOTAL_COLUMN), { bold: true, fill: COLORS.band });
    sheet.format(area(row, 0, 1, width), { bottom: { color: COLORS.line, weight: 'Thin' } });
  });
}

function drawProgramChart(sheet: SheetDraft, programNames: readonly string[], months: number): void {
  const chart = (
    name: string,
    title: string,
    key: (typeof PROGRAM_LINES)[number],
    column: number,
    columns: number,
    kind: 'ColumnStacked' | 'Line',
  ) =>
    sheet.chart({
      name,
      title,
      kind,
      categories: { sheet: SHEETS.forecast, area: monthCells(STATEMENT_ROW, 0, months) },
      series: programNames.map((program, p) => ({
        name: program,
        sheet: SHEETS.forecast,
        area: monthCells(programRow(p, key), 0, months),
        color: SERIES_COLORS[p % SERIES_COLORS.length],
      })),
      valueFormat: '$#,##0',
      categoryFormat: NUMBER_FORMATS.month,
      at: area(compareProgramCharts, column, COMPARE.chartRows, columns),
    });
  chart('ProgramRevenue', 'Monthly revenue by program', 'allowedRevenue', 0, 3, 'ColumnStacked');
  chart('ProgramMargin', 'Monthly margin by program', 'margin', 3, 5, 'Line');
}

function drawScenarioBlocks(sheet: SheetDraft): void {
  sheet.section(compareBlocksSection, 0, TOTAL_COLUMN + 1, 'Months of each scenario');
  const names = fixed(area(COMPARE.scenarioHeader + 1, 0, SCENARIO_LINES.length));
  SCENARIO_NAMES.forEach((_, s) => {
    const row = scenarioNameRow(s);
    sheet.put(row, 0, [[formula(relative(COMPARE.scenarioHeader, FIRST_SCENARIO + s))]]);
    sheet.format(area(row, 0, 1, TOTAL_COLUMN + 1), { bold: true, fill: COLORS.band, color: COLORS.navy });
    sheet.put(row + 1, 0, [[formula(`PPPM.FORECAST(${MODEL_ARGUMENTS},${fixed(area(row, 0))},,${names},TRUE)`)]]);
    formatStatementHeader(sheet, row + 1, {
      bold: true,
      color: COLORS.muted,
      bottom: { color: COLORS.line, weight: 'Thin' },
    });
    SCENARIO_LINES.forEach((key, i) => formatLine(sheet, row + 2 + i, key));
  });
}
