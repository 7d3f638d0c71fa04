/** The Shapley value by its definition: the factors changed one after the other, in every order. */

const ordersOf = (items: readonly number[]): number[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));

const product = (factors: readonly number[]) => factors.reduce((all, factor) => all * factor, 1);

export function meanOverOrders(before: readonly number[], after: readonly number[]): number[] {
  const orders = ordersOf(before.map((_, i) => i));
  const parts = before.map(() => 0);
  for (const order of orders) {
    const now = [...before];
    for (const i of order) {
      const was = product(now);
      now[i] = after[i];
      parts[i] += (product(now) - was) / orders.length;
    }
  }
  return parts;
}
