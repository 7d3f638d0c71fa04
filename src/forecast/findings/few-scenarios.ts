/**
 * Which scenarios are forecast to be looked at. Excel answers nothing else meanwhile, and restarts a runtime that is
 * silent for 5 s: what would take longer than about a second is left, and said.
 */
import { periodsOf } from '../../engine/inputs/periods';
import { note, type Finding } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/notes';
import { wholeTable } from '../../tables/messages/place';
import type { Inputs } from '../../tables/reading/read-model';
import { SCENARIOS } from '../../tables/schemas/scenarios';

/** Rows times the months they are run for, and the periods they are laid out for; 0.8 to 0.95 s on one of two cores. */
const MOST = 5_000_000;

interface FewScenarios {
  /** First the forecast without a scenario, null. */
  scenarios: readonly (string | null)[];
  /** Of the scenarios that are left. */
  findings: readonly Finding[];
}

export function fewScenarios({
  programs,
  payers,
  costs,
  settings,
  schedule,
  changes,
  scenarios,
}: Inputs): FewScenarios {
  const names = scenarios.map(({ name }) => name);
  const rows = programs.length + payers.length + costs.length;
  const { months } = settings;
  const periods = periodsOf([schedule, changes], months).count;
  const most = Math.max(1, Math.floor(MOST / (rows * (months + periods))) - 1);
  return {
    scenarios: [null, ...names.slice(0, most)],
    findings:
      names.length > most
        ? [note(wholeTable(SCENARIOS), messages.scenariosNotLookedAt, names.slice(most), rows, months, periods)]
        : [],
  };
}
