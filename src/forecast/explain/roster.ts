/** Items bought by the unit, month by month: who is on duty, who is still in training, and who was hired when and why. */
import { wholeUnits } from '../../engine/math/whole-units';
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
    return t + 1 >= this.drivers.cost('startMonth', c, t) && t + 1 <= this.drivers.cost('endMonth', c, t);
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

  /** Units that were not there the month before; those of month 1 are trained. */
  joined(c: number, t: number): number {
    return t > 0 && this.isLimited(c) ? Math.max(0, this.units(c, t) - this.units(c, t - 1)) : 0;
  }

  /** The months, first to last, whose newcomers are still in training. */
  inTraining(c: number, t: number): { month: number; joined: number; missing: number }[] {
    const { trainingMonths } = this.model;
    return Array.from({ length: Math.min(trainingMonths, t) }, (_, back) => t - back)
      .map((since) => ({
        month: since,
        joined: this.joined(c, since),
        missing: 1 - (t - since + 1) / (trainingMonths + 1),
      }))
      .filter(({ joined }) => joined > 0)
      .reverse();
  }

  effective(c: number, t: number): number {
    const missing = this.inTraining(c, t).reduce((sum, { joined, missing }) => sum + joined * missing, 0);
    return Math.max(0, this.units(c, t) - missing);
  }

  places(c: number, t: number): number {
    return this.effective(c, t) * this.drivers.cost('patientsPerUnit', c, t);
  }

  /** Units hired, by the month they arrived in. */
  hires(c: number, t: number): { month: number; units: number }[] {
    const { hired } = this.team[c]!;
    return Array.from({ length: t + 1 }, (_, month) => ({ month, units: hired[month] })).filter(
      ({ units }) => units > 0,
    );
  }

  /** The month at whose end this month's arrivals were ordered, and what was on its way then; null where nobody could order. */
  order(c: number, t: number): { month: number; onTheirWay: number } | null {
    const month = t - 1 - this.model.hireLeadMonths;
    if (month < 0 || this.drivers.costItems[c].staffing !== 'as needed' || !this.isCharged(c, month)) return null;
    const onTheirWay = this.hires(c, t - 1).reduce((sum, hire) => (hire.month > month ? sum + hire.units : sum), 0);
    return { month, onTheirWay };
  }
}
