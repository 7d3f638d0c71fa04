/** Adds a program: its row of Panel, a row of Payer Mix for every payer, and its own costs, as Build would have written them. */
import { fold } from '../../tables/reading/nearest';
import { MOST_PROGRAMS } from '../practice/limits';
import { nameProblem, patientsProblem, type PracticeProgram } from '../practice/practice';
import type { InputRow } from '../practice/sample-tables';
import { defaultRows } from './defaults';
import { proposed, refused, type Proposal } from './edit';
import { lackingColumn, newRow } from './new-row';
import { asPayerPays } from './payer-terms';
import { sharesOf, zeroInWords } from './shares';
import { numberIn, payersOf, programsOf, rowsNaming, type TablesNow } from './tables-now';
import { rowsOf } from './where';

/** Why no program can be added; null where one can. */
export function noRoomForProgram(tables: TablesNow): string | null {
  const { length } = programsOf(tables);
  return length < MOST_PROGRAMS
    ? null
    : `There are ${length} programs; sheets and charts have room for ${MOST_PROGRAMS}. Remove one first.`;
}

export function addProgram(tables: TablesNow, given: PracticeProgram): Proposal {
  const program = { ...given, name: given.name.trim() };
  const { name } = program;
  const payers = payersOf(tables);
  const problem =
    noRoomForProgram(tables) ??
    nameProblem(name, 'Type the name of the program.') ??
    (programsOf(tables).some((other) => fold(other) === fold(name)) ? `Panel has “${name}” already.` : null) ??
    (payers.length === 0 ? 'Payer Mix has no payers yet; type one there first.' : null) ??
    patientsProblem(program)?.text;
  if (problem) return refused(problem);

  const sample = defaultRows(tables, program, payers);
  const shares = sharesOf(payers.map((payer) => sharesHeld(tables, payer)));
  const rows = {
    panel: sample.panel,
    payerMix: sample.payerMix.map((row, i) => asPayerPays(tables, payers[i], withShare(row, shares[i]))),
    costs: sample.costs,
  };
  const keys = (['panel', 'payerMix', 'costs'] as const).filter((key) => rows[key].length > 0);
  const lacking = keys.flatMap((key) => rows[key].flatMap((row) => lackingColumn(tables[key], row) ?? []));
  if (lacking.length) return refused(lacking[0]);

  return proposed({
    title: `Add ${name}`,
    done: `${name} is added.`,
    says: keys.map((key) => {
      const { length } = tables[key].rows;
      return `${rowsOf(
        tables[key],
        rows[key].map((_, i) => length + i),
      )}: ${rows[key].map(({ cells }) => cells[LABEL[key]]).join(', ')}`;
    }),
    shares: [{ programs: [name], shares: payers.map((payer, i) => ({ payer, before: null, after: shares[i] })) }],
    steps: keys.flatMap((key) => rows[key].map((row, i) => newRow(tables, key, tables[key].rows.length + i, row))),
  });
}

/** What a new row is told apart by. */
const LABEL = { panel: 'name', payerMix: 'payer', costs: 'item' } as const;

const withShare = (row: InputRow, share: number): InputRow => ({
  ...row,
  cells: { ...row.cells, shareOfPanel: zeroInWords(share) },
});

/** In all programs together: the new one has the payers that the others have. */
const sharesHeld = ({ payerMix }: TablesNow, payer: string): number =>
  rowsNaming(payerMix, { payer }).reduce(
    (sum, row) => sum + (numberIn(payerMix, payerMix.rows[row], 'shareOfPanel') ?? 0),
    0,
  );
