/** A program's monthly summary: its figures by month, of a payer or of all of them. */
import { Tally } from '../statistics/tally';
import type { Summary, SummaryFigure } from '../rows';
import type { ProgramRows } from './gather';

export class MonthlySummary {
  /** Figure, payer and month; whole programs have the payer −1. */
  private readonly cells = new Map<string, number>();
  readonly months: readonly number[];

  constructor(summary: Summary | undefined, program: ProgramRows, from: number, asOf: number) {
    const months = new Set<number>();
    for (const { row, payer } of program.summary) {
      const month = summary!.months[row];
      if (month < from || month > asOf) continue;
      months.add(month);
      for (const [figure, values] of Object.entries(summary!.figures)) {
        if (Number.isNaN(values[row])) continue;
        const key = `${figure} ${payer} ${month}`;
        this.cells.set(key, (this.cells.get(key) ?? 0) + values[row]);
      }
    }
    this.months = [...months].sort((a, b) => a - b);
  }

  /** null where it is not given. */
  of(figure: SummaryFigure, payer: number, month: number): number | null {
    return this.cells.get(`${figure} ${payer} ${month}`) ?? null;
  }

  /** Of the whole program: its own row's, or what its payers' rows add up to. */
  whole(figure: SummaryFigure, month: number, payers: number): number | null {
    const own = this.of(figure, -1, month);
    if (own !== null) return own;
    const parts = Array.from({ length: payers }, (_, payer) => this.of(figure, payer, month));
    return parts.every((part) => part === null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  }

  /** Events and exposure by month, of months that give both. */
  tally(events: SummaryFigure, exposure: SummaryFigure, payer: number, last = Infinity): Tally {
    const tally = new Tally();
    for (const month of this.months) {
      const [x, n] = [this.of(events, payer, month), this.of(exposure, payer, month)];
      if (x !== null && n !== null && n > 0 && month <= last) tally.add(month, x, n);
    }
    return tally;
  }
}
