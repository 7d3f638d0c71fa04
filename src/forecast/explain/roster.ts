/** Items bought by the unit, month by month: who is on duty, who is still in training, and who was hired when and why. */
import { wholeUnits } from '../../engine/math/whole-units';
import { comeAndGo, missingForTraining } from '../../engine/month/training';
import type { Model } from '../../engine/model/model';
import { isCareUnit } from '../../engine/model/care-team';
import type { Projection } from '../../engine/project';
import type { Drivers } from '../drivers';

type TeamItem = NonNullable<Projection['team']>['items'][number];

export class Roster {
  /** By cost item, what the projection's care team did. */
  private readonly team: readonly (TeamItem | undefined)[];

  constructor(
    private readonly model: Model,
    private readonly drivers: Drivers,
    private readonly projection: Projection,
  ) {
    const items = projection.team?.items.slice() ?? [];
    this.team = drivers.costItems.map((item) => (isCareUnit(item) ? items.shift() : undefined));
  }

  isCharged(c: number, t: number): boolean {
    return this.drivers.isCharged(c, t);
  }

  /** Planned or as needed: as many as there are, not as many as it takes. */
  isLimited(c: number): boolean {
    return this.drivers.costItems[c].staffing !== 'unlimited';
  }

  /** The active patients an item serves. */
  served(c: number, t: number): number {
    const { program } = this.drivers.costItems[c];
    const statement = program === null ? this.projection.total : this.projection.byProgram.get(program)!;
    return statement.series.activePatients[t];
  }

  units(c: number, t: number): number {
    if (!this.isCharged(c, t)) return 0;
    if (this.isLimited(c)) return this.team[c]!.unitsOnDuty[t];
    return wholeUnits(
      this.served(c, t),
      this.drivers.cost('patientsPerUnit', c, t),
      this.drivers.cost('minimumUnits', c, t),
    );
  }

  /** The months, first to last, in which units joined that are on duty and still in training. */
  inTraining(c: number, t: number): { month: number; joined: number }[] {
    const joined = this.joined(c, t);
    const first = Math.max(0, t - this.model.trainingMonths + 1);
    return Array.from(joined.keys())
      .filter((month) => month >= first && joined[month] > 0)
      .map((month) => ({ month, joined: joined[month] }));
  }

  effective(c: number, t: number): number {
    return Math.max(0, this.units(c, t) - missingForTraining(this.joined(c, t), 0, t, this.model.trainingMonths));
  }

  /** Of those who joined in each month, the units on duty; of those who are trained it does not matter. */
  private joined(c: number, t: number): Float64Array {
    const joined = new Float64Array(t + 1);
    if (!this.isLimited(c)) return joined;
    let hasBegun = false;
    for (let month = 0; month <= t; month++) {
      if (hasBegun)
        comeAndGo(joined, 0, month, this.units(c, month) - this.units(c, month - 1), this.model.trainingMonths);
      hasBegun ||= this.isCharged(c, month);
    }
    return joined;
  }

  places(c: number, t: number): number {
    return this.effective(c, t) * this.drivers.cost('patientsPerUnit', c, t);
  }

  /**
   * Units hired, by the month they arrived in. They came on top of those on duty: of whom so many were there by the
   * minimum alone, and count as hired from then on.
   */
  hires(c: number, t: number): { month: number; units: number; byMinimum: number }[] {
    const { hired } = this.team[c]!;
    let soFar = 0;
    return Array.from({ length: t + 1 }, (_, month) => month)
      .filter((month) => hired[month] > 0)
      .map((month) => {
        const brought = this.drivers.cost('minimumUnits', c, month) - this.drivers.cost('unitsOnDuty', c, month);
        const byMinimum = this.isCharged(c, month) ? Math.max(0, brought - soFar) : 0;
        soFar += byMinimum + hired[month];
        return { month, units: hired[month], byMinimum };
      });
  }

  /** The month at whose end this month's arrivals were ordered, and what was on its way then; null where nobody could order. */
  order(c: number, t: number): { month: number; onTheirWay: number } | null {
    const month = t - 1 - this.model.hireLeadMonths;
    if (month < 0 || this.drivers.costItems[c].staffing !== 'as needed' || !this.isCharged(c, month)) return null;
    const onTheirWay = this.hires(c, t - 1).reduce((sum, hire) => (hire.month > month ? sum + hire.units : sum), 0);
    return { month, onTheirWay };
  }
}
