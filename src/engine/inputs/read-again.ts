/**
 * The rows of prepared inputs read once more, after other values were typed into some drivers: only what these enter is
 * worked out again.
 */
import { careTeamMatters } from '../model/care-team';
import { placeOfDriver, type Driver, type DriverKey } from '../model/drivers';
import type { Change } from '../model/model';
import type { Moves } from './changes';
import { adjustPlanOf, move, type Clip, type Level } from './expansion';
import type { Periods } from './periods';
import { putOff, scaleShares, setLaunches, setSegmentRates } from './month-rates';
import type { Inputs } from './prepare';
import { refuseUnitsForNobody } from './units-for-nobody';

/** A driver that is typed into: the rows that have it, and where their values begin among the cells of a period. */
interface TypedDriver {
  readonly driver: Driver;
  readonly level: Level;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly first: number;
}

const RATES: readonly DriverKey[] = [
  ...['dischargeRate' as const, 'disengagementRate' as const, 'benefitChangeRate' as const],
  ...['adverseEventRate' as const, 'earlyDropOffRate' as const, 'attritionMultiplier' as const],
  ...['shareOfPanel' as const, 'realizationRate' as const, 'cleanClaimRate' as const, 'appealRate' as const],
  ...['overturnRate' as const, 'allowedPppm' as const, 'collectedRate' as const, 'daysToPay' as const],
];
const THRESHOLD = placeOfDriver.get('thresholdMinutes')!;
const NO_CHANGES: readonly Change[] = [];

export class ReadAgain {
  private readonly typed: readonly TypedDriver[];
  private readonly hasRates: boolean;

  /**
   * @param keys the drivers that are typed into. Who the rows are, their number, the months and what changes and adjusts
   * when stay as they were
   */
  constructor(
    private readonly inputs: Inputs,
    private readonly keys: ReadonlySet<DriverKey>,
  ) {
    const { programs, segments, costItems, plan } = inputs;
    const rows = [programs, segments, costItems] as unknown as readonly TypedDriver['rows'][];
    this.hasRates = this.enters(RATES);
    let first = 0;
    this.typed = plan.levels.flatMap((level, l) =>
      level.drivers.flatMap((driver) => {
        const typed = { driver, level, rows: rows[l], first };
        first += level.rows.length;
        return keys.has(driver.key) ? [typed] : [];
      }),
    );
  }

  /** Whether one of these is typed into. */
  enters(keys: readonly DriverKey[]): boolean {
    return keys.some((key) => this.keys.has(key));
  }

  /** @throws UnitsForNobody */
  read(): void {
    const { inputs } = this;
    const { programs, costItems, periods, cellsPerPeriod, program, payer, cost, plan, adjusting, planned, adjusted } =
      inputs;
    const clips: Clip[] = [];
    for (const { driver, level, rows, first } of this.typed) {
      const place = placeOfDriver.get(driver.key)!;
      const count = rows.length;
      for (let r = 0; r < count; r++) planned[first + r] = rows[r][driver.key] as number;
      movePlanOf(driver, level, first, plan.moves[place], periods, planned);
      for (let q = 0, at = first; q < periods.count; q++, at += cellsPerPeriod)
        for (let r = at; r < at + count; r++) adjusted[r] = planned[r];
      adjustPlanOf(driver, level, first, plan.moves[place], adjusting[place], periods, adjusted, clips);
    }
    const { keys } = this;
    if (keys.has('launchMonth')) putOff(program.launchMonth, programs, 1, cellsPerPeriod);
    if (keys.has('startMonth')) putOff(cost.startMonth, costItems, 1, cellsPerPeriod);
    if (keys.has('endMonth')) putOff(cost.endMonth, costItems, -Infinity, cellsPerPeriod);
    if (keys.has('shareOfPanel')) scaleShares(payer.shareOfPanel, inputs, periods, cellsPerPeriod, clips);
    if (keys.has('launchMonth') || keys.has('openingPatients'))
      setLaunches(inputs.launch, inputs.openingPatients, program, periods, cellsPerPeriod, inputs.actual);
    if (this.hasRates) setSegmentRates(inputs.segmentRates, program, payer, inputs, periods, cellsPerPeriod, clips);
    inputs.hasCareTeam = careTeamMatters(inputs.model, adjusting[THRESHOLD] ?? NO_CHANGES);
    inputs.clips = clips;
    refuseUnitsForNobody(inputs, plan.moves, adjusting);
  }
}

/** Does for one driver, whose rows' first values in cells of the first period are laid out anew, what `movePlan` does. */
function movePlanOf(
  driver: Driver,
  level: Level,
  at: number,
  moves: Moves[number],
  periods: Periods,
  cells: Float64Array,
): void {
  const perPeriod = cells.length / periods.count;
  for (let q = 1; q < periods.count; q++) cells.copyWithin(at + q * perPeriod, at, at + level.rows.length);
  if (moves) move(cells, at, perPeriod, driver, level, moves, periods);
}
