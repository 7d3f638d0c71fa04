/** Limits a user sets for lines of the statement, and what to do where a month crosses one. */
import type { LineKey } from '../../engine/model/lines';

export interface Guardrail {
  /** The setting that holds the limit. */
  key: string;
  line: LineKey;
  /** The line may be no less, or no more, than the limit. */
  bound: 'least' | 'most';
  /** Months count only where this line is above 0: a rate of nobody says nothing. */
  counted: LineKey;
  /** Held against each program too: one program's team cannot serve another's patients. */
  eachProgram: boolean;
  advice: string;
}

const guardrail = (
  key: string,
  line: LineKey,
  bound: Guardrail['bound'],
  counted: LineKey,
  advice: string,
  eachProgram = false,
): Guardrail => ({ key, line, bound, counted, eachProgram, advice });

export const GUARDRAILS: readonly Guardrail[] = [
  guardrail(
    'leastRealization',
    'realizationRate',
    'least',
    'activePatients',
    'Raise Eligibility realization, or give patients more minutes with more units.',
  ),
  guardrail(
    'leastClaimSuccess',
    'claimSuccessRate',
    'least',
    'billablePatients',
    'Raise Clean claim rate, or appeal more.',
  ),
  guardrail(
    'mostUtilization',
    'utilizationRate',
    'most',
    'careTeamUnits',
    'Add units on Costs earlier, or raise Patients per unit.',
    true,
  ),
  guardrail(
    'mostExpensePmpm',
    'expensePmpm',
    'most',
    'activePatients',
    'Cut costs, or enroll more patients over the same costs.',
  ),
  guardrail('mostWaiting', 'waitingPatients', 'most', 'waitingPatients', 'Raise Enrollment limit, or add units.'),
];

/** A guardrail with the limit that was set, and where. */
export interface SetGuardrail extends Guardrail {
  limit: number;
  /** Row of the Settings table. */
  row: number;
}
