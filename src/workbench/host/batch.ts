import { asExcelError, ExcelError, itemNotFound, notImplemented } from './excel-error';
import {
  eventTarget,
  eventTypes,
  findMember,
  type HostObject,
  identity,
  isEventSource,
  memberName,
} from './host-object';
import type { HostState } from './host-state';
import {
  ActionType,
  PathType,
  type Action,
  type ArgumentInfo,
  type BatchRequest,
  type BatchResponse,
  type PathReference,
} from './protocol';
import { query } from './query';
import type { Stop } from './failing';

/** The objects that a batch can start from. */
export interface Roots {
  root: HostObject;
  /** Services that Office.js makes anew by their type name. */
  service(typeName: string): HostObject | undefined;
}

/**
 * One context.sync(): actions in their order. An error stops the batch and what was done before stays done, as in
 * Excel. A null object swallows what is asked of it, as in Excel.
 */
export class Batch {
  private readonly objects = new Map<number, HostObject | null>();
  private readonly response: BatchResponse = { Results: [], TraceIds: [] };
  private calculationIsDue = true;

  constructor(
    private readonly request: BatchRequest,
    private readonly roots: Roots,
    private readonly state: HostState,
    private readonly stop: Stop | null = null,
  ) {}

  async run(): Promise<BatchResponse> {
    const { Actions: actions } = this.request;
    let next = 0;
    while (next < actions.length && !this.response.Error) {
      if (this.mustWait(actions[next])) {
        await this.state.calculated();
        this.calculationIsDue = false;
      }
      this.state.grid.batch(() => {
        do this.perform(actions[next], next++);
        while (next < actions.length && !this.response.Error && !this.mustWait(actions[next]));
        this.state.finishGathering();
      });
    }
    if (!this.response.Error && this.stop) this.fail(this.refusal(), actions.length - 1);
    return this.response;
  }

  /** Reading results of formulas waits for calculation; nothing else does. */
  private mustWait(action: Action): boolean {
    if (!this.calculationIsDue) return false;
    if (action.ActionType === ActionType.Query) {
      const select = action.QueryInfo?.Select ?? [];
      return select.length === 0 || select.some((path) => /(^|[/.])(values|text|valueTypes|value|\*)$/i.test(path));
    }
    const path = this.request.ObjectPaths[action.ObjectPathId];
    return action.ActionType === ActionType.Instantiate && /^Get(Spill|UsedRange)/.test(path?.Name ?? '');
  }

  private perform(action: Action, index: number): void {
    try {
      if (index === this.stop?.action) throw this.refusal();
      if (action.ActionType === ActionType.Trace) {
        // Office.js hangs the registration of event handlers on these.
        this.response.TraceIds.push(action.Id);
        this.response.Results.push({ ActionId: action.Id, Value: null });
        return;
      }
      if (action.ActionType !== ActionType.SetProperty) this.state.finishGathering();
      const object = this.resolve(action.ObjectPathId);
      this.state.finishGathering(object ?? undefined);
      this.response.Results.push({ ActionId: action.Id, Value: this.act(action, object) ?? null });
    } catch (reason) {
      this.fail(reason, index);
    }
  }

  private refusal(): ExcelError {
    return new ExcelError(this.stop!.code, 'Excel refuses, as it was told to.');
  }

