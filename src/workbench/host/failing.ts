import { PathType, type Action, type BatchRequest } from './protocol';

/** Batches about the workbook that fail, as Excel's do: what comes before in the batch is done and stays done. */
export interface Failing {
  /** So many go through first. */
  after: number;
  /** So many fail, one after another. */
  times: number;
  /** Share of its actions that a failing batch does before; with 1 everything is done and called failed. */
  share: number;
  /** Only batches that call this, at this call: charts.add, pageLayout.orientation. */
  call?: string;
  /** Batches that call this go through: getActiveCell. */
  except?: string;
  /** Errors of the first, the second …; the last one of all further. */
  codes: readonly string[];
}

/** Where a batch stops, and with which error. */
export interface Stop {
  action: number;
  code: string;
}

/** Fails batches as it was told to, and counts them. */
export class Failures {
  private left: Failing | null = null;
  private told = 0;
  /** Batches failed so far. */
  count = 0;

  set(failing: Failing | null): void {
    this.left = failing && { ...failing };
    this.told = 0;
  }

  /** Called once for every batch about the workbook. */
  next(request: BatchRequest): Stop | null {
    const { left } = this;
    if (!left || left.times === 0) return null;
    const { except } = left;
    if (except && firstCall(request, (_, member) => member === except.toLowerCase()) !== null) return null;
    const action = left.call
      ? firstCall(request, (name) => name === left.call!.toLowerCase())
      : Math.floor(request.Actions.length * left.share);
    if (action === null || left.after-- > 0) return null;
    left.times--;
    const { codes } = left;
    const code = codes[Math.min(this.told++, codes.length - 1)];
    this.count++;
    return { action, code };
  }
}

/** What Excel refuses of a workbook whose window is behind another's (office-js 5319, 6365). */
const NEEDS_FRONT = /^(workbook\.|root\.)?(names|names\..*|getselectedrange|getactivecell|.*\.(select|activate))$/;

export function stopBehind(request: BatchRequest): Stop | null {
  const action = firstCall(request, (name, last) => NEEDS_FRONT.test(name) || NEEDS_FRONT.test(last));
  return action === null ? null : { action, code: 'InvalidSelection' };
}

/** The first action that is such a call, or that stands on the answer of one. */
function firstCall(
  { Actions: actions, ObjectPaths: paths }: BatchRequest,
  isIt: (name: string, last: string) => boolean,
): number | null {
  const nameOf = (id: number | undefined): string => (id === undefined ? '' : (paths[id]?.Name ?? '').toLowerCase());
  const isSuch = (parent: number | undefined, member: string): boolean =>
    isIt(`${nameOf(parent)}.${member.toLowerCase()}`, member.toLowerCase());
  const standsOn = (id: number | undefined): boolean => {
    if (id === undefined || !paths[id]) return false;
    const { ObjectPathType: type, Name: name, ParentObjectPathId: parent } = paths[id];
    const isCall = type === PathType.Method || type === PathType.Property;
    return (isCall && isSuch(parent, name)) || standsOn(parent);
  };
  const index = actions.findIndex(
    ({ ObjectPathId: id, Name: name }: Action) => standsOn(id) || (Boolean(name) && isSuch(id, name)),
  );
  return index < 0 ? null : index;
}
