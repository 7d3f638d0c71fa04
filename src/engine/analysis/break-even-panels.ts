/**
 * The panels at which a month pays for itself, looked for stretch by stretch of panels that take the same units: within
 * one each patient adds to the margin, from one to the next it falls by a unit's cost. So each stretch is in the black
 * from one panel on, if at all.
 */
import { NOISE, WHOLE_UNIT_NOISE } from '../math/tolerances';
import type { CostStep, MonthEconomics } from './month-economics';

export interface Panels {
  panel: number | null;
  lastingPanel: number | null;
}

const NONE: Panels = { panel: null, lastingPanel: null };

/** Panels of more units of an item are not looked for. */
const MOST_UNITS = 10_000;

export function breakEvenPanels({ contributionPppm, fixedCost, steps }: MonthEconomics): Panels {
  if (fixedCost === 0 && steps.length === 0 && contributionPppm >= 0) return { panel: 0, lastingPanel: 0 };
  if (contributionPppm <= 0) return NONE;
  // With every unit full, this is left of what a patient brings: no panel has more. With every unit full but one of each
  // item, none has less. So below the first of these panels none pays for itself, and from the other on all do.
  const surplus = steps.reduce(
    (left, { unitCost, patientsPerUnit }) => left - unitCost / patientsPerUnit,
    contributionPppm,
  );
  if (surplus < -NOISE * contributionPppm) return NONE;
  const least = surplus > 0 ? (fixedCost / surplus) * (1 - WHOLE_UNIT_NOISE) : 0;
  const covered =
    surplus > 0
      ? steps.reduce((cost, { unitCost, leastUnits }) => cost + unitCost * (leastUnits + 1), fixedCost) / surplus
      : Infinity;
  const most = steps.reduce((fewest, { patientsPerUnit }) => Math.min(fewest, MOST_UNITS * patientsPerUnit), Infinity);

  let panel: number | null = null,
    lastingPanel = 0;
  for (const stretch = new Stretch(steps, least); stretch.to <= most; stretch.next()) {
    const needed = (fixedCost + stretch.cost) / contributionPppm;
    if (needed <= stretch.to) panel ??= needed;
    if (needed > stretch.from) lastingPanel = Math.min(needed, stretch.to);
    if (stretch.to >= covered) return { panel, lastingPanel };
  }
  return { panel, lastingPanel: null };
}

/** Panels that take the same units, and what those cost. Items wait in a heap, the one whose units are filled next on top. */
class Stretch {
  cost = 0;
  private readonly units: Float64Array;
  private readonly ends: Float64Array;
  private readonly heap: Int32Array;

  constructor(
    private readonly steps: readonly CostStep[],
    public from: number,
  ) {
    this.units = new Float64Array(steps.length);
    this.ends = new Float64Array(steps.length);
    this.heap = Int32Array.from(steps.keys());
    for (let i = 0; i < steps.length; i++) this.fill(i);
    for (let at = steps.length >> 1; at >= 0; at--) this.sink(at);
  }

  get to(): number {
    return this.steps.length > 0 ? this.ends[this.heap[0]] : Infinity;
  }

  next(): void {
    this.from = this.to;
    while (this.to <= this.from) {
      this.fill(this.heap[0]);
      this.sink(0);
    }
  }

  /** The units of an item for panels just beyond where the stretch begins. */
  private fill(i: number): void {
    const { unitCost, patientsPerUnit, leastUnits, leastPlaces } = this.steps[i];
    const isEnough = this.from < leastPlaces;
    const units = isEnough ? leastUnits : Math.floor(this.from / patientsPerUnit + WHOLE_UNIT_NOISE) + 1;
    this.cost += unitCost * (units - this.units[i]);
    this.units[i] = units;
    this.ends[i] = isEnough ? leastPlaces : units * patientsPerUnit;
  }

  private sink(at: number): void {
    const { heap, ends } = this;
    for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && ends[heap[child + 1]] < ends[heap[child]]) child++;
      if (ends[heap[at]] <= ends[heap[child]]) return;
      [heap[at], heap[child]] = [heap[child], heap[at]];
      at = child;
    }
  }
}
