/** window.external: what Office.js finds in a page that desktop Excel shows. */

/** Office.js's numbers of the calls and events it makes this way. */
const CALL = { openBrowserWindow: 102, commandCompleted: 94 } as const;
const NATIVE_EVENT = { selectionChanged: 2, officeThemeChanged: 9, appCommandInvoked: 39 } as const;
const DISPLAY_MODE = { hidden: 1, taskpane: 2 } as const;
const SUCCEEDED = 0;
const UNSUPPORTED = 5001;

type Callback = (answer: unknown) => void;
type Handler = (event: number, payload: unknown) => void;

export interface NativeSettings {
  requirementSets: Record<string, string>;
  theme: 'light' | 'dark';
  paneIsOpen(): boolean;
  openBrowserWindow(url: string): void;
}

export class NativeSurface {
  private readonly handlers = new Map<number, Set<Handler>>();
  private readonly pending = new Map<string, (failed: string | null) => void>();
  private lastCommand = 0;

  constructor(private readonly settings: NativeSettings) {}

  /** The object that stands at window.external. */
  readonly external = {
    // The last part is flags: one runtime for pane, commands and functions (1), and there are functions (2).
    GetHostInfo: () => 'Excel$Win32$16.01$en-US$$$$3',
    GetContext: () => this.context,
    GetLoggingAllowed: () => false,
    Execute: (call: number, args: unknown[], callback: Callback) => this.execute(call, args, callback),
    RegisterEvent: (event: number, _target: string, handler: Handler, callback: Callback) => {
      if (!this.handlers.has(event)) this.handlers.set(event, new Set());
      this.handlers.get(event)!.add(handler);
      callback(SUCCEEDED);
    },
    UnregisterEvent: (event: number, _target: string, callback: Callback) => {
      this.handlers.delete(event);
      callback(SUCCEEDED);
    },
  };

  private readonly context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'workbench',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => 1033,
    GetAppDataLocale: () => 1033,
    GetDocUrl: () => 'Book1.xlsx',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'workbench',
    GetInstanceId: () => 'workbench',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(this.settings.requirementSets),
    GetHostCustomMessage: () => 0,
    GetHostFullVersion: () => '16.0.18000.20000',
    GetInitialDisplayMode: () => (this.settings.paneIsOpen() ? DISPLAY_MODE.taskpane : DISPLAY_MODE.hidden),
    GetOfficeThemeInfo: () => JSON.stringify(this.settings.theme === 'dark' ? DARK : LIGHT),
    GetSettings: () => ({ Read() {}, Write() {} }),
  };

  private execute(call: number, args: unknown[], callback: Callback): void {
    if (call === CALL.commandCompleted) {
      const [id, status] = args as [string, number];
      this.pending.get(id)?.(status === SUCCEEDED ? null : `Office.js could not run it (status ${status})`);
      this.pending.delete(id);
    } else if (call === CALL.openBrowserWindow) {
      this.settings.openBrowserWindow(String(args.find((arg) => typeof arg === 'string')));
    } else {
      console.error(`Workbench: native call ${call} is not implemented`);
      callback(UNSUPPORTED);
      return;
    }
    // A status alone, as the native host gives where a call returns nothing.
    callback(safeArray([SUCCEEDED]));
  }

  /** Runs a ribbon function; resolves when it calls event.completed(). */
  invokeCommand(functionName: string, controlId: string): Promise<void> {
    const handlers = this.handlers.get(NATIVE_EVENT.appCommandInvoked);
    if (!handlers?.size) return Promise.reject(new Error(`The add-in is not ready to run ${functionName}`));
    const id = `command${++this.lastCommand}`;
    return new Promise((resolve, reject) => {
      this.pending.set(id, (failed) => (failed ? reject(new Error(`${functionName}: ${failed}`)) : resolve()));
      const event = JSON.stringify({ source: { id: controlId } });
      for (const handler of handlers) handler(NATIVE_EVENT.appCommandInvoked, safeArray([id, functionName, event]));
    });
  }

  selectionChanged(): void {
    for (const handler of this.handlers.get(NATIVE_EVENT.selectionChanged) ?? [])
      handler(NATIVE_EVENT.selectionChanged, safeArray([]));
  }
}

/** The native host's arrays know toArray(). */
function safeArray(values: unknown[]): { toArray(): unknown[] } {
  return { toArray: () => values };
}

/** The colors of Office's themes as Office gives them: numbers 0xRRGGBB. */
const LIGHT = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x242424,
  controlBackgroundColor: 0xf5f5f5,
  controlForegroundColor: 0x242424,
};
const DARK = {
  bodyBackgroundColor: 0x1f1f1f,
  bodyForegroundColor: 0xffffff,
  controlBackgroundColor: 0x292929,
  controlForegroundColor: 0xffffff,
};
