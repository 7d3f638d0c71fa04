import { HostObject } from '../host-object';

/** The workbench protects nothing: a sheet is always open. */
export class WorksheetProtection extends HostObject {
  readonly typeName = 'WorksheetProtection';

  get protected() {
    return false;
  }

  unprotect() {}
}
