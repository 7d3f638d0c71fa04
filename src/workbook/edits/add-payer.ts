/** Adds a payer: a row of Payer Mix in each program, and the others' shares make room for it where the user wants that. */
import { fold } from '../../tables/reading/nearest';
import { MOST_PAYERS } from '../practice/limits';
import { nameProblem } from '../practice/practice';
import { payerSample } from '../practice/sample';
import type { InputRow, InputValue } from '../practice/sample-tables';
import { defaultRows } from './defaults';
import { proposed, refused, type Proposal } from './edit';
import { lackingColumn, newRow } from './new-row';
import { alike, makeRoom } from './shares';
import { numberIn, payersOf, programsOf, rowsNaming, textIn, type TablesNow } from './tables-now';
import { rowsOf } from './where';

/** Why no payer can be added; null where one can. */
export function noRoomForPayer(tables: TablesNow): string | null {
  const { length } = payersOf(tables);
  return length < MOST_PAYERS
    ? null
    : `There are ${length} payers; the workbook has room for ${MOST_PAYERS}. Delete the rows of one in Payer Mix first.`;
}

/** A payer's part of the panel, until somebody knows better. */
export const usualShare = (payer: string): number => payerSample(payer.trim()).weight;

export interface NewPayer {
  name: string;
  /** Of each program's panel. */
  share: number;
  /** The other payers' shares are scaled down to make room. */
  rebalance: boolean;
}

export function addPayer(tables: TablesNow, { name: typed, share, rebalance }: NewPayer): Proposal {
  const name = typed.trim();
  const programs = programsOf(tables);
  const problem =
    noRoomForPayer(tables) ??
    nameProblem(name, 'Type the name of the payer.') ??
    (payersOf(tables).some((payer) => fold(payer) === fold(name)) ? `Payer Mix has “${name}” already.` : null) ??
    (programs.length === 0 ? 'Panel has no programs yet; add one first.' : null) ??
    shareProblem(share);
  if (problem) return refused(problem);

  const { payerMix } = tables;
  const changes = programs.map((program) => ({ program, ...makeRoom(tables, program, name, share, rebalance) }));
  const rows = programs.map((program) => ({ at: behind(tables, program), row: rowFor(tables, program, name, share) }));
  const lacking = rows.flatMap(({ row }) => lackingColumn(payerMix, row) ?? []);
  if (lacking.length) return refused(lacking[0]);
  // Each row moves those below it down.
  const inOrder = [...rows].sort((a, b) => a.at - b.at).map(({ at }, i) => at + i);
  const moved = programs.filter((_, i) => changes[i].steps.length > 0);
  return proposed({
    title: `Add ${name}`,
    done: `${name} is added.`,
    says: [
      `${rowsOf(payerMix, inOrder)}: ${name} in ${programs.join(', ')}`,
      ...(moved.length ? [`Share of panel of the other payers in ${moved.join(', ')}: as shown below`] : []),
    ],
    shares: alike(changes),
    steps: [
      ...changes.flatMap(({ steps }) => steps),
      ...rows.map(({ at, row }) => newRow(tables, 'payerMix', at, row)),
    ],
  });
}

/** Why a payer cannot have this share; null where it can. */
export const shareProblem = (share: number): string | null =>
  share > 0 && share < 1 ? null : 'Give a share of the panel above 0% and below 100%.';

/** Behind the program's last row, or behind all. */
export const behind = ({ payerMix }: TablesNow, program: string): number =>
  (rowsNaming(payerMix, { program }).at(-1) ?? payerMix.rows.length - 1) + 1;

/** What a row says of the program, whoever pays. */
const OF_PROGRAM = ['realizationRate', 'thresholdMinutes', 'minutesCv', 'consentRate', 'documentationRate'];

/** As the payer usually pays, and the program is usually realized. */
export function rowFor(tables: TablesNow, program: string, payer: string, share: number): InputRow {
  const { payerMix } = tables;
  const [sample] = defaultRows(tables, { name: program, eligiblePatients: null, openingPatients: 0 }, [payer]).payerMix;
  const cells = { ...sample.cells, program, payer, shareOfPanel: share };
  const model = payerMix.rows[rowsNaming(payerMix, { program })[0]];
  if (!model) return { cells, source: sample.source };
  const own = OF_PROGRAM.map((key): [string, InputValue] => [
    key,
    numberIn(payerMix, model, key) ?? (textIn(payerMix, model, key) || null),
  ]);
  const [price] = sample.source.split('; ');
  return {
    cells: { ...cells, ...Object.fromEntries(own) },
    source: `${price}; realization: as ${textIn(payerMix, model, 'payer')}; share and appeals: assumption; claims: see Log`,
  };
}
