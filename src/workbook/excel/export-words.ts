/**
 * What a user has said of exports: what their headers, programs and payers stand for. It is kept in the workbook, as
 * the mark is, so that whoever opens it next month is not asked again. Names of columns, programs and payers only:
 * nothing of a row is kept.
 */
import { changeExcel, readExcel } from './door';

const NAMESPACE = 'urn:pppm-for-excel:exports';

/** What stands in an export, and what it stands for; blank for a header that is to be left out. */
export type Words = Readonly<Record<string, string>>;

export interface ExportWords {
  headers: Words;
  programs: Words;
  payers: Words;
}

export const NO_WORDS: ExportWords = { headers: {}, programs: {}, payers: {} };

const partOf = (context: Excel.RequestContext): Excel.CustomXmlPart =>
  context.workbook.customXmlParts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject();

/** Two syncs where something was said. */
export async function readExportWords(): Promise<ExportWords> {
  return readExcel(async (context) => {
    const part = partOf(context);
    part.load('id');
    await context.sync();
    if (part.isNullObject) return NO_WORDS;
    const xml = part.getXml();
    await context.sync();
    return parse(xml.value);
  });
}

export async function writeExportWords(words: ExportWords): Promise<void> {
  await changeExcel(async (context) => {
    const part = partOf(context);
    part.load('id');
    await context.sync();
    if (part.isNullObject) context.workbook.customXmlParts.add(xmlOf(words));
    else part.setXml(xmlOf(words));
    await context.sync();
  });
}

export const xmlOf = (words: ExportWords): string =>
  `<exports xmlns="${NAMESPACE}">${encodeURIComponent(JSON.stringify(words))}</exports>`;

/** Whatever stands there: somebody may have changed it. */
export function parse(xml: string): ExportWords {
  try {
    const said = JSON.parse(decodeURIComponent(/>([^<]*)<\/exports>/.exec(xml)?.[1] ?? '')) as Partial<ExportWords>;
    return { headers: wordsOf(said.headers), programs: wordsOf(said.programs), payers: wordsOf(said.payers) };
  } catch {
    return NO_WORDS;
  }
}

const wordsOf = (said: unknown): Words =>
  typeof said === 'object' && said !== null
    ? Object.fromEntries(Object.entries(said).filter(([, means]) => typeof means === 'string'))
    : {};
