/** The parts of a file, how they refer to each other, and the zip around them. */
import { strToU8, zipSync } from 'fflate';
import { HEADER, tag } from './xml';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DEFAULTS: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
};

/** Zip counts from 1980, in local time without saying where: made where it is used, so that its fields are the same everywhere. */
const firstDay = (): Date => new Date(1980, 0, 1);

export class Parts {
  private readonly parts = new Map<string, string>();
  private readonly types = new Map<string, string>();
  private readonly relations = new Map<string, string[]>();

  /** @param path from the root: xl/workbook.xml */
  add(path: string, contentType: string | null, xml: string): void {
    this.parts.set(path, xml);
    if (contentType) this.types.set(path, contentType);
  }

  /**
   * @param from a part, or '' for the whole file
   * @returns the id by which `from` knows `to`
   */
  relate(from: string, kind: string, to: string): string {
    const path = relationsPath(from);
    const relations = this.relations.get(path) ?? [];
    this.relations.set(path, relations);
    const Id = `rId${relations.length + 1}`;
    const Type = kind.startsWith('http') ? kind : `${OFFICE}/${kind}`;
    relations.push(tag('Relationship', { Id, Type, Target: `/${to}` }));
    return Id;
  }

  zip(): Uint8Array {
    for (const [path, relations] of this.relations)
      this.parts.set(path, `${HEADER}${tag('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...relations)}`);
    const used = new Set([...this.parts.keys()].map((path) => path.split('.').at(-1)!));
    const types = tag(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      ...Object.entries(DEFAULTS).flatMap(([Extension, ContentType]) =>
        used.has(Extension) ? tag('Default', { Extension, ContentType }) : [],
      ),
      ...[...this.types].map(([path, ContentType]) => tag('Override', { PartName: `/${path}`, ContentType })),
    );
    const files = [['[Content_Types].xml', HEADER + types] as const, ...this.parts];
    return zipSync(Object.fromEntries(files.map(([path, xml]) => [path, strToU8(xml)])), {
      mtime: firstDay(),
      level: 6,
    });
  }
}

const relationsPath = (part: string): string =>
  part === '' ? '_rels/.rels' : part.replace(/([^/]+)$/, '_rels/$1.rels');
