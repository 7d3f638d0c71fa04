/**
 * What each factor of a product contributes to its change, whichever is read first: the mean over all orders in which
 * the factors can be changed one after the other (Shapley). Exact for a product, without walking the orders.
 */

/**
 * Factor i brings (g_i − f_i) × Σ_k k! (n−1−k)! ÷ n! × e_k, where e_k is the coefficient of z^k in the product of
 * f_j + g_j z over the other factors: k of them have changed already, and so often is it k of them.
 * @param before, after the factors of the one product and of the other
 */
export function shapley(before: readonly number[], after: readonly number[]): number[] {
  const weights = weightsOf(before.length);
  return before.map((_, i) => {
    const others = changedOthers(before, after, i);
    return (after[i] - before[i]) * others.reduce((sum, product, k) => sum + product * weights[k], 0);
  });
}

/** By k the share of orders in which a given set of k factors comes before a factor: of five 1/5, 1/20, 1/30, 1/20, 1/5. */
function weightsOf(factors: number): number[] {
  const weights = [1 / factors];
  for (let k = 1; k < factors; k++) weights.push((weights[k - 1] * k) / (factors - k));
  return weights;
}

/** By k the sum, over all sets of k other factors, of the product in which those have changed. */
function changedOthers(before: readonly number[], after: readonly number[], i: number): number[] {
  let sums = [1];
  before.forEach((value, j) => {
    if (j === i) return;
    const next = [...sums.map((sum) => sum * value), 0];
    sums.forEach((sum, k) => (next[k + 1] += sum * after[j]));
    sums = next;
  });
  return sums;
}
