import { notImplemented } from '../excel-error';
import { HostObject } from '../host-object';
import type { HostState } from '../host-state';

export class Application extends HostObject {
  readonly typeName = 'Application';

  constructor(private readonly state: HostState) {
    super();
  }

  get calculationMode() {
    return 'Automatic';
  }
  set calculationMode(mode: string) {
    if (mode !== 'Automatic') throw notImplemented(`Application.calculationMode = '${mode}'`);
  }
  get calculationState() {
    return 'Done';
  }
  get calculationEngineVersion() {
    return 191029;
  }
  get decimalSeparator() {
    return '.';
  }
  get thousandsSeparator() {
    return ',';
  }
  get useSystemSeparators() {
    return true;
  }

  calculate() {
    this.state.grid.recalculate();
  }
  /** A batch calculates once anyway, and the screen is drawn after it. */
  suspendApiCalculationUntilNextSync() {}
  suspendScreenUpdatingUntilNextSync() {}
}
