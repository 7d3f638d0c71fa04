/** Log: what the workbook was built with, the published figures behind it, the drivers there are, and the change log. */
import { monthStartSerial } from '../../tables/calendar';
import { CHANGE_LOG } from '../../tables/schemas/change-log';
import { CHANGES } from '../../tables/schemas/changes';
import { COSTS } from '../../tables/schemas/costs';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { SCENARIOS } from '../../tables/schemas/scenarios';
import { SETTINGS } from '../../tables/schemas/settings';
import { DRIVER_NAMES, findDriver } from '../../tables/schemas/driver-names';
import { NAMES } from '../layout/names';
import { FORMATS, NUMBER_FORMATS, THIN_LINE } from '../layout/look';
import { drawResults, placeResults, blankRows, type ResultTable } from '../layout/result-table';
import { RowStack } from '../layout/row-stack';
import { HEADER_ROW, type SheetDraft } from '../layout/sheet-draft';
import { isLong } from '../layout/source-text';
import { area, type Content } from '../plan/cells';
import type { ValidationRule } from '../plan/plan';
import type { Practice } from '../practice/practice';
import { PUBLISHED, type PublishedFigure } from '../practice/published';
import type { SampleTables } from '../practice/sample-tables';
import type { Sheet } from './sheet';

const NAME = 'Log';
const CHANGE_LOG_ROWS = 12;
/** What was built with, in lines. */
const BUILT_LINES = 6;
const COLUMNS = 6;
const SOURCE_WIDTH = 120;
const TOP = { vertical: 'Top' } as const;
const HEADER = { ...FORMATS.band, bottom: THIN_LINE };

const figures: readonly PublishedFigure[] = Object.values(PUBLISHED);

const rows = new RowStack(HEADER_ROW);
const BUILT_ROW = rows.take(BUILT_LINES);

const numberFormat = ({ unit }: PublishedFigure): string => formatOfFigure(unit);
const publishedFigures: ResultTable<PublishedFigure> = {
  row: rows.gap(2).table(figures.length),
  title:
    'Published figures behind the sample; Medicare’s amounts are on Rates; what is in neither place is an assumption',
  header: HEADER,
  columns: [
    { key: 'figure', header: 'Figure', width: 66, cell: ({ what }) => what },
    { key: 'low', header: 'Low', width: 18, numberFormat, headerFormat: { align: 'Right' }, cell: ({ low }) => low },
    {
      key: 'high',
      header: 'High',
      width: 16,
      numberFormat,
      headerFormat: { align: 'Right' },
      cell: ({ high }) => high,
    },
    { key: 'unit', header: 'Unit', width: 20, indent: 1, cell: ({ unit }) => unit },
    { key: 'asOf', header: 'As of', width: 14, align: 'Left', cell: ({ asOf }) => asYear(asOf) },
    { key: 'source', header: 'Source', width: SOURCE_WIDTH, cell: ({ source, standing }) => `${source} (${standing})` },
  ],
  rows: figures,
};

const drivers: ResultTable<string> = {
  row: rows.gap(2).table(DRIVER_NAMES.length),
  title: 'Drivers that a scenario or a planned change can move',
  header: HEADER,
  columns: [
    { key: 'driver', header: 'Driver', cell: (name) => findDriver(name)!.column.header },
    { key: 'table', header: 'Table', cell: (name) => findDriver(name)!.table },
    { key: 'unit', header: 'Unit', cell: (name) => findDriver(name)!.column.unit },
    { key: 'room', times: 2 },
    { key: 'note', header: 'What it is', cell: (name) => findDriver(name)!.column.note },
  ],
  rows: DRIVER_NAMES,
};

interface LongSource {
  sheet: string;
  row: string;
  source: string;
}

/** The sources that are only named in short beside their rows. */
const longSources = (tables: SampleTables): LongSource[] =>
  TABLES.flatMap(({ key, sheet, schema }) =>
    tables[key]
      .filter(({ source }) => isLong(source))
      .map(({ cells, source }) => ({
        sheet,
        row: schema.label
          .map((part) => cells[part])
          .filter((part) => part !== null && part !== undefined)
          .join(' × '),
        source,
      })),
  );

const TABLES = [
  { key: 'panel', sheet: 'Panel', schema: PANEL },
  { key: 'payerMix', sheet: 'Payer Mix', schema: PAYER_MIX },
  { key: 'costs', sheet: 'Costs', schema: COSTS },
  { key: 'settings', sheet: 'Scenarios, Settings', schema: SETTINGS },
  { key: 'scenarios', sheet: 'Scenarios', schema: SCENARIOS },
  { key: 'changes', sheet: 'Planned changes', schema: CHANGES },
] as const;

