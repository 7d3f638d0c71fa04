import type { Change, Model } from '../engine/model/model';
import { known } from '../tables/reading/known-name';
import type { Scenario } from '../tables/reading/read-changes';
import type { Inputs } from '../tables/reading/read-model';

/** The model of one scenario; no scenario means no adjustments. */
export function modelOf(inputs: Inputs, scenario: string | null): Model {
  const { settings, programs, payers, costs, schedule, changes, actual } = inputs;
  const adjustments: readonly Change[] = scenario === null ? [] : scenarioNamed(inputs, scenario).adjustments;
  // What is left is named by the engine's fields.
  const {
    startMonth: _startMonth,
    actuals: _actuals,
    checking: _checking,
    pricing: _pricing,
    guardrails: _guardrails,
    ...ofEngine
  } = settings;
  return { ...ofEngine, programs, payers, costs, schedule, changes, adjustments, actual };
}

/** @throws InputError for an unknown scenario. */
function scenarioNamed({ scenarios }: Inputs, name: string): Scenario {
  const found = known(
    'scenario',
    name,
    scenarios.map((scenario) => scenario.name),
  );
  return scenarios.find((scenario) => scenario.name === found)!;
}
