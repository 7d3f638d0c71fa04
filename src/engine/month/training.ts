/**
 * Who is still in training. Month by month it is kept how many of those who joined in it are still on duty: they are
 * trained one after the other, and those who joined last leave first.
 */

/**
 * Newcomers join; or those leave who joined last. Who is trained is worth the same whenever they joined.
 * @param joined by month, from the first on; this month's is 0 so far
 * @param change of units on duty, from last month to this one
 */
export function comeAndGo(
  joined: Float64Array,
  first: number,
  t: number,
  change: number,
  trainingMonths: number,
): void {
  if (change > 0) joined[first + t] = change;
  let leaving = -change;
  for (let age = 1; leaving > 0 && age < trainingMonths && age <= t; age++) {
    const left = Math.min(joined[first + t - age], leaving);
    joined[first + t - age] -= left;
    leaving -= left;
  }
}

/** Of training time T, a unit in its month j is worth j ÷ (T + 1) of a trained one: what a unit that joined so many months ago lacks. */
export const lacking = (age: number, trainingMonths: number): number => 1 - (age + 1) / (trainingMonths + 1);

/** What all who are in training lack together. */
export function missingForTraining(joined: Float64Array, first: number, t: number, trainingMonths: number): number {
  let missing = 0;
  for (let age = 0; age < trainingMonths && age <= t; age++)
    missing += joined[first + t - age] * lacking(age, trainingMonths);
  return missing;
}
