/** How far SENSITIVITY moves its drivers: a share, points, or what two scenarios make of them. */
import type { Forecast } from '../../forecast/forecast';
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/what-if';
import { numberInText } from '../../tables/reading/number-in-text';
import type { Reach } from '../../what-if/sensitivity';
import { cells, isBlankCell } from './cell-grid';
import { isNotGiven } from './number-grid';
import { nameOf } from './text-argument';

const USUAL: Reach = { by: 'share', size: 0.1 };

const POINTS = /^\s*([\d.]+)\s*(points?|pts?|pp)\s*$/i;

/** Left out it is 10%. @throws InputError for anything that is none of the three */
export function reachOf(argument: unknown, forecast: Forecast): Reach {
  if (isNotGiven(argument)) return USUAL;
  const values = Array.from(cells('change', argument).values);
  if (values.length === 2) {
    const [low, high] = values.map((cell) => (isBlankCell(cell) ? null : nameOf('change', cell)));
    return { by: 'scenarios', low: forecast.model(low).adjustments, high: forecast.model(high).adjustments };
  }
  const [given] = values;
  if (values.length !== 1) throw new InputError(messages.notAChange('change', Symbol('several cells')));
  const points = typeof given === 'string' ? POINTS.exec(given) : null;
  const size = points ? Number(points[1]) / 100 : numberOf(given);
  if (!(size > 0 && size <= 1)) throw new InputError(messages.notAChange('change', given));
  return { by: points ? 'points' : 'share', size };
}

const numberOf = (given: unknown): number =>
  typeof given === 'number' ? given : typeof given === 'string' ? (numberInText(given)?.value ?? NaN) : NaN;
