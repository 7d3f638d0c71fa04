/**
 * The people who do the work. Units on duty limit how many patients can be enrolled; the minutes they bring
 * decide how many patients reach a billing threshold; and where staffing follows the panel, they hire.
 */
import type { CostDriver } from '../model/drivers';
import { SEGMENT, SEGMENT_FIELDS, type CareTeam } from './kernel';
import { shareReaching } from '../math/minutes';
import type { CostItem, Model } from '../model/model';
import type { Prepared } from '../inputs/prepare';
import { wholeUnits } from '../math/whole-units';

/** What the care team did, month by month. */
export interface TeamRecord {
  items: readonly {
    item: string;
    program: string | null;
    unitsOnDuty: Float64Array;
    /** Units hired, in the month they arrive. */
    hired: Float64Array;
  }[];
  byProgram: ReadonlyMap<string, { minutesAvailable: Float64Array; minutesUsed: Float64Array }>;
}

export class Staff implements CareTeam {
  /** Units on duty by item and month, at item × months + t; items that are no care team stay 0. */
  readonly unitsOnDuty: Float64Array;
  /** Minutes the team has for each program, and those it gives, at program × months + t. */
  readonly minutesAvailable: Float64Array;
  readonly minutesUsed: Float64Array;
  /** Units hired, in the month they arrive, at item × months + t. */
  readonly hired: Float64Array;

  /** Care-team items bought by the unit, by index into the cost items; and the program that bears each, −1 for all. */
  private readonly items: readonly number[];
  private readonly bearer: readonly number[];
  /** Units that are not yet fully trained count for less; by item, this month. */
  private readonly effective: Float64Array;
  private readonly months: number;

  /** A team that limits nothing: no units to plan, no minutes to reach. Its model runs without one. */
  static matters({ payers, costs, changes, adjustments }: Model): boolean {
    const moved = [...changes, ...adjustments].some(({ driver }) => driver === 'thresholdMinutes');
    return (
      moved ||
      payers.some(({ thresholdMinutes }) => thresholdMinutes > 0) ||
      costs.some((item) => isCareUnit(item) && item.staffing !== 'unlimited')
    );
  }

  constructor(
    private readonly model: Model,
    private readonly roster: Prepared,
  ) {
    const {
      programs,
      costItems,
      input: { months },
    } = roster;
    this.months = months;
    this.items = costItems.flatMap((item, c) => (isCareUnit(item) ? [c] : []));
    this.bearer = costItems.map(({ program }) =>
      program === null ? -1 : programs.findIndex(({ name }) => name === program),
    );
    this.unitsOnDuty = new Float64Array(costItems.length * months);
    this.hired = new Float64Array(costItems.length * months);
    this.minutesAvailable = new Float64Array(programs.length * months);
    this.minutesUsed = new Float64Array(programs.length * months);
    this.effective = new Float64Array(costItems.length);
  }

  record(): TeamRecord {
    const { months } = this;
    const of = (series: Float64Array, row: number) => series.subarray(row * months, (row + 1) * months);
    return {
      items: this.items.map((c) => {
        const { item, program } = this.roster.costItems[c];
        return { item, program, unitsOnDuty: of(this.unitsOnDuty, c), hired: of(this.hired, c) };
      }),
      byProgram: new Map(
        this.roster.programs.map(({ name }, p) => [
          name,
          { minutesAvailable: of(this.minutesAvailable, p), minutesUsed: of(this.minutesUsed, p) },
        ]),
      ),
    };
  }

  /** New patients fit into the places that are free; a shared team's places go to programs in proportion to what they ask for. */
  admit(t: number, stayed: Float64Array, joining: Float64Array): void {
    this.reportForDuty(t);
    let sharedPlaces = Infinity;
    for (const c of this.items) {
      if (this.roster.costItems[c].staffing === 'unlimited' || !this.charged(c, t)) continue;
      const places = this.effective[c] * this.at('patientsPerUnit', c, t);
      const own = this.bearer[c];
      if (own < 0) sharedPlaces = Math.min(sharedPlaces, places);
      else joining[own] = Math.min(joining[own], Math.max(0, places - stayed[own]));
    }
    if (sharedPlaces === Infinity) return;
    let asked = 0,
      taken = 0;
    for (let p = 0; p < joining.length; p++) {
      asked += joining[p];
      taken += stayed[p];
    }
    const free = Math.max(0, sharedPlaces - taken);
    if (asked > free) for (let p = 0; p < joining.length; p++) joining[p] *= free / asked;
  }

  /** Minutes per patient of each program, the share of patients they carry over each threshold, and hires for later. */
  serve(t: number, active: Float64Array, segmentBlock: Float64Array): void {
    let total = 0;
    for (let p = 0; p < active.length; p++) total += active[p];
    for (const c of this.items)
      if (this.roster.costItems[c].staffing === 'unlimited') this.staffInstantly(c, t, this.servedBy(c, active, total));
    this.shareMinutes(t, active, total);
    this.realize(t, active, segmentBlock);
    for (const c of this.items)
      if (this.roster.costItems[c].staffing === 'as needed') this.hire(c, t, this.servedBy(c, active, total));
  }

  private at(key: CostDriver, item: number, t: number): number {
    return this.roster.cost[key][this.roster.input.periods.ofMonth[t] * this.roster.costItems.length + item];
  }

  private charged(c: number, t: number): boolean {
    return t + 1 >= this.at('startMonth', c, t) && t + 1 <= this.at('endMonth', c, t);
  }

