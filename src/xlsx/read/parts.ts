/** The parts of a file, found by how they refer to each other. */
import { strFromU8, unzipSync } from 'fflate';
import { attribute, children, parseXml, type Element } from './xml-tree';

export class NoWorkbook extends Error {}

/** Beyond this a file of a few megabytes has been made to fill the memory. */
const MOST_BYTES = 500_000_000;

export interface Relation {
  id: string;
  /** The last word of its type: worksheet. */
  kind: string;
  path: string;
}

export class Parts {
  private constructor(private readonly files: Readonly<Record<string, Uint8Array>>) {}

  /** @throws NoWorkbook */
  static of(bytes: Uint8Array): Parts {
    let size = 0;
    try {
      return new Parts(
        unzipSync(bytes, {
          filter: ({ originalSize }) => {
            size += originalSize;
            if (size > MOST_BYTES) throw new NoWorkbook('This file is too large when it is unpacked.');
            return true;
          },
        }),
      );
    } catch (reason) {
      if (reason instanceof NoWorkbook) throw reason;
      throw new NoWorkbook('This is no .xlsx file, or it was damaged on its way.');
    }
  }

  names(): string[] {
    return Object.keys(this.files);
  }

  text(path: string): string | null {
    const bytes = this.files[path];
    return bytes ? strFromU8(bytes) : null;
  }

  xml(path: string | undefined): Element | undefined {
    const text = path === undefined ? null : this.text(path);
    return text === null ? undefined : parseXml(text);
  }

  /** @param from a part, or '' for the whole file */
  relations(from: string): Relation[] {
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const list = this.xml(`${folder}_rels/${from.slice(folder.length)}.rels`);
    return children(list, 'Relationship')
      .filter((one) => attribute(one, 'TargetMode') !== 'External')
      .map((one) => ({
        id: attribute(one, 'Id') ?? '',
        kind: (attribute(one, 'Type') ?? '').split('/').at(-1)!,
        path: resolved(folder, attribute(one, 'Target') ?? ''),
      }));
  }
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const part of `${folder}${target}`.split('/'))
    if (part === '..') path.pop();
    else if (part !== '.') path.push(part);
  return path.join('/');
}
