/**
 * Every place where a function that jumps crosses zero. Step costs and hires make lines jump, and cross a target more
 * than once: so the range is scanned in equal parts, the more the better, finer where the figures are as near to zero as
 * they jump, and each change of sign is followed to its last digit.
 */
import { root } from './root';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Crossing extends Point {
  /** The other side of a jump that zero lies in; null where zero is met. */
  readonly beyond: Point | null;
}

export interface Scan {
  /** In the order of x. */
  readonly crossings: readonly Crossing[];
  /** Where zero is not crossed: what comes nearest to it. */
  readonly nearest: Point | null;
}

/** Near zero the range is looked at in at least so many parts. */
const FINEST = 65_536;
/** A rate has its poles where a driver leaves next to nothing to divide by: at an end of its range. */
const HALVES = 32;
/** How many points a scan looks at, at least. */
export const leastPoints = (parts: number): number => parts + 2 * HALVES + 1;
/** How much farther from zero than from a straight line figures must be, to be left alone. */
const SAFE = 4;

/**
 * @param parts the range is looked at in so many everywhere: what crosses zero at two of their ends is never missed
 * @param tolerance what counts as zero
 * @param also points that are looked at, too
 */
export function crossings(
  f: (x: number) => number,
  lower: number,
  upper: number,
  parts: number,
  tolerance: number,
  also: readonly number[] = [],
): Scan {
  const at = (x: number): Point => {
    const y = f(x);
    return { x, y: Math.abs(y) <= tolerance ? 0 : y };
  };
  const points: Point[] = [];
  const starts = [
    at(lower),
    ...endsOf(lower, upper, parts)
      .filter((x) => x > lower && x < upper)
      .map(at),
    at(upper),
  ];
  const last = starts.length - 1;
  const depth = Math.ceil(Math.log2(FINEST / parts));
  const bend = (i: number): number => (i > 0 && i < last ? offStraight(starts[i - 1], starts[i], starts[i + 1]) : 0);
  for (let i = 0; i < last; i++) {
    points.push(starts[i]);
    refine(at, starts[i], starts[i + 1], Math.max(bend(i), bend(i + 1)), depth, points);
  }
  points.push(starts[last]);
  points.push(...also.filter((x) => x >= lower && x <= upper).map(at));
  points.sort((a, b) => a.x - b.x);
  const found = amongst(f, points);
  return { crossings: found, nearest: found.length ? null : nearestTo(f, points) };
}

/** Where the range is looked at first, in order: the first and last part by halves, ever closer to its ends. */
function endsOf(lower: number, upper: number, parts: number): number[] {
  const width = upper - lower;
  const halves = Array.from({ length: HALVES }, (_, k) => (width * 2 ** -(k + 1)) / parts);
  return [
    ...halves.map((part) => lower + part).reverse(),
    ...Array.from({ length: parts - 1 }, (_, i) => lower + (width * (i + 1)) / parts),
    ...halves.map((part) => upper - part),
  ];
}

/** How far the middle one of three points is off the line between the others. */
const offStraight = (a: Point, m: Point, b: Point): number =>
  Math.abs(m.y - (a.y + ((b.y - a.y) * (m.x - a.x)) / (b.x - a.x)));

/** Adds the points between two others, in order. @param bend how far figures hereabouts are off a straight line */
function refine(at: (x: number) => Point, a: Point, b: Point, bend: number, depth: number, points: Point[]): void {
  if (depth === 0 || (a.y === 0 && b.y === 0 && bend === 0)) return;
  const x = a.x + (b.x - a.x) / 2;
  if (!(x > a.x && x < b.x)) return;
  const m = at(x);
  const here = Math.abs(m.y - (a.y + b.y) / 2);
  const isOneSided = a.y * m.y > 0 && m.y * b.y > 0;
  const distance = Math.min(Math.abs(a.y), Math.abs(m.y), Math.abs(b.y));
  // A curve bends a quarter as much over half the way, a jump as much as before.
  const expected = Math.max(here, bend / 4);
  if (isOneSided && distance > SAFE * expected) {
    points.push(m);
    return;
  }
  refine(at, a, m, expected, depth - 1, points);
  points.push(m);
  refine(at, m, b, expected, depth - 1, points);
}

function amongst(f: (x: number) => number, points: readonly Point[]): Crossing[] {
  const found: Crossing[] = [];
  points.forEach((point, i) => {
    const before = points[i - 1] as Point | undefined;
    // Of a stretch that is zero all along, its ends.
    if (point.y === 0 && (!before || before.y !== 0 || points[i + 1]?.y !== 0)) found.push({ ...point, beyond: null });
    if (!before || !(before.y * point.y < 0)) return;
    const { x, y, otherX, otherY } = root(f, before.x, before.y, point.x, point.y);
    found.push({ x, y, beyond: { x: otherX, y: otherY } });
  });
  return found;
}

/** The least distance seen, and what is a little nearer beside it: a trisection of the way to its neighbors. */
function nearestTo(f: (x: number) => number, points: readonly Point[]): Point {
  let least = 0;
  points.forEach(({ y }, i) => {
    if (Math.abs(y) < Math.abs(points[least].y)) least = i;
  });
  let best = points[least];
  let [a, b] = [points[Math.max(0, least - 1)].x, points[Math.min(points.length - 1, least + 1)].x];
  for (let step = 0; step < 60 && b - a > 1e-12 * Math.max(Math.abs(a), Math.abs(b)); step++) {
    const [left, right] = [a + (b - a) / 3, b - (b - a) / 3].map((x): Point => ({ x, y: f(x) }));
    for (const point of [left, right]) if (Math.abs(point.y) < Math.abs(best.y)) best = point;
    if (Math.abs(left.y) <= Math.abs(right.y)) b = right.x;
    else a = left.x;
  }
  return best;
}
