/** Removes a program: its rows of Panel, Payer Mix and Costs, and, if the user wants, the rows that still mention it. */
import { fold } from '../../tables/reading/nearest';
import { proposed, refused, type Proposal, type Step } from './edit';
import type { TableKey } from '../../tables/schemas/model-tables';
import { programsOf, rowsNaming, textIn, type TablesNow } from './tables-now';
import { rowsOf } from './where';

/** Why no program can be removed; null where one can. */
export const noProgramToRemove = (tables: TablesNow): string | null =>
  programsOf(tables).length <= 1 ? 'A forecast needs a program: add another one before you remove this one.' : null;

type Rows = { table: TableKey; rows: number[] };

/** The program's own rows. */
const ownRows = (tables: TablesNow, program: string): Rows[] =>
  (['panel', 'payerMix', 'costs'] as const)
    .map((table) => ({ table, rows: rowsNaming(tables[table], table === 'panel' ? { name: program } : { program }) }))
    .filter(({ rows }) => rows.length > 0);

/** Rows of scenarios and planned changes that name the program, or a cost item that goes with it. */
function mentions(tables: TablesNow, program: string): Rows[] {
  const { costs } = tables;
  const gone = rowsNaming(costs, { program });
  const items = new Set(
    gone
      .map((row) => fold(textIn(costs, costs.rows[row], 'item')))
      .filter((item) => item !== '' && rowsNaming(costs, { item }).every((row) => gone.includes(row))),
  );
  return (['scenarios', 'changes'] as const)
    .map((table) => ({
      table,
      rows: tables[table].rows.flatMap((row, i) =>
        fold(textIn(tables[table], row, 'program')) === fold(program) ||
        items.has(fold(textIn(tables[table], row, 'item')))
          ? [i]
          : [],
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}

const inWords = (tables: TablesNow, { table, rows }: Rows): string => rowsOf(tables[table], rows);

/** “Scenarios, rows 9 and 12”, “Changes on Scenarios, row 60”: where a program is mentioned beside its own rows. */
export const mentionsOf = (tables: TablesNow, program: string): string[] =>
  mentions(tables, program).map((rows) => inWords(tables, rows));

/** @param withMentions whether rows of scenarios and planned changes that name it go, too */
export function removeProgram(tables: TablesNow, program: string, withMentions: boolean): Proposal {
  const own = ownRows(tables, program);
  const problem =
    noProgramToRemove(tables) ??
    (own.some(({ table }) => table === 'panel') ? null : `Panel has no program “${program}”.`);
  if (problem) return refused(problem);
  const gone = [...own, ...(withMentions ? mentions(tables, program) : [])];
  return proposed({
    title: `Remove ${program}`,
    done: `${program} is removed.`,
    says: gone.map((rows) => `${inWords(tables, rows)}: deleted`),
    shares: [],
    steps: gone.flatMap(({ table, rows }) => rows.map((at): Step => ({ what: 'delete row', table, at }))),
  });
}
