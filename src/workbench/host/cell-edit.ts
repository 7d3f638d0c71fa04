import {
  ActionType,
  PathType,
  RequestFlag,
  type BatchRequest,
  type BatchResponse,
  type ObjectPathInfo,
} from './protocol';

/**
 * While a cell is being typed in, Excel refuses every batch that asks for the workbook, or keeps it until the typing
 * ends where it was asked to. Results of functions and calls of Office.js's own go through.
 */
export class CellEdit {
  private kept: (() => void)[] = [];

  private editing = false;

  /** Typing begins or ends. */
  set(editing: boolean): void {
    this.editing = editing;
    if (editing) return;
    const works = this.kept;
    this.kept = [];
    for (const work of works) work();
  }

  /** What becomes of a batch: it goes through, is refused, or is kept and goes through later. */
  receive(flags: number, batch: BatchRequest, through: () => void, refuse: () => void): void {
    if (!this.editing || !asksWorkbook(batch)) through();
    else if (flags & RequestFlag.delayForCellEdit) this.kept.push(through);
    else refuse();
  }

  /** The page is gone, with what it asked. */
  reset(): void {
    this.kept = [];
  }
}

/** Office.js names the workbook in every batch, its own ones included; what counts is whether an action is about it. */
export function asksWorkbook({ Actions: actions, ObjectPaths: paths }: BatchRequest): boolean {
  // A service has a parent that the batch does not list.
  const isOfWorkbook = (id: number | undefined): boolean => {
    const path: ObjectPathInfo | undefined = paths[id ?? ''];
    return path !== undefined && (path.ObjectPathType === PathType.Root || isOfWorkbook(path.ParentObjectPathId));
  };
  return actions.some(({ ObjectPathId: id, ActionType: type }) => type !== ActionType.Instantiate && isOfWorkbook(id));
}

export const refusedInCellEdit: BatchResponse = {
  Results: [],
  TraceIds: [],
  Error: {
    Code: 'InvalidOperationInCellEditMode',
    Message:
      'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
    Location: '',
    ActionIndex: 0,
    HttpStatusCode: 400,
  },
};
