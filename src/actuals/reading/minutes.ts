import type { Codes, Minutes } from '../rows';
import type { Judged } from './judged';
import type { Kept } from './kept';
import { setRepeatsAside } from './repeats';

/** A log of minutes; entries of one patient, program and month are added up. */
export function* readMinutes(judged: Judged) {
  const patients = judged.identifiers('patient');
  const months = judged.days('month', true);
  const programs = judged.names('program');
  yield;
  const minutes = judged.figures('minutes', true);
  return {
    acrossRows: () =>
      // Two entries of one day are two; the same cells twice are one.
      setRepeatsAside(judged, [patients.rows, judged.coded('month').rows, programs.rows, minutes]),
    rows: (kept: Kept): Minutes =>
      addedUp({
        kind: 'minutes',
        patients: kept.cells(patients),
        programs: kept.names(programs),
        months: kept.column(months),
        minutes: kept.column(minutes),
      }),
  };
}

function addedUp(log: Minutes): Minutes {
  const first = new Map<string, number>();
  const rows: number[] = [];
  const sums: number[] = [];
  log.minutes.forEach((minutes, i) => {
    const key = `${log.patients.rows[i]} ${log.programs.rows[i]} ${log.months[i]}`;
    const at = first.get(key);
    if (at === undefined) {
      first.set(key, rows.length);
      rows.push(i);
      sums.push(minutes);
    } else sums[at] += minutes;
  });
  if (rows.length === log.minutes.length) return log;
  const of = <Integers extends Codes>(column: Integers) =>
    column.slice(0, rows.length).map((_, i) => column[rows[i]]) as Integers;
  return {
    kind: 'minutes',
    patients: { names: log.patients.names, rows: of(log.patients.rows) },
    programs: { names: log.programs.names, rows: of(log.programs.rows) },
    months: of(log.months),
    minutes: Float64Array.from(sums),
  };
}
