import type { Finding } from '../../tables/messages/finding';
import type { Inputs } from '../../tables/reading/read-model';
import { Refused } from '../refused';
import type { ScenarioForecast } from '../scenario-forecast';
import { absences } from './absences';
import { clipped } from './clipped';
import type { Finder, Sight } from './finder';
import { crossedGuardrails } from './guardrails';
import { fewScenarios } from './few-scenarios';
import { missingTeams } from './missing-team';
import { movedOneOffs } from './moved-one-off';
import { inputsWithoutEffect } from './no-effect';
import { unbillable } from './unbillable';

/** In the order in which they tell. */
const FINDERS: readonly Finder<unknown>[] = [
  absences,
  clipped,
  movedOneOffs,
  missingTeams,
  unbillable,
  crossedGuardrails,
];

/**
 * In the order of the tables first, then what only a projection shows; where an error keeps the model from running, what was read.
 * @param forecastOf a scenario, worked out for this and kept by nobody. @throws Refused
 */
export function findingsOf(
  inputs: Inputs,
  forecastOf: (scenario: string | null) => ScenarioForecast,
): readonly Finding[] {
  if (inputs.errors.length) return inputs.findings;
  const refusals: Finding[] = [];
  const sights = FINDERS.map((): Sight<unknown>[] => []);
  const looked = fewScenarios(inputs);
  for (const scenario of looked.scenarios) {
    try {
      const forecast = forecastOf(scenario);
      FINDERS.forEach(({ look }, i) => sights[i].push({ scenario, seen: look(inputs, forecast) }));
      forecast.projection.giveBack();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Said once of what stops several scenarios.
      if (!refusals.some(({ text }) => text === error.finding.text)) refusals.push(error.finding);
    }
  }
  return [
    ...inputs.findings,
    ...looked.findings,
    ...refusals,
    ...inputsWithoutEffect(inputs),
    ...FINDERS.flatMap(({ tell }, i) => tell(inputs, sights[i])),
  ];
}
