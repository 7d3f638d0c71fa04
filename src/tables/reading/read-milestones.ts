/** Reads the Milestones table: what is due when a line of the statement reaches a threshold, and what it costs. */
import { ALL_LINES, type LineKey } from '../../engine/model/lines';
import type { CostItem } from '../../engine/model/model';
import { error, unknownIn, type Finding } from '../messages/finding';
import { cellsOf, wholeTable } from '../messages/place';
import * as messages from '../messages/tables';
import { MILESTONES, type MILESTONE_BASES } from '../schemas/milestones';
import { absentColumns } from './absent-columns';
import { byFold, fold } from './nearest';
import type { Range } from './read-model';
import { isGiven, type TableRow } from './read-table';
import { rememberedTable } from './remembered-table';

export interface Milestone {
  row: number;
  what: string;
  line: LineKey;
  /** As the Panel writes it; null = all together. */
  program: string | null;
  threshold: number;
  leadMonths: number;
  /** $ once or a month, as the basis says. */
  cost: number;
  basis: (typeof MILESTONE_BASES)[number];
  category: CostItem['category'];
}

export interface MilestoneInputs {
  milestones: readonly Milestone[];
  errors: readonly Finding[];
  findings: readonly Finding[];
}

const lines = new Map<string, LineKey>(ALL_LINES.map(({ key, name }) => [fold(name), key]));
const LINE_NAMES = ALL_LINES.map(({ name }) => name);

/** @param programs of the Panel */
export function readMilestones(range: Range | null, programs: readonly string[]): MilestoneInputs {
  if (!isGiven(range)) return refused(error(wholeTable(MILESTONES), messages.tableMissing, MILESTONES.name));
  const { rows, headers, findings: found } = rememberedTable(MILESTONES, range);
  const findings = [...found];
  const known = byFold(programs);
  const first = new Map<string, number>();
  const milestones = rows.map((row) => {
    const cell = cellsOf(MILESTONES, row.number, row.label);
    const { what, line, program } = row.values as unknown as Record<'what' | 'line' | 'program', string | null>;
    if (typeof line === 'string' && !lines.has(fold(line)))
      findings.push(unknownIn(cell('line'), messages.nameNotThere, line, LINE_NAMES));
    if (typeof program === 'string' && !known.has(fold(program)))
      findings.push(unknownIn(cell('program'), messages.nameNotThere, program, [...known.values()]));
    // Whether one is accepted is known by its name.
    const earlier = typeof what === 'string' ? first.get(fold(what)) : undefined;
    if (earlier !== undefined) findings.push(error(cell('what'), messages.rowTwice, earlier));
    else if (typeof what === 'string') first.set(fold(what), row.number);
    return read(row, known);
  });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (rows.length === 0 && errors.length === 0) return refused(error(wholeTable(MILESTONES), messages.tableEmpty));
  if (errors.length === 0) findings.push(...absentColumns([{ schema: MILESTONES, headers }]));
  return { milestones: errors.length ? [] : milestones, errors, findings };
}

const refused = (finding: Finding): MilestoneInputs => ({ milestones: [], errors: [finding], findings: [finding] });

function read({ number: row, values }: TableRow, programs: ReadonlyMap<string, string>): Milestone {
  const { line, program } = values as unknown as { line: string | null; program: string | null };
  return {
    ...(values as unknown as Milestone),
    row,
    line: lines.get(fold(line ?? ''))!,
    program: program === null ? null : (programs.get(fold(program)) ?? program),
  };
}
