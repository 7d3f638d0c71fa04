import { scenariosAsRead } from '../tables/reading/names-as-read';
import { tableOf } from './arguments/model-arguments';

/**
 * The scenarios of a Scenarios table as the model reads them, one below the other: every column that is none of the table's own is a scenario, wherever it stands.
 *
 * @customfunction SCENARIONAMES
 * @category The model
 * @helpurl help/SCENARIONAMES.html
 * @param scenarios The Scenarios table with its header row.
 * @returns The names, one a row; blank where there is none.
 * @throws A table that is missing, or lacks a column that it needs.
 * @example
 * =PPPM.SCENARIONAMES({"Driver","Program","Change","Expected","Stretch","Why";"Conversion rate","CCM","set","",0.7,"asked in person"})
 * → {"Expected";"Stretch"}
 */
export function scenarioNames(scenarios: unknown[][]): unknown[][] {
  const found = scenariosAsRead(tableOf(scenarios));
  return found.length ? found.map((name) => [name]) : [['']];
}
