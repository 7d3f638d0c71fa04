/** The sessions of one workbook, one of each kind: begun when first asked for, they outlive the page that asked. */
import type { WorkbookApi } from './workbook-api';

type Kind<S> = new (workbook: WorkbookApi) => S;

export class Sessions {
  private readonly begun = new Map<Kind<unknown>, unknown>();

  constructor(private readonly workbook: WorkbookApi) {}

  of<S>(kind: Kind<S>): S {
    if (!this.begun.has(kind)) this.begun.set(kind, new kind(this.workbook));
    return this.begun.get(kind) as S;
  }
}
