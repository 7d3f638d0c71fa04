/**
 * The objects that answer Office.js. Whatever a class has on its prototype under a name is Excel's API, in
 * Excel's spelling; what is ours is a field or a symbol. So declaring a member is implementing it, and a member
 * that is not declared fails loudly with its name.
 */

/** What Office.js needs to find the object again in a later batch: its Id, or the reference kept for it. */
export const identity = Symbol('identity');
/** The members of a collection. */
export const items = Symbol('items');
/** The events an object raises: Office.js's name for each, and its number on the wire. */
export const eventTypes = Symbol('eventTypes');
/** Where the object's events are sent: its id, or `Workbook` for a collection. */
export const eventTarget = Symbol('eventTarget');

export abstract class HostObject {
  /** Excel's name of the class, for the location of errors; bundlers rename classes. */
  abstract readonly typeName: string;

  [identity](): Record<string, unknown> {
    return {};
  }
}

export abstract class HostCollection<T extends HostObject> extends HostObject {
  abstract [items](): T[];
}

export interface EventSource {
  [eventTypes]: Readonly<Record<string, number>>;
  [eventTarget](): string;
}

export function isEventSource(object: HostObject): object is HostObject & EventSource {
  return eventTypes in object;
}

/** RowCount on the wire is rowCount in the API, _KeepReference is _keepReference. */
export function memberName(wireName: string): string {
  return wireName.replace(/^_*[A-Z]/, (start) => start.toLowerCase());
}

/** rowCount in the API is RowCount on the wire. */
export function wireName(name: string): string {
  return name.replace(/^_*[a-z]/, (start) => start.toUpperCase());
}

export function findMember(object: HostObject, name: string): PropertyDescriptor | undefined {
  for (
    let type = Object.getPrototypeOf(object);
    type && type !== HostObject.prototype;
    type = Object.getPrototypeOf(type)
  ) {
    if (name === 'constructor') return undefined;
    const member = Object.getOwnPropertyDescriptor(type, name);
    if (member) return member;
  }
  return undefined;
}

/** The names of all properties that can be read. */
export function readableMembers(object: HostObject): string[] {
  const names = new Set<string>();
  for (
    let type = Object.getPrototypeOf(object);
    type && type !== HostObject.prototype;
    type = Object.getPrototypeOf(type)
  ) {
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(type)))
      if (member.get) names.add(name);
  }
  return [...names];
}
