/**
 * Where the months of a projection are written: one record a program and month, every figure of it by name, and room
 * to work in. Memory is laid out once and used again by every run with the same inputs.
 */
import type { Inputs } from '../inputs/prepare';
import { arraysOf } from '../math/arrays';
import { allocateTeam, type Team } from './care-team';

/**
 * What is known of a program's month: its record is at (program × months + month) × MONTH_FIELDS. What dollars
 * are made of comes first, and is all there is of months in brief.
 */
export const MONTH = {
  newPatients: 0,
  stayedPatients: 1,
  allowedRevenue: 2,
  /** What is ever collected of the month's revenue. */
  collectedRevenue: 3,
  activePatients: 4,
  badDebt: 5,
  cashCollected: 6,
  careTeamCost: 7,
  technologyCost: 8,
  overheadAndComplianceCost: 9,
  referrals: 10,
  waitingPatients: 11,
  /** Opening patients × the payer's multiplier of cause rates, summed over segments. */
  exposedPatients: 12,
  lostToEarlyDropOff: 13,
  billablePatients: 14,
  paidClaims: 15,
  potentialRevenue: 16,
  openingPatients: 17,
  lostToDischarge: 18,
  lostToDisengagement: 19,
  lostToBenefitChange: 20,
  lostToAdverseEvent: 21,
  closingPatients: 22,
  careTeamUnits: 23,
  /** Patients served and places of the care team; an item counts both, so utilization weighs items by their size. */
  careTeamServed: 24,
  careTeamPlaces: 25,
  minutesAvailable: 26,
  minutesUsed: 27,
} as const;
export const MONTH_FIELDS = Object.keys(MONTH).length;

/**
 * Larger than any position here. What is cut to it has a range the compiler knows, so that it leaves out overflow
 * checks: they would be a fifth of what the innermost loop executes.
 */
export const POSITIONS = 0xfff_ffff;

/** What is known of months, in full or in brief. */
export interface Records {
  /** Figures of a record: all of them, or the first, where no care team looks at months and none is over. */
  readonly fields: number;
  /** The records of MONTH, of one program after the other. */
  readonly months: Float64Array;
  /** By program: everybody who enrolled so far. */
  readonly everEnrolled: Float64Array;
  /** … who of its patients waits, where months are in brief and do not tell. */
  readonly waiting: Float64Array;
  /** … and what its payers owe at the start. */
  readonly owedAtStart: Float64Array;
  /** What is collected of a program's segments before the one at hand, by month. */
  readonly others: Float64Array;
  /** Records of all programs together: what items of all programs are charged by, and what they add up to. */
  readonly together: Float64Array;
}

export interface Memory extends Records {
  /** Of the cost item at hand, by month: what it costs for each month, unit, patient or dollar that it counts. */
  readonly prices: Float64Array;
  /** The care team's own room, from the first run in which it matters. */
  team: Team | null;
}

/** Room for the months of these inputs. */
export function allocate({ programs, months }: Inputs): Memory {
  const fields = MONTH_FIELDS;
  const arrays = arraysOf({
    months: programs.length * months * fields,
    everEnrolled: programs.length,
    waiting: programs.length,
    owedAtStart: programs.length,
    others: months,
    prices: months,
    together: months * fields,
  });
  return Object.assign(arrays, { fields, team: null });
}

/** Whether memory laid out for other inputs has just the room for these. */
export const fits = (memory: Memory, { programs, segments, costItems, months }: Inputs): boolean =>
  memory.everEnrolled.length === programs.length &&
  memory.prices.length === months &&
  (memory.team === null ||
    (memory.team.hiredSoFar.length === costItems.length && memory.team.panel.length === 2 * segments.length));

/** The care team's room. */
export const teamOf = (inputs: Inputs, memory: Memory): Team => (memory.team ??= allocateTeam(inputs));
