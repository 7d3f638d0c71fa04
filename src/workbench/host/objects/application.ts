import { invalidArgument } from '../excel-error';
import { HostObject } from '../host-object';
import type { HostState } from '../host-state';

/** A batch calculates once anyway, and the screen is drawn after it. */
export class Application extends HostObject {
  readonly typeName = 'Application';

  constructor(private readonly state: HostState) {
    super();
  }

  get calculationMode() {
    return this.state.grid.calculationState().byHand ? 'Manual' : 'Automatic';
  }
  set calculationMode(mode: string) {
    if (mode !== 'Manual' && mode !== 'Automatic') throw invalidArgument();
    this.state.grid.calculateByHand(mode === 'Manual');
  }
  get calculationState() {
    return this.state.grid.calculationState().state;
  }

  createWorkbook(base64File?: string | null) {
    return new WorkbookCreated(this.state, base64File ?? null);
  }

  calculate(type: string) {
    if (!['Recalculate', 'Full', 'FullRebuild'].includes(type)) throw invalidArgument();
    this.state.grid.calculateNow(type !== 'Recalculate');
  }

  suspendApiCalculationUntilNextSync() {}
  suspendScreenUpdatingUntilNextSync() {}
}

/** A workbook that is not open yet. */
class WorkbookCreated extends HostObject {
  readonly typeName = 'WorkbookCreated';

  constructor(
    private readonly state: HostState,
    private readonly base64: string | null,
  ) {
    super();
  }

  open() {
    this.state.openWorkbook(this.base64);
  }
}