  private act(action: Action, object: HostObject | null): unknown {
    if (!object) return null;
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object[identity]();
      case ActionType.Query:
        return query(object, action.QueryInfo ?? {});
      case ActionType.Method:
        this.calculationIsDue = true;
        return this.call(object, action.Name, action.ArgumentInfo);
      case ActionType.SetProperty:
        this.calculationIsDue = true;
        return this.set(object, action.Name, this.arguments(action.ArgumentInfo)[0]);
      default:
        throw notImplemented(`action type ${action.ActionType as number}`);
    }
  }

  private resolve(id: number): HostObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const object = this.find(id);
    this.objects.set(id, object);
    return object;
  }

  private find(id: number): HostObject | null {
    const path = this.request.ObjectPaths[id];
    const parent = path.ParentObjectPathId === undefined ? undefined : this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PathType.Root:
        return this.roots.root;
      case PathType.NewObject: {
        const service = this.roots.service(path.Name);
        if (!service) throw notImplemented(path.Name);
        return service;
      }
      case PathType.Method:
        this.calculationIsDue ||= !/^Get/.test(path.Name);
        return this.call(parent!, path.Name, path.ArgumentInfo) as HostObject | null;
      case PathType.Property: {
        const name = memberName(path.Name);
        const location = `${parent!.typeName}.${name}`;
        if (!findMember(parent!, name)?.get) throw at(notImplemented(location), location);
        return at(() => (parent as unknown as Record<string, HostObject | null>)[name], location);
      }
      case PathType.Indexer:
        return this.call(parent!, 'GetItem', path.ArgumentInfo) as HostObject;
      case PathType.ReferenceId: {
        const object = this.state.references.get(path.Name);
        if (!object) throw at(itemNotFound(), '_reference');
        return object;
      }
      case PathType.NullObject:
        return null;
    }
  }

  private call(object: HostObject, wireName: string, info: ArgumentInfo | undefined): unknown {
    if (this.handleEventRegistration(object, wireName)) return null;
    const name = memberName(wireName);
    const location = `${object.typeName}.${name}`;
    const method = findMember(object, name)?.value as ((...args: unknown[]) => unknown) | undefined;
    if (typeof method !== 'function') throw at(notImplemented(location), location);
    // An argument left out arrives as null.
    return at(
      () =>
        method.apply(
          object,
          this.arguments(info).map((value) => value ?? undefined),
        ),
      location,
    );
  }

  private set(object: HostObject, wireName: string, value: unknown): void {
    const name = memberName(wireName);
    const location = `${object.typeName}.${name}`;
    const member = findMember(object, name);
    if (!member?.set) throw at(notImplemented(`${location} (set)`), location);
    at(() => member.set!.call(object, value), location);
  }

  /** _RegisterDataChangedEvent, _UnregisterEventNameChanged …: all objects do it alike. */
  private handleEventRegistration(object: HostObject, wireName: string): boolean {
    const match = /^_(Register|Unregister)(?:(\w+)Event|Event(\w+))$/.exec(wireName);
    if (!match) return false;
    const event = match[2] ?? match[3];
    const location = `${object.typeName}.on${event}`;
    if (!isEventSource(object) || !(event in object[eventTypes])) throw at(notImplemented(location), location);
    const type = object[eventTypes][event];
    if (match[1] === 'Register') this.state.events.register(type, object[eventTarget]());
    else this.state.events.unregister(type, object[eventTarget]());
    return true;
  }

  private arguments(info: ArgumentInfo | undefined): unknown[] {
    const { Arguments: args = [], ReferencedObjectPathIds: references } = info ?? {};
    return args.map((value, i) => this.withObjects(value, references?.[i]));
  }

  /** Objects among the arguments come as path ids: in a parallel array, or inside plain objects as _ObjectPathId. */
  private withObjects(value: unknown, reference: PathReference | undefined): unknown {
    if (typeof reference === 'number' && reference !== 0) return this.resolve(reference);
    if (Array.isArray(value))
      return Array.isArray(reference) ? value.map((item, i) => this.withObjects(item, reference[i])) : value;
    if (typeof value !== 'object' || value === null) return value;
    if ('_ObjectPathId' in value) return this.resolve(value._ObjectPathId as number);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.withObjects(part, undefined)]));
  }

  private fail(reason: unknown, index: number): void {
    const error = asExcelError(reason);
    if (error.code === 'NotImplemented' || error.cause) console.error(error.message, error.cause ?? '');
    this.response.Error = {
      Code: error.code,
      Message: error.message,
      Location: error.location ?? '',
      ActionIndex: index,
      HttpStatusCode: error.httpStatus,
    };
  }
}

/** Runs the work, or takes the error, and notes the member it belongs to. */
function at(error: ExcelError, location: string): ExcelError;
function at<T>(work: () => T, location: string): T;
function at(what: ExcelError | (() => unknown), location: string): unknown {
  if (what instanceof ExcelError) {
    what.location ??= location;
    return what;
  }
  try {
    return what();
  } catch (reason) {
    throw at(asExcelError(reason), location);
  }
}
