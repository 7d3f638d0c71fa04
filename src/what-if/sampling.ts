/**
 * What uncertain drivers are in each trial: by Latin hypercube, so that every slice of a distribution is met once, and,
 * within a group, in an order that correlates their ranks (Iman and Conover).
 */
import { normalPoint, pointsOf, type Distribution } from './quantiles';
import { chanceOf } from './random';

export interface Uncertain {
  readonly distribution: Distribution;
  /** null for none. */
  readonly group: string | null;
  /** With what its group has in common; the rank correlation of two of a group is the product of theirs. */
  readonly correlation: number;
}

/** A value by driver and trial. The same seed gives the same to the last bit, whatever an engine makes of the last digit of exp and log. */
export function sample(drivers: readonly Uncertain[], trials: number, seed: number): Float64Array[] {
  const chance = chanceOf(seed);
  const columns: Float64Array[] = drivers.map(({ distribution }) => {
    const point = pointsOf(distribution);
    const grain = grainOf(distribution.high - distribution.low);
    return Float64Array.from({ length: trials }, (_, i) => {
      const value = point((i + chance.uniform()) / trials);
      return grain === 0 ? value : Math.round(value / grain) * grain;
    });
  });
  for (const column of columns) chance.shuffle(column);
  for (const group of new Set(drivers.map((driver) => driver.group))) {
    const members = drivers.flatMap((driver, i) => (driver.group === group ? [i] : []));
    if (group === null || members.length < 2) continue;
    const scores = members.map(() => {
      const own = Float64Array.from({ length: trials }, (_, i) => normalPoint((i + 1) / (trials + 1)));
      chance.shuffle(own);
      return own;
    });
    const correlations = members.map((at) => drivers[at].correlation);
    correlated(scores, correlations).forEach((order, i) => {
      columns[members[i]] = inOrderOf(columns[members[i]], order);
    });
  }
  return columns;
}

/** A power of two, some ten millionths of the width: coarse beside what the last digit of exp and log moves, fine beside any answer. */
function grainOf(width: number): number {
  if (width === 0) return 0;
  let power = 1;
  while (power < width) power *= 2;
  while (power > width) power /= 2;
  return power * 2 ** -24;
}

/** Scores with the correlations of the group, up to those that they have by chance. */
function correlated(scores: readonly Float64Array[], with_: readonly number[]): Float64Array[] {
  // Ranks of normal scores correlate less than the scores do.
  const wanted = with_.map((a, i) => with_.map((b, j) => (i === j ? 1 : 2 * Math.sin((Math.PI / 6) * a * b))));
  const target = triangular(wanted),
    found = triangular(correlations(scores));
  const inverse = inverted(found);
  return scores.map((own, i) => {
    const sum = new Float64Array(own.length);
    for (let j = 0; j <= i; j++) {
      let weight = 0;
      for (let k = j; k <= i; k++) weight += target[i][k] * inverse[k][j];
      for (let n = 0; n < sum.length; n++) sum[n] += weight * scores[j][n];
    }
    return sum;
  });
}

const correlations = (columns: readonly Float64Array[]): number[][] =>
  columns.map((a) =>
    columns.map((b) => {
      let ab = 0,
        aa = 0,
        bb = 0;
      for (let n = 0; n < a.length; n++) {
        ab += a[n] * b[n];
        aa += a[n] * a[n];
        bb += b[n] * b[n];
      }
      return ab / Math.sqrt(aa * bb);
    }),
  );

/** Cholesky's factor. What rounding, or a target a little out of reach, would make negative is nothing. */
function triangular(matrix: readonly (readonly number[])[]): number[][] {
  const factor = matrix.map((row) => row.map(() => 0));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let left = row[j];
      for (let k = 0; k < j; k++) left -= factor[i][k] * factor[j][k];
      factor[i][j] = i === j ? Math.sqrt(Math.max(left, 1e-12)) : left / factor[j][j];
    }
  });
  return factor;
}

function inverted(factor: readonly (readonly number[])[]): number[][] {
  const inverse = factor.map((row) => row.map(() => 0));
  factor.forEach((_, column) => {
    for (let i = column; i < factor.length; i++) {
      let left = i === column ? 1 : 0;
      for (let k = column; k < i; k++) left -= factor[i][k] * inverse[k][column];
      inverse[i][column] = left / factor[i][i];
    }
  });
  return inverse;
}

/** The values so that their ranks are those of the scores. */
function inOrderOf(values: Float64Array, scores: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  const order = Uint32Array.from(scores, (_, n) => n).sort((a, b) => scores[a] - scores[b]);
  const placed = new Float64Array(values.length);
  order.forEach((trial, rank) => {
    placed[trial] = sorted[rank];
  });
  return placed;
}
