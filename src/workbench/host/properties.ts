/**
 * Properties of Excel's objects as data. A table says of each property which attribute of the grid or of the file it
 * stands for, and how a value is turned on its way to Excel and back:
 *
 *   static {
 *     properties(this, { bold: cellFormat('bold', { unset: false, write: Boolean }) });
 *   }
 *
 * A property with a rule of its own stays a getter and a setter of its class.
 */
import { invalidArgument, notImplemented } from './excel-error';
import type { HostObject } from './host-object';

export interface Property<T> {
  read(object: T): unknown;
  write(object: T, value: unknown, member: string): void;
}

/** How what is stored reads in Excel, and how what the add-in sets is stored; left out, as it is. */
export interface Conversion<Stored> {
  /** What Excel says where nothing is stored. */
  unset?: unknown;
  /** What Excel says where null is stored; left out, null. */
  none?: unknown;
  read?(stored: NonNullable<Stored>): unknown;
  /** Refuses, or gives what is to be stored. The member is named in what is not implemented. */
  write?(value: never, member: string): Stored;
}

/** Gives a class the properties of the table, under their names in Excel's API. */
export function properties<T extends HostObject>(
  type: { prototype: T },
  table: Record<string, Property<NoInfer<T>>>,
): void {
  for (const [name, { read, write }] of Object.entries(table)) {
    Object.defineProperty(type.prototype, name, {
      get(this: T) {
        return read(this);
      },
      set(this: T, value: unknown) {
        write(this, value, `${this.typeName}.${name}`);
      },
    });
  }
}

/** Makes properties of attributes that are kept together: how one is read, and how a change is written. */
export function attributes<T, Attributes extends object>(
  read: <K extends keyof Attributes>(object: T, key: K) => Attributes[K] | null | undefined,
  write: (object: T, change: Partial<Attributes>, member: string) => void,
) {
  return <K extends keyof Attributes>(key: K, conversion: Conversion<Attributes[K]> = {}): Property<T> => ({
    read(object) {
      const stored = read(object, key);
      if (stored === undefined) return conversion.unset;
      if (stored === null) return conversion.none ?? null;
      return conversion.read ? conversion.read(stored) : stored;
    },
    write(object, value, member) {
      const stored = conversion.write ? conversion.write(value as never, member) : value;
      write(object, { [key]: stored } as Partial<Attributes>, member);
    },
  });
}

/** One of the words that the workbench knows of Excel's. */
export function oneOf<T extends string>(...words: T[]) {
  return (value: T, member: string): T => {
    if (!words.includes(value)) throw notImplemented(`${member} = '${value}'`);
    return value;
  };
}

export function filledText(value: string): string {
  if (typeof value !== 'string' || value === '') throw invalidArgument();
  return value;
}
