/** Adds a scenario: a column of Scenarios beside the others, blank or with the values of one of them. */
import { fold } from '../../tables/reading/nearest';
import { remarksOf } from '../../tables/schemas/remarks';
import { SCENARIOS } from '../../tables/schemas/scenarios';
import { MOST_SCENARIOS } from '../practice/limits';
import { nameProblem } from '../practice/practice';
import { proposed, refused, type Proposal } from './edit';
import { scenariosOf, type TablesNow } from './tables-now';
import { rowsOf } from './where';

/** Why no scenario can be added; null where one can. */
export function noRoomForScenario(tables: TablesNow): string | null {
  const { length } = scenariosOf(tables);
  return length < MOST_SCENARIOS
    ? null
    : `There are ${length} scenarios; Compare has room for ${MOST_SCENARIOS}. Delete the column of one on Scenarios first.`;
}

/** Headers that Scenarios reads as something else than a scenario. */
const TAKEN = [...SCENARIOS.columns.flatMap(({ header, aliases }) => [header, ...aliases]), ...remarksOf(SCENARIOS)];

/** @param like the scenario that it starts as; null = it changes nothing until something is typed */
export function addScenario(tables: TablesNow, typed: string, like: string | null): Proposal {
  const name = typed.trim();
  const known = scenariosOf(tables);
  const problem =
    noRoomForScenario(tables) ??
    nameProblem(name, 'Type the name of the scenario.') ??
    (known.some((scenario) => fold(scenario) === fold(name)) ? `Scenarios has “${name}” already.` : null) ??
    (TAKEN.some((header) => fold(header) === fold(name))
      ? `“${name}” has a meaning in the tables; choose another name.`
      : null);
  if (problem) return refused(problem);

  const { scenarios } = tables;
  const position = (scenario: string): number =>
    scenarios.headers.findIndex((header) => fold(header) === fold(scenario));
  const model = like === null ? -1 : position(like);
  if (like !== null && model < 0) return refused(`Scenarios has no “${like}” any more.`);
  const last = known.at(-1);
  const at = last === undefined ? scenarios.headers.length : position(last) + 1;
  const rows = scenarios.rows.map((_, i) => i);
  return proposed({
    title: `Add ${name}`,
    done: `${name} is added.`,
    says: [
      `${rowsOf(scenarios, rows)}: a column ${name}${last === undefined ? '' : ` to the right of ${last}`}`,
      like === null ? 'Its cells are blank: it changes nothing until you type' : `Its cells start as those of ${like}`,
    ],
    shares: [],
    steps: [
      {
        what: 'insert column',
        table: 'scenarios',
        at,
        header: name,
        contents: scenarios.rows.map(({ contents }) => (model < 0 ? null : contents[model])),
        // A value is shown in its driver's unit, as in the columns beside it.
        formats: scenarios.rows.map(({ formats }) => formats[at > 0 ? at - 1 : 0]),
      },
    ],
  });
}
