/**
 * From one scenario to another, driver by driver. What a driver adds depends on what has changed before it: each gets
 * the mean of what it adds over all orders (Shapley's value). So the steps sum to the difference, and no order is preferred.
 */
import { sum } from '../engine/math/sum';
import type { Change, Model } from '../engine/model/model';
import type { DriverCells } from './driver-cells';
import { mostForecasts, requireFewForecasts } from './few-forecasts';
import { measurer, type Measure } from './measure';
import { chanceOf, USUAL_SEED } from './random';
import { driversThatDiffer, withDriversOf } from './scenario-drivers';

export interface Step {
  readonly cells: DriverCells;
  readonly effect: number;
  /** Standard error, where orders were drawn; 0 where all of them were looked at. */
  readonly error: number;
}

export interface Bridge {
  readonly from: number;
  readonly to: number;
  /** The largest first. */
  readonly steps: readonly Step[];
  /** Orders drawn, each with its reverse; 0 where all were looked at. */
  readonly drawn: number;
}

/** Up to so many drivers every order is looked at, where that is not too much: 1,024 forecasts. */
const EXACT = 10;
/** Else orders are drawn for about so many forecasts, and at least so many of them, each with its reverse. */
const FORECASTS = 4_000;
const LEAST_DRAWN = 16;

/**
 * @param other the adjustments of the scenario gone to; the model has those of the one come from
 * @throws InputError where too many drivers differ
 */
export function bridge(model: Model, other: readonly Change[], measure: Measure): Bridge {
  const value = measurer(measure);
  const drivers = driversThatDiffer([model.adjustments, other]);
  const most = mostForecasts(model);
  const ofEverySet = 2 ** drivers.length,
    ofFewOrders = 2 * LEAST_DRAWN * drivers.length;
  const isExact = drivers.length <= EXACT && ofEverySet <= most;
  if (!isExact)
    requireFewForecasts(model, Math.min(ofEverySet, ofFewOrders), 'Give scenarios that differ in fewer drivers');
  /** The line with these drivers as in the other scenario. */
  const lineWith = (taken: readonly DriverCells[]) => value(withDriversOf(model, other, taken));
  const from = lineWith([]),
    to = lineWith(drivers);
  const { effects, errors, drawn } = isExact
    ? overAllOrders(drivers, lineWith)
    : overDrawnOrders(drivers, lineWith, Math.min(FORECASTS, most));
  const steps = drivers.map((cells, i) => ({ cells, effect: effects[i], error: errors[i] }));
  return { from, to, steps: steps.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)), drawn };
}

interface Effects {
  effects: number[];
  errors: number[];
  drawn: number;
}

type LineWith = (taken: readonly DriverCells[]) => number;

function overAllOrders(drivers: readonly DriverCells[], lineWith: LineWith): Effects {
  const count = drivers.length;
  // A set of drivers is the bits of its number.
  const lines = Array.from({ length: 2 ** count }, (_, set) => lineWith(drivers.filter((_, i) => (set >> i) & 1)));
  const sizeOf = (set: number) => drivers.filter((_, i) => (set >> i) & 1).length;
  /** In how many of all orders just so many drivers come before. */
  const weight: number[] = [1 / Math.max(1, count)];
  for (let size = 1; size < count; size++) weight[size] = (weight[size - 1] * size) / (count - size);
  const effects = drivers.map((_, i) =>
    sum(
      Float64Array.from(
        Array.from(lines.keys()).filter((set) => !((set >> i) & 1)),
        (set) => weight[sizeOf(set)] * (lines[set | (1 << i)] - lines[set]),
      ),
    ),
  );
  return { effects, errors: drivers.map(() => 0), drawn: 0 };
}

function overDrawnOrders(drivers: readonly DriverCells[], lineWith: LineWith, forecasts: number): Effects {
  const count = drivers.length;
  const pairs = Math.max(LEAST_DRAWN, Math.floor(forecasts / count / 2));
  const chance = chanceOf(USUAL_SEED);
  const order = drivers.map((_, i) => i);
  /** Of each driver, by pair of an order and its reverse: one adds early what the other adds late. */
  const added = drivers.map(() => new Float64Array(pairs));
  const base = lineWith([]);
  for (let pair = 0; pair < pairs; pair++) {
    chance.shuffle(order);
    for (const each of [order, [...order].reverse()]) {
      let before = base;
      each.forEach((driver, i) => {
        const line = lineWith(each.slice(0, i + 1).map((taken) => drivers[taken]));
        added[driver][pair] += (line - before) / 2;
        before = line;
      });
    }
  }
  const effects = added.map((values) => sum(values) / pairs);
  const errors = added.map((values, i) =>
    Math.sqrt(sum(values.map((value) => (value - effects[i]) ** 2)) / (pairs - 1) / pairs),
  );
  return { effects, errors, drawn: 2 * pairs };
}
