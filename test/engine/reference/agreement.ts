/**
 * When two statements agree: each figure to 1e-9 of itself.
 *
 * A figure that is the small difference of large ones (the panel after nearly everybody left, a receivable after the
 * last dollar came in) has the rounding of the large ones in it. So a difference below 1e-12 of the largest figure of
 * its unit in the statement counts as none, and in a rate what such differences above and below the line make of it.
 */
import { ALL_LINES, RATIOS, type LineKey } from '../../../src/engine/model/lines';

export interface Figures {
  series: Readonly<Record<LineKey, ArrayLike<number>>>;
  totals: Readonly<Record<LineKey, number>>;
}

const RELATIVE = 1e-9;
const RESIDUE = 1e-12;

const isLine = (key: string): key is LineKey => ALL_LINES.some((line) => line.key === key);

/** The lines that a rate divides; utilization divides what no line shows, and full is 1. */
const DIVIDED = new Map(
  RATIOS.filter(({ part, whole }) => isLine(part) && isLine(whole)).map(({ key, part, whole }) => [
    key as LineKey,
    [part, whole] as [LineKey, LineKey],
  ]),
);

const SPLIT_BY_PATIENTS: ReadonlySet<LineKey> = new Set(['careTeamUnits', 'minutesAvailable', 'minutesUsed']);

const UNITS = new Map(ALL_LINES.map(({ key, unit }) => [key as LineKey, unit === 'claims' ? 'patients' : unit]));

/** The largest figure of each unit. */
function scales(figures: Figures): Map<string, number> {
  const largest = new Map<string, number>();
  for (const [key, unit] of UNITS) {
    let most = largest.get(unit) ?? 0;
    for (let t = 0; t < figures.series[key].length; t++) most = Math.max(most, Math.abs(figures.series[key][t]));
    largest.set(unit, most);
  }
  // Patients bring their rounding into dollars at the price they are billed at, even when few of them are left to bill.
  let price = 0;
  const { activePatients, potentialRevenue } = figures.series;
  for (let t = 0; t < activePatients.length; t++)
    if (activePatients[t] > 0) price = Math.max(price, potentialRevenue[t] / activePatients[t]);
  largest.set('$', Math.max(largest.get('$')!, largest.get('patients')! * price));
  return largest;
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((together, value) => together + value, 0);

/** Every figure on which the two differ, as text: none when they agree. */
export function disagreements(actual: Figures, expected: Figures, relative = RELATIVE): string[] {
  const found: string[] = [];
  const scale = scales(expected);
  const rounding = (key: LineKey) => RESIDUE * scale.get(UNITS.get(key)!)!;
  /** Rounding in a figure: its own, or of a rate what it divides brings along. */
  const allowed = (key: LineKey, value: number, wholeOf: (key: LineKey) => number): number => {
    // A shared unit and its minutes are split by patients: where next to none are left, their rounding is its rounding.
    if (SPLIT_BY_PATIENTS.has(key))
      return Math.max(
        rounding(key),
        (Math.abs(value) * rounding('activePatients')) / Math.abs(wholeOf('activePatients') || Infinity),
      );
    const divided = DIVIDED.get(key);
    if (!divided) return key === 'utilizationRate' ? RESIDUE : rounding(key);
    const [part, whole] = divided;
    return (rounding(part) + Math.abs(value) * rounding(whole)) / Math.abs(wholeOf(whole) || Infinity);
  };
  const differ = (a: number, b: number, rounded: number) =>
    !(Object.is(a, b) || Math.abs(a - b) <= Math.max(relative * Math.max(Math.abs(a), Math.abs(b)), rounded));

  for (const { key } of ALL_LINES) {
    const a = actual.series[key];
    const b = expected.series[key];
    if (a.length !== b.length) found.push(`${key} has ${a.length} months, not ${b.length}`);
    for (let t = 0; t < b.length; t++) {
      if (
        differ(
          a[t],
          b[t],
          allowed(key, b[t], (whole) => expected.series[whole][t]),
        )
      )
        found.push(`${key} in month ${t + 1} is ${a[t]}, not ${b[t]}`);
    }
    const total = expected.totals[key];
    if (differ(actual.totals[key], total, b.length * allowed(key, total, (whole) => sum(expected.series[whole])))) {
      found.push(`total of ${key} is ${actual.totals[key]}, not ${total}`);
    }
  }
  return found;
}
