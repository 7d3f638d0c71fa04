/**
 * Rates: what Medicare allows for the codes of the programs chosen, by two formulas of the add-in. One prices the
 * codes on two days; the other gives the bundles of Payer Mix.
 */
import { area, formula } from '../../plan/cells';
import { FORMATS, NUMBER_FORMATS } from '../../layout/look';
import { NAMES } from '../../layout/names';
import { HEADER_ROW, type SheetDraft } from '../../layout/sheet-draft';
import { settingValue } from '../checks/settings-as-read';
import type { Book, Sheet } from '../sheet';
import { allowedByCodesArea, drawBundles } from './bundles';
import { drawCodes, FROZEN_COLUMNS, PRINTED_COLUMNS } from './codes';
import { ADVICE, COLUMNS, DAY, DAYS_ROW, EARLIER_COLUMN, RATES, rowsBelowCodes } from './layout';
import { drawSchedules, publishedDays } from './schedules';

export const ratesSheet: Sheet = {
  name: RATES,
  kind: 'results',
  names: [
    { name: NAMES.allowedByCodes, comment: 'What the Codes of each row of Payer Mix give.', area: allowedByCodesArea },
  ],
  draw(sheet, book) {
    sheet.heading(RATES, 'What Medicare allows, code by code', {
      tip: 'From the add-in’s rate book. Amounts are formulas: they follow Locality, Care setting, Qualifying participant (QP) and Start month in Settings.',
      frozenColumns: FROZEN_COLUMNS,
    });
    drawDays(sheet, book);
    drawCodes(sheet, book);
    drawSchedules(sheet, book);
    drawAdvice(sheet, rowsBelowCodes(book).advice);
    drawBundles(sheet, book);
    sheet.freeze(HEADER_ROW + 1, FROZEN_COLUMNS);
    sheet.print({ titleRows: HEADER_ROW + 1, titleColumns: FROZEN_COLUMNS, columns: PRINTED_COLUMNS });
  },
};

/** What the codes are priced for, and the two days. */
function drawDays(sheet: SheetDraft, book: Book): void {
  const orElse = (key: string, fallback: string) => `IF(${settingValue(key)}="","${fallback}",${settingValue(key)})`;
  const last = `MAX(${publishedDays(book, 'to')})`;
  const start = NAMES.startMonth;
  sheet.put(DAYS_ROW, 0, [['Priced for']]);
  sheet.put(DAYS_ROW, FROZEN_COLUMNS, [
    [
      formula(
        `"Locality: "&${orElse('locality', 'national')}&" · Care setting: "&${orElse('careSetting', 'nonfacility')}&" · Qualifying participant (QP): "&${orElse('qp', 'no')}`,
      ),
    ],
  ]);
  sheet.put(DAYS_ROW, EARLIER_COLUMN - 1, [
    [
      'Amounts of the day',
      formula(`IF(ISNUMBER(${DAY}),DATE(YEAR(${DAY})-1,MONTH(${DAY})+1,0),"")`),
      // A start month that Excel cannot read leaves no day: the add-in still prices the codes of Payer Mix by itself.
      formula(`IF(ISNUMBER(${start}),MIN(EOMONTH(${start},0),${last}),IF(${start}="",${last},"no day"))`),
      formula(
        `IF(ISNUMBER(${start}),IF(EOMONTH(${start},0)>${last},"the last day with a published schedule: the forecast starts later","the end of the forecast’s first month"),IF(${start}="","the last day with a published schedule",${start}))`,
      ),
    ],
  ]);
  sheet
    .format(area(DAYS_ROW, 0), FORMATS.label)
    .format(area(DAYS_ROW, EARLIER_COLUMN - 1), FORMATS.label, { align: 'Right' })
    .format(area(DAYS_ROW, EARLIER_COLUMN, 1, 2), FORMATS.label, { numberFormat: NUMBER_FORMATS.date, align: 'Right' })
    .format(area(DAYS_ROW, EARLIER_COLUMN + 2), FORMATS.units, { indent: 1 });
}

function drawAdvice(sheet: SheetDraft, row: number): void {
  sheet.section(row, 0, COLUMNS, 'How to read this');
  sheet.remark(row, FROZEN_COLUMNS, 'And what to do when a year is not published');
  sheet.put(
    row + 1,
    FROZEN_COLUMNS,
    ADVICE.map((line) => [line]),
  );
}
