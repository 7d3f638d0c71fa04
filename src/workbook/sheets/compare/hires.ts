/** On Compare: who is on duty when, and who has to be hired. */
import type { Area } from '../../plan/cells';
import { FORMATS, NUMBER_FORMATS } from '../../layout/look';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults, placeResults, blankRows, type ResultColumn, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { HIRES, HIRES_ROW } from './layout';

/** The column of units in the tables above, and wider than they need it. */
export const ROLE_WIDTH = 26;

const number = (key: string, numberFormat: string): ResultColumn<null> => ({ key, numberFormat, align: 'Right' });

const hires: ResultTable<null> = {
  row: HIRES_ROW,
  title: 'Who is on duty: every month with a change',
  header: FORMATS.header,
  headerHeight: 48,
  columns: [
    { key: 'month', align: 'Left', numberFormat: NUMBER_FORMATS.month },
    { key: 'role', width: ROLE_WIDTH },
    { key: 'program' },
    { key: 'staffing' },
    number('onDuty', NUMBER_FORMATS.whole),
    number('needed', NUMBER_FORMATS.whole),
    number('nextUnit', NUMBER_FORMATS.whole),
    number('marginBefore', NUMBER_FORMATS.dollars),
    number('marginAfter', NUMBER_FORMATS.dollars),
  ],
  rows: blankRows(HIRES),
  spill: `PPPM.HIREPLAN(${MODEL_ARGUMENTS},${NAMES.scenario},,${NAMES.stamp})`,
};

/** Where the hires spill, without their header. */
export const hiresArea: Area = placeResults(hires).body;

export function drawHires(sheet: SheetDraft): void {
  drawResults(sheet, hires);
}
