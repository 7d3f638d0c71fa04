/** What Build would write for a program or payer, with its sources, in the calendar of the workbook as it stands. */
import { rateBook } from '../../rates/book';
import { monthStartSerial } from '../../tables/calendar';
import { readSettings, type Settings } from '../../tables/reading/read-settings';
import type { Practice, PracticeProgram } from '../practice/practice';
import { sampleTables, type InputRow } from '../practice/sample-tables';
import type { TablesNow } from './tables-now';

interface Rows {
  panel: readonly InputRow[];
  payerMix: readonly InputRow[];
  /** Those that the program alone bears. */
  costs: readonly InputRow[];
}

/** Months of the columns that hold one. */
const MONTHS = ['launchMonth', 'startMonth', 'endMonth'];

/** The settings as they stand. */
export const settingsNow = ({ settings: { headers, rows } }: TablesNow): Settings =>
  readSettings([headers, ...rows.map(({ values }) => values)], []).settings;

export function defaultRows(tables: TablesNow, program: PracticeProgram, payers: readonly string[]): Rows {
  const { startMonth, months } = settingsNow(tables);
  const isCounted = startMonth === null || Number.isNaN(startMonth);
  const start = isCounted ? Number(rateBook().lastDay.slice(0, 4)) * 12 : startMonth;
  const practice: Practice = {
    name: 'Added',
    startMonth: start,
    months,
    programs: [program],
    distinctPatients: null,
    payers,
  };
  const { panel, payerMix, costs } = sampleTables(practice);
  /** Where months are counted, a date of the sample is its number. */
  const inCalendar = (row: InputRow): InputRow => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([key, value]) => [
        key,
        isCounted && MONTHS.includes(key) && typeof value === 'number' ? monthNumber(value, start) : value,
      ]),
    ),
  });
  return {
    panel: panel.map(inCalendar),
    payerMix,
    costs: costs.filter(({ cells }) => cells['program'] === program.name).map(inCalendar),
  };
}

const monthNumber = (serial: number, start: number): number => {
  let number = 1;
  while (monthStartSerial(start + number - 1) < serial) number++;
  return number;
};
