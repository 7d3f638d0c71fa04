import { lineByKey } from '../engine/model/lines';
import type { Statement } from '../engine/month/statement';
import type { Program } from './enums';
import { lineKeysAndKind, MONTH_KIND } from './arguments/line-names';
import { forecastOfArguments } from './arguments/model-arguments';
import { monthShown } from './arguments/month-argument';
import { stamped } from './arguments/stamp';
import { isTrue, nameOf } from './arguments/text-argument';

/**
 * The monthly statement of the forecast: panel, billing, cash, costs and margin, a row a line.
 *
 * Select whole tables with their header rows, e.g. tblPanel[#All]. Columns are found by header.
 *
 * Months in the header row are Excel's dates, which a cell shows as numbers such as 46418 until it is formatted: give the row the number format mmm yy (Ctrl+1, Custom). Without labels there is no such row; =EDATE(DATE(2027,1,1), SEQUENCE(1, 36, 0)) above the answer, formatted likewise, names 36 months from January 2027.
 *
 * The total of a flow is its sum, of a balance (patients, receivable, cumulative cash) its last month, of a rate the ratio of its totals. The first three columns and the header row come with labels.
 *
 * @customfunction FORECAST
 * @category The model
 * @helpurl help/FORECAST.html
 * @param panel The Panel table with its header row: a row a program.
 * @param payerMix The Payer mix table: a row a program and payer.
 * @param costs The Costs table: a row a cost item.
 * @param [settings] The Settings table: start month, months, billing basis …; blank = 36 months, counted 1, 2, 3.
 * @param [scenarios] The Scenarios table: a row an adjustment, a column a scenario.
 * @param [changes] The Changes table: a row a planned change.
 * @param [actuals] The Actuals table: a row a month, program and payer, of months that are over; the forecast goes on behind them.
 * @param [scenario] The scenario to apply: a column of the Scenarios table; blank = none.
 * @param [program] The program to show; blank = all together.
 * @param [lines] One line's name or a range of names, which may be Minutes available, Minutes used and Month kind (actual or forecast) too; blank = all lines of the statement.
 * @param [labels] TRUE adds a header row with month-ends and the columns Line, Unit and Total.
 * @param [stamp] A text that changes with the inputs; the answer’s first cell then says what it is of: scenario, a fingerprint of the tables, and the stamp.
 * @returns The lines asked for by month, in $, patients, shares or $/patient/month.
 * @throws The first finding of PPPM.CHECKMODEL, with its table, row and column; an unknown scenario, program or line with the nearest names.
 * @example
 * =PPPM.FORECAST(tblPanel[#All], tblPayerMix[#All], tblCosts[#All], tblSettings[#All], , , , , "CCM", {"Opening patients";"New patients";"Lost patients";"Closing patients"})
 * → {100,108,115.84;10,10,10;2,2.16,2.3168;108,115.84,123.5232}
 */
export function forecast(
  panel: unknown[][],
  payerMix: unknown[][],
  costs: unknown[][],
  settings?: unknown[][],
  scenarios?: unknown[][],
  changes?: unknown[][],
  actuals?: unknown[][],
  scenario?: string,
  program?: Program,
  lines?: unknown[][],
  labels?: boolean,
  stamp?: string,
): unknown[][] {
  const model = forecastOfArguments(panel, payerMix, costs, settings, scenarios, changes, actuals);
  const scenarioName = nameOf('scenario', scenario);
  const statement = model.statement(scenarioName, nameOf('program', program));
  const keys = lineKeysAndKind(lines);
  const over = model.inputs.actual?.months ?? 0;
  if (!isTrue('labels', labels)) return keys.map((key) => withSeries([], statement, key, over));
  const start = model.inputs.settings.startMonth;
  const header: unknown[] = ['Line', 'Unit', 'Total'];
  for (let t = 0; t < statement.months; t++) header.push(monthShown(t + 1, start));
  const rows = keys.map((key) => withSeries(lineLabels(statement, key), statement, key, over));
  return stamped([header, ...rows], model, scenarioName, stamp);
}

type Shown = ReturnType<typeof lineKeysAndKind>[number];

/** The months' figures behind the row's labels, in room made once. */
function withSeries(labels: readonly unknown[], { months, series }: Statement, key: Shown, over: number): unknown[] {
  const first = labels.length;
  const row: unknown[] = new Array(first + months);
  for (let i = 0; i < first; i++) row[i] = labels[i];
  if (key === MONTH_KIND) for (let t = 0; t < months; t++) row[first + t] = t < over ? 'actual' : 'forecast';
  else if (key === null) row.fill('', first);
  else {
    const figures = series[key];
    for (let t = 0; t < months; t++) row[first + t] = figures[t];
  }
  return row;
}

function lineLabels({ totals }: Statement, key: Shown): unknown[] {
  if (key === null) return ['', '', ''];
  if (key === MONTH_KIND) return [MONTH_KIND, '', ''];
  const { name, unit } = lineByKey.get(key)!;
  return [name, unit, totals[key]];
}
