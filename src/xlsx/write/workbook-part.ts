/** What holds the sheets together, and what the file says about itself. */
import { quotedSheet } from '../address';
import { storedFormula } from '../formula/stored';
import type { Workbook } from '../workbook';
import { printNames } from './sheet';
import { cellText, HEADER, officeText, tag, text } from './xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * Excel calculates a whole file again that an older Excel saved, and would lose every figure where the add-in is not
 * there; so the file says that Excel of today calculated it. It is asked to calculate when it opens only where a formula
 * has no value yet, and none is an add-in's.
 */
const CALCULATED_BY = 191_029;

const waits = ({ sheets, addins }: Workbook): boolean =>
  addins.length === 0 &&
  sheets.some(({ cells }) =>
    [...cells.values()].some((row) =>
      [...row.values()].some(({ formula, value }) => formula !== undefined && value === null),
    ),
  );

/** @param ids by which the workbook knows its sheets */
export function writeWorkbookPart(workbook: Workbook, ids: readonly string[]): string {
  const { sheets, names, activeSheet, since1904, addins } = workbook;
  const defined = [
    ...names.map(({ name, formula, comment }) => ({
      name,
      sheet: null,
      comment: officeText(comment) || null,
      formula: storedFormula(formula, addins),
    })),
    ...sheets.flatMap((sheet, i) =>
      printNames(sheet, quotedSheet).map(({ name, formula }) => ({ name, sheet: i, comment: null, formula })),
    ),
  ].sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || (a.sheet ?? -1) - (b.sheet ?? -1));
  return `${HEADER}${tag(
    'workbook',
    { xmlns: MAIN, 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' },
    tag('workbookPr', { date1904: since1904 || null, defaultThemeVersion: 166_925 }),
    tag('bookViews', {}, tag('workbookView', { activeTab: activeSheet || null })),
    tag('sheets', {}, ...sheets.map(({ name }, i) => tag('sheet', { name, sheetId: i + 1, 'r:id': ids[i] }))),
    defined.length > 0
      ? tag(
          'definedNames',
          {},
          ...defined.map(({ name, sheet, comment, formula }) =>
            tag('definedName', { name, comment, localSheetId: sheet }, cellText(formula)),
          ),
        )
      : '',
    tag('calcPr', { calcId: CALCULATED_BY, fullCalcOnLoad: waits(workbook) || null }),
  )}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What cm="1" on a cell means: its formula fills cells by itself. */
export const DYNAMIC_ARRAYS = `${HEADER}${tag(
  'metadata',
  { xmlns: MAIN, 'xmlns:xda': 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray' },
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>',
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>',
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>',
)}`;

export const writeSharedTexts = (written: readonly string[], uses: number): string =>
  `${HEADER}${tag('sst', { xmlns: MAIN, count: uses, uniqueCount: written.length }, ...written)}`;

export const writeCoreProperties = (title: string): string =>
  `${HEADER}${tag(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    title ? `<dc:title>${text(title)}</dc:title>` : '',
  )}`;

/** LibreOffice reads cells’ widths and fonts as Excel’s where the file says so. */
export const APP_PROPERTIES = `${HEADER}${tag(
  'Properties',
  { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
  '<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion>',
)}`;

/** Every program that keeps properties in a file uses this id. */
const CUSTOM = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

export const writeCustomProperties = (properties: Workbook['customProperties']): string =>
  `${HEADER}${tag(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    },
    ...Object.entries(properties).map(([name, value], i) => {
      const type = typeof value === 'number' ? 'r8' : typeof value === 'boolean' ? 'bool' : 'lpwstr';
      return tag('property', { fmtid: CUSTOM, pid: i + 2, name }, `<vt:${type}>${text(String(value))}</vt:${type}>`);
    }),
  )}`;
