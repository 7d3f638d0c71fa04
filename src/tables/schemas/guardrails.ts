/** Limits a user sets for lines of the statement: settings, each with what to do where a month crosses it. */
import type { LineKey } from '../../engine/model/lines';
import { number, share, type Column } from './column';
import { COSTS } from './costs';
import { PANEL } from './panel';
import { PAYER_MIX } from './payer-mix';

export interface Guardrail extends Column {
  line: LineKey;
  /** The line may be no less, or no more, than the limit. */
  bound: 'least' | 'most';
  /** Months count only where this line is above 0: a rate of nobody says nothing. */
  counted: LineKey;
  /** Held against each program too: one program's care team cannot serve another's patients. */
  eachProgram?: boolean;
  advice: string;
}

const NO_LIMIT = { fallback: null, fallbackText: 'no limit' };

export const GUARDRAILS = [
  {
    ...share(
      'leastRealization',
      'Lowest realization',
      'Guardrail: a month with a lower realization rate is a finding.',
      NO_LIMIT,
    ),
    line: 'realizationRate',
    bound: 'least',
    counted: 'activePatients',
    advice: `Raise ${PAYER_MIX.header.realizationRate}, or give patients more minutes with more units.`,
  },
  {
    ...share(
      'leastClaimSuccess',
      'Lowest claim success',
      'Guardrail: a month with a lower claim success rate is a finding.',
      NO_LIMIT,
    ),
    line: 'claimSuccessRate',
    bound: 'least',
    counted: 'billablePatients',
    advice: `Raise ${PAYER_MIX.header.cleanClaimRate}, or appeal more.`,
  },
  {
    ...number(
      'mostUtilization',
      'Highest utilization',
      '%',
      'Guardrail: a month with a higher utilization of the care team is a finding.',
      { aliases: ['Safe utilization'], ...NO_LIMIT, upper: 5 },
    ),
    line: 'utilizationRate',
    bound: 'most',
    counted: 'careTeamUnits',
    eachProgram: true,
    advice: `Add units on ${COSTS.title} earlier, or raise ${COSTS.header.patientsPerUnit}.`,
  },
  {
    ...number(
      'mostExpensePmpm',
      'Highest expense PMPM',
      '$/patient/month',
      'Guardrail: a month with a higher expense per active patient is a finding.',
      NO_LIMIT,
    ),
    line: 'expensePmpm',
    bound: 'most',
    counted: 'activePatients',
    advice: 'Cut costs, or enroll more patients over the same costs.',
  },
  {
    ...number(
      'mostWaiting',
      'Most waiting patients',
      'patients',
      'Guardrail: a month with more waiting patients is a finding.',
      NO_LIMIT,
    ),
    line: 'waitingPatients',
    bound: 'most',
    counted: 'waitingPatients',
    advice: `Raise ${PANEL.header.enrollmentLimit}, or add units.`,
  },
] as const satisfies readonly Guardrail[];

/** A guardrail with the limit that was set, and where. */
export interface SetGuardrail extends Guardrail {
  limit: number;
  /** Row of the Settings table. */
  row: number;
}
