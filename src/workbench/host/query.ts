import { notImplemented, type ExcelError } from './excel-error';
import {
  findMember,
  HostCollection,
  HostObject,
  identity,
  items,
  memberName,
  readableMembers,
  wireName,
} from './host-object';
import type { QueryInfo } from './protocol';

/** What to read of an object: names, each with what to read below it; `*` stands for every plain property. */
interface Selection {
  [name: string]: Selection;
}

/** Answers load(): the selected properties, in the nesting Office.js expects. */
export function query(object: HostObject, info: QueryInfo): unknown {
  const paths = [...(info.Select ?? []), ...(info.Expand ?? [])];
  const selection: Selection = {};
  for (const path of paths) {
    let at = selection;
    for (const name of path.split(/[/.]/)) at = at[name === '*' ? '*' : memberName(name)] ??= {};
  }
  return read(object, paths.length ? selection : { '*': {} }, info);
}

function read(object: HostObject, selection: Selection, info: QueryInfo = {}): Record<string, unknown> {
  const result: Record<string, unknown> = { ...object[identity]() };
  const ofItems: Selection = {};
  for (const [name, below] of Object.entries(selection)) {
    if (object instanceof HostCollection && name === 'items')
      Object.assign(ofItems, Object.keys(below).length ? below : { '*': {} });
    else if (name === '*') {
      readPlain(object, result);
      ofItems['*'] = {};
    } else if (object instanceof HostCollection && !findMember(object, name)) ofItems[name] = below;
    else result[wireName(name)] = readMember(object, name, below);
  }
  if (object instanceof HostCollection && Object.keys(ofItems).length) {
    const skip = info.Skip ?? 0;
    const all: HostObject[] = object[items]();
    result['_Items'] = all
      .slice(skip, info.Top === undefined ? undefined : skip + info.Top)
      .map((item) => read(item, ofItems));
  }
  return result;
}

function readPlain(object: HostObject, result: Record<string, unknown>): void {
  for (const name of readableMembers(object)) {
    const value = (object as unknown as Record<string, unknown>)[name];
    if (!(value instanceof HostObject)) result[wireName(name)] = value;
  }
}

function readMember(object: HostObject, name: string, below: Selection): unknown {
  const location = `${object.typeName}.${name}`;
  if (!findMember(object, name)?.get) throw located(notImplemented(location), location);
  const value = (object as unknown as Record<string, unknown>)[name];
  return value instanceof HostObject ? read(value, Object.keys(below).length ? below : { '*': {} }) : value;
}

function located(error: ExcelError, location: string): ExcelError {
  error.location = location;
  return error;
}
