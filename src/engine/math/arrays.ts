/** Arrays of these lengths in one contiguous block: one allocation instead of many. */
export function arraysOf(lengths: readonly number[]): Float64Array[] {
  const block = new Float64Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  return lengths.map((length) => block.subarray(at, (at += length)));
}
