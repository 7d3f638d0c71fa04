/** The workbook that is timed, with a care team: places limit enrollment, minutes decide what is billable, nurses are hired. */
import { workload } from './workload';

type Cells = (string | number)[][];

const withColumns = (
  table: Cells,
  headers: string[],
  values: (row: (string | number)[]) => (string | number)[],
): Cells => table.map((row, r) => [...row, ...(r === 0 ? headers : values(row))]);

/** Every program has nurses of its own, two of them planned, two as needed; timed programs and one that is not. */
export function teamWorkload(variant = 0) {
  const tables = workload(variant);
  const isNurse = ([item]: (string | number)[]) => String(item).startsWith('Nurses');
  return {
    ...tables,
    panel: withColumns(tables.panel, ['Service minutes'], () => [40]),
    payerMix: withColumns(
      tables.payerMix,
      ['Threshold minutes', 'Minutes cv', 'Consent rate', 'Documentation rate'],
      ([program]) => (program === 'APCM' ? [0, 0, 0, 0] : [20, 0.6, 0.96, 0.93]),
    ),
    costs: withColumns(tables.costs, ['Staffing', 'Units on duty', 'Minutes per unit', 'Productive share'], (row) =>
      isNurse(row) ? [row[2] === 'CCM' || row[2] === 'RPM' ? 'as needed' : 'planned', 2, 9_600, 0.7] : ['', '', '', ''],
    ),
    settings: [
      ...tables.settings,
      ['Hire lead time', 2, 'months', ''],
      ['Training time', 2, 'months', ''],
      ['Waiting loss rate', 0.1, '%', ''],
    ],
  };
}
