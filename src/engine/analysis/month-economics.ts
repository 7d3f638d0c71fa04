/**
 * A month's costs and revenue taken apart by what moves them: what each active patient brings, what comes in whole
 * units as the panel grows, and what stays whatever the panel.
 */
import type { CostDriver } from '../model/drivers';
import type { CostItem } from '../model/model';
import { isCareUnit } from '../model/care-team';
import { costDriver, increased, isCharged } from '../inputs/cost-drivers';
import { NOISE, NOTHING } from '../math/tolerances';
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

/** Costs that follow patients or their cash, month by month: of the items of each program, of all programs (null), and of all items. */
interface FollowingCosts {
  of: ReadonlyMap<string | null, Float64Array>;
  inAll: Float64Array;
}

export class Economics {
  readonly costItems: readonly CostItem[];
  private added: FollowingCosts | null = null;
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

    let fixedCost = 0;
    const steps: CostStep[] = [];
    this.costItems.forEach((item, c) => {
      if (!concerns(item, program) || !this.isCharged(c, t)) return;
      const bearer = this.statement(item.program).series;
      const served = bearer.activePatients[t];
      const part = program === null || item.program !== null ? 1 : activePatients / served;
      const amount = this.amount(c, t) * part;
      switch (item.basis) {
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
    return { activePatients, contributionPppm: this.contribution(t, program), fixedCost, steps };
  }

  /**
   * What each active patient brings in a month, after bad debt and the costs that follow patients or their cash; of one
   * program or (null) of all. Nothing in a month without active patients, and where but rounding noise is left.
   */
  contribution(t: number, program: string | null): number {
    const { allowedRevenue, badDebt, activePatients } = this.statement(program).series;
    const active = activePatients[t];
    if (active < NOTHING) return 0;
    const { of, inAll } = this.followingCosts;
    const cost =
      program === null
        ? inAll[t]
        : of.get(program)![t] + of.get(null)![t] * (active / this.statement(null).series.activePatients[t]);
    const brought = allowedRevenue[t] - badDebt[t];
    const left = (brought - cost) / active;
    return Math.abs(left) < Math.max(NOTHING, NOISE * (brought / active)) ? 0 : left;
  }

  /** Added up once for all months and programs: a hire plan asks for one of them in each of its rows. */
  private get followingCosts(): FollowingCosts {
    return (this.added ??= this.addUpFollowingCosts());
  }

  private addUpFollowingCosts(): FollowingCosts {
    const { programs, months } = this.projection.inputs;
    const of = new Map<string | null, Float64Array>(
      [null, ...programs.map(({ name }) => name)].map((name) => [name, new Float64Array(months)]),
    );
    const inAll = new Float64Array(months);
    this.costItems.forEach(({ basis, program }, c) => {
      if (basis !== 'per active patient' && basis !== 'percent of cash') return;
      const { activePatients, cashCollected } = this.statement(program).series;
      const own = of.get(program)!;
      for (let t = 0; t < months; t++) {
        if (!this.isCharged(c, t)) continue;
        const cost =
          basis === 'percent of cash'
            ? this.driver('amount', c, t) * cashCollected[t]
            : this.amount(c, t) * activePatients[t];
        own[t] += cost;
        inAll[t] += cost;
      }
    });
    return { of, inAll };
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
