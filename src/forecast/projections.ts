import type { Model } from '../engine/model/model';
import type { Projection } from '../engine/project';
import type { Finding } from '../tables/messages/finding';
import type { Inputs } from '../tables/reading/read-model';
import type { Drivers } from './drivers';

/** What findings look into: what the tables hold, and what comes of it in each scenario. */
export interface Projections {
  /** Broken rows included. */
  readonly inputs: Inputs;
  /** @throws InputError with the first finding that keeps the model from running, or for an unknown scenario. */
  model(scenario: string | null): Model;
  /** Why a scenario cannot be forecast, although its rows are in order; null where it can. */
  refusal(scenario: string | null): Finding | null;
  /** @throws InputError as model does, and where the scenario is refused. */
  projection(scenario: string | null): Projection;
  /** @throws InputError as projection does. */
  drivers(scenario: string | null): Drivers;
}
