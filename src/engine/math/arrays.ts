/** Arrays of these lengths by name, in one contiguous block: one allocation instead of many. */
export function arraysOf<Name extends string>(lengths: Readonly<Record<Name, number>>): Record<Name, Float64Array> {
  const names = Object.keys(lengths) as Name[];
  const block = new Float64Array(names.reduce((sum, name) => sum + lengths[name], 0));
  const arrays = {} as Record<Name, Float64Array>;
  let at = 0;
  for (const name of names) arrays[name] = block.subarray(at, (at += lengths[name]));
  return arrays;
}
