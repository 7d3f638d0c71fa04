/** In which scenarios findings are looked for: those that can be forecast, so that one that cannot hides nothing in the others. */
import type { Finding } from '../../tables/messages/finding';
import type { Projections } from '../projections';

const ofScenarios = ({ inputs }: Projections): (string | null)[] => [null, ...inputs.scenarios.map(({ name }) => name)];

const runs = (model: Projections): (string | null)[] =>
  ofScenarios(model).filter((scenario) => model.refusal(scenario) === null);

/** Where there are scenarios, nobody looks at the forecast without one. */
export function lookedAt(model: Projections): (string | null)[] {
  const hasScenarios = model.inputs.scenarios.length > 0;
  return runs(model).filter((scenario) => !hasScenarios || scenario !== null);
}

/** Why something cannot be forecast; said once of what stops several scenarios. */
export function refusals(model: Projections): Finding[] {
  const found = ofScenarios(model).flatMap((scenario) => model.refusal(scenario) ?? []);
  return found.filter(({ text }, i) => found.findIndex((other) => other.text === text) === i);
}

/** What is found, and the key it has in every scenario. */
export interface Found {
  key: string;
  finding: Finding;
}

/** What is found without a scenario, then what each scenario adds. */
export function plainFirst(model: Projections, find: (scenario: string | null) => readonly Found[]): Finding[] {
  const known = new Set<string>();
  return runs(model).flatMap((scenario) => {
    const added = find(scenario).filter(({ key }) => !known.has(key));
    if (scenario === null) for (const { key } of added) known.add(key);
    return added.map(({ finding }) => finding);
  });
}
