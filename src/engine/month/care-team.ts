/** What the care team remembers from month to month. */
import type { Inputs } from '../inputs/prepare';
import { arraysOf } from '../math/arrays';

/** By item and month at item × months + month, by segment and month at segment × months + month. */
export interface Team {
  readonly unitsOnDuty: Float64Array;
  /** Units hired, in the month they arrive. */
  readonly hired: Float64Array;
  /** The realization rates that follow from minutes, by segment and month. */
  readonly realizationRate: Float64Array;
  /** Of those who joined in the month, the units still on duty. */
  readonly joined: Float64Array;
  /** By item: what hiring has brought so far, whether it has been there, and what the units of this month are worth. */
  readonly hiredSoFar: Float64Array;
  readonly hasBegun: Float64Array;
  readonly effectiveUnits: Float64Array;
  /** By segment: patients on the panel, and those of them who joined last month, side by side. */
  readonly panel: Float64Array;
  /** By program, this month. */
  readonly stayed: Float64Array;
  readonly joining: Float64Array;
  readonly closing: Float64Array;
  readonly active: Float64Array;
  /** One figure: that of all programs. */
  readonly activeOfAll: Float64Array;
}

export const allocateTeam = ({ costItems, programs, segments, months }: Inputs): Team =>
  arraysOf({
    unitsOnDuty: costItems.length * months,
    hired: costItems.length * months,
    joined: costItems.length * months,
    realizationRate: segments.length * months,
    hiredSoFar: costItems.length,
    hasBegun: costItems.length,
    effectiveUnits: costItems.length,
    panel: 2 * segments.length,
    stayed: programs.length,
    joining: programs.length,
    closing: programs.length,
    active: programs.length,
    activeOfAll: 1,
  });

export function disband(team: Team): void {
  team.unitsOnDuty.fill(0);
  team.hired.fill(0);
  team.joined.fill(0);
  team.hiredSoFar.fill(0);
  team.hasBegun.fill(0);
  team.effectiveUnits.fill(0);
  team.panel.fill(0);
  team.closing.fill(0);
}

/** The active patients an item serves this month. */
export const servedBy = ({ bearer, programs }: Inputs, { active, activeOfAll }: Team, c: number): number =>
  bearer[c] < programs.length ? active[bearer[c]] : activeOfAll[0];
