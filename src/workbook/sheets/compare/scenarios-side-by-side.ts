/** On Compare: totals of the scenarios beside each other, what they differ by, and their months as charts. */
import { lineByKey } from '../../../engine/model/lines';
import { area, fixed, formula, relative, type Area } from '../../plan/cells';
import { drawLegend } from '../../layout/chart-legend';
import { AXIS_FORMATS, FORMATS, formatOfUnit, SERIES_COLORS } from '../../layout/look';
import { CHART_ROWS, monthlyChart } from '../../layout/monthly-chart';
import { NAMES, NO_RESULT } from '../../layout/names';
import { drawResults, placeResults, type Here, type ResultTable } from '../../layout/result-table';
import { places, ROOM } from '../../layout/room';
import type { SheetDraft } from '../../layout/sheet-draft';
import { monthCells, TOTAL_COLUMN } from '../../layout/statement-table';
import { scenarioNumber } from '../checks/names-as-read';
import { chartMonths } from '../forecast/layout';
import { namedHeader, NAMED_HEADER } from './named-header';
import {
  CHART_LEGEND_COLUMN,
  DIFFERENCES_ROW,
  SCENARIO_CHARTS_ROW,
  SCENARIO_LINES,
  scenarioNameRow,
  scenarioPlace,
  scenarioRow,
  SCENARIOS_ROW,
  type ScenarioLine,
} from './layout';

interface Figure {
  name: string;
  unit: string;
  /** Formula of a scenario's figure, from its months. */
  total: (scenario: number) => string;
}

const FIGURES: readonly Figure[] = [
  ...SCENARIO_LINES.map((key): Figure => {
    const { name, unit } = lineByKey.get(key)!;
    return { name, unit, total: (scenario) => relative(scenarioRow(scenario, key), TOTAL_COLUMN) };
  }),
  {
    name: 'Peak funding need',
    unit: '$',
    total: (scenario) => `MAX(0,-MIN(${fixed(monthCells(scenarioRow(scenario, 'cumulativeCash')))}))`,
  },
];

/** A table of the figures, a column a scenario there is room for; a column without a scenario stays blank. */
const figuresTable = (
  row: number,
  cell: (figure: Figure, here: Here, name: string) => string,
): ResultTable<Figure> => ({
  row,
  header: NAMED_HEADER,
  columns: [
    { key: 'figure', header: 'Figure', cell: ({ name }) => name },
    { key: 'unit', header: 'Unit', format: FORMATS.unit, cell: ({ unit }) => unit },
    {
      key: 'scenario',
      times: ROOM.scenarios,
      numberFormat: ({ unit }) => formatOfUnit(unit),
      align: 'Right',
      header: ({ nth }) => formula(fixed(area(scenarioNameRow(nth), 0))),
      cell: (figure, here) => {
        const name = fixed(area(scenarioNameRow(here.nth), 0));
        return formula(`IF(${name}="","",${cell(figure, here, name)})`);
      },
    },
  ],
  rows: FIGURES,
  ruled: true,
});

const SCENARIOS = figuresTable(SCENARIOS_ROW, ({ total }, { nth }) => {
  const anchor = fixed(area(scenarioNameRow(nth) + 1, 0));
  return `IF(ISERROR(${anchor}),${NO_RESULT},${total(nth)})`;
});
const placed = placeResults(SCENARIOS);

/** The base is found by its name among all scenarios; a name that is none of them has no differences. */
const DIFFERENCES = figuresTable(DIFFERENCES_ROW, (figure, { nth }) => {
  const { row, column } = placed.cell('scenario', figure);
  const own = relative(row, column + nth);
  const base = `INDEX(${fixed(placed.cell('scenario', figure))},${scenarioNumber(NAMES.baseScenario)})`;
  return `IF(${scenarioNumber(NAMES.baseScenario)}=0,${NO_RESULT},IF(AND(ISNUMBER(${own}),ISNUMBER(${base})),${own}-${base},${NO_RESULT}))`;
});

export function drawScenarios(sheet: SheetDraft): void {
  for (const table of [SCENARIOS, DIFFERENCES]) namedHeader(sheet, drawResults(sheet, table).area);
  sheet.section(SCENARIOS_ROW - 1, 0, placed.area.columns, 'Scenarios');
  sheet.put(DIFFERENCES_ROW - 1, 0, [[formula(`"Difference from "&${NAMES.baseScenario}`)]]);
  sheet.format({ ...placed.header('figure'), row: DIFFERENCES_ROW - 1, columns: placed.area.columns }, FORMATS.section);

  const chart = (name: string, title: string, key: ScenarioLine, at: Area) =>
    sheet.chart(
      monthlyChart({
        name,
        title,
        kind: 'Line',
        categories: chartMonths,
        series: places(ROOM.scenarios).map((scenario) => ({
          name: `Scenario ${scenario + 1}`,
          color: COLORS_OF_SCENARIOS[scenario],
          ...scenarioPlace(scenario, key),
        })),
        legend: 'none',
        valueFormat: AXIS_FORMATS.dollars,
        at,
      }),
    );
  const at = (first: number, columns: number) => area(SCENARIO_CHARTS_ROW, first, CHART_ROWS, columns);
  chart('ScenarioRevenue', 'Monthly revenue by scenario', 'allowedRevenue', at(0, 3));
  chart('ScenarioCash', 'Cumulative cash by scenario', 'cumulativeCash', at(3, 5));
  drawLegend(
    sheet,
    SCENARIO_CHARTS_ROW + 1,
    CHART_LEGEND_COLUMN,
    places(ROOM.scenarios).map((scenario) => ({
      name: fixed(area(scenarioNameRow(scenario), 0)),
      color: COLORS_OF_SCENARIOS[scenario],
    })),
  );
}

/** The second, which is in the middle of three, in the strongest color. */
const COLORS_OF_SCENARIOS = [2, 0, 1, 3, 4, 5].map((color) => SERIES_COLORS[color]);
