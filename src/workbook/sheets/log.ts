/** Log: what the workbook was built with, the published figures behind it, the drivers there are, and the user's change log. */
import { monthStartSerial } from '../../tables/calendar';
import { DRIVER_NAMES, findDriver } from '../../tables/schemas/driver-names';
import { area, type Content } from '../plan/cells';
import { SheetDraft } from '../layout/sheet-draft';
import { COLORS, FORMATS, NUMBER_FORMATS, TAB_COLORS } from '../layout/look';
import { HEADER_ROW, SHEETS } from '../layout/places';
import type { SheetPlan, ValidationRule } from '../plan/plan';
import type { Practice } from '../practice/practice';
import { PUBLISHED, type PublishedFigure } from '../practice/published';

const figures: readonly PublishedFigure[] = Object.values(PUBLISHED);

const BUILT_ROW = HEADER_ROW;
const CHANGES_ROW = BUILT_ROW + 9;
const CHANGE_LOG_ROWS = 12;
const FIGURES_ROW = CHANGES_ROW + CHANGE_LOG_ROWS + 4;
const DRIVERS_ROW = FIGURES_ROW + figures.length + 4;
const COLUMNS = 6;

/** Names of the drivers, to choose from in Scenarios and Planned changes. */
export const driverList: ValidationRule = {
  kind: 'list',
  source: { sheet: SHEETS.log, area: area(DRIVERS_ROW + 1, 0, DRIVER_NAMES.length, 1) },
};

export function logSheet(practice: Practice, version: string): SheetPlan {
  const sheet = new SheetDraft(SHEETS.log, TAB_COLORS.assurance, [56, 18, 16, 20, 14, 120]);
  sheet.heading(
    SHEETS.log,
    'How the workbook was built, who changed what since, what the sample rests on, and what scenarios can move.',
  );

  sheet.section(DRIVERS_ROW - 1, 0, COLUMNS, 'Drivers that a scenario or a planned change can move');
  header(sheet, DRIVERS_ROW, ['Driver', 'Table', 'Unit', '', '', 'What it is']);
  sheet.put(
    DRIVERS_ROW + 1,
    0,
    DRIVER_NAMES.map((name): Content[] => {
      const { column, table } = findDriver(name)!;
      return [column.header, table, column.unit, null, null, column.note];
    }),
  );

  sheet.section(
    FIGURES_ROW - 1,
    0,
    COLUMNS,
    'Published figures behind the sample; Medicare’s amounts are on Rates; what is in neither place is an assumption',
  );
  header(sheet, FIGURES_ROW, ['Figure', 'Low', 'High', 'Unit', 'As of', 'Source']);
  sheet.put(
    FIGURES_ROW + 1,
    0,
    figures.map((figure): Content[] => [
      figure.what,
      figure.low,
      figure.high,
      figure.unit,
      asYear(figure.asOf),
      `${figure.source} (${figure.standing})`,
    ]),
  );
  figures.forEach(({ unit }, i) =>
    sheet.format(area(FIGURES_ROW + 1 + i, 1, 1, 2), { numberFormat: formatOfFigure(unit) }),
  );
  sheet.format(area(FIGURES_ROW, 1, 1, 2), { align: 'Right' });
  sheet
    .format(area(FIGURES_ROW + 1, 4, figures.length, 1), { align: 'Left' })
    .format(area(FIGURES_ROW, 3, figures.length + 1, 1), { indent: 1 });

  sheet.section(BUILT_ROW - 1, 0, COLUMNS, 'Built with');
  sheet.put(BUILT_ROW, 0, [
    ['Add-in', `PPPM for Excel ${version}`],
    ['Practice', practice.name],
    ['First month', monthStartSerial(practice.startMonth)],
    ['Months', practice.months],
    ['Programs', practice.programs.map(({ name }) => name).join(', ')],
    ['Payers', practice.payers.join(', ')],
  ]);
  sheet.format(area(BUILT_ROW + 2, 1), { numberFormat: NUMBER_FORMATS.month, align: 'Left' });
  sheet.format(area(BUILT_ROW + 3, 1), { align: 'Left' });

  sheet.section(
    CHANGES_ROW - 1,
    0,
    COLUMNS,
    'Change log: write down what you change, so that the next reader can follow',
  );
  const columns = ['What', 'Who', 'Date', 'Why'];
  sheet.put(CHANGES_ROW, 0, [columns]);
  sheet.format(area(CHANGES_ROW, 0, 1, columns.length), FORMATS.header);
  sheet.format(area(CHANGES_ROW + 1, 0, CHANGE_LOG_ROWS, columns.length), FORMATS.input, {
    bottom: { color: COLORS.line, weight: 'Thin' },
  });
  sheet.format(area(CHANGES_ROW + 1, 2, CHANGE_LOG_ROWS, 1), { numberFormat: 'yyyy-mm-dd', align: 'Left' });
  sheet.table('tblChangeLog', area(CHANGES_ROW, 0, CHANGE_LOG_ROWS + 1, columns.length));

  sheet.freeze(HEADER_ROW - 2, 0);
  sheet.print({ titleRows: HEADER_ROW - 2 });
  return sheet.plan();
}

function header(sheet: SheetDraft, row: number, titles: readonly string[]): void {
  sheet.put(row, 0, [titles.map((title) => title || null)]);
  sheet.format(area(row, 0, 1, titles.length), {
    bold: true,
    fill: COLORS.band,
    bottom: { color: COLORS.line, weight: 'Thin' },
  });
}

/** A year alone is a number. */
const asYear = (asOf: string): Content => (/^\d{4}$/.test(asOf) ? Number(asOf) : asOf);

function formatOfFigure(unit: PublishedFigure['unit']): string {
  switch (unit) {
    case '%':
    case '% a year':
      return '0%';
    case '$/patient/month':
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
