import type { Projection } from '../engine/project';
import { Drivers } from './drivers';

/** What comes of the tables in one scenario. */
export class ScenarioForecast {
  private read: Drivers | null = null;

  constructor(
    /** null for none. */
    readonly scenario: string | null,
    readonly projection: Projection,
  ) {}

  get drivers(): Drivers {
    return (this.read ??= new Drivers(this.projection.inputs));
  }
}
