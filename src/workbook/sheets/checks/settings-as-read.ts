/**
 * Settings as the sheets read them, on Checks: each found by its name wherever its row stands, so that the table may be
 * sorted, and the name of a setting stays the name of that setting.
 */
import { GUARDRAILS } from '../../../tables/schemas/guardrails';
import { DEFAULT_MONTHS, SETTING_COLUMNS, type Setting } from '../../../tables/schemas/settings';
import { formula, inQuotes, onSheet, type Area } from '../../plan/cells';
import { FORMATS, NUMBER_FORMATS } from '../../layout/look';
import { drawResults, placeResults, type Here, type ResultTable } from '../../layout/result-table';
import { HEADER_ROW, type SheetDraft } from '../../layout/sheet-draft';
import { CHECKS } from './line-names';

/** What formulas of the sheets ask for; the rest only the add-in reads. */
const ASKED: readonly Setting[] = [
  ...['startMonth', 'months', 'locality', 'careSetting', 'qp'].map(settingOf),
  ...GUARDRAILS,
];

function settingOf(key: string): Setting {
  const found = SETTING_COLUMNS.find((setting) => setting.key === key);
  if (!found) throw new Error(`no setting is called ${key}`);
  return found;
}

/** To the right of the names. */
const COLUMN = 19;
const NAMES_COLUMN = 'tblSettings[Setting]';

const isNamed = ({ header, aliases }: Setting): string =>
  [header, ...aliases].map((name) => `(TRIM(${NAMES_COLUMN})=${inQuotes(name)})`).join('+');

/** Blank, 0 and empty text are one thing, as they are for the functions. */
function valueFormula(setting: Setting, { at }: Here): string {
  // The last row of the name; dividing leaves errors, which LOOKUP passes over, in all others.
  const typed = `LOOKUP(1,0/(${isNamed(setting)}),tblSettings[Value])`;
  const blank = setting.key === 'months' ? at('default') : '""';
  const given = (found: string) => `IF(${at('rows')}=0,${blank},IF(OR(${typed}="",${typed}=0),${blank},${found}))`;
  // A month may be a text, e.g. Jan 2027, in a cell that is formatted as text.
  return setting.key === 'startMonth'
    ? given(
        `IF(ISNUMBER(${typed}),${typed},IFERROR(DATEVALUE("1 "&${typed}),IFERROR(DATEVALUE(${typed}),${inQuotes(UNREADABLE)})))`,
      )
    : given(typed);
}

/** Stands where a date belongs; Rates and a check show it. */
export const UNREADABLE = 'Start month is a text that Excel cannot read; type a date, e.g. 2027-01-01';

const table: ResultTable<Setting> = {
  row: HEADER_ROW,
  column: COLUMN,
  header: { ...FORMATS.label, ...FORMATS.muted },
  columns: [
    { key: 'setting', header: 'Settings as the sheets read them', width: 34, cell: ({ header }) => header },
    {
      key: 'rows',
      header: 'Rows',
      align: 'Right',
      width: 8,
      cell: (setting) => formula(`SUMPRODUCT(0+(${isNamed(setting)}))`),
    },
    {
      key: 'value',
      header: 'Value',
      align: 'Right',
      width: 16,
      numberFormat: ({ key }) => (key === 'startMonth' ? NUMBER_FORMATS.month : NUMBER_FORMATS.plain),
      cell: (setting, here) => formula(valueFormula(setting, here)),
    },
    {
      key: 'default',
      header: 'Where blank',
      align: 'Right',
      width: 14,
      cell: ({ key }) => (key === 'months' ? DEFAULT_MONTHS : null),
    },
  ],
  rows: ASKED,
  format: FORMATS.muted,
};

const placed = placeResults(table);

/** The cell with a setting's value: blank where none is given, the default of Months. */
export const settingArea = (key: string): Area =>
  placed.cell(
    'value',
    ASKED.find((setting) => setting.key === key)!,
  );
export const settingValue = (key: string): string => onSheet(CHECKS, settingArea(key));

/** The limit of a setting, or words where none is set; the word zero is a true zero. */
export function limitFormula(key: string): string {
  const cell = settingValue(key);
  return `IF(${cell}="zero",0,IF(N(${cell})=0,"no limit",${cell}))`;
}

export function drawSettings(sheet: SheetDraft): void {
  drawResults(sheet, table);
}
