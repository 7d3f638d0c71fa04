import { HostObject } from '../host-object';

/** A batch calculates once anyway, and the screen is drawn after it. */
export class Application extends HostObject {
  readonly typeName = 'Application';

  suspendApiCalculationUntilNextSync() {}
  suspendScreenUpdatingUntilNextSync() {}
}
