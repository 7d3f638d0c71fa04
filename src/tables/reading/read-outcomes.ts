/** Reads the Outcomes table into rows of evidence. */
import type { Outcome } from '../../contracts/outcomes';
import { error, type Finding } from '../messages/finding';
import { wholeTable } from '../messages/place';
import * as messages from '../messages/tables';
import { OUTCOMES } from '../schemas/outcomes';
import { absentColumns } from './absent-columns';
import type { Range } from './read-model';
import { isGiven } from './read-table';
import { rememberedTable } from './remembered-table';

export interface OutcomeInputs {
  outcomes: readonly Outcome[];
  errors: readonly Finding[];
  findings: readonly Finding[];
}

export function readOutcomes(range: Range | null): OutcomeInputs {
  if (!isGiven(range)) return refused(error(wholeTable(OUTCOMES), messages.tableMissing, OUTCOMES.name));
  const { rows, headers, findings: found } = rememberedTable(OUTCOMES, range);
  const isRead = !found.some(({ severity }) => severity === 'error');
  const findings = isRead ? [...found, ...absentColumns([{ schema: OUTCOMES, headers }])] : found;
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (rows.length === 0 && errors.length === 0) return refused(error(wholeTable(OUTCOMES), messages.tableEmpty));
  return { outcomes: rows.map(({ values }) => values as unknown as Outcome), errors, findings };
}

const refused = (finding: Finding): OutcomeInputs => ({ outcomes: [], errors: [finding], findings: [finding] });
