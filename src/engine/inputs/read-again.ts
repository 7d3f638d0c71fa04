/**
 * Prepared inputs read once more, after other values were typed into some drivers: only what these enter is worked out
 * again.
 */
import { careTeamMatters } from '../model/care-team';
import { placeOfDriver, type Driver, type DriverKey } from '../model/drivers';
import type { Change, CostItem, Payer, Program } from '../model/model';
import type { Moves } from './changes';
import { adjustPlanOf, move, type Clip, type Level } from './expansion';
import { putOff, scaleShares, setLaunches, setSegmentRates } from './month-rates';
import type { Inputs } from './prepare';
import { refuseUnitsForNobody } from './units-for-nobody';

type Row = Program | Payer | CostItem;

export const figuresOf = (row: Row) => row as unknown as Record<DriverKey, number>;

/** A driver that is typed into. */
export interface TypedDriver {
  readonly key: DriverKey;
  /** The rows that have it. */
  readonly rows: readonly Row[];
  /** By row: what is typed there now. */
  readonly values: Float64Array;
}

/** … and what becomes of its values. */
interface Moved extends TypedDriver {
  readonly driver: Driver;
  readonly level: Level;
  /** Where they begin among the cells of a period. */
  readonly first: number;
  readonly planning: Moves[number];
  readonly adjusting: Moves[number];
  /** Whether more than their figures is asked of the rows. */
  readonly isInRows: boolean;
  /** Whether the values are those of the first period themselves: nothing moves them. */
  readonly isInPlace: boolean;
}

const RATES: readonly DriverKey[] = [
  ...['dischargeRate' as const, 'disengagementRate' as const, 'benefitChangeRate' as const],
  ...['adverseEventRate' as const, 'earlyDropOffRate' as const, 'attritionMultiplier' as const],
  ...['shareOfPanel' as const, 'realizationRate' as const, 'cleanClaimRate' as const, 'appealRate' as const],
  ...['overturnRate' as const, 'allowedPppm' as const, 'collectedRate' as const, 'daysToPay' as const],
];
/** What is worked out in place, from what was typed. */
const WORKED_OUT: ReadonlySet<DriverKey> = new Set<DriverKey>([
  'launchMonth',
  'startMonth',
  'endMonth',
  'shareOfPanel',
]);
const THRESHOLD = placeOfDriver.get('thresholdMinutes')!;
const NO_CHANGES: readonly Change[] = [];

export class ReadAgain {
  private readonly moved: readonly Moved[];
  private readonly hasRates: boolean;
  private readonly hasLaunches: boolean;

  /**
   * @param inputs of a model whose rows are written to
   * @param keys the drivers that are typed into. Who the rows are, their number, the months and what changes and adjusts
   * when stay as they were
   */
  constructor(
    private readonly inputs: Inputs,
    private readonly keys: ReadonlySet<DriverKey>,
  ) {
    const { programs, segments, costItems, plan } = inputs;
    const rowsOf = [programs, segments, costItems] as const;
    this.hasRates = this.enters(RATES);
    this.hasLaunches = this.enters(['launchMonth', 'openingPatients']);
    let first = 0;
    this.moved = plan.levels.flatMap((level, l) =>
      level.drivers.flatMap((driver) => {
        const { key } = driver;
        const rows = rowsOf[l],
          planning = plan.moves[placeOfDriver.get(key)!],
          adjusting = inputs.adjusting[placeOfDriver.get(key)!];
        const isInPlace = !planning && !adjusting && !WORKED_OUT.has(key);
        const values = isInPlace
          ? inputs.adjusted.subarray(first, first + rows.length)
          : Float64Array.from(rows as readonly Row[], (row) => figuresOf(row)[key]);
        // Whether a payer has minutes to reach, and which change left a unit without patients, is looked up there.
        const isInRows = key === 'thresholdMinutes' || (key === 'patientsPerUnit' && Boolean(planning ?? adjusting));
        const moved = { key, rows, values, driver, level, first, planning, adjusting, isInRows, isInPlace };
        first += rows.length;
        return keys.has(key) ? [moved] : [];
      }),
    );
  }

  /** Where values are typed. */
  typed(key: DriverKey): TypedDriver {
    return this.moved.find((moved) => moved.key === key)!;
  }

  /** Whether one of these is typed into. */
  enters(keys: readonly DriverKey[]): boolean {
    return keys.some((key) => this.keys.has(key));
  }

  /** @throws UnitsForNobody */
  read(): void {
    const { inputs, keys } = this;
    const { programs, costItems, periods, cellsPerPeriod, program, payer, cost, plan, adjusting } = inputs;
    const clips: Clip[] = [];
    for (const moved of this.moved) {
      const { key, rows, values, isInRows, isInPlace } = moved;
      if (isInRows) for (let r = 0; r < rows.length; r++) figuresOf(rows[r])[key] = values[r];
      if (isInPlace) this.layOutInPlace(moved);
      else this.layOut(moved, clips);
    }
    if (keys.has('launchMonth')) putOff(program.launchMonth, programs, 1, cellsPerPeriod);
    if (keys.has('startMonth')) putOff(cost.startMonth, costItems, 1, cellsPerPeriod);
    if (keys.has('endMonth')) putOff(cost.endMonth, costItems, -Infinity, cellsPerPeriod);
    if (keys.has('shareOfPanel')) scaleShares(payer.shareOfPanel, inputs, periods, cellsPerPeriod, clips);
    if (this.hasLaunches)
      setLaunches(inputs.launch, inputs.openingPatients, program, periods, cellsPerPeriod, inputs.actual);
    if (this.hasRates) setSegmentRates(inputs.segmentRates, program, payer, inputs, periods, cellsPerPeriod, clips);
    if (keys.has('thresholdMinutes'))
      inputs.hasCareTeam = careTeamMatters(inputs.model, adjusting[THRESHOLD] ?? NO_CHANGES);
    inputs.clips = clips;
    refuseUnitsForNobody(inputs, plan.moves, adjusting);
  }

  /** Does for one driver, whose values were typed anew, what `movePlan` and `adjustPlan` do for all. */
  private layOut({ values, driver, level, first, planning, adjusting }: Moved, clips: Clip[]): void {
    const { periods, cellsPerPeriod, planned, adjusted } = this.inputs;
    const count = values.length;
    for (let q = 0, at = first; q < periods.count; q++, at += cellsPerPeriod)
      for (let r = 0; r < count; r++) planned[at + r] = values[r];
    if (planning) move(planned, first, cellsPerPeriod, driver, level, planning, periods);
    for (let q = 0, at = first; q < periods.count; q++, at += cellsPerPeriod)
      for (let r = at; r < at + count; r++) adjusted[r] = planned[r];
    adjustPlanOf(driver, level, first, planning, adjusting, periods, adjusted, clips);
  }

  private layOutInPlace({ values, first }: Moved): void {
    const { periods, cellsPerPeriod, adjusted } = this.inputs;
    for (let q = 1, at = first + cellsPerPeriod; q < periods.count; q++, at += cellsPerPeriod) adjusted.set(values, at);
  }
}
