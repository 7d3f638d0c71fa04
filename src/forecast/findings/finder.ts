/**
 * What only a forecast shows is found in two steps: a look at each scenario, one after the other, so that no more than
 * one is at hand at a time; then what there is to tell of all of them.
 */
import type { Finding } from '../../tables/messages/finding';
import type { Inputs } from '../../tables/reading/read-model';
import type { ScenarioForecast } from '../scenario-forecast';

/** What was seen in a scenario. */
export interface Sight<Seen> {
  scenario: string | null;
  seen: Seen;
}

export interface Finder<Seen> {
  look(inputs: Inputs, forecast: ScenarioForecast): Seen;
  /** @param sights of the scenarios that can be forecast, first of the forecast without one */
  tell(inputs: Inputs, sights: readonly Sight<Seen>[]): Finding[];
}

/** Where there are scenarios, nobody looks at the forecast without one. */
export const lookedAt = <Seen>({ scenarios }: Inputs, sights: readonly Sight<Seen>[]): readonly Sight<Seen>[] =>
  scenarios.length > 0 ? sights.filter(({ scenario }) => scenario !== null) : sights;

/** What is found, and the key it has in every scenario. */
export interface Found {
  key: string;
  finding: Finding;
}

/** Tells what is found without a scenario, then what each scenario adds. */
export const plainFirst = (look: Finder<readonly Found[]>['look']): Finder<readonly Found[]> => ({
  look,
  tell(_inputs, sights) {
    const known = new Set<string>();
    return sights.flatMap(({ scenario, seen }) => {
      const added = seen.filter(({ key }) => !known.has(key));
      if (scenario === null) for (const { key } of added) known.add(key);
      return added.map(({ finding }) => finding);
    });
  },
});
