import * as messages from '../../tables/messages/exports';
import { NOT_GIVEN, type Roster } from '../rows';
import { blankColumn, merged, textOf } from './coded';
import type { Judged } from './judged';
import type { Kept } from './kept';
import { readReason } from './words';

/** Enrollments. Of one that two rows tell, the row that tells its end is read; one inside another is set aside. */
export function* readRoster(judged: Judged) {
  const patients = judged.identifiers('patient');
  const programs = judged.names('program');
  const payers = judged.names('payer');
  yield;
  const enrolled = judged.days('enrolled', true);
  const disenrolled = judged.days('disenrolled', false);
  yield;
  const texts = judged.texts('reason') ?? blankColumn(judged.rows);
  const causes = merged(texts, (cell) => readReason(textOf(cell)) || null);
  const reasons = { names: causes.names, rows: texts.rows.map((code) => (code < 0 ? -1 : causes.codes[code])) };
  for (let i = 0; i < judged.rows; i++)
    if (disenrolled[i] !== NOT_GIVEN && disenrolled[i] < enrolled[i])
      judged.fault(i, 'ends before it starts', 'disenrolled');
  const numbers = judged.table.rowNumbers;

  /** What ends first comes last, so that an enrollment without an end gives way to the same with one. */
  const endOf = (row: number): number => (disenrolled[row] === NOT_GIVEN ? Infinity : disenrolled[row]);
  const isSame = (a: number, b: number): boolean => payers.rows[a] === payers.rows[b] && enrolled[a] === enrolled[b];

  function acrossRows(): void {
    const rows = Array.from(judged.faults.keys()).filter((row) => !judged.faults[row]);
    rows.sort(
      (a, b) =>
        patients.rows[a] - patients.rows[b] ||
        programs.rows[a] - programs.rows[b] ||
        enrolled[a] - enrolled[b] ||
        // An end that is known goes first, the earlier row before the later.
        Number(endOf(a) === Infinity) - Number(endOf(b) === Infinity) ||
        a - b,
    );
    let last = -1;
    for (const row of rows) {
      const isOther =
        last < 0 || patients.rows[last] !== patients.rows[row] || programs.rows[last] !== programs.rows[row];
      if (isOther || enrolled[row] >= endOf(last)) {
        // Who leaves and comes back on one day has not been here twice at once.
        if (!isOther && isSame(last, row) && endOf(row) === endOf(last))
          judged.fault(row, 'same as another row', undefined, numbers[last]);
        else last = row;
      } else if (isSame(last, row) && endOf(row) === endOf(last))
        judged.fault(row, 'same as another row', undefined, numbers[last]);
      else if (isSame(last, row) && endOf(row) === Infinity) judged.fault(row, 'older state', undefined, numbers[last]);
      else judged.fault(row, 'overlapping enrollment', undefined, numbers[last]);
    }
    let unknown = 0;
    for (let i = 0; i < judged.rows; i++) if (!judged.faults[i] && texts.rows[i] >= 0 && reasons.rows[i] < 0) unknown++;
    if (unknown) judged.notes.push(messages.reasonsUnknown(unknown));
  }

  return {
    acrossRows,
    rows: (kept: Kept): Roster => ({
      kind: 'roster',
      patients: kept.cells(patients),
      programs: kept.names(programs),
      payers: kept.names(payers),
      enrolled: kept.column(enrolled),
      disenrolled: kept.column(disenrolled),
      reasons: kept.names(reasons),
    }),
  };
}
