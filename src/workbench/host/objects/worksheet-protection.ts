import { sheetState, type SheetState } from '../document-state';
import { accessDenied, invalidArgument, invalidOperation } from '../excel-error';
import { HostObject } from '../host-object';
import type { HostState } from '../host-state';

/** All cells of a protected sheet are locked: what unlocks some of them is not kept. */
export class WorksheetProtection extends HostObject {
  readonly typeName = 'WorksheetProtection';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string,
  ) {
    super();
  }

  get protected() {
    return this.sheet().protection !== undefined;
  }
  get isPasswordProtected() {
    return Boolean(this.sheet().protection?.password);
  }
  get options() {
    return this.sheet().protection?.options ?? null;
  }

  protect(options?: Record<string, unknown> | null, password?: string | null) {
    if (this.sheet().protection) throw invalidOperation('The sheet is already protected.');
    this.sheet().protection = { password: password || null, options: options ?? {} };
    this.state.grid.lockSheet(this.sheetId, true);
  }
  unprotect(password?: string | null) {
    const { protection } = this.sheet();
    if (protection?.password && protection.password !== password)
      throw password ? invalidArgument('The password you supplied is not correct.') : accessDenied();
    delete this.sheet().protection;
    this.state.grid.lockSheet(this.sheetId, false);
  }

  private readonly sheet = (): SheetState => sheetState(this.state.document, this.sheetId);
}
