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
