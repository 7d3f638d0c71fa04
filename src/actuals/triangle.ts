/** Claims by month of service and delay, as running totals: what a run-out is completed from. */
import { monthOfDay } from './reading/dates';
import { NOT_GIVEN, type Claims } from './rows';

export const TRIANGLE_BY = ['Paid', 'Allowed', 'Claims'] as const;
export type TriangleBy = (typeof TRIANGLE_BY)[number];

export interface Triangle {
  months: readonly number[];
  /** By month of service and delay in months; null beyond the as-of month. Money in cents. */
  totals: readonly (readonly (number | null)[])[];
}

/**
 * @param by paid or allowed amounts of what is decided, or patients’ months decided
 * @param asOf the last month
 */
export function triangle(rows: Claims, by: TriangleBy, asOf: number): Triangle {
  const { serviceMonths, decided, patients, programs } = rows;
  const used: number[] = [];
  let first = Infinity;
  for (let i = 0; i < serviceMonths.length; i++) {
    if (serviceMonths[i] > asOf) continue;
    first = Math.min(first, serviceMonths[i]);
    if (decided[i] !== NOT_GIVEN && monthOfDay(decided[i]) <= asOf) used.push(i);
  }
  if (first === Infinity) return { months: [], totals: [] };
  const months = Array.from({ length: asOf - first + 1 }, (_, i) => first + i);
  const amounts = months.map((month) => new Float64Array(asOf - month + 1));
  if (by === 'Claims') {
    // A patient’s month in a program counts when the first of its lines is decided.
    const firstDecided = new Map<string, { service: number; month: number }>();
    for (const i of used) {
      const key = `${patients.rows[i]} ${programs.rows[i]} ${serviceMonths[i]}`;
      const month = monthOfDay(decided[i]);
      const before = firstDecided.get(key);
      if (!before || month < before.month) firstDecided.set(key, { service: serviceMonths[i], month });
    }
    for (const { service, month } of firstDecided.values()) amounts[service - first][month - service]++;
  } else {
    const cents = by === 'Paid' ? rows.paid : rows.allowed;
    for (const i of used) amounts[serviceMonths[i] - first][monthOfDay(decided[i]) - serviceMonths[i]] += cents[i];
  }
  const totals = amounts.map((row) => {
    let total = 0;
    return months.map((_, delay) => (delay < row.length ? (total += row[delay]) : null));
  });
  return { months, totals };
}
