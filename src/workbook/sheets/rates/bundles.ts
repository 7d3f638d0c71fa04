/** On Rates: what the codes of Payer Mix give, row by row. Payer Mix reads it here because nothing may spill inside a table. */
import { PAYER_MIX } from '../../../tables/schemas/payer-mix';
import type { Area } from '../../plan/cells';
import { AMOUNT_OR_CODES, FORMATS } from '../../layout/look';
import { blankRows, drawResults, placeResults, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import type { Book } from '../sheet';
import { billing } from './billing';
import { COLUMNS, DAY, rowsBelowCodes } from './layout';

/** Rows of Payer Mix that may be added before the formats end. */
const ROOM = 100;

const column = (header: string): string => `tblPayerMix[${header}]`;
const unlessTyped = (text: string): string => `IF(${column('Codes')}="","",${text})`;

/** Its columns are those of the codes above. */
const bundles = (book: Book): ResultTable<null> => ({
  row: rowsBelowCodes(book).bundles,
  title: 'Codes on Payer Mix',
  titleColumns: COLUMNS,
  header: FORMATS.band,
  columns: [
    { key: 'program', header: 'Program', spill: `${column('Program')}&""` },
    { key: 'besideProgram' },
    { key: 'payer', header: 'Payer', spill: `${column('Payer')}&""` },
    { key: 'codes', header: 'Codes', spill: `${column('Codes')}&""` },
    {
      key: 'percent',
      header: 'Percent of Medicare',
      unit: '%',
      align: 'Right',
      numberFormat: '0.0%',
      spill: unlessTyped(`IF(${column('Percent of Medicare')}="",1,${column('Percent of Medicare')})`),
    },
    {
      key: 'allowed',
      header: 'Codes give',
      unit: '$/patient/month',
      align: 'Right',
      numberFormat: AMOUNT_OR_CODES,
      spill: `IFERROR(PPPM.ALLOWED(${column('Codes')},,${billing(DAY)},${column('Percent of Medicare')}),"")`,
    },
    {
      key: 'onPayerMix',
      header: 'On Payer Mix',
      unit: '$/patient/month',
      align: 'Right',
      numberFormat: AMOUNT_OR_CODES,
      spill: column('Allowed PPPM'),
    },
  ],
  rows: blankRows(book.tables.payerMix.length + ROOM),
});

/** What the codes of each row of Payer Mix give, in the order of its rows; room for as many as it may have. */
export const allowedByCodesArea = (book: Book): Area => ({
  ...placeResults(bundles(book)).data('allowed'),
  rows: PAYER_MIX.maxRows,
});

export function drawBundles(sheet: SheetDraft, book: Book): void {
  drawResults(sheet, bundles(book));
}
