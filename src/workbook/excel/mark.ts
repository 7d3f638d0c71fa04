/**
 * How a workbook remembers what we built in it: a custom XML part. It travels in the file, and every Excel and every
 * installation of the add-in reads it; a setting belongs to one installation, a defined name holds 255 characters,
 * and a cell can be typed over. A program that drops it leaves our tables and names, by which the sheets are known.
 */

const NAMESPACE = 'urn:pppm-for-excel:workbook';

export interface Mark {
  version: string;
  /** Version of the template; that of the add-in where an earlier one wrote none. */
  template: string;
  /** Ids of our sheets in the Excel that built them: a hint, for another Excel gives others. */
  sheetIds: readonly string[];
  /** Workbook names that we defined. */
  names: readonly string[];
  /** Names of the sheets, while they are being built and their ids are not known; else empty. */
  building: readonly string[];
  /** Names of sheets while they are being added to a workbook that stands; else empty. */
  adding: readonly string[];
}

/** Of a workbook that has lost it: nobody knows which version built it. */
export const UNKNOWN_MARK: Mark = { version: '', template: '', sheetIds: [], names: [], building: [], adding: [] };

const partOf = (context: Excel.RequestContext): Excel.CustomXmlPart =>
  context.workbook.customXmlParts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject();

/** Null where there is none. One sync, two where there is one. */
export async function readMark(context: Excel.RequestContext): Promise<Mark | null> {
  const part = partOf(context);
  part.load('id');
  await context.sync();
  if (part.isNullObject) return null;
  const xml = part.getXml();
  await context.sync();
  return parse(xml.value);
}

/** Whatever stands there: somebody may have changed it. */
function parse(xml: string): Mark | null {
  try {
    const mark = JSON.parse(decodeURIComponent(/>([^<]*)<\/workbook>/.exec(xml)?.[1] ?? '')) as Partial<Mark>;
    const { version, template = version, sheetIds, names, building = [], adding = [] } = mark;
    return typeof version === 'string' &&
      typeof template === 'string' &&
      [sheetIds, names, building, adding].every(isList)
      ? ({ version, template, sheetIds, names, building, adding } as Mark)
      : null;
  } catch {
    return null;
  }
}

const isList = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');

export const markXml = (mark: Mark): string =>
  `<workbook xmlns="${NAMESPACE}">${encodeURIComponent(JSON.stringify(mark))}</workbook>`;

/** Only where there is none. */
export function writeMark(context: Excel.RequestContext, mark: Mark): void {
  context.workbook.customXmlParts.add(markXml(mark));
}

/** Only where there is one. */
export function changeMark(context: Excel.RequestContext, mark: Mark): void {
  partOf(context).setXml(markXml(mark));
}

/** Only where there is one. */
export function removeMark(context: Excel.RequestContext): void {
  partOf(context).delete();
}