  private servedBy(c: number, active: Float64Array, total: number): number {
    return this.bearer[c] < 0 ? total : active[this.bearer[c]];
  }

  /** Planned units and everybody hired so far; newcomers are worth less until they are trained. */
  private reportForDuty(t: number): void {
    const { months } = this;
    const training = this.model.trainingMonths;
    for (const c of this.items) {
      if (this.roster.costItems[c].staffing === 'unlimited' || !this.charged(c, t)) continue;
      let hired = 0;
      for (let m = 0; m <= t; m++) hired += this.hired[c * months + m];
      const onDuty = Math.max(this.at('unitsOnDuty', c, t), this.at('minimumUnits', c, t)) + hired;
      this.unitsOnDuty[c * months + t] = onDuty;
      let untrained = 0;
      const first = this.roster.costItems[c].delayMonths ?? 0;
      for (let age = 0; age < training && t - age > first; age++) {
        const before = this.unitsOnDuty[c * months + t - age - 1];
        const joined = Math.max(0, this.unitsOnDuty[c * months + t - age] - before);
        untrained += joined * (1 - (age + 1) / (training + 1));
      }
      this.effective[c] = Math.max(0, onDuty - untrained);
    }
  }

  /** Unlimited staffing: always as many units as the panel needs, all of them trained. */
  private staffInstantly(c: number, t: number, patients: number): void {
    const units = this.charged(c, t)
      ? wholeUnits(patients, this.at('patientsPerUnit', c, t), this.at('minimumUnits', c, t))
      : 0;
    this.unitsOnDuty[c * this.months + t] = units;
    this.effective[c] = units;
  }

  /** A shared team's minutes go to programs by active patients; no minute is counted twice. */
  private shareMinutes(t: number, active: Float64Array, total: number): void {
    const { months } = this;
    for (let p = 0; p < active.length; p++) this.minutesAvailable[p * months + t] = 0;
    for (const c of this.items) {
      if (!this.charged(c, t)) continue;
      const minutes = this.effective[c] * this.at('minutesPerUnit', c, t) * this.at('productiveRate', c, t);
      const own = this.bearer[c];
      if (own >= 0) this.minutesAvailable[own * months + t] += minutes;
      else
        for (let p = 0; p < active.length; p++)
          this.minutesAvailable[p * months + t] += minutes * (total > 0 ? active[p] / total : 1 / active.length);
    }
  }

  private realize(t: number, active: Float64Array, segmentBlock: Float64Array): void {
    const { months } = this;
    const {
      input: { periods },
      programs,
      segments,
      payer,
      program,
    } = this.roster;
    const q = periods.ofMonth[t];
    const { minutesDistribution } = this.model;
    let p = 0;
    let mean = this.meanMinutes(0, t, active);
    // Payers of a program mostly ask for the same minutes: a tail is worked out once for all of them.
    let ofMean = NaN,
      ofCv = NaN,
      ofThreshold = NaN,
      reaching = 0;
    for (let s = 0; s < segments.length; s++) {
      while (segments[s].program !== programs[p].name) mean = this.meanMinutes(++p, t, active);
      const i = q * segments.length + s;
      const threshold = payer.thresholdMinutes[i];
      if (threshold <= 0) continue;
      const cv = payer.minutesCv[i];
      if (mean !== ofMean || cv !== ofCv || threshold !== ofThreshold) {
        reaching = shareReaching(mean, cv, threshold, minutesDistribution);
        ofMean = mean;
        ofCv = cv;
        ofThreshold = threshold;
      }
      segmentBlock[i * SEGMENT_FIELDS + SEGMENT.realizationRate] =
        payer.consentRate[i] * payer.documentationRate[i] * reaching;
    }
    for (p = 0; p < programs.length; p++) {
      const wanted = program.serviceMinutes[q * programs.length + p] * active[p];
      this.minutesUsed[p * months + t] = active[p] > 0 ? Math.min(wanted, this.minutesAvailable[p * months + t]) : 0;
    }
  }

  /** What the team has for each active patient, up to what the program wants to give. */
  private meanMinutes(p: number, t: number, active: Float64Array): number {
    const {
      input: { periods },
      programs,
      program,
    } = this.roster;
    if (!(active[p] > 0)) return 0;
    return Math.min(
      program.serviceMinutes[periods.ofMonth[t] * programs.length + p],
      this.minutesAvailable[p * this.months + t] / active[p],
    );
  }

  /** Past the trigger, as many units are ordered as bring utilization back to it; they arrive after the lead time. */
  private hire(c: number, t: number, patients: number): void {
    const { months } = this;
    const { hireAtUtilization, hireLeadMonths } = this.model;
    const arrival = t + 1 + hireLeadMonths;
    if (arrival >= months || !this.charged(c, t)) return;
    const perUnit = this.at('patientsPerUnit', c, t);
    const onDuty = this.unitsOnDuty[c * months + t];
    // A panel just at the trigger, to the rounding of its places, is not past it.
    if (patients <= onDuty * perUnit * hireAtUtilization * (1 + 1e-9)) return;
    let ordered = 0;
    for (let m = t + 1; m < months; m++) ordered += this.hired[c * months + m];
    const needed = wholeUnits(patients, perUnit * hireAtUtilization, 0);
    this.hired[c * months + arrival] += Math.max(0, Math.ceil(needed - onDuty - ordered - 1e-9));
  }
}

/** Staff who are hired and paid by the unit. */
export const isCareUnit = ({ category, basis }: CostItem): boolean => category === 'care team' && basis === 'per unit';
