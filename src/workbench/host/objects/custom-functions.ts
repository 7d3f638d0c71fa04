import { HostObject } from '../host-object';
import type { HostState } from '../host-state';

/** Where Office.js brings the results of custom functions. */
export class CustomFunctions extends HostObject {
  readonly typeName = 'CustomFunctions';

  constructor(private readonly state: HostState) {
    super();
  }

  setInvocationArrayResults(results: unknown[][]) {
    this.state.functions.receive(results);
  }
  _setOsfControlContainerReadyForCustomFunctions() {
    this.state.functions.ready();
  }
  /** Today's Excel: large results in slices (1), short (2) and bounded (4) pauses between results. */
  _getEnabledFeatures() {
    return [1, 2, 4];
  }
}
