/** The months of a practice as they were: figures by month, program and payer. */
import type { SummaryFigure } from './rows';

export interface Place {
  month: number;
  program: string;
  /** Blank for the whole program. */
  payer: string;
}

/** A month of a program and payer; a figure that nobody has told is not there. Money in cents. */
export interface MonthRow extends Place {
  figures: Partial<Record<SummaryFigure, number>>;
}

/** Rows by their place, while they are gathered. */
export class Monthly {
  private readonly rows = new Map<string, MonthRow>();

  at(month: number, program: string, payer: string): MonthRow['figures'] {
    const key = `${month}\n${program}\n${payer}`;
    let row = this.rows.get(key);
    if (!row) this.rows.set(key, (row = { month, program, payer, figures: {} }));
    return row.figures;
  }

  add(month: number, program: string, payer: string, figure: SummaryFigure, amount: number): void {
    const figures = this.at(month, program, payer);
    figures[figure] = (figures[figure] ?? 0) + amount;
  }

  /** By program, payer and month, in the order of their names. */
  sorted(): MonthRow[] {
    const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    return [...this.rows.values()].sort(
      (a, b) => compare(a.program, b.program) || compare(a.payer, b.payer) || a.month - b.month,
    );
  }
}
