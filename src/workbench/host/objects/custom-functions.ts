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
  /** The older form, for hosts without array results. */
  setInvocationResults(results: { id: number; failed?: boolean; value: unknown; errorCode?: number }[]) {
    this.state.functions.receive(results.map(({ id, failed, value, errorCode }) => [id, !failed, value, errorCode]));
  }
  _setOsfControlContainerReadyForCustomFunctions() {
    this.state.functions.ready();
  }
  /** Today's Excel: large results in slices (1), short (2) and bounded (4) pauses between results. */
  _getEnabledFeatures() {
    return [1, 2, 4];
  }
}
