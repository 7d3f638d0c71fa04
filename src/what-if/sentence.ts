/** What goal seek found, in one plain sentence: for the cell beside the answer, and for the pane. */
import { lineByKey } from '../engine/model/lines';
import { monthOfForecast } from '../tables/calendar';
import * as messages from '../tables/messages/what-if';
import { count } from '../tables/messages/wording';
import { driverColumn } from '../tables/schemas/driver-names';
import { labelOf } from './driver-cells';
import type { Measure } from './measure';
import type { Goal, Meeting, Solution } from './solve';

const rounded = (value: number, digits: number): string => count(Number(value.toPrecision(digits)));

/** $50,000.5, 62.5%, 38: as the unit wants it. */
function inUnit(value: number, unit: string, digits: number): string {
  if (unit.startsWith('$'))
    return `${value < 0 ? '−' : ''}$${rounded(Math.abs(Math.abs(value) < 0.005 ? 0 : value), digits)}`;
  return unit === '%' ? `${rounded(100 * value, digits)}%` : rounded(value, digits);
}

/** “Margin”, “Margin of CCM in 2027-12” */
export const measureShown = ({ line, program, month }: Measure, start: number | null): string =>
  `${lineByKey.get(line)!.name}${program === null ? '' : ` of ${program}`}${month === null ? '' : ` in ${monthOfForecast(start, month)}`}`;

/** @param start month index of month 1; null where months are only counted */
export class Sentences {
  private readonly sought: messages.Sought;

  constructor(
    private readonly goal: Goal,
    private readonly solution: Solution,
    private readonly start: number | null,
  ) {
    this.sought = {
      driver: labelOf(goal.cells),
      today: solution.today === null ? 'various' : this.value(solution.today),
      line: measureShown(goal.measure, start),
      target: this.line(goal.target, 8),
    };
  }

  of({ value, line, beyond }: Meeting): string {
    if (!beyond) return messages.solved(this.sought, this.value(value));
    const [low, high] = value < beyond.value ? [{ value, line }, beyond] : [beyond, { value, line }];
    const sides = [this.line(low.line), this.line(high.line)] as const;
    return this.goal.cells.driver.isMonth
      ? messages.jumpsBetween(this.sought, this.value(low.value), sides[0], this.value(high.value), sides[1])
      : messages.inAJump(this.sought, this.value(value), ...sides);
  }

  get nearest(): string {
    const { range, nearest } = this.solution;
    return messages.notSolved(
      this.sought,
      this.value(range.lower),
      this.value(range.upper),
      this.value(nearest!.value),
      this.line(nearest!.line),
    );
  }

  private value(value: number): string {
    const { driver } = this.goal.cells;
    if (!Number.isFinite(value)) return 'no limit';
    if (driver.isMonth) return monthOfForecast(this.start, value);
    const { unit } = driverColumn(driver.key);
    return inUnit(value, unit.startsWith('$') || unit === '%' ? unit : '', 5);
  }

  private line(value: number, digits = 6): string {
    return inUnit(value, lineByKey.get(this.goal.measure.line)!.unit, digits);
  }
}
