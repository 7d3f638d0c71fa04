/**
 * A month's costs and revenue taken apart by what moves them: what each active patient brings, what comes in whole
 * units as the panel grows, and what stays whatever the panel.
 */
import type { CostDriver } from '../model/drivers';
import type { CostItem } from '../model/model';
import { isCareUnit } from '../model/care-team';
import { costDriver, increased, isCharged } from '../inputs/cost-drivers';
import { NOTHING } from '../math/tolerances';
import type { Projection } from '../project';
import type { Statement } from '../month/statement';

export interface MonthEconomics {
  activePatients: number;
  /** Revenue after bad debt, less the costs that follow the patients or their cash, $ per active patient. */
  contributionPppm: number;
  /** Costs that stay; one-off costs are left out. */
  fixedCost: number;
  steps: readonly CostStep[];
}

/** An item bought by the unit, whose units cost something. */
export interface CostStep {
  /** What a unit costs those looked at, and how many of their active patients it serves. */
  unitCost: number;
  patientsPerUnit: number;
  /** Units there are in any case: the minimum, or the care team on duty. */
  leastUnits: number;
  /** The largest panel that those serve: half a nurse on duty has half the places, half a nurse as a minimum has none without a whole one. */
  leastPlaces: number;
}

export class Economics {
  readonly costItems: readonly CostItem[];
  /** By cost item: the units of a care team that limits enrollment or whose minutes count; null for all other items. */
  readonly unitsOnDuty: readonly (Float64Array | null)[];

  constructor(private readonly projection: Projection) {
    this.costItems = projection.inputs.costItems;
    const team = projection.team?.items.slice() ?? [];
    this.unitsOnDuty = this.costItems.map((item) =>
      isCareUnit(item) && team.length > 0 ? team.shift()!.unitsOnDuty : null,
    );
  }

  /**
   * One program's month, or (null) that of all of them. The panel is taken to grow in the month's own proportions: of
   * programs, of payers, and of cash to revenue.
   * @returns null in a month without active patients
   */
  ofMonth(t: number, program: string | null): MonthEconomics | null {
    const { series } = this.statement(program);
    const activePatients = series.activePatients[t];
    if (activePatients < NOTHING) return null;

    let brought = series.allowedRevenue[t] - series.badDebt[t];
    let fixedCost = 0;
    const steps: CostStep[] = [];
    this.costItems.forEach((item, c) => {
      if (!concerns(item, program) || !this.isCharged(c, t)) return;
      const bearer = this.statement(item.program).series;
      const served = bearer.activePatients[t];
      const part = program === null || item.program !== null ? 1 : activePatients / served;
      const amount = this.amount(c, t) * part;
      switch (item.basis) {
        case 'per active patient':
          brought -= amount * served;
          break;
        case 'percent of cash':
          brought -= this.driver('amount', c, t) * part * bearer.cashCollected[t];
          break;
        case 'per month':
          fixedCost += amount;
          break;
        case 'per new patient':
          fixedCost += amount * bearer.newPatients[t];
          break;
        case 'per unit': {
          const leastUnits =
            item.staffing === 'unlimited' ? this.driver('minimumUnits', c, t) : this.unitsOnDuty[c]![t];
          const patientsPerUnit = this.driver('patientsPerUnit', c, t) * (activePatients / served);
          const leastPlaces = (item.staffing === 'unlimited' ? Math.floor(leastUnits) : leastUnits) * patientsPerUnit;
          if (served > 0 && amount > 0) steps.push({ unitCost: amount, patientsPerUnit, leastUnits, leastPlaces });
          else fixedCost += amount * leastUnits;
        }
      }
    });
    return { activePatients, contributionPppm: brought / activePatients, fixedCost, steps };
  }

  statement(program: string | null): Statement {
    return program === null ? this.projection.total : this.projection.byProgram.get(program)!;
  }

  driver(key: CostDriver, item: number, t: number): number {
    return costDriver(this.projection.inputs, key, item, t);
  }

  isCharged(item: number, t: number): boolean {
    return isCharged(this.projection.inputs, item, t);
  }

  /** With the annual increases so far. */
  amount(item: number, t: number): number {
    return this.driver('amount', item, t) * increased(this.projection.inputs, item, t);
  }
}

/** An item of all programs concerns each of them. */
export const concerns = (item: CostItem, program: string | null): boolean =>
  program === null || item.program === null || item.program === program;