const SOURCES_ROW = rows.gap(2).end;
const LINE_HEIGHT = 15;

/** As many as there are. */
const sourcesTable = (tables: SampleTables): ResultTable<LongSource> => ({
  row: SOURCES_ROW,
  title: 'Sources of the sample’s rows, where the column Source has no room for them',
  header: HEADER,
  columns: [
    { key: 'row', header: 'Row', format: TOP, cell: ({ row }) => row },
    { key: 'sheet', header: 'Sheet', format: TOP, cell: ({ sheet }) => sheet },
    { key: 'room', times: 3 },
    { key: 'source', header: 'Source', format: { ...TOP, wrap: true }, cell: ({ source }) => source },
  ],
  rows: longSources(tables),
  ruled: true,
});

function drawSources(sheet: SheetDraft, tables: SampleTables) {
  const placed = drawResults(sheet, sourcesTable(tables));
  const { body } = placed;
  longSources(tables).forEach(({ source }, i) =>
    sheet.height(body.row + i, LINE_HEIGHT * Math.ceil((1.1 * source.length) / SOURCE_WIDTH)),
  );
  return placed;
}

/** Names of the drivers, to choose from in Scenarios and Planned changes. */
export const driverList: ValidationRule = {
  kind: 'list',
  source: { sheet: NAME, area: placeResults(drivers).data('driver') },
};

/** Under everything else, so that it has room to grow. */
const changeLog = (row: number): ResultTable<null> => ({
  row,
  title: 'Change log: what you change, and what the pane’s Refresh page has changed, with the old values',
  titleColumns: COLUMNS,
  header: FORMATS.header,
  columns: CHANGE_LOG.columns.map(({ key, header }) => ({
    key,
    header,
    align: 'Left',
    ...(key === 'date' ? { numberFormat: NUMBER_FORMATS.date } : {}),
  })),
  rows: blankRows(CHANGE_LOG_ROWS),
  format: FORMATS.input,
  ruled: true,
});

const ADDIN = 'PPPM for Excel ';
const addinOf = (version: string): string => ADDIN + version;
/** The version of the add-in, from the cell that says it. */
export const versionOf = (addin: string): string => addin.replace(ADDIN, '').trim();

const builtWith = (practice: Practice, version: string): Content[][] => [
  ['Add-in', addinOf(version)],
  ['Practice', practice.name],
  ['First month', monthStartSerial(practice.startMonth)],
  ['Months', practice.months],
  ['Programs', practice.programs.map(({ name }) => name).join(', ')],
  ['Payers', practice.payers.join(', ')],
];

export const logSheet: Sheet = {
  name: NAME,
  kind: 'assurance',
  tables: [CHANGE_LOG.name],
  names: [{ name: NAMES.version, comment: 'The add-in that built the workbook.', area: () => area(BUILT_ROW, 1) }],
  draw(sheet, { practice, version, tables }) {
    sheet.heading(
      NAME,
      'How the workbook was built, what the sample rests on, what scenarios can move, and, at the end, what was changed since.',
    );
    sheet.section(BUILT_ROW - 1, 0, COLUMNS, 'Built with');
    sheet.put(BUILT_ROW, 0, builtWith(practice, version));
    sheet
      .format(area(BUILT_ROW + 2, 1), { numberFormat: NUMBER_FORMATS.month })
      .format(area(BUILT_ROW + 2, 1, 2), { align: 'Left' });

    drawResults(sheet, publishedFigures);
    drawResults(sheet, drivers);
    const { body } = drawSources(sheet, tables);
    sheet.table(CHANGE_LOG.name, drawResults(sheet, changeLog(body.row + body.rows + 2)).area);

    sheet.freeze(HEADER_ROW - 2, 0);
    sheet.print({ titleRows: HEADER_ROW - 2 });
  },
};

/** A year alone is a number. */
const asYear = (asOf: string): Content => (/^\d{4}$/.test(asOf) ? Number(asOf) : asOf);

function formatOfFigure(unit: PublishedFigure['unit']): string {
  switch (unit) {
    case '%':
      return '0.0%';
    case '% a year':
      return '0%';
    case '$/patient/month':
    case '$/hour':
    case '$':
      return '$#,##0.00';
    case '$/year':
      return '$#,##0';
    case 'ratio':
      return '0.00';
    default:
      return '#,##0';
  }
}
