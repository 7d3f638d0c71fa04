/** A tornado: what a line becomes when each driver goes down and up, the largest swing first. */
import type { Change, Model } from '../engine/model/model';
import { commonValue, everyDriver, isHeld, valuesOf, withMoved, type DriverCells, type Move } from './driver-cells';
import { requireFewForecasts } from './few-forecasts';
import { measurer, type Measure } from './measure';
import { driversThatDiffer, withDriversOf } from './scenario-drivers';

/** How far drivers go: a share of their value, points of those that are shares, or to what two scenarios make of them. */
export type Reach =
  | { readonly by: 'share' | 'points'; readonly size: number }
  | { readonly by: 'scenarios'; readonly low: readonly Change[]; readonly high: readonly Change[] };

/** What becomes of one driver, low and high. */
export interface Bar {
  readonly cells: DriverCells;
  /** The values of the cells; null where they differ among themselves, or where a scenario makes them month by month. */
  readonly today: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What the line comes to. */
  readonly atLow: number;
  readonly atHigh: number;
  /** From the least to the most of today’s line, that at low and that at high. */
  readonly swing: number;
  /** Whether a bound of the driver kept it from going all the way. */
  readonly isHeld: boolean;
}

export interface Tornado {
  readonly today: number;
  readonly bars: readonly Bar[];
}

/** A month earlier or later is the least that a month can move. */
const MONTH_EARLIER: Move = { change: 'add', value: -1 };
const MONTH_LATER: Move = { change: 'add', value: 1 };

/** Down and up; null for a driver that does not move in points. */
function movesOf({ driver }: DriverCells, by: 'share' | 'points', size: number): [Move, Move] | null {
  if (by === 'points')
    return driver.upper === 1
      ? [
          { change: 'add', value: -size },
          { change: 'add', value: size },
        ]
      : null;
  return driver.isMonth
    ? [MONTH_EARLIER, MONTH_LATER]
    : [
        { change: 'multiply', value: 1 - size },
        { change: 'multiply', value: 1 + size },
      ];
}

/**
 * @param drivers those looked at; null for every driver with all its rows, or for those that the scenarios move.
 * Drivers that cannot move (blank or 0 by a share, no limit) have no bar.
 * @throws InputError where these are too many
 */
export function sensitivity(
  model: Model,
  measure: Measure,
  reach: Reach,
  drivers: readonly DriverCells[] | null,
): Tornado {
  const looked =
    reach.by === 'scenarios'
      ? driversThatDiffer([model.adjustments, reach.low, reach.high])
      : (drivers ?? everyDriver(model));
  requireFewForecasts(model, 1 + 2 * looked.length, 'Name the drivers that matter');
  const value = measurer(measure);
  const today = value(model);
  const barOf = (bar: Omit<Bar, 'swing'>): Bar => ({
    ...bar,
    swing: Math.max(today, bar.atLow, bar.atHigh) - Math.min(today, bar.atLow, bar.atHigh),
  });
  const bars =
    reach.by === 'scenarios' ? barsOfScenarios(model, reach, looked, value) : barsOfMoves(model, reach, looked, value);
  // Bars as long as each other stay in the order of the catalogue.
  return { today, bars: bars.map(barOf).sort((a, b) => b.swing - a.swing) };
}

function barsOfMoves(
  model: Model,
  { by, size }: Extract<Reach, { size: number }>,
  drivers: readonly DriverCells[],
  value: (model: Model) => number,
): Omit<Bar, 'swing'>[] {
  return drivers.flatMap((cells) => {
    const moves = movesOf(cells, by, size);
    if (!moves) return [];
    const [low, high] = moves.map((move) => withMoved(model, cells, move));
    const before = valuesOf(model, cells).join();
    if (valuesOf(low, cells).join() === before && valuesOf(high, cells).join() === before) return [];
    return {
      cells,
      today: commonValue(model, cells),
      low: commonValue(low, cells),
      high: commonValue(high, cells),
      atLow: value(low),
      atHigh: value(high),
      isHeld: moves.some((move) => isHeld(model, cells, move)),
    };
  });
}

const barsOfScenarios = (
  model: Model,
  { low, high }: Extract<Reach, { by: 'scenarios' }>,
  drivers: readonly DriverCells[],
  value: (model: Model) => number,
): Omit<Bar, 'swing'>[] =>
  drivers.map((cells) => ({
    cells,
    today: null,
    low: null,
    high: null,
    atLow: value(withDriversOf(model, low, [cells])),
    atHigh: value(withDriversOf(model, high, [cells])),
    isHeld: false,
  }));
