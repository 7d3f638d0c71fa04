/** What a fast piece of code takes, on a machine that is also doing other things. */

/** Nanoseconds of one call, over a batch of them. */
export function timed(times: number, call: (i: number) => void): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < times; i++) call(i);
  return Number(process.hrtime.bigint() - start) / times;
}

/** Of a piece of code that does the same every time, what it takes when nothing disturbs it. */
export const best = (values: readonly number[]): number => Math.min(...values);

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
