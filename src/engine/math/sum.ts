/** Sum with Neumaier's compensation, so that long columns of cents tie: of so many values from the first on. */
export function sum(values: Float64Array, first = 0, count = values.length - first): number {
  let total = 0;
  let lost = 0;
  for (let i = first; i < first + count; i++) {
    const value = values[i];
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
