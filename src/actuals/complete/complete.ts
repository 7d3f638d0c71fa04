/**
 * What is still to come of a run-out triangle: the volume-weighted chain ladder with Mack's standard errors
 * (ASTIN Bulletin 23/2, 1993). With an exposure, such as claims submitted, a row is completed at the rate of all rows
 * together instead of from its own few amounts (Cape Cod): the youngest say next to nothing by themselves.
 */
import { sum } from '../../engine/math/sum';
import { factorsOf, type Factor } from './factors';
import { isObserved, observed, type Observed } from './observed';

export interface CompletedRow {
  readonly latest: number;
  /** Share of the ultimate that a row has reached at its last delay, by the factors after it. */
  readonly developed: number;
  readonly ultimate: number;
  readonly toCome: number;
  /** Mack's standard error of what is to come; null where the row was completed by its exposure. */
  readonly error: number | null;
  readonly holes: readonly number[];
  /** Delays at which a running total is less than before. */
  readonly falls: readonly number[];
  /** Nothing yet, so that the chain ladder says nothing of it. */
  readonly isEmpty: boolean;
}

export interface Completed {
  readonly rows: readonly CompletedRow[];
  readonly factors: readonly Factor[];
  readonly latest: number;
  readonly ultimate: number;
  readonly toCome: number;
  /** null where a row has none. */
  readonly error: number | null;
}

/**
 * @param triangle running totals, a row an origin, a column a delay from 0 on
 * @param exposure by row; 0 where there is none and the chain ladder is to complete the row
 */
export function complete(triangle: readonly ArrayLike<number>[], exposure?: ArrayLike<number>): Completed {
  const seen = observed(triangle);
  const factors = factorsOf(seen);
  const developed = developedShares(factors);
  const latest = seen.cells.map((row, i) => (seen.last[i] < 0 ? 0 : row[seen.last[i]]));
  const reached = seen.last.map((delay) => developed[Math.max(0, delay)]);
  const byFactors = latest.map((amount, i) => projected(amount, seen.last[i], factors));
  const rate = exposure ? rateOfExposure(latest, reached, exposure) : 0;
  const errors = mackErrors(seen, factors, latest, byFactors);
  const rows = latest.map((amount, i): CompletedRow => {
    const volume = exposure?.[i] ?? 0;
    const ultimate = volume > 0 ? amount + (1 - reached[i]) * volume * rate : byFactors[i];
    return {
      latest: amount,
      developed: reached[i],
      ultimate,
      toCome: ultimate - amount,
      error: volume > 0 ? null : errors.rows[i],
      holes: seen.holes.flatMap(({ row, delay }) => (row === i ? [delay] : [])),
      falls: fallsOf(seen.cells[i]),
      isEmpty: amount === 0,
    };
  });
  const total = (key: 'latest' | 'ultimate' | 'toCome') => sum(Float64Array.from(rows, (row) => row[key]));
  return {
    rows,
    factors,
    latest: total('latest'),
    ultimate: total('ultimate'),
    toCome: total('toCome'),
    error: rows.some(({ error }) => error === null) ? null : errors.total,
  };
}

/** By delay the share of the ultimate that is there: 1 ÷ the product of the factors after it. */
function developedShares(factors: readonly Factor[]): Float64Array {
  const shares = new Float64Array(factors.length + 1).fill(1);
  for (let k = factors.length - 1; k >= 0; k--) shares[k] = shares[k + 1] / factors[k].factor;
  return shares;
}

const projected = (amount: number, from: number, factors: readonly Factor[]): number =>
  factors.slice(Math.max(0, from)).reduce((reached, { factor }) => reached * factor, amount);

/** Cape Cod's rate: all amounts ÷ the exposure that has had its time to bring them. */
function rateOfExposure(latest: readonly number[], reached: readonly number[], exposure: ArrayLike<number>): number {
  let amounts = 0;
  let used = 0;
  latest.forEach((amount, i) => {
    if (!(exposure[i] > 0)) return;
    amounts += amount;
    used += exposure[i] * reached[i];
  });
  return used > 0 ? amounts / used : 0;
}

/**
 * Mack's standard errors: of a row U² Σ σ²/f² (1/C + 1/S) over the delays still to come, with C its amount at the
 * delay, observed or projected, and S the volume behind the factor; of all rows with what they share, the factors.
 */
function mackErrors(
  { last }: Observed,
  factors: readonly Factor[],
  latest: readonly number[],
  ultimates: readonly number[],
): { rows: number[]; total: number } {
  /** By delay, Σ σ²/(f² S) from it on: the error of the factors that are still to come. */
  const ofFactors = new Float64Array(factors.length + 1);
  for (let k = factors.length - 1; k >= 0; k--) {
    const { factor, volume, variance } = factors[k];
    ofFactors[k] = ofFactors[k + 1] + (volume > 0 ? variance / (factor ** 2 * volume) : 0);
  }
  const starts = last.map((delay) => Math.max(0, delay));
  const squares = ultimates.map((ultimate, i) => {
    let ofRow = 0;
    let reached = latest[i];
    for (let k = starts[i]; k < factors.length && reached > 0; k++) {
      const { factor, volume, variance } = factors[k];
      if (volume > 0) ofRow += (variance / factor ** 2) * (1 / reached + 1 / volume);
      reached *= factor;
    }
    return ultimate ** 2 * ofRow;
  });
  let total = 0;
  squares.forEach((square, i) => {
    total += square;
    for (let j = 0; j < i; j++) total += 2 * ultimates[i] * ultimates[j] * ofFactors[Math.max(starts[i], starts[j])];
  });
  return { rows: squares.map(Math.sqrt), total: Math.sqrt(total) };
}

function fallsOf(row: Float64Array): number[] {
  const falls: number[] = [];
  let before = -Infinity;
  row.forEach((amount, delay) => {
    if (!isObserved(amount)) return;
    if (amount < before) falls.push(delay);
    before = amount;
  });
  return falls;
}
