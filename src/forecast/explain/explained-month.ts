/** A month of a forecast as it is explained: its figures, its inputs, and how they are named. */
import { lineByKey, type SeriesKey } from '../../engine/model/lines';
import { isCareUnit } from '../../engine/model/care-team';
import type { Model } from '../../engine/model/model';
import type { Projection } from '../../engine/project';
import type { PayerMonth } from '../by-payer';
import type { Drivers } from '../drivers';
import type { Forecast } from '../forecast';
import { InputRows } from './input-rows';
import { Roster } from './roster';
import { row, type Row } from './row';

export class ExplainedMonth {
  readonly model: Model;
  readonly projection: Projection;
  readonly drivers: Drivers;
  readonly inputs: InputRows;
  readonly roster: Roster;
  /** The program explained, by its place among the drivers' rows; null for several together. */
  readonly program: number | null;
  /** The programs that the figure adds up. */
  readonly programs: readonly number[];
  /** By payer, in the order of the segments. */
  readonly payerMonths: readonly (readonly PayerMonth[])[];
  /** By cost item. */
  private readonly bearers: readonly (number | null)[];
  private readonly limiting = new Map<number | null, number[]>();

  /** @param t the month, counted from 0 */
  constructor(
    forecast: Forecast,
    scenario: string | null,
    programName: string | null,
    readonly t: number,
  ) {
    this.model = forecast.model(scenario);
    this.projection = forecast.projection(scenario);
    this.drivers = forecast.drivers(scenario);
    this.inputs = new InputRows(this.model, this.drivers, this.projection.clips, scenario, t);
    this.roster = new Roster(this.model, this.drivers, this.projection);
    this.payerMonths = forecast.byPayer(scenario);
    const all = this.drivers.programs.map((_, p) => p);
    this.programs = programName === null ? all : all.filter((p) => this.drivers.programs[p].name === programName);
    this.program = this.programs.length === 1 ? this.programs[0] : null;
    const place = new Map(all.map((p) => [this.drivers.programs[p].name, p]));
    this.bearers = this.drivers.costItems.map(({ program }) =>
      all.length === 1 ? 0 : program === null ? null : place.get(program)!,
    );
    this.drivers.costItems.forEach((item, c) => {
      if (!isCareUnit(item) || !this.roster.isLimited(c) || !this.roster.isCharged(c, t)) return;
      const bearer = this.bearers[c];
      const known = this.limiting.get(bearer);
      if (known) known.push(c);
      else this.limiting.set(bearer, [c]);
    });
  }

  /** Whether the month is over, so that its figures are as they were. */
  get isActual(): boolean {
    return this.t < this.drivers.monthsOver;
  }

  get dueName(): string {
    return `Cash of the receivable of month ${this.drivers.monthsOver}`;
  }

  payer(s: number, t = this.t): PayerMonth {
    return this.payerMonths[s][t];
  }

  payerName(s: number): string {
    const { program, payer } = this.drivers.segments[s];
    return `${program}, ${payer}`;
  }

  /** The program whose patients an item serves; null for all. */
  bearer(c: number): number | null {
    return this.bearers[c];
  }

  /** The care team's items that limit a program's enrollment, or (null) that of all programs together. */
  limitingItems(p: number | null): readonly number[] {
    return this.limiting.get(p) ?? [];
  }

  isLaunched(p: number): boolean {
    return this.t >= this.drivers.launch(p);
  }

  /** A line's figure of one program, or (null) of all. */
  figure(key: SeriesKey, p: number | null, t = this.t): number {
    const { total, byProgram } = this.projection;
    return (p === null ? total : byProgram.get(this.drivers.programs[p].name)!).series[key][t];
  }

  /** A figure of a program: named without it where it is the one explained. */
  named(name: string, p: number | null): string {
    if (p === this.program) return name;
    return `${name}: ${p === null ? 'All programs' : this.drivers.programs[p].name}`;
  }

  /** The name of a figure of another month than the one explained. */
  dated(name: string, t: number): string {
    return t === this.t ? name : `${name}, month ${t + 1}`;
  }

  line(key: SeriesKey, p: number | null, t = this.t): Row {
    const { name, unit } = lineByKey.get(key)!;
    return row(this.named(this.dated(name, t), p), this.figure(key, p, t), unit, `Forecast, month ${t + 1}`);
  }

  /** A figure of one payer. */
  ofPayer(name: string, unit: string, s: number, value: number, where = 'by payer', t = this.t): Row {
    return row(
      `${this.dated(name, t)}: ${this.payerName(s)}`,
      value,
      unit,
      where === 'by payer' ? `Forecast by payer, month ${t + 1}` : where,
    );
  }
}
