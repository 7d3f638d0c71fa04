/** The value of a driver at which a line meets a target: goal seek over a function that jumps. */
import { careTeamMatters } from '../engine/model/care-team';
import type { Model } from '../engine/model/model';
import { boundsOf, commonValue, valuesOf, type Bounds, type DriverCells } from './driver-cells';
import { crossings, leastPoints, type Point } from './crossings';
import { requireFewForecasts } from './few-forecasts';
import type { Measure } from './measure';
import { Retyping } from './retyping';

export interface Goal {
  readonly cells: DriverCells;
  readonly measure: Measure;
  readonly target: number;
  /** Where to look; Infinity is the driver's bound, or its reach where it has none. */
  readonly lowest: number;
  readonly highest: number;
}

/** The driver's value, and what the line then is. */
export interface Meeting {
  readonly value: number;
  readonly line: number;
  /** The other side of a jump that the target lies in; null where it is met. */
  readonly beyond: { readonly value: number; readonly line: number } | null;
}

export interface Solution {
  /** The typed value; null where the cells differ. */
  readonly today: number | null;
  /** Where it was looked. */
  readonly range: Bounds;
  /** Met, or jumped over, the nearest to today's value first. */
  readonly meetings: readonly Meeting[];
  /** Where nothing meets the target: what comes nearest. */
  readonly nearest: { readonly value: number; readonly line: number } | null;
}

/** A driver without an upper bound is looked at up to so many times its value; one that is nothing, up to a thousand. */
const REACH = 10;
const FROM_NOTHING = 1_000;
/** The target is met to this part of it, or of the line where it is nothing. */
const MET = 1e-6;
/** Figures this close to the target are those of rounding. */
const ROUNDING = 1e-12;

/** What narrows the search. */
const NEARER = 'Look between a nearer lowest and highest';

/** @throws InputError where too many values have to be looked at */
export function solve(model: Model, { cells, measure, target, lowest, highest }: Goal): Solution {
  const { line, program, month } = measure;
  const retyping = new Retyping(model, [cells], line, program);
  const lineAt = (x: number): number => {
    const { totals, series } = retyping.look([x]);
    return month === null ? totals[line] : series[line][month - 1];
  };
  const today = commonValue(model, cells);
  const range = rangeOf(model, cells, lowest, highest);
  if (cells.driver.isMonth) requireFewForecasts(model, Math.floor(range.upper - range.lower) + 1, NEARER);
  else requireFewForecasts(model, leastPoints(LEAST_PARTS), 'Ask PPPM.GRID about a few values instead');
  const from = today ?? (range.lower + range.upper) / 2;
  const size = Math.max(
    Math.abs(target),
    ...(target === 0 ? [lineAt(range.lower), lineAt(range.upper)].map(Math.abs) : []),
  );
  const miss = (x: number) => lineAt(x) - target;
  const { crossings: found, nearest } = cells.driver.isMonth
    ? monthByMonth(miss, range, ROUNDING * size)
    : crossings(miss, range.lower, range.upper, partsFor(model), ROUNDING * size, today === null ? [] : [today]);
  const asLine = ({ x, y }: Point) => ({ value: x, line: y + target });
  const meetings = found.map(({ x, y, beyond }) => ({
    ...asLine({ x, y }),
    beyond: beyond && Math.abs(y) > MET * size ? asLine(beyond) : null,
  }));
  const away = (meeting: Meeting) => Math.abs(meeting.value - from);
  return { today, range, meetings: meetings.sort((a, b) => away(a) - away(b)), nearest: nearest && asLine(nearest) };
}

/** The range is looked at in so many parts: as many as are worked out within about a second. */
const MOST_PARTS = 9_999;
const LEAST_PARTS = 256;
/** Months of rows that are worked out for that; with a care team one counts for several. */
const AFFORDED = 40_000_000;
const OF_CARE_TEAM = 12;

function partsFor(model: Model): number {
  const { months, programs, payers, costs, adjustments } = model;
  const rows =
    (programs.length + payers.length + costs.length) * (careTeamMatters(model, adjustments) ? OF_CARE_TEAM : 1);
  return Math.max(LEAST_PARTS, Math.min(MOST_PARTS, Math.floor(AFFORDED / (months * rows))));
}

function rangeOf(model: Model, cells: DriverCells, lowest: number, highest: number): Bounds {
  const { lower, upper } = boundsOf(model, cells);
  const typed = Math.max(...valuesOf(model, cells).filter(Number.isFinite), 0);
  // An end of the forecast is no bound of a month; a month behind it is never.
  const reach = cells.driver.isMonth ? model.months + 1 : typed > 0 ? REACH * typed : FROM_NOTHING;
  const most = Number.isFinite(highest) ? highest : Number.isFinite(upper) ? upper : Math.max(lower, reach);
  return { lower: Number.isFinite(lowest) ? Math.max(lower, lowest) : lower, upper: Math.min(upper, most) };
}

/** Months are whole: each is looked at. */
function monthByMonth(f: (x: number) => number, { lower, upper }: Bounds, tolerance: number) {
  const points = Array.from({ length: Math.floor(upper) - Math.ceil(lower) + 1 }, (_, i): Point => {
    const x = Math.ceil(lower) + i,
      y = f(x);
    return { x, y: Math.abs(y) <= tolerance ? 0 : y };
  });
  const found = points.flatMap((point, i) => {
    if (point.y === 0) return { ...point, beyond: null };
    const before = points[i - 1] as Point | undefined;
    if (!before || before.y * point.y >= 0) return [];
    const [near, far] = Math.abs(before.y) < Math.abs(point.y) ? [before, point] : [point, before];
    return { ...near, beyond: far };
  });
  const nearest = points.reduce((a, b) => (Math.abs(b.y) < Math.abs(a.y) ? b : a));
  return { crossings: found, nearest: found.length ? null : nearest };
}
