import type { HostObject } from './host-object';

/** The objects that Office.js has asked to keep from one batch to the next. */
export class References {
  private readonly byId = new Map<string, HostObject>();
  private readonly ids = new WeakMap<HostObject, string>();
  private last = 0;

  keep(object: HostObject): string {
    const known = this.ids.get(object);
    const id = known ?? `ref${++this.last}`;
    this.ids.set(object, id);
    this.byId.set(id, object);
    return id;
  }

  idOf(object: HostObject): string | undefined {
    const id = this.ids.get(object);
    return id && this.byId.has(id) ? id : undefined;
  }

  get(id: string): HostObject | undefined {
    return this.byId.get(id);
  }

  release(id: string): void {
    this.byId.delete(id);
  }

  clear(): void {
    this.byId.clear();
  }
}
