import { HostObject } from '../host-object';
import type { HostState } from '../host-state';
import { CustomFunctions } from './custom-functions';

/** The services that Office.js starts from beside the workbook. */
export function createService(typeName: string, state: HostState): HostObject | undefined {
  switch (typeName) {
    case 'Microsoft.InternalService.AddinInternalService':
      return new AddinInternalService();
    case 'Microsoft.AppRuntime.AppRuntimeService':
      return new AppRuntimeService(state);
    case 'Microsoft.AppRuntime.AppRuntimePersistenceService':
      return new AppRuntimePersistenceService(state);
    case 'Microsoft.ExcelServices.CustomFunctions':
      return new CustomFunctions(state);
    default:
      return undefined;
  }
}

class AddinInternalService extends HostObject {
  readonly typeName = 'AddinInternalService';

  notifyActionHandlerReady() {}
}

/** Office.addin.showAsTaskpane() and hide(). */
class AppRuntimeService extends HostObject {
  readonly typeName = 'AppRuntimeService';

  constructor(private readonly state: HostState) {
    super();
  }

  setAppRuntimeState(runtimeState: string) {
    if (runtimeState === 'Visible') this.state.pane.open();
    else this.state.pane.close();
  }
}

/** Among the settings, which another installation of Excel may not have. */
const START_STATE = 'Office.AppRuntimeStartState';

/** Office.addin.setStartupBehavior() and getStartupBehavior(): kept in the workbook, with what an add-in keeps there. */
class AppRuntimePersistenceService extends HostObject {
  readonly typeName = 'AppRuntimePersistenceService';

  constructor(private readonly state: HostState) {
    super();
  }

  setAppRuntimeStartState(runtimeState: string) {
    if (runtimeState === 'Inactive') delete this.state.document.settings[START_STATE];
    else this.state.document.settings[START_STATE] = runtimeState;
  }
  getAppRuntimeStartState() {
    return this.state.document.settings[START_STATE] ?? 'Inactive';
  }
}
