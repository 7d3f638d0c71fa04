/** Many series of one length in one contiguous block: one allocation instead of many. */
export function seriesBlock(count: number, length: number): Float64Array[] {
  const block = new Float64Array(count * length);
  const series = new Array<Float64Array>(count);
  for (let i = 0; i < count; i++) series[i] = block.subarray(i * length, (i + 1) * length);
  return series;
}
