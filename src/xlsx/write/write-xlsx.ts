/** The one writer: a workbook as the bytes of an .xlsx file (ECMA-376). The same workbook gives the same bytes everywhere. */
import { parseAddress } from '../address';
import { checkLimits } from '../limits';
import type { Sheet, Value, Workbook } from '../workbook';
import { writeChart, type CellsAt } from './chart';
import { writeDrawing } from './drawing';
import { writeNoteBoxes, writeNotes } from './notes';
import { Parts } from './parts';
import { writeSheet, type Shared } from './sheet';
import { Styles } from './styles';
import { writeTable } from './table';
import {
  APP_PROPERTIES,
  DYNAMIC_ARRAYS,
  writeCoreProperties,
  writeCustomProperties,
  writeSharedTexts,
  writeWorkbookPart,
} from './workbook-part';
import { HEADER, tag, textTag } from './xml';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const WORKBOOK = 'xl/workbook.xml';

/** @throws NotInAFile for what Excel would not open */
export function writeXlsx(workbook: Workbook): Uint8Array {
  checkLimits(workbook);
  const parts = new Parts();
  const { shared, writtenTexts } = sharedOf(workbook);
  parts.relate('', 'officeDocument', WORKBOOK);
  parts.relate(
    '',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  );
  parts.relate('', 'extended-properties', 'docProps/app.xml');
  const sheetIds = workbook.sheets.map((_, i) => parts.relate(WORKBOOK, 'worksheet', sheetPath(i)));
  parts.add(WORKBOOK, `${SPREADSHEET}.sheet.main+xml`, writeWorkbookPart(workbook, sheetIds));
  const count = { tables: 0, charts: 0 };
  workbook.sheets.forEach((sheet, i) => addSheet(parts, workbook, sheet, i, shared, count));
  parts.relate(WORKBOOK, 'styles', 'xl/styles.xml');
  parts.add('xl/styles.xml', `${SPREADSHEET}.styles+xml`, shared.styles.write());
  const texts = writtenTexts();
  parts.relate(WORKBOOK, 'sharedStrings', 'xl/sharedStrings.xml');
  parts.add('xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`, writeSharedTexts(texts.written, texts.uses));
  if (shared.hasDynamic) {
    parts.relate(WORKBOOK, 'sheetMetadata', 'xl/metadata.xml');
    parts.add('xl/metadata.xml', `${SPREADSHEET}.sheetMetadata+xml`, DYNAMIC_ARRAYS);
  }
  workbook.customXml.forEach((xml, i) => addCustomXml(parts, xml, i + 1));
  parts.add(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    writeCoreProperties(workbook.title),
  );
  parts.add('docProps/app.xml', `${OFFICE}.extended-properties+xml`, APP_PROPERTIES);
  if (Object.keys(workbook.customProperties).length > 0) {
    parts.relate('', 'custom-properties', 'docProps/custom.xml');
    parts.add(
      'docProps/custom.xml',
      `${OFFICE}.custom-properties+xml`,
      writeCustomProperties(workbook.customProperties),
    );
  }
  return parts.zip();
}

const sheetPath = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`;

function sharedOf({ names, addins }: Workbook): {
  shared: Shared;
  writtenTexts: () => { written: string[]; uses: number };
} {
  const places = new Map<string, number>();
  let uses = 0;
  const single = new Set(
    names
      .filter(({ formula }) => {
        const area = parseAddress(formula.replace(/^=/, ''))?.area;
        return area?.rows === 1 && area.columns === 1;
      })
      .map(({ name }) => name.toLowerCase()),
  );
  return {
    shared: {
      styles: new Styles(),
      addins,
      hasDynamic: false,
      isOneCell: (name) => single.has(name.toLowerCase()),
      textPlace: (text) => {
        uses++;
        const known = places.get(text);
        if (known !== undefined) return known;
        places.set(text, places.size);
        return places.size - 1;
      },
    },
    writtenTexts: () => ({ written: [...places.keys()].map((text) => tag('si', {}, textTag('t', text))), uses }),
  };
}

function addSheet(
  parts: Parts,
  workbook: Workbook,
  sheet: Sheet,
  place: number,
  shared: Shared,
  count: { tables: number; charts: number },
): void {
  const path = sheetPath(place);
  const tables = sheet.tables.map((table) => {
    const id = ++count.tables;
    const tablePath = `xl/tables/table${id}.xml`;
    parts.add(tablePath, `${SPREADSHEET}.table+xml`, writeTable(sheet, table, id, workbook.addins));
    return parts.relate(path, 'table', tablePath);
  });
  let drawing: string | null = null;
  if (sheet.charts.length > 0) {
    const drawingPath = `xl/drawings/drawing${place + 1}.xml`;
    const ids = sheet.charts.map((chart) => {
      const chartPath = `xl/charts/chart${++count.charts}.xml`;
      parts.add(chartPath, `${OFFICE}.drawingml.chart+xml`, writeChart(chart, cellsOf(workbook)));
      return parts.relate(drawingPath, 'chart', chartPath);
    });
    parts.add(drawingPath, `${OFFICE}.drawing+xml`, writeDrawing(sheet, ids));
    drawing = parts.relate(path, 'drawing', drawingPath);
  }
  let notes: string | null = null;
  if (sheet.notes.length > 0) {
    const notesPath = `xl/comments${place + 1}.xml`;
    const boxesPath = `xl/drawings/vmlDrawing${place + 1}.vml`;
    parts.add(notesPath, `${SPREADSHEET}.comments+xml`, writeNotes(sheet.notes));
    parts.add(boxesPath, null, writeNoteBoxes(sheet.notes));
    parts.relate(path, 'comments', notesPath);
    notes = parts.relate(path, 'vmlDrawing', boxesPath);
  }
  const isShown = place === workbook.activeSheet;
  parts.add(path, `${SPREADSHEET}.worksheet+xml`, writeSheet(sheet, isShown, shared, { drawing, notes, tables }));
}

const cellsOf =
  ({ sheets }: Workbook): CellsAt =>
  (reference) => {
    const at = parseAddress(reference);
    const sheet = sheets.find(({ name }) => name === at?.sheet);
    if (!at || !sheet) return [];
    const { row, column, rows, columns } = at.area;
    return Array.from(
      { length: rows * columns },
      (_, i): Value => sheet.cells.get(row + Math.floor(i / columns))?.get(column + (i % columns))?.value ?? null,
    );
  };

/** XML of a program, and the id by which Office knows it. */
function addCustomXml(parts: Parts, xml: string, number: number): void {
  const path = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  const namespace = /\sxmlns\s*=\s*["']([^"']*)["']/.exec(xml)?.[1];
  parts.relate(WORKBOOK, 'customXml', path);
  parts.add(path, 'application/xml', /^<\?xml/.test(xml) ? xml : HEADER + xml);
  parts.relate(path, 'customXmlProps', properties);
  parts.add(
    properties,
    `${OFFICE}.customXmlProperties+xml`,
    `${HEADER}${tag(
      'ds:datastoreItem',
      {
        'ds:itemID': `{50504D00-0000-4000-8000-${String(number).padStart(12, '0')}}`,
        'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
      },
      namespace ? tag('ds:schemaRefs', {}, tag('ds:schemaRef', { 'ds:uri': namespace })) : '',
    )}`,
  );
}
