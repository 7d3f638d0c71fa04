/** On Compare: totals of the scenarios beside each other, what they differ by, and their months as charts. */
import { lineByKey } from '../../../engine/model/lines';
import { area, fixed, formula, reference, relative, type Area } from '../../plan/cells';
import type { ChartSeries } from '../../plan/plan';
import { AXIS_FORMATS, COLORS, FORMATS, formatOfUnit, SERIES_COLORS } from '../../layout/look';
import { CHART_ROWS, monthlyChart } from '../../layout/monthly-chart';
import { NAMES, NO_RESULT } from '../../layout/names';
import { drawResults, placeResults, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { monthCells, TOTAL_COLUMN } from '../../layout/statement-table';
import { scenarioNames } from '../scenarios';
import type { Book } from '../sheet';
import {
  SCENARIO_CHARTS_ROW,
  SCENARIO_LINES,
  scenarioHeaderPlace,
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

/** Names of the lines, which the months of each scenario are asked for by. */
export const scenarioLineNames = fixed(area(SCENARIOS_ROW + 1, 0, SCENARIO_LINES.length));
/** A scenario's name in the header. */
export const scenarioName = (book: Book, scenario: number): string => {
  const { row, column } = placeResults(scenarioTable(book)).header('scenario');
  return relative(row, column + scenario);
};

function scenarioTable(book: Book): ResultTable<Figure> {
  const scenarios = book.scenarios.length;
  const { sheet, area: names } = scenarioNames(book);
  const figures = { times: scenarios, numberFormat: ({ unit }: Figure) => formatOfUnit(unit), align: 'Right' } as const;
  return {
    row: SCENARIOS_ROW,
    title: 'Scenarios',
    header: FORMATS.header,
    columns: [
      { key: 'figure', header: 'Figure', cell: ({ name }) => name },
      { key: 'unit', header: 'Unit', format: FORMATS.unit, cell: ({ unit }) => unit },
      {
        key: 'scenario',
        ...figures,
        header: ({ nth: s }) => formula(reference({ sheet, area: area(names.row, names.column + s) })),
        cell: ({ total }, { nth: s }) =>
          formula(`IF(ISERROR(${fixed(area(scenarioNameRow(s) + 1, 0))}),${NO_RESULT},${total(s)})`),
      },
      {
        key: 'difference',
        ...figures,
        header: ({ nth: s, at }) => formula(at('scenario', s)),
        format: { fill: COLORS.band },
        cell: (_, { nth: s, at, header }) => {
          const all = `$${at('scenario')}:$${at('scenario', scenarios - 1)}`;
          return formula(
            `IFERROR(${at('scenario', s)}-INDEX(${all},MATCH(${NAMES.baseScenario},${fixed(header('scenario'))},0)),${NO_RESULT})`,
          );
        },
      },
    ],
    rows: FIGURES,
    ruled: true,
  };
}

export function drawScenarios(sheet: SheetDraft, book: Book): void {
  const placed = drawResults(sheet, scenarioTable(book));
  const { row, column } = placed.header('difference');
  sheet.put(row - 1, column, [[formula(`"Difference from "&${NAMES.baseScenario}`)]]);

  const { months } = book.practice;
  const chart = (name: string, title: string, key: ScenarioLine, at: Area) =>
    sheet.chart(
      monthlyChart({
        name,
        title,
        kind: 'Line',
        categories: scenarioHeaderPlace(0, months),
        series: book.scenarios.map((scenario, s): ChartSeries => ({
          name: scenario,
          color: COLORS_OF_SCENARIOS[s],
          ...scenarioPlace(s, key, months),
        })),
        valueFormat: AXIS_FORMATS.dollars,
        at,
      }),
    );
  const at = (first: number, columns: number) => area(SCENARIO_CHARTS_ROW, first, CHART_ROWS, columns);
  chart('ScenarioRevenue', 'Monthly revenue by scenario', 'allowedRevenue', at(0, 3));
  chart('ScenarioCash', 'Cumulative cash by scenario', 'cumulativeCash', at(3, 5));
}

/** The one in the middle in the strongest color. */
const COLORS_OF_SCENARIOS = [SERIES_COLORS[2], SERIES_COLORS[0], SERIES_COLORS[1]] as const;
